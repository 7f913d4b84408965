"""Voices that do what real ones do at their worst, for tests of what is heard then."""

from __future__ import annotations

import array
import threading
from collections.abc import Callable, Iterator

from tests.support.studio import LOUDNESS, Studio, ToneVoice
from voices.contract import PLAYER_RATE, Chunk, Manner, Mark, Sink, VoiceError
from voices.messages import Lost
from voices.trim import THRESHOLD
from voices.words import Words


class Killed(BaseException):
    """The whole speech process is gone, as after a fault in a library."""


class MortalStudio(Studio):
    """A studio whose speech process may be killed by its voice."""

    def _begin(self) -> None:
        super()._begin()
        step = self.server.synthesis.step

        def mortal_step() -> bool:
            try:
                return step()
            except Killed:
                self.deliver()
                self.listener(Lost())
                return False

        self.server.synthesis.step = mortal_step


class SilentVoice(ToneVoice):
    """Speaks every word as 60 / pace seconds that nobody hears, with exact marks.

    It is just too loud to be taken for the silence that is cut off at both ends.
    """

    def speak(self, text: str, language: str, manner: Manner, sink: Sink) -> None:
        for chunk in _words(text, manner, THRESHOLD + 1):
            if not sink(chunk):
                return


class FailingVoice(ToneVoice):
    """A tone, until ``way`` makes it fail; ``ways`` are listed below."""

    def __init__(self, way: str, languages: tuple[str, ...] = ()) -> None:
        self.way = way
        self.languages = languages
        self.asked: list[str] = []
        self.hanging = threading.Event()
        self.released = threading.Event()
        self._stuck: threading.Event | None = None
        """What would tell that the call that hangs is done."""
        self.ended = threading.Event()
        """Set once a voice that hung has come back to its end."""
        self.late: list[bool] = []
        """What the sink answered after a hang."""

    def speak(self, text: str, language: str, manner: Manner, sink: Sink) -> None:
        self.asked.append(text)
        if self.way == "fine":
            super().speak(text, language, manner, sink)
            return
        for chunk in FAILURES[self.way](self, text, manner):
            more = sink(chunk)
            if self.released.is_set():
                self.late.append(more)
            if not more:
                break
        if self.released.is_set():
            self.ended.set()

    def wait(self, done: threading.Event, seconds: float) -> bool:
        """Stand for the patience with this voice: it ends when the voice begins to hang."""
        while not done.wait(0.001):
            if self.hanging.is_set() and self._stuck in (None, done):
                self._stuck = done
                return False
        return True


Failure = Callable[[FailingVoice, str, Manner], Iterator[Chunk]]


def _words(text: str, manner: Manner, loudness: int = LOUDNESS) -> list[Chunk]:
    samples = round(PLAYER_RATE * 60 / manner.pace)
    tone = array.array("h", [loudness] * samples).tobytes()
    return [
        Chunk(tone, PLAYER_RATE, (Mark(number * samples, start, end - start),))
        for number, (start, end) in enumerate(Words(text).spans)
    ]


def _half(text: str, manner: Manner) -> list[Chunk]:
    words = _words(text, manner)
    return words[: len(words) // 2]


def _hangs(voice: FailingVoice, text: str, manner: Manner) -> Iterator[Chunk]:
    voice.hanging.set()
    voice.released.wait()
    yield from _words(text, manner)


def _hangs_after_half(voice: FailingVoice, text: str, manner: Manner) -> Iterator[Chunk]:
    yield from _half(text, manner)
    yield from _hangs(voice, text, manner)


def _raising(error: BaseException, after_half: bool = False) -> Failure:
    def fail(_: FailingVoice, text: str, manner: Manner) -> Iterator[Chunk]:
        if after_half:
            yield from _half(text, manner)
        raise error

    return fail


def _nothing(*_: object) -> Iterator[Chunk]:
    return iter(())


def _silence(_: FailingVoice, text: str, manner: Manner) -> Iterator[Chunk]:
    for chunk in _words(text, manner):
        yield Chunk(bytes(len(chunk.samples)), chunk.rate, chunk.marks)


def _bursts(_: FailingVoice, text: str, manner: Manner) -> Iterator[Chunk]:
    """Give the right samples, cut in the middle of samples, with marks that make no sense."""
    for number, chunk in enumerate(_words(text, manner)):
        yield Chunk(chunk.samples[:777], chunk.rate, chunk.marks)
        yield Chunk(b"", chunk.rate, (Mark(10**9, 0, 3), Mark(0, -5, 2), Mark(-3, 10**6, 1)))
        yield Chunk(chunk.samples[777:], chunk.rate, (Mark(number, 0, 0), Mark(1, 0, 1)))


def _at(rate: int) -> Failure:
    def wrong(_: FailingVoice, text: str, manner: Manner) -> Iterator[Chunk]:
        for chunk in _words(text, manner):
            yield Chunk(chunk.samples, rate, chunk.marks)

    return wrong


def _endless(_: FailingVoice, text: str, manner: Manner) -> Iterator[Chunk]:
    yield from _words(text, manner)
    noise = array.array("h", [LOUDNESS] * PLAYER_RATE * 10).tobytes()
    while True:
        yield Chunk(noise, PLAYER_RATE)


FAILURES: dict[str, Failure] = {
    "hangs": _hangs,
    "hangs after half": _hangs_after_half,
    "dies": _raising(RuntimeError("the model is broken")),
    "has no memory": _raising(MemoryError()),
    "exits": _raising(SystemExit(3)),
    "kills": _raising(Killed()),
    "refuses": _raising(VoiceError("The voice is hoarse.")),
    "refuses after half": _raising(VoiceError("The voice is hoarse."), after_half=True),
    "dies after half": _raising(RuntimeError("the model is broken"), after_half=True),
    "says nothing": _nothing,
    "is silent": _silence,
    "comes in bursts": _bursts,
    "0 hertz": _at(0),
    "-1 hertz": _at(-1),
    "8000 hertz": _at(8000),
    "384000 hertz": _at(384000),
    "10000000 hertz": _at(10_000_000),
    "never ends": _endless,
}  # fmt: skip
