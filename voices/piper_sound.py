"""What a neural voice makes becomes chunks: silence is cut off, and words are marked in time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from voices.contract import PLAYER_RATE, Chunk, Mark, Sink
from voices.piper_rate import at_player_rate

LOUDNESS = 1.6
"""How many times as loud as the packaged model makes it: then as loud as the embedded voice."""
_SILENCE = 0.001
"""Of full swing: up to which a sample is silence."""
_EDGE = 0.004
"""Seconds kept, and faded, before the first and after the last sound of a clause."""


class Said:
    """The speech of one utterance on its way to a sink, with the marks of its words."""

    def __init__(self, rate: int, sink: Sink) -> None:
        """``rate`` is that of the samples to come, in hertz; the player's is passed on."""
        self._rate = rate
        self._sink = sink
        self._said = 0
        """Samples passed on."""
        self._marks: list[Mark] = []
        """Of words that begin in what was not passed on yet."""
        self._edge = max(1, round(_EDGE * PLAYER_RATE))
        self._owed = 0
        """Samples of silence to come before the next speech."""

    def say(self, stretches: Iterable[tuple[Any, bool]], marks: Sequence[Mark]) -> bool:
        """Pass on speech without the silence at both ends; return whether more is wanted.

        ``stretches`` are float arrays, each with whether it is the last, which holds all of
        the silence at the end; ``marks`` count from the first sample.
        """
        dropped = 0
        begun = False
        for samples, last in at_player_rate(stretches, self._rate):
            loud = _loud(samples)
            begin, end = 0, len(samples)
            rise, fall = 0, 0
            if not begun:
                if loud is None:
                    dropped += len(samples)
                    continue
                begin, rise = max(0, loud[0] - self._edge), self._edge
                if not self._rest():
                    return False
                self._mark(marks, self._said - dropped - begin)
                begun = True
            if last:
                end, fall = min(end, (loud[1] if loud else 0) + self._edge), self._edge
            if not self._pass_on(_samples(samples[begin:end], rise, fall)):
                return False
        if not begun:
            self._mark(marks, self._said - dropped)
        return True

    def _mark(self, marks: Sequence[Mark], base: int) -> None:
        ratio = PLAYER_RATE / self._rate
        self._marks += [
            Mark(max(self._said, base + round(mark.sample * ratio)), mark.offset, mark.length)
            for mark in marks
        ]

    def silent(self, marks: Sequence[Mark]) -> None:
        """Mark words that make no sound: where they stand, after what has been said."""
        self._marks += [Mark(self._said, mark.offset, mark.length) for mark in marks]

    def rest(self, seconds: float) -> None:
        """Let so much silence come before what is said next, if anything is."""
        self._owed = round(seconds * PLAYER_RATE)

    def finish(self) -> None:
        """Pass on the marks of words without a sound at the end, if anything was said."""
        if self._marks and self._said:
            self._pass_on(b"")

    def _rest(self) -> bool:
        owed, self._owed = self._owed, 0
        return not owed or self._pass_on(bytes(2 * owed))

    def _pass_on(self, data: bytes) -> bool:
        self._said += len(data) // 2
        # A word beyond the last sound, as one cut off short, is still marked.
        ready = [mark for mark in self._marks if mark.sample < self._said or not data]
        self._marks = self._marks[len(ready) :]
        return self._sink(Chunk(data, PLAYER_RATE, tuple(ready)))


def _loud(samples: Any) -> tuple[int, int] | None:
    """Return the first sound and where the last ends; nothing when there is none."""
    places = (abs(samples) > _SILENCE).nonzero()[0]
    return (int(places[0]), int(places[-1]) + 1) if len(places) else None


def _samples(speech: Any, rise: int, fall: int) -> bytes:
    """Return ``speech`` as 16-bit samples, faded over so many at its beginning and its end."""
    import numpy

    out = speech * (LOUDNESS * 32767)
    rise, fall = min(rise, len(out) // 2), min(fall, len(out) // 2)
    if rise:
        out[:rise] *= numpy.linspace(0, 1, rise)
    if fall:
        out[-fall:] *= numpy.linspace(1, 0, fall)
    return bytes(numpy.clip(out, -32767, 32767).astype(numpy.int16).tobytes())
