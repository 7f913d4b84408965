"""The rows and columns of a table, as one goes through them; a cell may span several."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from content.model import Block, Cell
from content.spoken_tables import MOST_HEADERS, columns_of, line_of, rows_of

_MOST_ROWS = 1_000
"""Rows that a cell may span for us: a page may claim millions."""

_Headers = dict[int, tuple[str, ...]]
"""By column, what heads it."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where one is in a table; in a cell that spans several rows, in which of them."""

    block: int
    row: int
    column: int


class Grid:
    """Rows and columns count from 0; cells are told by their index into ``cells``."""

    def __init__(self, block: Block) -> None:
        self.block = block
        rows = rows_of(block)
        self.cells: list[Cell] = [cell for _, cells in rows for cell in cells]
        """In reading order."""
        self._starts = [cell.start for cell in self.cells]
        self._numbers = [number for number, _ in rows]
        self._rows: list[list[tuple[int, int]]] = [[] for _ in rows]
        """For each row, the columns where cells begin, also those from above, and the cells."""
        self._heading = [all(cell.header for cell in cells) for _, cells in rows]
        self._headers: list[_Headers] = []
        """For each row, the headers above it; rows below the same headers share one."""
        index = 0
        for row, (_, cells) in enumerate(rows):
            for cell in cells:
                for covered in range(row, self._end_of(row, cell)):
                    self._rows[covered].append((cell.column, index))
                index += 1
        for columns in self._rows:
            columns.sort()
        self._find_headers([cells for _, cells in rows])
        self.columns = max(columns_of(cell).stop for cell in self.cells)
        self.columns = min(self.columns, len(self.cells))

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    def at(self, offset: int) -> int:
        """Return the cell that holds the character at ``offset`` of the block's text."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def row_of(self, cell: int) -> int:
        """Return the first row of a cell."""
        return bisect_left(self._numbers, self.cells[cell].row)

    def cell(self, row: int, column: int) -> int | None:
        """Return the cell that covers a place, or else the nearest before it in its row."""
        columns = self._rows[row]
        if not columns:
            return None
        return columns[max(0, bisect_right(columns, (column, len(self.cells))) - 1)][1]

    def beside(self, row: int, cell: int, direction: int) -> int | None:
        """Return the next or the previous cell in ``row``; None at its end."""
        columns = self._rows[row]
        index = bisect_left(columns, (self.cells[cell].column, cell)) + direction
        return columns[index][1] if 0 <= index < len(columns) else None

    def row_beyond(self, row: int, cell: int, direction: int) -> int | None:
        """Return the row after or before all those that ``cell`` spans; None at the edge."""
        first = self.row_of(cell)
        beyond = self._end_of(first, self.cells[cell]) if direction == 1 else first - 1
        return beyond if 0 <= beyond < self.rows else None

    def in_row(self, row: int) -> list[int]:
        """Return the cells of a row, also those that begin above it."""
        return [cell for _, cell in self._rows[row]]

    def names_columns(self, row: int) -> bool:
        """Whether a row consists of headers."""
        return self._heading[row]

    def number(self, row: int) -> tuple[int, int] | None:
        """Return which row of how many it is, from 1; None for one that only names columns."""
        if self._heading[row]:
            return None
        return row + 1 - sum(self._heading[:row]), self.rows - sum(self._heading)

    def column_headers(self, row: int, cell: int) -> tuple[str, ...]:
        """Return what heads the columns of a cell, each once; nothing for such a header."""
        if self._heading[row]:
            return ()
        above = self._headers[self.row_of(cell)]
        columns = columns_of(self.cells[cell])
        names = [name for column in columns for name in above.get(column, ())]
        return tuple(dict.fromkeys(filter(None, names)))

    def heads(self, row: int, cell: int, headers: tuple[str, ...]) -> bool:
        """Whether a cell is itself one of these headers of columns."""
        return self._heading[row] and self.text(cell) in headers

    def row_headers(self, row: int, cell: int) -> tuple[str, ...]:
        """Return what heads the row of a cell, left of it."""
        if self._heading[row]:
            return ()
        column = self.cells[cell].column
        names = [
            self.text(other)
            for start, other in self._rows[row]
            if start < column and self.cells[other].header
        ]
        return tuple(dict.fromkeys(filter(None, names)))

    def text(self, cell: int) -> str:
        """Return what is written in a cell, on one line."""
        return line_of(self.block, self.cells[cell])

    def _end_of(self, row: int, cell: Cell) -> int:
        """Return the row past the last that a cell spans, which begins in ``row``."""
        last = cell.row + max(1, min(cell.rows, _MOST_ROWS))
        return max(row + 1, bisect_left(self._numbers, last))

    def _find_headers(self, rows: list[list[Cell]]) -> None:
        headers: _Headers = {}
        was_heading = seen_data = False
        for row, cells in enumerate(rows):
            heading = self._heading[row]
            # One header alone between rows of data is the title of those that follow.
            if heading and not (seen_data and len(cells) == 1):
                headers = dict(headers) if was_heading else {}
                for cell in cells:
                    for column in columns_of(cell):
                        above = headers.get(column, ())[: MOST_HEADERS - 1]
                        headers[column] = (*above, line_of(self.block, cell))
            self._headers.append(headers)
            seen_data = seen_data or not heading
            was_heading = heading
