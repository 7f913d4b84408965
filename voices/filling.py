"""A sound as it is filled with the speech of its parts, by one voice or several."""

from __future__ import annotations

from voices.contract import PLAYER_RATE, Chunk, Mark, Sink
from voices.pieces import word_after
from voices.sound import Sound


class Filling:
    """Puts the speech of parts of a text into the sound of the whole."""

    def __init__(self, sound: Sound) -> None:
        self.sound = sound
        self.samples = 0
        """How many have been put in."""
        self.reached = -1
        """The last word that was: its offset into the whole text."""
        self._before = 0

    def part(self, at: int) -> Sink:
        """Return the sink for the text that begins at ``at``, after what is there already."""
        before = self._before = self.samples

        def receive(chunk: Chunk) -> bool:
            marks = tuple(
                Mark(before + mark.sample, at + mark.offset, mark.length) for mark in chunk.marks
            )
            self.samples += len(chunk.samples) // 2
            if marks:
                self.reached = marks[-1].offset
            self.sound.add(Chunk(chunk.samples, chunk.rate, marks))
            return not self.sound.dropped

        return receive

    def goes_on_at(self, text: str, at: int) -> int:
        """Return where to go on when ``text``, which begins at ``at``, was broken off.

        That is the last word that was begun, by its mark or, where there is none, by the time.
        """
        if self.reached >= at:
            return self.reached
        seconds = (self.samples - self._before) / PLAYER_RATE
        return at + word_after(text, seconds, self.sound.native_pace) if seconds else at
