"""Lines without the white space around them, so that what stands together is told by places.

The passes over plain text tell by the places of two blocks whether a blank line parts them.
Indentation would hide that; so they work with places in a text that has none, and what they
made is put back into its own places at the end.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from content.lines import Line
from content.model import Block, Skipped


class Dense:
    """The same lines with one line end between two, and two where a blank line parts them."""

    def __init__(self, lines: Sequence[Line]) -> None:
        """Take the lines where they stand in the source."""
        self.lines: list[Line] = []
        self._starts: list[int] = []
        self._sources = [line.start for line in lines]
        at = 0
        for line in lines:
            at += line.opens and at > 0
            self.lines.append(replace(line, start=at))
            self._starts.append(at)
            at += len(line.text) + 1

    def place(self, at: int) -> int:
        """Return where in the source the character stands that stands here at ``at``."""
        index = max(0, bisect_right(self._starts, at) - 1)
        return at - self._starts[index] + self._sources[index] if self._starts else at

    def block(self, block: Block) -> Block:
        """Return ``block`` with its places in the source."""
        runs = tuple(replace(run, source=self.place(run.source)) for run in block.runs)
        return replace(block, runs=runs)

    def piece(self, piece: Skipped) -> Skipped:
        """Return ``piece`` with its place in the source."""
        return replace(piece, start=self.place(piece.start))
