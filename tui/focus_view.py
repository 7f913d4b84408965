"""The view of one sentence: that which is being read, in the middle, and nothing else."""

from __future__ import annotations

from dataclasses import replace

from content.model import Article, Block, Position
from tui.display import Display
from tui.view import Reading, Role, Row, Stretch, columns, marked
from tui.wrap import Line, wrap


class FocusView:
    """Shows the sentence broken by word; one too long for the screen turns by screenfuls."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._reading = Reading(Position(0), (0, 0), (0, 0))
        self._width, self._height = 0, 0
        self._display = Display()
        self._text = ""
        self._start = 0
        """Where the sentence begins in its block."""
        self._lines: list[Line] = []
        """All the lines of the sentence; they count from its own beginning."""

    def take(self, article: Article) -> None:
        """Show ``article`` from now on."""
        self._article = article
        self._break()

    def lay_out(self, width: int, height: int, display: Display) -> None:
        """Break the sentence anew."""
        self._width, self._height, self._display = width, height, display
        self._break()

    def show(self, reading: Reading) -> None:
        """Show the sentence that is read."""
        before, self._reading = self._reading, reading
        if (before.position.block, before.sentence) != (reading.position.block, reading.sentence):
            self._break()

    def row(self, y: int) -> Row:
        """Return what stands in row ``y``."""
        first, top = self._page()
        number, rest = divmod(y - top, self._display.line_rows)
        if rest or not 0 <= number < min(self._fitting(), len(self._lines) - first):
            return ()
        line = self._lines[first + number]
        start, end = self._reading.word
        marks: list[tuple[Stretch, Role]] = [((start - self._start, end - self._start), "word")]
        text = marked(self._text, line.start, line.end, marks)
        return ((" " * self._margin(line) + line.prefix, ""), *text)

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
        block, self._start, self._text = sentence_of(self._article, self._reading)
        width = min(self._width, self._display.width or self._width)
        self._lines = wrap(replace(block, text=self._text), 0, max(width, 8))

    def _margin(self, line: Line) -> int:
        used = columns(line.prefix) + columns(self._text[line.start : line.end])
        return max(0, (self._width - used) // 2)

    def _offset(self) -> int:
        return self._reading.position.offset - self._start

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


def sentence_of(article: Article, reading: Reading) -> tuple[Block, int, str]:
    """Return the sentence that is read: its block, where it begins there, and its text.

    Only the first sentence of a block has the block's kind, and so its number or its mark.
    """
    if reading.position.block >= len(article.blocks):
        return Block("paragraph", ""), 0, ""
    block = article.blocks[reading.position.block]
    start, end = reading.sentence
    text = block.text[start:end] or block.text
    start = start if start < end else 0
    if start and block.kind != "code":
        block = Block("paragraph", block.text)
    return block, start, text
