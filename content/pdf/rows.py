"""Lines that stand on one base: the cells of a table, or one line that was torn apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from content.pdf.lines import Line, line

_FEWEST = 3
"""Rows of two cells or more that a table must have."""
_APART = 3.0
"""Sizes of the writing that may lie between two rows."""
_MOST_COLUMNS = 12
_EVEN = 0.7
"""Share of the cells that must stand in line; gaps in lines of text are anywhere."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; a cell is the lines that stand in it, and may have none."""

    rows: tuple[tuple[tuple[Line, ...], ...], ...]

    @property
    def page(self) -> int:
        """The page it begins on."""
        return next(one.page for row in self.rows for cell in row for one in cell)


def gathered(lines: Sequence[Line]) -> list[Line | Table]:
    """Return the lines of a page with tables made of those that are their cells."""
    rows = _rows(lines)
    done: list[Line | Table] = []
    index = 0
    while index < len(rows):
        end = _table_end(rows, index)
        if end > index:
            done.append(_table(rows[index:end]))
            index = end
        else:
            row = rows[index]
            done.append(
                row[0] if len(row) == 1
                else line([word for one in row for word in one.words], row[0].page)
            )  # fmt: skip
            index += 1
    return done


def _rows(lines: Sequence[Line]) -> list[list[Line]]:
    rows: list[list[Line]] = []
    for one in lines:
        last = rows[-1][-1] if rows else None
        if (
            last is not None
            and abs(one.base - last.base) < min(one.size, last.size) * 0.4
            and one.left >= last.right - 1
        ):
            rows[-1].append(one)
        else:
            rows.append([one])
    return rows


def _table_end(rows: Sequence[Sequence[Line]], index: int) -> int:
    """Return the index past the table that begins with a row, or ``index`` if none does."""
    first = rows[index]
    if not 2 <= len(first) <= _MOST_COLUMNS or _only_marks(first):
        return index
    starts = [one.left for one in first]
    end, full = index + 1, 1
    cells = even = 0
    while end < len(rows):
        row = rows[end]
        gap = rows[end - 1][0].base - row[0].base
        if not 0 < gap < first[0].size * _APART or any(_column(starts, one) is None for one in row):
            break
        if len(row) == 1 and _column(starts, row[0]) == 0 and not _fits(rows, end, starts):
            break
        full += len(row) > 1 and not _only_marks(row)
        cells += len(row) - 1
        even += sum(_is_even(first, one) for one in row[1:])
        end += 1
    while len(rows[end - 1]) == 1 and end - 1 > index and _column(starts, rows[end - 1][0]) == 0:
        end -= 1
    return end if full >= _FEWEST and even >= cells * _EVEN else index


def _fits(rows: Sequence[Sequence[Line]], index: int, starts: Sequence[float]) -> bool:
    """Whether a line in the first column ends before the second begins."""
    return rows[index][0].right < starts[1]


def _is_even(first: Sequence[Line], one: Line) -> bool:
    """Whether a cell stands in line with one of the first row: at its left, right or middle."""
    near = one.size * 0.6
    return any(
        abs(one.left - other.left) < near
        or abs(one.right - other.right) < near
        or abs(one.left + one.right - other.left - other.right) < 2 * near
        for other in first[1:]
    )


def _only_marks(row: Sequence[Line]) -> bool:
    """Whether a row is a list's bullet or number and its text."""
    return (
        len(row) == 2
        and len(row[0].text) <= 4
        and len(row[0].words) == 1
        and (not row[0].text.isalnum())
    )


def _column(starts: Sequence[float], one: Line) -> int | None:
    """Return the column in which a line begins."""
    nearest = min(range(len(starts)), key=lambda column: abs(starts[column] - one.left))
    if abs(starts[nearest] - one.left) <= one.size * 1.5:
        return nearest
    # What stands in the middle of its column, or at its right, as figures do.
    inside = [number for number, start in enumerate(starts) if start <= one.left]
    if inside and (inside[-1] + 1 == len(starts) or one.right < starts[inside[-1] + 1]):
        return inside[-1]
    return None


def _table(rows: Sequence[Sequence[Line]]) -> Table:
    starts = [one.left for one in rows[0]]
    made: list[list[list[Line]]] = []
    leading = min((a[0].base - b[0].base for a, b in pairwise(rows)), default=0)
    for number, row in enumerate(rows):
        cells: list[list[Line]] = [[] for _ in starts]
        for one in row:
            cells[_column(starts, one) or 0].append(one)
        near = number and rows[number - 1][0].base - row[0].base < leading * 1.2
        if made and near and not cells[0]:
            for cell, more in zip(made[-1], cells, strict=True):
                cell += more
        else:
            made.append(cells)
    return Table(tuple(tuple(tuple(cell) for cell in row) for row in made))
