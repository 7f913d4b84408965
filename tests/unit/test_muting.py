"""Reading without a sound: words go by as ever, and no word is lost when it is heard again."""

from __future__ import annotations

import pytest

from content.script import Script
from tests.support.articles import article
from tests.support.studio import Studio, loud_seconds
from voices.messages import Configure, Lost
from voices.narrator import Narrator

WORD = 60 / 180
MADE = article("One two three four. Five six seven.", "Eight nine ten.")
ALL = "One two three four. Five six seven. Eight nine ten.".split()
FADE = 0.01
"""Seconds that a sound takes to end."""


def reading(voice: str = "espeak") -> tuple[Narrator, Studio]:
    studio = Studio()
    narrator = Narrator(Script(MADE), studio.send, Configure(voice, 180, volume=70))
    studio.listener = narrator.handle
    return narrator, studio


@pytest.mark.parametrize("voice", ["espeak", "piper", "dispatcher"])
def test_words_go_by_without_a_sound(voice: str) -> None:
    narrator, studio = reading(voice)
    narrator.mute(True)
    narrator.play()
    assert loud_seconds(studio.play(20)) == 0
    assert studio.words() == ALL
    assert narrator.ended
    assert narrator.delivery.volume == 70
    assert narrator.delivery.voice == voice


def test_muting_in_the_middle_of_a_sentence_loses_no_word() -> None:
    narrator, studio = reading()
    narrator.play()
    assert loud_seconds(studio.play(2.5 * WORD)) > 2 * WORD
    narrator.mute(True)
    assert loud_seconds(studio.play(2 * WORD)) < FADE
    narrator.mute(False)
    assert loud_seconds(studio.play(20)) > 4 * WORD
    assert studio.words() == ALL


def test_the_last_announcement_is_heard_before() -> None:
    narrator, studio = reading()
    narrator.play()
    studio.play(WORD)
    narrator.mute(True, narrator.announce("It is off", "en"))
    assert loud_seconds(studio.play(3 * WORD)) > 2.5 * WORD
    assert loud_seconds(studio.play(20)) < FADE
    assert studio.words()[-1] == ALL[-1]


@pytest.mark.parametrize("after", ["pause", "play", "move", "announce", "lost"])
def test_whatever_breaks_it_off_is_silent(after: str) -> None:
    narrator, studio = reading()
    narrator.play()
    narrator.mute(True, narrator.announce("It is off", "en"))
    studio.play(WORD)
    match after:
        case "pause":
            narrator.pause()
        case "play":
            narrator.pause()
            narrator.play()
        case "move":
            narrator.move(narrator.script.first())
        case "announce":
            narrator.announce("Another", "en")
        case "lost":
            studio.restart()
            narrator.handle(Lost())
    assert loud_seconds(studio.play(5)) < FADE


def test_what_is_chosen_while_nothing_is_heard_holds_later() -> None:
    narrator, studio = reading()
    narrator.mute(True)
    narrator.deliver(volume=50, voice="piper")
    assert studio.requests[-1].volume == 0  # type: ignore[union-attr]
    narrator.mute(False)
    told = studio.requests[-1]
    assert isinstance(told, Configure)
    assert (told.volume, told.voice) == (50, "piper")
