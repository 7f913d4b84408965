"""A Sound: the speech of one utterance, filled by a voice while it is already played."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from voices.contract import PLAYER_RATE, Chunk, Mark
from voices.sonic import Sonic

if TYPE_CHECKING:  # the speech process needs no article
    from content.utterance import Phonemes

_FEED = PLAYER_RATE // 50
"""Samples given to Sonic at a time: 20 ms, so that a new speed is heard after little more."""
_HELD_BACK = 2 * PLAYER_RATE // 65
"""Samples that Sonic may keep inside: two periods of the lowest voice it reckons with."""


@dataclass(frozen=True, slots=True)
class Moment:
    """How far an utterance has been heard."""

    offset: int
    """Of the word in the text."""
    part: float
    """Of the word, from 0 to 1."""


class Sound:
    """Samples that grow at one end and are played from the other, at any speed.

    The synthesis thread adds, the player's reads; appending to a list or a bytearray and
    slicing one are each a single step of the interpreter, so that neither needs to wait.
    """

    def __init__(
        self,
        number: int,
        text: str = "",
        language: str = "",
        pause_ms: float = 0,
        start: int = 0,
        ends_block: bool = False,
    ) -> None:
        self.number = number
        self.text = text
        self.language = language
        self.pause_ms = pause_ms
        self.ends_block = ends_block
        """Whether a paragraph ends with it."""
        self.aside = False
        """Whether it is an announcement."""
        self.phonemes: tuple[Phonemes, ...] = ()
        """How stretches of its text sound."""
        self.native_pace = 0.0
        """Words a minute at which its samples are true as they are; 0 before it is known."""
        self.dropped = False
        """Whether nobody waits for it any more."""
        self.complete = False
        """Whether the voice has said everything."""
        self.successor: Sound | None = None
        """The same utterance in another manner, to go over to as soon as it can be heard."""
        self.changed: Callable[[], object] = lambda: None
        """Called when speech has been added."""
        self._samples = bytearray()
        self._marks: list[Mark] = []
        self._start = start
        self._ready = start == 0
        self._first = 0.0
        self._first_mark = 0
        self._cursor = 0.0
        self._next_mark = 0
        self._sonic: Sonic | None = None
        self._fed = 0
        self._flushed = False
        self._speed = 1.0

    # The voice's end.

    def add(self, chunk: Chunk) -> None:
        """Append speech at the player's rate."""
        self._samples += chunk.samples
        self._marks.extend(chunk.marks)
        if not self._ready:
            self._seek()
        self.changed()

    def finish(self) -> None:
        """Say that nothing more comes."""
        self.complete = True
        self._ready = True
        self.changed()

    def _seek(self) -> None:
        """Begin with the word that holds ``start``, as soon as the voice has come to it."""
        for index, mark in enumerate(self._marks):
            if mark.offset + mark.length > self._start:
                if mark.sample * 2 <= len(self._samples):
                    self._first_mark = self._next_mark = index
                    self._first = self._cursor = float(mark.sample)
                    self._ready = True
                return

    # The player's end.

    @property
    def length(self) -> int:
        """How many samples have been added."""
        return len(self._samples) // 2

    @property
    def empty(self) -> bool:
        """Whether no speech has been added."""
        return not self._samples

    @property
    def ended(self) -> bool:
        """Whether everything has been played."""
        if not self.complete:
            return False
        if self._sonic is not None and self._flushed:
            return self._sonic.available == 0
        return self._sonic is None and self._cursor * 2 >= len(self._samples)

    @property
    def speed(self) -> float:
        """How many of its samples are played for each that is heard."""
        return self._speed

    def drop(self) -> None:
        """Say that nobody waits for it any more."""
        self.dropped = True

    def set_pace(self, pace: float) -> None:
        """Play at ``pace`` words a minute from the next sample on."""
        if not self.native_pace:
            return
        self._speed = pace / self.native_pace
        if self._sonic is not None:
            self._sonic.speed = self._speed

    def read(self, count: int) -> tuple[bytes, list[Mark]]:
        """Return up to ``count`` samples and the marks that were passed with them."""
        if not self._ready:
            return b"", []
        if self._sonic is None and self._speed == 1.0:
            at = int(self._cursor)
            data = bytes(self._samples[at * 2 : (at + count) * 2])
            self._cursor = at + len(data) / 2
        else:
            data = self._stretched(count)
        return data, self._passed()

    def _stretched(self, count: int) -> bytes:
        if self._sonic is None:
            self._sonic = Sonic(PLAYER_RATE, self._speed)
            self._fed = int(self._cursor)
        while self._sonic.available < count and not self._flushed:
            piece = bytes(self._samples[self._fed * 2 : (self._fed + _FEED) * 2])
            if piece:
                self._sonic.write(piece)
                self._fed += len(piece) // 2
            elif self.complete:
                self._sonic.flush()
                self._flushed = True
            else:
                break
        data = self._sonic.read(count)
        # What Sonic holds back is not known exactly: count, and never stray from what is.
        last = self._fed - self._sonic.available * self._speed
        first = last if self._flushed else last - _HELD_BACK
        self._cursor = min(max(self._cursor + len(data) // 2 * self._speed, first), last)
        return data

    def _passed(self) -> list[Mark]:
        first = self._next_mark
        while (
            self._next_mark < len(self._marks)
            and self._marks[self._next_mark].sample < self._cursor
        ):
            self._next_mark += 1
        return self._marks[first : self._next_mark]

    # Going back, and over to another.

    def state(self) -> tuple[float, int]:
        """Return how far it has been read, for ``restore``."""
        return self._cursor, self._next_mark

    def restore(self, state: tuple[float, int]) -> None:
        """Go back to where it was read when ``state`` was returned."""
        self._cursor = max(state[0], self._first)
        self._next_mark = max(state[1], self._first_mark)
        self._sonic = None
        self._flushed = False

    def rewind_to_word(self) -> None:
        """Go back to the start of the word that was being heard, so that none is missed."""
        word = max(self._next_mark - 1, self._first_mark)
        self.restore((float(self._marks[word].sample) if self._marks else 0.0, word))

    def word_offset(self) -> int:
        """Return where in the text the word stands that is heard, or is heard next."""
        if not self._marks or self._next_mark <= self._first_mark:
            return self._start
        return self._marks[self._next_mark - 1].offset

    def moment(self) -> Moment:
        """Return how far it has been heard."""
        index = self._next_mark - 1
        if index < self._first_mark:
            return Moment(self._start, 0.0)
        mark = self._marks[index]
        part = (self._cursor - mark.sample) / max(1, self._length_of(index))
        return Moment(mark.offset, max(0.0, min(1.0, part)))

    def can_follow(self, other: Sound) -> bool:
        """Whether it can go on where ``other``, of the same text, is now."""
        return self._state_at(other.moment()) is not None

    def follow(self, other: Sound) -> None:
        """Go on where ``other`` is now, in the middle of a word if need be."""
        state = self._state_at(other.moment())
        if state is not None:
            self._ready = True
            self.restore(state)

    def _state_at(self, moment: Moment) -> tuple[float, int] | None:
        """Return the state in which ``moment`` is heard next, once that has been added."""
        index = bisect_right(self._marks, moment.offset, key=lambda mark: mark.offset) - 1
        if index < 0:
            return (self._first, 0) if self.complete or (self._samples and self._ready) else None
        if index + 1 >= len(self._marks) and not self.complete:
            return None
        cursor = self._marks[index].sample + moment.part * self._length_of(index)
        return cursor, index + (1 if moment.part else 0)

    def _length_of(self, index: int) -> int:
        """Return how many samples the word of mark ``index`` lasts."""
        following = index + 1
        end = (
            self._marks[following].sample
            if following < len(self._marks)
            else len(self._samples) // 2
        )
        return end - self._marks[index].sample
