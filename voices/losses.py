"""What to do when the speech process is lost again and again: who is to blame for it."""

from __future__ import annotations

from typing import Literal

from content.script import Place

Verdict = Literal["again", "embedded", "skip", "stop"]
"""Try the same again, try it with the embedded voice, go on after it, or read no more."""

_MOST_AT_ONE_PLACE = 2
_MOST_SKIPPED = 3


class Losses:
    """Counts losses at one place without a further word heard in between.

    One may have any cause, as a device that was unplugged. Two are taken for the voice's
    fault, or with the embedded voice for the sentence's. Three sentences in a row are no
    sentence's fault.
    """

    def __init__(self) -> None:
        self._place: Place | None = None
        self._offset = -1
        self._count = 0
        self._skipped = 0

    def heard(self, place: Place | None, offset: int) -> None:
        """Note that the word at ``offset`` of the utterance at ``place`` was heard.

        Only one behind that of the last loss shows that the cause has gone.
        """
        if place != self._place or offset > self._offset:
            self.finished()

    def finished(self) -> None:
        """Note that an utterance was heard to its end."""
        self._count = self._skipped = 0
        self._place = None

    def lost(self, place: Place | None, offset: int, embedded: bool) -> Verdict:
        """Note a loss at the word at ``offset``, where the embedded voice spoke or another."""
        self._count = self._count + 1 if place == self._place else 1
        self._place, self._offset = place, offset
        if self._count < _MOST_AT_ONE_PLACE:
            return "again"
        if not embedded:
            return "embedded"
        self._count = 0
        self._skipped += 1
        return "skip" if self._skipped <= _MOST_SKIPPED else "stop"
