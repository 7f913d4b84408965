"""The view of one sentence: that which is being read, in the middle, and nothing else."""

from __future__ import annotations

from dataclasses import replace

from content.model import Article
from tui.sentence_view import SentenceView
from tui.view import Row, columns
from tui.wrap import Line, wrap


class FocusView(SentenceView):
    """Shows the sentence broken by word; one too long for the screen turns by screenfuls."""

    def __init__(self, article: Article) -> None:
        self._lines: list[Line] = []
        """All the lines of the sentence; they count from its own beginning."""
        super().__init__(article)

    def row(self, y: int) -> Row:
        """Return what stands in row ``y``."""
        first, top = self._page()
        number, rest = divmod(y - top, self._display.line_rows)
        if rest or not 0 <= number < min(self._fitting(), len(self._lines) - first):
            return ()
        line = self._lines[first + number]
        before = " " * self._margin(line) + line.prefix
        return ((before, ""), *self._marked(line.start, line.end))

    def cursor(self) -> tuple[int, int]:
        """Return where the word stands."""
        first, top = self._page()
        number = self._line()
        if number is None:
            return 0, 0
        line = self._lines[number]
        before = self._text[line.start : self._offset()]
        column = self._margin(line) + columns(line.prefix) + columns(before)
        return column, top + (number - first) * self._display.line_rows

    def _break(self) -> None:
        width = min(self._width, self._display.width or self._width)
        self._lines = wrap(replace(self._block, text=self._text), 0, max(width, 8))

    def _margin(self, line: Line) -> int:
        # Lines of code stand as they do to each other.
        together = self._lines if self._block.kind == "code" else [line]
        used = max(
            columns(each.prefix) + columns(self._text[each.start : each.end]) for each in together
        )
        return max(0, (self._width - used) // 2)

    def _line(self) -> int | None:
        """Return which line holds the word."""
        offset = self._offset()
        for number, line in enumerate(self._lines):
            if offset < line.end:
                return number
        return len(self._lines) - 1 if self._lines else None

    def _fitting(self) -> int:
        """Return how many lines a screen holds."""
        rows = self._display.line_rows
        return max(1, (self._height + rows - 1) // rows)

    def _page(self) -> tuple[int, int]:
        """Return the first line of the screenful with the word, and the row it stands in."""
        fitting = self._fitting()
        if len(self._lines) > fitting:
            return (self._line() or 0) // fitting * fitting, 0
        used = len(self._lines) * self._display.line_rows - (self._display.line_rows - 1)
        return 0, max(0, (self._height - used) // 2)
