"""A table is said cell by cell, each after the headers of its columns."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from content.model import Block, Cell
from content.words import Words

_MOST_COLUMNS = 100
"""Columns that a cell may span for us: a page may claim millions."""
MOST_HEADERS = 4
"""Rows of headers that are said before a cell."""


@dataclass(frozen=True, slots=True)
class SpokenCell:
    """A stretch of a table's text that holds one cell, and what is said before it."""

    start: int
    end: int
    """Where the next cell begins: what stands between two cells belongs to the first."""
    headers: tuple[str, ...]
    """What heads it, each on one line, as it is written; none for a header."""
    row: int
    """The number of the row that it begins, from 1; 0 in the middle of one. Rows that only
    name columns don't count."""
    ends_row: bool


def table_cells(block: Block) -> list[SpokenCell]:
    """Return the cells in reading order; they cover the block's text without a gap.

    A cell that spans columns is said after the headers of all of them, and one below several
    rows of headers after each. The name of a row that spans more is said again in the next.
    """
    found: list[tuple[Cell, tuple[str, ...], int, bool]] = []
    headers: dict[int, tuple[str, ...]] = {}
    names: dict[int, tuple[int, str]] = {}
    """By column: the last row that a row's name spans, and the name."""
    number = 0
    was_heading = False
    for row, cells in rows_of(block):
        heading = all(cell.header for cell in cells)
        if not heading:
            number += 1
        # One header alone between rows of data is the title of those that follow.
        if heading and not (number and len(cells) == 1):
            if not was_heading:
                headers = {}
            for cell in cells:
                for column in columns_of(cell):
                    above = headers.get(column, ())[: MOST_HEADERS - 1]
                    headers[column] = (*above, line_of(block, cell))
        names = {column: kept for column, kept in names.items() if kept[0] >= row}
        for index, cell in enumerate(cells):
            above = () if heading or (cell.header and cell.column) else _above(headers, cell)
            begins = index == 0 and not heading
            if begins:
                above = (*(name for _, name in names.values()), *above)
            found.append((cell, above, number if begins else 0, index == len(cells) - 1))
        if not heading:
            names |= {
                cell.column: (row + cell.rows - 1, line_of(block, cell))
                for cell in cells
                if cell.header and cell.rows > 1
            }
        was_heading = heading
    return _covering(block, found)


def row_count(block: Block) -> int:
    """Return how many rows there are that do not only name columns."""
    return sum(not all(cell.header for cell in cells) for _, cells in rows_of(block))


def size_of(block: Block, words: Words) -> str:
    """Return how a table is announced: "table, 3 columns, 5 rows"."""
    columns = max(cell.column + max(1, cell.columns) for cell in block.cells)
    return f"{words('table', min(columns, len(block.cells)))}, {words('rows', row_count(block))}"


def column_headers(block: Block) -> list[str]:
    """Return the headers in the first row, if that is what it consists of."""
    first = next((cells for _, cells in rows_of(block)), [])
    named = [line_of(block, cell) for cell in first if cell.header]
    return [name for name in named if name] if len(named) == len(first) else []


def _covering(
    block: Block, found: list[tuple[Cell, tuple[str, ...], int, bool]]
) -> list[SpokenCell]:
    made: list[SpokenCell] = []
    at = 0
    for index, (_, headers, row, ends_row) in enumerate(found):
        last = index + 1 == len(found)
        end = len(block.text) if last else max(at, found[index + 1][0].start)
        made.append(SpokenCell(at, end, headers, row, ends_row))
        at = end
    return made


def rows_of(block: Block) -> list[tuple[int, list[Cell]]]:
    """Return the rows in order, each with its number and the cells that begin in it."""
    cells = sorted(block.cells, key=lambda cell: (cell.row, cell.column))
    return [(row, list(group)) for row, group in groupby(cells, key=lambda cell: cell.row)]


def columns_of(cell: Cell) -> range:
    """Return the columns that a cell covers."""
    return range(cell.column, cell.column + max(1, min(cell.columns, _MOST_COLUMNS)))


def _above(headers: dict[int, tuple[str, ...]], cell: Cell) -> tuple[str, ...]:
    """Return the headers of a cell's columns, each once, none that is empty."""
    above = [name for column in columns_of(cell) for name in headers.get(column, ())]
    return tuple(dict.fromkeys(filter(None, above)))


def line_of(block: Block, cell: Cell) -> str:
    """Return what is written in a cell, on one line."""
    return " ".join(block.text[cell.start : cell.end].split())
