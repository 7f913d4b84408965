"""Speech that another program makes heard, in its turn among ours; without that program."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from tests.support.studio import Studio, ToneVoice, loud_seconds
from voices.contract import Manner, VoiceError
from voices.messages import Announce, Configure, Pause, Reached, Resume, Speak
from voices.server import Server


@dataclass
class FakeSpeaker:
    """Notes what it is told; a test says what has been heard."""

    told: list[str] = field(default_factory=list)
    manners: list[Manner] = field(default_factory=list)
    refuses: bool = False

    def start(
        self, text: str, language: str, manner: Manner, volume: int, offset: int,
        reached: Callable[[int, int], None], finished: Callable[[], None],
        broken: Callable[[], None],
    ) -> None:  # fmt: skip
        if self.refuses:
            raise VoiceError("The other program has gone.")
        self.told.append(text[offset:])
        self.manners.append(manner)
        self.reached, self.finished, self.broken = reached, finished, broken

    def cancel(self) -> None:
        self.told.append("silence")

    def close(self) -> None:
        self.told.append("closed")


class OutsideStudio(Studio):
    """A studio beside another program."""

    def __init__(self) -> None:
        self.speaker = FakeSpeaker()
        self.names: list[str] = []
        super().__init__()

    def _begin(self) -> None:
        self._pending = []

        def speaker(name: str, _: Callable[[str], None]) -> FakeSpeaker:
            self.names.append(name)
            return self.speaker

        self.server = Server(self._pending.append, lambda _: ToneVoice(), speaker)

    def play(self, seconds: float = 0.1) -> bytes:
        heard = super().play(seconds)
        while self.server.maker.outside.step():
            pass
        self.deliver()
        return heard


@pytest.fixture
def studio() -> OutsideStudio:
    studio = OutsideStudio()
    studio.send(Configure("dispatcher:festival/kal", 180))
    return studio


def read(studio: OutsideStudio, *texts: str) -> None:
    for number, text in enumerate(texts, 1):
        studio.send(Speak(number, text, "en", 100))
    studio.play()


def test_it_speaks_one_utterance_after_the_other(studio: OutsideStudio) -> None:
    read(studio, "one two", "three")
    assert studio.speaker.told == ["one two"]
    assert studio.names == ["dispatcher:festival/kal"]
    studio.speaker.reached(0, 3)
    studio.speaker.reached(4, 3)
    studio.play(1)
    assert studio.speaker.told == ["one two"], "it has not come to the end"
    studio.speaker.finished()
    assert loud_seconds(studio.play(0.3)) == 0, "the sound is its own"
    assert studio.speaker.told == ["one two", "three"]
    assert studio.words() == ["one", "two"]
    assert studio.finished() == [1]


def test_a_pause_silences_it_and_it_goes_on_at_the_word(studio: OutsideStudio) -> None:
    read(studio, "one two three")
    studio.speaker.reached(4, 3)
    studio.send(Pause())
    studio.play()
    assert studio.speaker.told == ["one two three", "silence"]
    studio.send(Resume())
    studio.play()
    assert studio.speaker.told[-1] == "two three"


def test_what_an_earlier_turn_tells_is_not_heeded(studio: OutsideStudio) -> None:
    read(studio, "one two three")
    reached, finished = studio.speaker.reached, studio.speaker.finished
    studio.send(Pause())
    studio.play()
    studio.send(Resume())
    studio.play()
    reached(8, 5)
    finished()
    studio.play()
    assert studio.finished() == []
    assert not [event for event in studio.events if isinstance(event, Reached)]


def test_an_announcement_goes_to_it_and_reading_goes_on_after_it(studio: OutsideStudio) -> None:
    read(studio, "one two three")
    studio.speaker.reached(4, 3)
    studio.send(Announce(9, "Section 2", "en"))
    studio.play()
    assert studio.speaker.told[-2:] == ["silence", "Section 2"]
    studio.speaker.finished()
    studio.play()
    assert studio.speaker.told[-1] == "two three"
    assert studio.finished() == [9]


def test_another_pace_begins_again_at_the_word(studio: OutsideStudio) -> None:
    read(studio, "one two three")
    studio.speaker.reached(4, 3)
    studio.send(Configure("dispatcher:festival/kal", 300))
    studio.play()
    assert studio.speaker.told[-1] == "two three"
    assert studio.speaker.manners[-1].pace == 300


def test_announcements_have_a_pace_of_their_own(studio: OutsideStudio) -> None:
    studio.send(Configure("dispatcher", 180, announcer_pace=400))
    studio.send(Announce(9, "Section 2", "en"))
    studio.play()
    assert studio.speaker.manners[-1].pace == 400


def test_when_it_breaks_off_our_voice_goes_on_at_the_word(studio: OutsideStudio) -> None:
    read(studio, "one two three", "four")
    studio.speaker.reached(4, 3)
    studio.speaker.broken()
    assert loud_seconds(studio.play(5)) == pytest.approx(3 * 60 / 180, abs=0.05)
    assert studio.words() == ["two", "two", "three", "four"]
    assert studio.finished() == [1, 2]


def test_when_it_can_not_be_had_our_voice_speaks_and_says_so(studio: OutsideStudio) -> None:
    studio.speaker.refuses = True
    studio.send(Announce(9, "Section 2", "en"))
    read(studio, "one two")
    studio.play(3)
    assert studio.words() == ["one", "two"]
    assert sorted(studio.finished()) == [1, 9]
    assert studio.problems() == ["The other program has gone. The embedded voice speaks meanwhile."]


def test_choosing_our_voice_goes_on_at_the_word(studio: OutsideStudio) -> None:
    read(studio, "one two three")
    studio.speaker.reached(4, 3)
    studio.send(Configure("espeak", 180))
    assert loud_seconds(studio.play(3)) == pytest.approx(2 * 60 / 180, abs=0.05)
    assert studio.speaker.told[-1] == "silence"
    studio.send(Speak(2, "four five six", "en", 0))
    studio.play(0.5)
    studio.send(Configure("dispatcher", 180))
    studio.play()
    assert studio.speaker.told[-1] == "five six"
