"""A table is said cell by cell, each after the header of its column."""

from __future__ import annotations

from dataclasses import dataclass

from content.model import Block


@dataclass(frozen=True, slots=True)
class SpokenCell:
    """A stretch of a table's text that holds one cell, and what is said before it."""

    start: int
    end: int
    """Where the next cell begins: what stands between two cells belongs to the first."""
    header: str
    """The header of its column, on one line; empty for a header."""
    ends_row: bool


def table_cells(block: Block) -> list[SpokenCell]:
    """Return the cells in reading order; they cover the block's text without a gap."""
    cells = sorted(block.cells, key=lambda cell: (cell.row, cell.column))
    headers: dict[int, str] = {}
    made: list[SpokenCell] = []
    at = 0
    for index, cell in enumerate(cells):
        following = cells[index + 1] if index + 1 < len(cells) else None
        end = len(block.text) if following is None else max(at, following.start)
        header = headers.get(cell.column, "")
        if cell.header and not (header and cell.column == 0):
            # A header in a row of data is that row's name, and no header of its column.
            if _heads_column(block, cell.row):
                headers[cell.column] = _one_line(block.text[cell.start : cell.end])
            header = ""
        ends_row = following is None or following.row != cell.row
        made.append(SpokenCell(at, end, header, ends_row))
        at = end
    return made


def _heads_column(block: Block, row: int) -> bool:
    return all(cell.header for cell in block.cells if cell.row == row)


def _one_line(text: str) -> str:
    return " ".join(text.split())
