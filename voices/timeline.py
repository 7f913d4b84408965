"""The timeline: what the mixer has rendered, until it is heard or taken back.

Samples have numbers. Those up to ``end`` are rendered; when they are heard, what is reached
with them is told. What is not heard yet can be taken back and rendered anew after a request,
so that a device may hold much and a key is still heard at once.
"""

from __future__ import annotations

import array
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from voices.messages import Event
from voices.mixer import Begin, Mixer, Timed, Undo

BLOCK = 66
"""Samples that are rendered, and taken back, together: 3 ms at the player's rate."""


@dataclass(slots=True)
class _Block:
    at: int
    samples: bytes
    events: list[Timed]
    undo: Undo


class Timeline:
    """Renders a mixer ahead of what is heard. Used under one lock, ``emit`` included."""

    def __init__(self, mixer: Mixer, emit: Callable[[Event], None]) -> None:
        self.mixer = mixer
        self.end = 0
        """The number of the sample that is rendered next."""
        self._emit = emit
        self._blocks: deque[_Block] = deque()
        self._fixed = 0
        """Up to this number nothing can be taken back."""
        self.starved = False
        """Whether less was rendered than was asked for, since there was no more."""
        self._fade = array.array("h")
        """What was cut off and still fades out, mixed into what comes in its place."""

    def render(self, until: int) -> bytes:
        """Return the samples from ``end`` to ``until``, or as many as there are now."""
        out = bytearray()
        while self.end < until:
            events: list[Timed] = []
            undo: Undo = []
            data = self.mixer.render(min(BLOCK, until - self.end), events, undo)
            if self._fade and (data or any(self._fade)):
                data = self._crossfaded(data, min(BLOCK, until - self.end))
            if not data and not events:
                break
            self._blocks.append(_Block(self.end, data, events, undo))
            self.end += len(data) // 2
            out += data
            if not data:
                break
        self.starved = self.end < until
        return bytes(out)

    def skip_to(self, number: int) -> None:
        """Leave silence up to ``number``: the time for it has gone by."""
        self.end = max(self.end, number)

    def heard(self, number: int) -> None:
        """Tell what is reached with the samples before ``number``."""
        while self._blocks and self._blocks[0].at <= number:
            for event in self._blocks.popleft().events:
                if isinstance(event, Begin):
                    event.sound.begin()
                else:
                    self._emit(event)

    @property
    def next_event(self) -> int | None:
        """The number of the sample with which something is reached next."""
        return next((block.at for block in self._blocks if block.events), None)

    def take_back(self, number: int) -> int:
        """Take back what is rendered from about ``number`` on; return from where exactly.

        What is rendered next fades in over 3 ms while what was there fades out, so that
        nothing clicks and nothing waits.
        """
        self.skip_to(number)
        self.render(number + 2 * BLOCK)
        dropped = bytearray()
        while self._blocks and self._blocks[-1].at >= number and self._blocks[-1].at >= self._fixed:
            block = self._blocks.pop()
            for go_back in reversed(block.undo):
                go_back()
            dropped[:0] = block.samples
            self.end = block.at
        self._fixed = self.end
        self._fade = array.array("h", bytes(dropped[: BLOCK * 2]).ljust(BLOCK * 2, b"\0"))
        return self.end

    def _crossfaded(self, data: bytes, count: int) -> bytes:
        """Return ``data`` fading in over what fades out, which goes on without any data."""
        samples = array.array("h", data or bytes(2 * min(count, len(self._fade))))
        steps = min(len(samples), len(self._fade))
        done = BLOCK - len(self._fade)
        for i in range(steps):
            risen = (done + i) / BLOCK
            samples[i] = int(samples[i] * risen + self._fade[i] * (1 - risen))
        self._fade = self._fade[steps:]
        return samples.tobytes()
