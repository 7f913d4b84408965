"""Between a voice and its listener: what a voice may push that no player can take."""

from __future__ import annotations

import threading
from collections.abc import Iterable

from voices.contract import Chunk, Mark, Sink

_RATES = range(4000, 384001)
"""Hertz that can be brought to the player's rate."""
_MOST_SECONDS = 30.0
_MOST_SECONDS_A_CHARACTER = 2.0
"""Longer than any speech at the slowest pace: an emoji or a digit may be several words."""


class Checked:
    """A sink that passes whole samples and marks that make sense on to ``sink``.

    It never raises, as the voice may be in the middle of a library in C: what was wrong stands
    in ``fault`` when the voice has ended.
    """

    def __init__(self, sink: Sink, text: str) -> None:
        self.fault = ""
        """What the voice did wrong, as the end of a sentence that begins with its name."""
        self.endless = False
        """Whether the voice was cut off since it would not end."""
        self.moves = 0
        """How often the voice has shown that it lives."""
        self.abandoned = False
        """Whether nothing more is taken from the voice, ever."""
        self._sink = sink
        self._length = len(text)
        self._lock = threading.Lock()
        self._rate = 0
        self._half = b""
        self._samples = 0
        self._waiting: list[Mark] = []
        self._last = Mark(0, -1, 0)

    def abandon(self) -> None:
        """Take no more from the voice, ever."""
        with self._lock:
            self.abandoned = True

    def __call__(self, chunk: Chunk) -> bool:
        """Take ``chunk``; return whether the voice is to go on."""
        with self._lock:
            if self.abandoned or self.fault:
                return False
            self.moves += 1
            if chunk.rate not in _RATES or chunk.rate != (self._rate or chunk.rate):
                self.fault = f"gives sound that can't be played, of {chunk.rate} hertz"
                return False
            self._rate = chunk.rate
            try:
                return self._pass_on(chunk)
            except Exception as error:
                self.fault = f"gives sound that can't be played ({error})"
                return False

    def _pass_on(self, chunk: Chunk) -> bool:
        data = self._half + chunk.samples
        whole = len(data) & ~1
        data, self._half = data[:whole], data[whole:]
        self._samples += whole // 2
        allowed = _MOST_SECONDS + _MOST_SECONDS_A_CHARACTER * self._length
        if self._samples > allowed * chunk.rate:
            self.endless = True
            self.fault = "did not come to an end"
            return False
        self._waiting.extend(chunk.marks)
        if not data:
            return True
        marks = tuple(self._due()) if self._waiting else ()
        return self._sink(Chunk(data, chunk.rate, marks))

    def _due(self) -> Iterable[Mark]:
        """Give the marks whose samples have come, in order; those of other places are lost."""
        due = [mark for mark in self._waiting if mark.sample < self._samples]
        self._waiting = [mark for mark in self._waiting if mark.sample >= self._samples]
        for mark in sorted(due, key=lambda mark: mark.sample):
            inside = 0 <= mark.offset < self._length and mark.length > 0
            if inside and mark.offset > self._last.offset:
                length = min(mark.length, self._length - mark.offset)
                self._last = Mark(max(mark.sample, self._last.sample), mark.offset, length)
                yield self._last
