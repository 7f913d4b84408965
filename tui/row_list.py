"""A list of rows with one chosen: the sections, the help, the messages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.geometry import Offset
from textual.strip import Strip
from textual.widget import Widget


def row_after(key: str, chosen: int, rows: int, height: int) -> int | None:
    """Return the row that ``key`` goes to from ``chosen``; None when it is no key of a list.

    A page is ``height`` less one; space stays, so that the row is said again.
    """
    page = max(1, height - 1)
    steps = {
        "down": 1, "up": -1, "pagedown": page, "pageup": -page,
        "home": -rows, "end": rows, "space": 0,
    }  # fmt: skip
    return max(0, min(chosen + steps[key], rows - 1)) if key in steps else None


class RowList(Widget, can_focus=True):
    """Draws the rows around the chosen one, which carries the mark ``>``.

    A row too long for its line goes on in the next ones. What is chosen is not its business:
    it asks.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"chosen"}

    def __init__(self, rows: Callable[[], tuple[Sequence[str], int]], id: str) -> None:
        """``rows`` returns the rows' texts and the index of the chosen one."""
        super().__init__(id=id)
        self._rows = rows
        self._top = 0
        self._shown: list[tuple[int, str]] = []
        self._cursor_row = 0
        self._within = (0, 0)
        """The chosen row, and its first line in sight: it may be longer than the list is high."""

    def show(self) -> None:
        """Draw anew if anything has changed."""
        if self._lay_out():
            self.refresh()

    def cursor(self) -> Offset:
        """Return where the chosen row begins on the screen."""
        return self.region.offset + Offset(0, self._cursor_row)

    def turn(self, by: int) -> bool:
        """Show more of the chosen row, forwards (1) or backwards; False when that is all."""
        width, height = self.size
        texts, chosen = self._rows()
        if not texts or not height:
            return False
        most = max(0, len(_broken(texts[chosen], True, width)) - height)
        first = self._within[1] if self._within[0] == chosen else 0
        turned = max(0, min(first + by * max(1, height - 1), most))
        self._within = (chosen, turned)
        self.show()
        return turned != first

    def on_resize(self) -> None:
        """Break rows anew, from the first as long as the chosen one is in sight."""
        self._top, self._within = 0, (0, 0)
        self._lay_out()
        self.refresh()

    def _lay_out(self) -> bool:
        """Decide what stands in each line; return whether that has changed."""
        width, height = self.size
        texts, chosen = self._rows()
        if not height or not texts:
            return False
        before = self._shown, self._cursor_row
        self._top = self._top_for(texts, chosen)
        lines: list[tuple[int, str]] = []
        row = self._top
        while row < len(texts) and len(lines) < height:
            lines += [(row, line) for line in _broken(texts[row], row == chosen, width)]
            row += 1
        if self._within[0] != chosen:
            self._within = (chosen, 0)
        elif self._top == chosen:
            del lines[: self._within[1]]
        self._shown = lines[:height]
        self._cursor_row = next(i for i, (r, _) in enumerate(lines) if r == chosen)
        return before != (self._shown, self._cursor_row)

    def _top_for(self, texts: Sequence[str], chosen: int) -> int:
        """Return the first row: as it was, if the whole of the chosen one is in sight then."""
        width, height = self.size
        top = chosen
        used = len(_broken(texts[chosen], True, width))
        lowest = min(self._top, chosen)
        while top > lowest:
            used += len(_broken(texts[top - 1], False, width))
            if used > height:
                return top
            top -= 1
        return lowest

    def render_line(self, y: int) -> Strip:
        """Draw line ``y``."""
        style = self.rich_style
        if y >= len(self._shown):
            return Strip.blank(self.size.width, style)
        _, text = self._shown[y]
        if self._shown[y][0] == self._shown[self._cursor_row][0]:
            style += self.get_component_rich_style("chosen", partial=True)
        strip = Strip([Segment(set_cell_size(text, self.size.width), style)])
        return strip.adjust_cell_length(self.size.width, self.rich_style)


def _broken(text: str, chosen: bool, width: int) -> list[str]:
    """Return ``text`` in lines of ``width`` cells, with the mark, broken between words."""
    indent = len(text) - len(text.lstrip())
    hang = " " * min(indent + 4, width // 2)
    lines: list[str] = []
    line = (">" if chosen else " ") + " " + " " * min(indent, width // 2)
    empty = True
    for word in text.split():
        while True:
            candidate = line + word if empty else f"{line} {word}"
            if cell_len(candidate) <= width:
                line, empty = candidate, False
                break
            if not empty:
                lines.append(line)
                line, empty = hang, True
                continue
            part = _first_part(word, width - cell_len(line))
            lines.append(line + part)
            word, line = word.removeprefix(part), hang
            if not word:
                break
    return [*lines, line] if not empty or not lines else lines


def _first_part(word: str, room: int) -> str:
    """Return as much of ``word`` as ``room`` cells can hold, and at least a character."""
    used = 0
    for at, character in enumerate(word):
        used += cell_len(character)
        if used > room and at:
            return word[:at]
    return word
