"""A table in HTML that stands in Markdown becomes one Block with cells."""

from __future__ import annotations

from dataclasses import replace

from content.model import Block, Cell
from content.patterns import lazily
from content.prose import Places, Prose

_SPAN = lazily("[0-9]{1,3}")


class FragmentTable:
    """Takes a table's rows and cells as their tags come; tables within are part of their cell."""

    def __init__(self, places: Places) -> None:
        self.prose = Prose(places, line_break=" ")
        self._cells: list[Cell] = []
        self._taken: dict[int, int] = {}
        """The last row that a cell from a row above spans, by column."""
        self._row = -1
        self._begun: Cell | None = None

    def row(self) -> None:
        """Begin a row."""
        self._end_cell()
        self._row += 1

    def cell(self, header: bool, values: dict[str, str]) -> None:
        """Begin a cell."""
        if self._row < 0:
            self.row()
        self._end_cell()
        if self._cells:
            self.prose.add("\t" if self._cells[-1].row == self._row else "\n")
        column = 0
        if self._cells and self._cells[-1].row == self._row:
            column = self._cells[-1].column + self._cells[-1].columns
        while self._taken.get(column, -1) >= self._row:
            column += 1
        rows, columns = (_span(values.get(name, "")) for name in ("rowspan", "colspan"))
        if rows > 1:
            last = self._row + rows - 1
            self._taken.update(dict.fromkeys(range(column, column + columns), last))
        at = self.prose.length
        self._begun = Cell(at, at, self._row, column, header, rows, columns)

    def _end_cell(self) -> None:
        if self._begun:
            self._cells.append(replace(self._begun, end=self.prose.length))
            self._begun = None

    def end(self) -> Block:
        """Return the table."""
        self._end_cell()
        block = self.prose.block("table", trim=False)
        return replace(block, cells=tuple(self._cells))


def _span(said: str) -> int:
    """Return how many rows or columns a cell spans; more than 50 are hardly meant."""
    return min(50, max(1, int(said))) if _SPAN.fullmatch(said) else 1
