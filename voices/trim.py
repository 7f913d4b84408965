"""The silence that a voice adds before and after its speech is taken off.

Pauses are the script's to ask for; what a voice adds comes on top and differs from voice to
voice. Marks are moved to where a word begins to be heard: voices set them before the silence
in which the mouth is closed for a p, t or k, up to a tenth of a second early.
"""

from __future__ import annotations

import array
from collections import deque
from collections.abc import Iterable

from voices.contract import Chunk, Mark, Sink

THRESHOLD = 60
"""Amplitude, of 32767, up to which a sample is silence."""
KEEP = 66
"""Samples of silence left on each side, so that no consonant is cut: 3 ms at 22050 Hz."""


_LEAD = 44
"""Samples by which a mark comes before its word: 2 ms at 22050 Hz."""


def _first_loud(samples: array.array[int], begin: int = 0) -> int | None:
    return next((i for i in range(begin, len(samples)) if abs(samples[i]) > THRESHOLD), None)


def _after_last_loud(samples: array.array[int]) -> int:
    back = next((i for i, value in enumerate(reversed(samples)) if abs(value) > THRESHOLD), None)
    return 0 if back is None else len(samples) - back


class Trim:
    """A sink that passes on to ``sink`` all but the silence at both ends."""

    def __init__(self, sink: Sink) -> None:
        self._sink = sink
        self._dropped = 0
        self._begun = False
        self._held = array.array("h")
        self._marks: deque[Mark] = deque()
        self._given = 0

    def __call__(self, chunk: Chunk) -> bool:
        """Take ``chunk``; trailing silence is held back until something louder follows."""
        samples = array.array("h", chunk.samples)
        self._marks.extend(chunk.marks)
        if not self._begun:
            loud = _first_loud(samples)
            if loud is None:
                self._dropped += len(samples)
                return True
            cut = max(0, loud - KEEP)
            self._dropped += cut
            samples = samples[cut:]
            self._begun = True
        samples = self._held + samples
        end = min(len(samples), _after_last_loud(samples) + KEEP)
        self._held = samples[end:]
        if not end:
            return True
        samples = samples[:end]
        marks = tuple(self._heard_in(samples))
        self._given += len(samples)
        return self._sink(Chunk(samples.tobytes(), chunk.rate, marks))

    def _heard_in(self, samples: array.array[int]) -> Iterable[Mark]:
        """Give the marks of the words that begin to be heard in ``samples``."""
        while self._marks:
            mark = self._marks[0]
            begin = max(0, mark.sample - self._dropped - self._given)
            loud = _first_loud(samples, begin)
            if loud is None:
                return
            sample = self._given + max(begin, loud - _LEAD)
            yield Mark(sample, mark.offset, mark.length)
            self._marks.popleft()
