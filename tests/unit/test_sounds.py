"""Short sounds as they are heard among what is read and announced."""

from __future__ import annotations

import array
from pathlib import Path

import pytest

from app import GUIDE
from content.library import Library
from content.model import Article
from content.opening import open_article
from content.script import Script
from content.settings import ScriptSettings
from tests.support.articles import article
from tests.support.studio import LOUDNESS, Studio, loud_seconds
from tui.commands import COMMANDS
from tui.delivery import Chosen, kept
from tui.session import Session
from voices.contract import PLAYER_RATE
from voices.earcons import EARCONS, samples_of
from voices.messages import Announce, Configure, Finished, Speak, decode, encode
from voices.narrator import Narrator

HEADING = len(samples_of("heading")) / 2 / PLAYER_RATE
MADE = article(
    "# Title", "One two three.", "## First", "- Four five.", "- Six.", "## Second", "End."
)
ON = Configure("espeak", 180, sounds=True, pauses=0)
OFF = Configure("espeak", 180, pauses=0)
BARE = ScriptSettings(structure="none")


def reading(made: Article = MADE, delivery: Configure = ON) -> tuple[Narrator, Studio]:
    studio = Studio()
    narrator = Narrator(Script(made, BARE), studio.send, delivery)
    studio.listener = narrator.handle
    return narrator, studio


def sounds_in(heard: bytes) -> list[str]:
    """Return the sounds that were heard to their end, in order."""
    found = []
    for name in EARCONS:
        body = samples_of(name)[200:]  # its beginning may have faded in
        at = heard.find(body)
        while at >= 0:
            found.append((at, name))
            at = heard.find(body, at + len(body))
    return [name for _, name in sorted(found)]


def begin_of_speech(heard: bytes) -> float:
    """Return after how many seconds the tone of the studio's voice begins."""
    samples = array.array("h", heard).tolist()
    steady = [LOUDNESS] * 20
    return next(at for at in range(len(samples)) if samples[at : at + 20] == steady) / PLAYER_RATE


def test_each_is_heard_before_what_it_announces_when_they_are_on() -> None:
    narrator, studio = reading()
    narrator.play()
    heard = studio.play(20)
    assert sounds_in(heard) == ["heading", "heading", "list", "section", "heading"]
    assert HEADING <= begin_of_speech(heard) <= HEADING + 0.06
    assert " ".join(studio.words()) == "Title One two three. First Four five. Six. Second End."
    assert narrator.ended
    assert 0 not in studio.finished()


def test_none_is_heard_while_they_are_off() -> None:
    narrator, studio = reading(delivery=OFF)
    narrator.play()
    heard = studio.play(20)
    assert sounds_in(heard) == []
    assert begin_of_speech(heard) < 0.02
    assert max(array.array("h", heard)) <= LOUDNESS
    assert narrator.ended


def test_turning_them_on_and_off_holds_for_what_waits_already() -> None:
    narrator, studio = reading(delivery=OFF)
    narrator.play()
    assert sounds_in(studio.play(0.2)) == []
    narrator.deliver(sounds=True)
    assert sounds_in(studio.play(1.5)) == ["heading"]
    narrator.deliver(sounds=False)
    assert sounds_in(studio.play(20)) == []
    assert " ".join(studio.words()) == "Title One two three. First Four five. Six. Second End."


def test_turned_off_in_its_middle_it_ends_at_once() -> None:
    narrator, studio = reading()
    narrator.play()
    studio.play(HEADING / 2)
    narrator.deliver(sounds=False)
    assert begin_of_speech(studio.play(1)) < 0.02


@pytest.mark.parametrize("part", [0.1, 0.5, 0.95, 1.2])
def test_after_a_pause_in_its_middle_it_is_played_again(part: float) -> None:
    narrator, studio = reading()
    narrator.play()
    studio.play(part * HEADING)
    narrator.pause()
    assert loud_seconds(studio.play(1)) < 0.005, "the key is heard at once"
    narrator.play()
    heard = studio.play(20)
    assert sounds_in(heard)[0] == "heading"
    assert studio.words()[:2] == ["Title", "One"]


def test_after_a_pause_in_the_sentence_it_is_not_played_again() -> None:
    narrator, studio = reading()
    narrator.play()
    studio.play(HEADING + 0.1)
    narrator.pause()
    studio.play(1)
    narrator.play()
    assert sounds_in(studio.play(0.5)) == []


def test_a_jump_cuts_it_and_what_is_jumped_to_has_its_own() -> None:
    narrator, studio = reading()
    narrator.play()
    studio.play(HEADING / 2)
    narrator.move((3, 0))
    heard = studio.play(0.8)
    assert sounds_in(heard) == ["list"]
    assert studio.words() == ["Four", "five."]
    assert loud_seconds(heard[: PLAYER_RATE // 50 * 2]) > 0.015, "what comes is heard at once"


def test_reading_from_the_middle_of_a_sentence_plays_none() -> None:
    narrator, studio = reading()
    narrator.move((3, 0), offset=5)
    narrator.play()
    assert begin_of_speech(studio.play(1)) < 0.02
    assert studio.words()[0] == "five."


def test_an_announcement_interrupts_it_and_it_is_played_after() -> None:
    narrator, studio = reading()
    narrator.play()
    studio.play(HEADING / 2)
    narrator.announce("Yes", "en")
    heard = studio.play(2)
    assert begin_of_speech(heard) < 0.02
    assert sounds_in(heard)[0] == "heading"
    assert studio.words()[0] == "Title"


def test_what_waits_for_the_sentence_is_not_said_after_a_sound() -> None:
    narrator, studio = reading(article("One.", "# Two three"))
    narrator.move((1, 0))
    narrator.play()
    studio.play(HEADING / 2)
    number = narrator.announce("Later", "en", "next")
    studio.play(5)
    assert studio.finished().index(number) > 0


def test_another_voice_leaves_them_alone() -> None:
    narrator, studio = reading()
    narrator.play()
    studio.play(HEADING / 2)
    narrator.deliver(pitch=70)
    heard = studio.play(20)
    assert sounds_in(heard) == ["heading", "list", "section", "heading"]
    assert " ".join(studio.words()) == "Title One two three. First Four five. Six. Second End."


def test_the_volume_is_theirs_too() -> None:
    narrator, studio = reading()
    narrator.deliver(volume=50)
    narrator.play()
    loudest = max(map(abs, array.array("h", studio.play(HEADING))))
    assert loudest == pytest.approx(32767 / 8, abs=2)


def test_an_announcement_may_have_one() -> None:
    studio = Studio()
    studio.send(ON)
    studio.send(Announce(1, "No device", "en", sound="error"))
    heard = studio.play(2)
    assert sounds_in(heard) == ["error"]
    assert begin_of_speech(heard) > 0.15
    studio.send(OFF)
    studio.send(Announce(2, "No device", "en", sound="error"))
    assert sounds_in(studio.play(2)) == []
    assert studio.finished() == [1, 2]


def test_a_message_that_something_is_wrong_and_the_end_have_theirs(tmp_path: Path) -> None:
    studio = Studio()
    session = Session(article("One."), studio, Library(tmp_path), ON)
    studio.listener = session.handle
    session.report("No sound device was found.")
    assert sounds_in(studio.play(4)) == ["error"]
    session.change(lambda narrator: narrator.play())
    heard = studio.play(4)
    assert sounds_in(heard) == ["section"]
    assert studio.words() == ["One."]
    assert begin_of_speech(heard) < 0.02, "the end is told after what was read"


def test_the_key_turns_them_on_says_so_and_keeps_it(tmp_path: Path) -> None:
    studio, library = Studio(), Library(tmp_path)
    session = Session(article("One."), studio, library, kept(library))
    command = next(command for command in COMMANDS if command.id == "sounds")
    for on in (True, False, True):
        command.run(session)
        assert session.narrator.delivery.sounds is on
        assert kept(library).sounds is on
        assert studio.requests[-1].text == f"Short sounds {'on' if on else 'off'}."
    assert Chosen(sounds=False).instead_of(kept(library)).sounds is False
    assert Chosen().instead_of(kept(library)).sounds is True


def test_one_that_there_is_not_is_let_go() -> None:
    studio = Studio()
    studio.send(ON)
    studio.send(Speak(1, "One", "en", 0, sounds=("fanfare",)))
    studio.send(Announce(2, "Two", "en", "next", sound="../fanfare"))
    studio.play(2)
    assert studio.finished() == [1, 2]


def test_messages_come_out_as_they_went_in() -> None:
    speak = Speak(1, "One", "en", 0, sounds=("section", "heading"), always_sounds=True)
    for message in (speak, Announce(2, "Two", "en", sound="error"), ON, Finished(1)):
        assert decode(encode(message)) == message


def test_the_guide_plays_each_of_them_once_even_while_they_are_off() -> None:
    guide = open_article(str(GUIDE))
    first = next(s.first for s in guide.sections if s.title == "Short sounds")
    last = next(s.end for s in guide.sections if s.title == "Short sounds")
    for delivery, others in ((OFF, []), (ON, ["section", "heading"])):
        narrator, studio = reading(guide, delivery)
        narrator.deliver(pace=900)
        narrator.go((first, 0), "article")
        heard = b""
        while narrator.place is not None and narrator.place[0] < last:
            heard += studio.play(0.2)
        found = sounds_in(heard)
        assert found[: len(others)] == others
        assert sorted(found[len(others) :][: len(EARCONS)]) == sorted(EARCONS)
