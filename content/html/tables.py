"""Tables: those of data become one block with cells, those that only place things are walked."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import Any

from content.html.names import Attributes, local, role, words
from content.html.prose import Prose
from content.html.state import Container, Leave, Walk
from content.html.structure import joining, number_of
from content.model import Block, Cell

_LOOKED_AT = 3_000
"""Elements of a table that are looked at to tell what it is for."""
_HEAVY = words("h1 h2 h3 h4 h5 h6 pre blockquote hr form article section nav figure iframe")
_LONG_CELL = 600
"""Characters that a cell of data seldom has."""
_MOST_SPANNING = 200
"""Cells reaching into later rows at one time, beyond which their reach is not kept."""


def is_layout(element: Any, attributes: Attributes) -> bool:
    """Whether a table only places things on the page."""
    if role(attributes) in ("presentation", "none"):
        return True
    rows = cells = columns = heavy = long = parts = 0
    for child in islice(element.iterdescendants("*"), _LOOKED_AT):
        name = local(child.tag)
        if name in ("th", "caption", "thead"):
            return False
        if name == "table":
            return True
        if name == "tr":
            rows += 1
            columns = max(columns, sum(1 for _ in islice(child.iterchildren("*"), 50)))
        elif name == "td":
            cells += 1
            long += _is_long(child)
        elif name in _HEAVY:
            heavy += 1
        elif name in ("p", "ul", "ol", "dl", "div"):
            parts += 1
    if role(attributes) in ("table", "grid") or attributes.get("summary", "").strip():
        return False
    return rows <= 1 or columns <= 1 or heavy > 0 or long * 4 > cells or parts > 3 * cells


def _is_long(cell: Any) -> bool:
    length = 0
    for text in islice(cell.itertext(), 200):
        length += len(text)
        if length > _LONG_CELL:
            return True
    return False


class Table:
    """Gathers the cells of a table and where they stand in its grid."""

    def __init__(self) -> None:
        self.prose = Prose()
        self.cells: list[Cell] = []
        self.row = -1
        self._row_open = False
        self._column = 0
        self._reaching: list[tuple[int, int, int]] = []
        """First column, column past the last and last row of cells that span rows."""

    def begin_row(self) -> None:
        """Begin a row; rows without cells do not count."""
        self._row_open = False

    def begin_cell(self, header: bool, rows: int, columns: int) -> None:
        """Begin a cell at the next free place of the row."""
        if self._row_open:
            self.prose.separate("\t")
        else:
            self.row += 1
            self._row_open, self._column = True, 0
            self._reaching = [span for span in self._reaching if span[2] >= self.row]
            self._reaching.sort()
            if self.row:
                self.prose.separate("\n")
        for start, end, _ in self._reaching:
            if start <= self._column < end:
                self._column = end
        start = self.prose.length
        self.cells.append(Cell(start, start, self.row, self._column, header, rows, columns))
        end = self._column + columns
        if rows > 1 and len(self._reaching) < _MOST_SPANNING:
            self._reaching.append((self._column, end, self.row + rows - 1))
        self._column = end

    def end_cell(self) -> None:
        """End the cell that is open."""
        self.cells[-1] = replace(self.cells[-1], end=self.prose.length)

    def block(self) -> Block | None:
        """Return the table, or None when nothing stands in it."""
        block, _ = self.prose.take("table", strip="")
        if not any(cell.end > cell.start for cell in self.cells):
            return None
        return replace(block, cells=tuple(self.cells))


def enter_table(walk: Walk, element: Any, name: str, attributes: Attributes) -> list[Leave]:
    """Begin a table of data, or walk one that is none."""
    if walk.joined or is_layout(element, attributes):
        return []
    walk.flush()
    table = Table()
    walk.tables.append(table)

    def leave() -> None:
        walk.flush()
        walk.tables.pop()
        marks, table.prose.marks = table.prose.marks, []
        block = table.block()
        if block is not None:
            walk.keep(block, marks)
        else:
            walk.prose.waiting += marks

    return [leave]


def enter_row(walk: Walk, element: Any, name: str, attributes: Attributes) -> list[Leave]:
    """Begin a row of the innermost table of data."""
    if walk.tables and not walk.joined:
        walk.tables[-1].begin_row()
    return []


def enter_cell(walk: Walk, element: Any, name: str, attributes: Attributes) -> list[Leave]:
    """Begin a cell."""
    if walk.joined or not walk.tables:
        return []
    walk.flush()
    table = walk.tables[-1]
    outer = walk.prose
    walk.prose = table.prose
    table.begin_cell(
        name == "th" or role(attributes) in ("columnheader", "rowheader"),
        min(65_534, max(1, number_of(attributes.get("rowspan")) or 1)),
        min(1_000, max(1, number_of(attributes.get("colspan")) or 1)),
    )
    walk.joined += 1

    def leave() -> None:
        walk.joined -= 1
        table.end_cell()
        table.prose.images = 0
        walk.prose = outer

    return [leave]


def enter_caption(walk: Walk, element: Any, name: str, attributes: Attributes) -> list[Leave]:
    """Begin the caption of a table, which stands before it."""
    return [] if walk.joined else joining(walk, Container("caption"))
