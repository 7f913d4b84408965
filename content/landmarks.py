"""Where headings, lists, tables, links and so on stand: found once each, when first asked for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Literal

from content.list_shape import begins_list, items_from
from content.model import Article, Position
from content.moves import Direction
from content.table_grid import Grid

Landmark = Literal["heading", "list", "item", "table", "quote", "link", "figure"]
Stretch = tuple[int, int, int]
"""The index of a block, and from where to where in its text."""

_LONGEST_LIST = 2_000
"""Blocks that are looked through backwards for the beginning of a list."""
_SPANS = {"link": "link", "figure": "image"}
"""What is a stretch within a block, and the kind of its span."""


class Landmarks:
    """The landmarks of one article, each kind in order, so that the nearest is looked up."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self._blocks: dict[tuple[str, int | None], list[int]] = {}
        self._stretches: dict[str, list[Stretch]] = {}
        self._grid: tuple[int, Grid] | None = None

    def nearest(
        self, kind: Landmark, at: Position, direction: Direction, level: int | None = None
    ) -> Stretch | None:
        """Return the nearest landmark that begins after or before ``at``.

        ``level`` is of headings. A list within a list is one of its own.
        """
        if kind in _SPANS:
            return self._stretch(kind, at, direction)
        found = self._found("item" if kind == "list" else kind, level)
        index = (
            bisect_right(found, at.block) if direction == 1 else bisect_left(found, at.block) - 1
        )
        while 0 <= index < len(found):
            if self._begins(kind, found[index]):
                return found[index], 0, 0
            index += direction
        return None

    def place_in_list(self, index: int) -> tuple[int, int] | None:
        """Return which item of its list the block at ``index`` is, from 1, and of how many.

        None in a list too long to count, and for a block that is no item.
        """
        blocks = self.article.blocks
        if blocks[index].kind != "item":
            return None
        level, number = blocks[index].level, 1
        for at in range(index, max(-1, index - _LONGEST_LIST), -1):
            if blocks[at].kind == "item" and blocks[at].level == level:
                if begins_list(blocks, at):
                    total = items_from(blocks, at)
                    return (number, max(total, number)) if total else None
                number += 1
        return None

    def grid(self, index: int) -> Grid | None:
        """Return the rows and columns of the table at ``index``; None when there is none."""
        block = self.article.blocks[index] if index < len(self.article.blocks) else None
        if block is None or block.kind != "table" or not block.cells:
            return None
        if self._grid is None or self._grid[0] != index:
            self._grid = index, Grid(block)
        return self._grid[1]

    def links(self) -> Sequence[Stretch]:
        """Return where all links stand, in order."""
        return self._all("link")

    def _stretch(self, kind: str, at: Position, direction: Direction) -> Stretch | None:
        found = self._all(kind)
        offset = at.offset
        if at.block < len(self.article.blocks) and self.article.blocks[at.block].kind == kind:
            offset = 0  # a figure is one thing, wherever in it one stands
        if direction == 1:
            index = bisect_left(found, (at.block, offset + 1))
            return found[index] if index < len(found) else None
        index = bisect_left(found, (at.block, offset)) - 1
        return found[index] if index >= 0 else None

    def _all(self, kind: str) -> list[Stretch]:
        found = self._stretches.get(kind)
        if found is None:
            blocks, of_span = self.article.blocks, _SPANS[kind]
            found = [
                (index, span.start, span.end)
                for index, block in enumerate(blocks)
                if block.spans
                for span in block.spans
                if span.kind == of_span and span.start < span.end
            ]
            found += [
                (index, 0, len(block.text))
                for index, block in enumerate(blocks)
                if block.kind == kind
            ]
            found.sort()
            self._stretches[kind] = found
        return found

    def _found(self, kind: str, level: int | None) -> list[int]:
        found = self._blocks.get((kind, level))
        if found is None:
            found = self._blocks[kind, level] = [
                index
                for index, block in enumerate(self.article.blocks)
                if block.kind == kind and (level is None or block.level == level)
            ]
        return found

    def _begins(self, kind: str, index: int) -> bool:
        """Whether a landmark begins at the block: a list and a quote may be several blocks."""
        blocks = self.article.blocks
        if kind == "list":
            return begins_list(blocks, index)
        if kind == "quote" and index:
            before = blocks[index - 1]
            return before.kind != "quote" or before.level != blocks[index].level
        return True
