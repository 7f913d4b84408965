"""The order in which the lines of a page are read: column after column.

A page's gutter is where the fewest lines cross. Lines that do cross it, such as a title over
both columns, part the page into bands; in each band the left column is read before the right,
and each column is looked at in the same way again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from content.pdf.lines import Line

_MOST_CROSSING = 0.34
"""Share of the lines that may cross a gutter."""
_FEWEST = 3
"""Lines that each column must have."""
_PROSE = 3.5
"""Words that a column's lines must have on average; a table's cells have fewer."""
_NARROWEST = 0.5
"""Sizes of the writing that a gutter must be wide."""
_DEEPEST = 5
_CANDIDATES = 60


def in_order(lines: Sequence[Line], depth: int = 0) -> list[Line]:
    """Return the lines of one page, or a part of it, in reading order."""
    gutter = _gutter(lines) if len(lines) >= 2 * _FEWEST and depth < _DEEPEST else None
    if gutter is None:
        return _rows(lines)
    done: list[Line] = []
    band: list[Line] = []
    for one in sorted(lines, key=lambda line: -line.base):
        if one.left < gutter < one.right:
            done += _both(band, gutter, depth)
            band = []
            done.append(one)
        else:
            band.append(one)
    return done + _both(band, gutter, depth)


def _both(band: Sequence[Line], gutter: float, depth: int) -> list[Line]:
    left = [line for line in band if line.right <= gutter]
    right = [line for line in band if line.right > gutter]
    return in_order(left, depth + 1) + in_order(right, depth + 1)


def _rows(lines: Sequence[Line]) -> list[Line]:
    """Return lines from top to bottom, and those on one base from left to right."""
    done: list[Line] = []
    row: list[Line] = []
    for one in sorted(lines, key=lambda line: -line.base):
        if row and row[0].base - one.base > min(one.size, row[0].size) * 0.4:
            done += sorted(row, key=lambda line: line.left)
            row = []
        row.append(one)
    return done + sorted(row, key=lambda line: line.left)


def _gutter(lines: Sequence[Line]) -> float | None:
    """Return where the gutter of two columns is, or None when there are none."""
    sizes = sorted(line.size for line in lines)
    narrowest = sizes[len(sizes) // 2] * _NARROWEST
    best: tuple[int, float, float] | None = None
    for x in _candidates(lines):
        left = [line for line in lines if line.right <= x]
        right = [line for line in lines if line.left >= x]
        crossing = len(lines) - len(left) - len(right)
        if crossing > len(lines) * _MOST_CROSSING or not (_is_column(left) and _is_column(right)):
            continue
        if not _side_by_side(left, right):
            continue
        width = min(line.left for line in right) - max(line.right for line in left)
        found = (crossing, -width, x)
        if width >= narrowest and (best is None or found < best):
            best = found
    return best[2] if best else None


def _candidates(lines: Sequence[Line]) -> list[float]:
    """Return where gutters may be: right before where lines begin, and most of them do."""
    counted = Counter(round(line.left) - 1.0 for line in lines)
    return [x for x, _ in counted.most_common(_CANDIDATES)]


def _is_column(lines: Sequence[Line]) -> bool:
    return len(lines) >= _FEWEST and sum(len(line.words) for line in lines) >= _PROSE * len(lines)


def _side_by_side(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Whether two groups of lines stand beside each other, not one above the other."""
    top = min(max(line.base for line in left), max(line.base for line in right))
    bottom = max(min(line.base for line in left), min(line.base for line in right))
    shorter = min(
        max(line.base for line in group) - min(line.base for line in group)
        for group in (left, right)
    )
    return top - bottom > 0.5 * shorter and top > bottom
