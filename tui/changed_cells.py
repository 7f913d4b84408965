"""Only the cells that have changed are written to the terminal.

Textual draws the whole screen anew whenever a line more or less is shown. Some screen readers
say all that is written, and a slow connection carries it. So what stands in the terminal is
remembered, and of each line of a widget only the words are written from the first that has
changed to the last.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from rich.cells import get_character_cell_size
from rich.console import Console
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.geometry import Size
from textual.strip import Strip

_Cells = list[Any]
"""What stands in each cell; None where that is not known."""


class ChangedCells:
    """Remembers what a terminal shows."""

    def __init__(self) -> None:
        self._size = Size()
        self._rows: list[_Cells] = []

    def forget(self) -> None:
        """Take nothing for granted: something else has written to the terminal."""
        self._rows = []

    def only(self, update: CompositorUpdate, size: Size) -> CompositorUpdate:
        """Return what writes those cells of ``update`` that have changed, and remembers them."""
        if size != self._size:
            self._size = size
            self.forget()
        if not self._rows:
            self._rows = [[None] * size.width for _ in range(size.height)]
        return _Changes(update, self)

    def take(self, x: int, y: int, strip: Strip) -> tuple[int, int]:
        """Remember a strip, and return where in it what has changed begins and ends."""
        cells = _cells(strip)
        row = self._rows[y] if y < len(self._rows) else []
        before = row[x : x + len(cells)]
        if before == cells:
            return 0, 0
        row[x : x + len(cells)] = cells
        if len(before) != len(cells):  # wider than the screen
            return 0, len(cells)
        first, last = 0, len(cells)
        while before[first] == cells[first]:
            first += 1
        while before[last - 1] == cells[last - 1]:
            last -= 1
        while first and cells[first - 1][0] != " ":  # no half words, which some would hear
            first -= 1
        while last < len(cells) and cells[last][0] != " ":
            last += 1
        return first, last


class _Changes(CompositorUpdate):
    """Stands for an update, which tells its strips when it is really written."""

    def __init__(self, update: CompositorUpdate, known: ChangedCells) -> None:
        self._update = update
        self._known = known

    def render_segments(self, console: Console) -> str:
        """Return what is to be written."""
        written: list[str] = []
        for x, y, strip in _placed(self._update):
            first, end = self._known.take(x, y, strip)
            if end:
                changed = strip.crop(first, end).render(console)
                written.append(f"\x1b[{y + 1};{x + first + 1}H{changed}")
        return "".join(written)


def _placed(update: CompositorUpdate) -> Iterator[tuple[int, int, Strip]]:
    """Yield column, row, and what is drawn there."""
    if isinstance(update, LayoutUpdate):
        for y, strips in enumerate(update.strips, update.region.y):
            x = update.region.x
            for strip in strips:
                yield x, y, strip
                x += strip.cell_length
    elif isinstance(update, ChopsUpdate):
        for y, begin, stop in update.spans:
            for end, (x, drawn) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
                if drawn is not None and x <= stop and end > begin:
                    yield x, y, drawn.crop(0, min(end, stop) - x)


def _cells(strip: Strip) -> _Cells:
    """Return what a strip has in each cell.

    Where a character takes more cells than one, or none, the strip is one thing that changes as
    a whole: where its cells end is for the terminal to say.
    """
    segments: Sequence[Any] = list(strip)
    if all(segment.text.isascii() or _is_narrow(segment.text) for segment in segments):
        return [(character, style) for text, style, _ in segments for character in text]
    whole = tuple(segments)
    return [(whole, cell) for cell in range(strip.cell_length)]


def _is_narrow(text: str) -> bool:
    return all(get_character_cell_size(character) == 1 for character in text)
