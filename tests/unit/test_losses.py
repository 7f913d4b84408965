"""A speech process that is lost again and again: reading goes on, and a person is told why."""

from __future__ import annotations

from pathlib import Path

import pytest

from content.library import Library
from tests.support.articles import article
from tests.support.studio import ToneVoice
from tests.support.voices import Killed, MortalStudio
from tui.session import Session
from voices.contract import Manner, Sink, Voice
from voices.messages import Configure, Lost

ALL = "One two. Three four. Five six. Seven eight. Nine ten."


class Deadly(ToneVoice):
    """Kills its process at texts that hold one of ``words``."""

    def __init__(self, *words: str, after_half: bool = False) -> None:
        self.words = words
        self.after_half = after_half

    def speak(self, text: str, language: str, manner: Manner, sink: Sink) -> None:
        deadly = any(word in text for word in self.words)
        if not deadly or self.after_half:
            super().speak(text, language, manner, sink)
        if deadly:
            raise Killed


class Reader:
    """A session that reads aloud with voices that kill."""

    def __init__(self, folder: Path, name: str = "deadly", **voices: Voice) -> None:
        self.studio = MortalStudio(lambda name: voices[name])
        self.session = Session(article(ALL), self.studio, Library(folder), Configure(name, 180))
        self.studio.listener = self.session.handle
        self.session.narrator.play()

    def read(self, seconds: float = 60) -> str:
        self.studio.play(seconds)
        return " ".join(self.studio.words())


def test_a_voice_that_kills_speech_gives_way_to_the_embedded_one(tmp_path: Path) -> None:
    reader = Reader(tmp_path, deadly=Deadly("o"), espeak=ToneVoice())
    assert reader.read() == ALL
    assert reader.studio.restarts == 2
    assert reader.session.messages == [
        "The voice deadly keeps breaking speech off, so the embedded voice reads on."
    ]
    assert reader.session.narrator.ended


@pytest.mark.parametrize("word", ["One", "Three", "Five", "Nine"])
def test_a_sentence_that_kills_every_voice_is_left_out_and_no_other(
    tmp_path: Path, word: str
) -> None:
    reader = Reader(tmp_path, deadly=Deadly(word), espeak=Deadly(word))
    heard = reader.read()
    left_out = next(s + "." for s in ALL.rstrip(".").split(". ") if word in s)
    assert heard == ALL.replace(left_out, "").replace("  ", " ").strip()
    assert reader.session.messages[-1] == "A sentence that keeps breaking speech off was left out."
    assert len(reader.session.messages) == 2
    assert reader.session.narrator.ended


def test_the_embedded_voice_alone_leaves_out_what_kills_it(tmp_path: Path) -> None:
    reader = Reader(tmp_path, "espeak", espeak=Deadly("Five"))
    assert reader.read() == ALL.replace("Five six. ", "")
    assert len(reader.session.messages) == 1
    assert reader.studio.restarts == 3, "once while it was only ahead, then twice in its turn"


def test_what_kills_in_the_middle_of_a_sentence_is_no_endless_loop(tmp_path: Path) -> None:
    reader = Reader(tmp_path, "espeak", espeak=Deadly("Five", after_half=True))
    heard = reader.read()
    assert heard.startswith("One two. Three four.")
    assert heard.endswith("Seven eight. Nine ten.")
    assert reader.studio.restarts <= 4


def test_reading_stops_when_nothing_can_be_said_at_all(tmp_path: Path) -> None:
    reader = Reader(tmp_path, "espeak", espeak=Deadly("One", "Three", "Five", "Seven", "Nine"))
    reader.read()
    assert "run intone doctor" in reader.session.messages[-1]
    assert not reader.session.narrator.playing
    assert reader.studio.restarts < 20


def test_a_process_lost_now_and_then_blames_nobody(tmp_path: Path) -> None:
    reader = Reader(tmp_path, "fine", fine=ToneVoice(), espeak=ToneVoice())
    for _ in range(12):
        reader.read(0.6)
        reader.session.handle(Lost())
    heard = reader.read()
    assert list(dict.fromkeys(heard.split())) == ALL.split()
    assert reader.session.messages == []
    configured = [r.voice for r in reader.studio.requests if isinstance(r, Configure)]
    assert set(configured) == {"fine"}


def test_a_process_lost_while_paused_stays_paused(tmp_path: Path) -> None:
    reader = Reader(tmp_path, "fine", fine=ToneVoice(), espeak=ToneVoice())
    reader.session.narrator.pause()
    for _ in range(5):
        reader.session.handle(Lost())
    assert not reader.session.narrator.playing
    reader.session.narrator.play()
    assert reader.read().startswith("One two.")


def test_another_voice_may_be_chosen_after_one_that_kills(tmp_path: Path) -> None:
    reader = Reader(tmp_path, deadly=Deadly("o"), espeak=ToneVoice(), fine=ToneVoice())
    reader.read(1)
    reader.session.deliver("voice", "fine")
    assert reader.read() == ALL
    told = [r.voice for r in reader.studio.requests if isinstance(r, Configure)]
    assert told[-1] == "fine"


def test_a_voice_chosen_for_a_language_that_kills_gives_way_too(tmp_path: Path) -> None:
    reader = Reader(tmp_path, "espeak", deadly=Deadly("o"), espeak=ToneVoice())
    reader.session.deliver("voices", {"en": "deadly"})
    assert reader.read() == ALL
    assert reader.session.messages == [
        "The voice deadly keeps breaking speech off, so the embedded voice reads on."
    ]
