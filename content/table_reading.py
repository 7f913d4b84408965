"""What is said of a cell, a row or a column of a table for one who goes through it."""

from __future__ import annotations

from itertools import islice

from content.pieces import said_of
from content.script import Script
from content.spoken_tables import columns_of
from content.structure import says
from content.table_grid import Grid
from content.words import words_of

_MOST_CELLS = 200
"""Cells of a row or a column that are said at once."""


def cell_sentence(
    script: Script, grid: Grid, row: int, cell: int, before: tuple[int, int] | None = None,
    always: bool = False,
) -> str:  # fmt: skip
    """Return "Header: value, row 2 of 5, column 3 of 4".

    ``before`` is the row and the cell one came from: only headers that are others there are
    said, or those of the column ``always``. The place is said as the setting for structure
    asks for it: at ``some`` what of it has changed, at ``most`` all of it.
    """
    rows, columns = grid.row_headers(row, cell), grid.column_headers(row, cell)
    if before is not None:
        rows = () if before[0] == row or grid.row_headers(*before) == rows else rows
        same = grid.column_headers(*before) == columns or grid.heads(*before, columns)
        columns = () if same and not always else columns
    value = _value(script, grid, cell, (*rows, *columns))
    return ", ".join([value, *_where(script, grid, row, cell, before)])


def row_sentence(script: Script, grid: Grid, row: int) -> str:
    """Return all of a row: its headers, then each cell after the headers of its column."""
    cells = grid.in_row(row)
    names = grid.row_headers(row, cells[-1]) if cells else ()
    others = [cell for cell in cells if not names or grid.text(cell) not in names]
    said = [_said(script, ", ".join(names))] if names else []
    headed = [(cell, grid.column_headers(row, cell)) for cell in others[:_MOST_CELLS]]
    return _joined(script, grid, said, headed, len(others))


def column_sentence(script: Script, grid: Grid, row: int, column: int) -> str:
    """Return all of a column: its headers, then each cell after the headers of its row."""
    cells: dict[int, int] = {}
    for each in range(grid.rows):
        cell = grid.cell(each, column)
        if cell is not None and not grid.names_columns(each):
            cells.setdefault(cell, each)
    if not cells and (here := grid.cell(row, column)) is not None:
        cells[here] = row
    said: list[str] = []
    for cell, each in islice(cells.items(), 1):
        if names := grid.column_headers(each, cell):
            said = [_said(script, ", ".join(names))]
    return _joined(script, grid, said, [
        (cell, grid.row_headers(each, cell)) for cell, each in islice(cells.items(), _MOST_CELLS)
    ], len(cells))  # fmt: skip


def _joined(
    script: Script, grid: Grid, said: list[str], cells: list[tuple[int, tuple[str, ...]]],
    total: int,
) -> str:  # fmt: skip
    said += [_value(script, grid, cell, names) for cell, names in cells]
    if total > len(cells):
        said.append(f"and {total - len(cells)} more")
    return " ".join(each if each.endswith((".", "!", "?")) else each + "." for each in said)


def _value(script: Script, grid: Grid, cell: int, headers: tuple[str, ...]) -> str:
    words = words_of(script.article.language or "en")
    value = _said(script, grid.text(cell)) or words("empty")
    return f"{_said(script, ', '.join(headers))}: {value}" if headers else value


def _said(script: Script, text: str) -> str:
    language = script.article.language or "en"
    return said_of(text, language, "table", script.settings, script.known) if text else ""


def _where(
    script: Script, grid: Grid, row: int, cell: int, before: tuple[int, int] | None
) -> list[str]:
    structure = script.settings.structure
    if not says(structure, "some"):
        return []
    words = words_of(script.article.language or "en")
    everything = before is None or says(structure, "most")
    found = []
    number = grid.number(row)
    if number is not None and (everything or before is None or before[0] != row):
        found.append(words("row", *number))
    columns = columns_of(grid.cells[cell])
    first, last = columns.start + 1, min(columns.stop, grid.columns)
    if everything or before is None or columns_of(grid.cells[before[1]]) != columns:
        found.append(
            words("columns", first, last, grid.columns)
            if first < last
            else words("column", first, grid.columns)
        )
    return found
