"""The normal view: the article's text. Only what is on the screen is ever broken into lines."""

from __future__ import annotations

from functools import lru_cache

from content.model import Article, Position
from tui.display import Display
from tui.view import Reading, Role, Row, Stretch, columns, marked
from tui.wrap import Line, wrap

_CLOSE = {
    ("item", "item"),
    ("term", "definition"),
    ("definition", "definition"),
    ("trust", "trust"),
}
"""Kinds between which no line is left empty."""


class PageView:
    """Shows the article from an anchor line on, with the sentence and word being read."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._anchor = (0, 0)
        self._reading = Reading(Position(0), (0, 0), (0, 0))
        self._width, self._height = 0, 0
        self._display = Display()
        self._lines: list[Line | None] = []
        """What is on the screen, row by row; None where nothing stands."""
        self._wrapped = lru_cache(maxsize=256)(self._wrap)

    def take(self, article: Article) -> None:
        """Show ``article`` from now on."""
        self._article = article
        self._anchor = (min(self._anchor[0], max(len(article.blocks) - 1, 0)), 0)
        self._wrapped.cache_clear()
        self._fill()

    def lay_out(self, width: int, height: int, display: Display) -> None:
        """Break lines anew, what stood at the top still there and the word in sight."""
        unseen = not self._lines
        top = self._lines[0] if self._lines else None
        self._width = min(width, display.width or width)
        self._height, self._display = height, display
        self._wrapped.cache_clear()
        if top is not None:
            self._anchor = (top.block, self._line_at(top.block, top.start))
        self._fill()
        if self._row() is None or (unseen and self._reading.position.block):
            self._turn_to_word()

    def show(self, reading: Reading) -> None:
        """Mark what is read; turn the page if the word is not on it."""
        self._reading = reading
        if self._row() is None:
            self._turn_to_word()

    def row(self, y: int) -> Row:
        """Return what stands in row ``y``."""
        line = self._lines[y] if y < len(self._lines) else None
        if line is None:
            return ()
        block = self._article.blocks[line.block]
        role: Role = "heading" if block.kind == "heading" else ""
        marks: list[tuple[Stretch, Role]] = [((line.start, line.end), role)]
        if line.block == self._reading.position.block:
            marks += [(self._reading.sentence, "sentence"), (self._reading.word, "word")]
        text = marked(block.text, line.start, line.end, marks)
        return ((line.prefix, role), *text) if line.prefix else text

    def cursor(self) -> tuple[int, int]:
        """Return where the word stands."""
        row = self._row()
        line = self._lines[row] if row is not None else None
        if row is None or line is None:
            return 0, 0
        before = self._article.blocks[line.block].text[line.start : self._reading.position.offset]
        return columns(line.prefix) + columns(before), row

    # Lines.

    def _wrap(self, index: int) -> list[Line | None]:
        """Return the lines of a block, with the empty ones between them and after them."""
        blocks = self._article.blocks
        lines: list[Line | None] = []
        for line in wrap(blocks[index], index, max(self._width, 8)):
            lines += [line, *[None] * (self._display.line_rows - 1)]
        following = blocks[index + 1].kind if index + 1 < len(blocks) else None
        if following is not None and (blocks[index].kind, following) not in _CLOSE:
            lines += [None] * self._display.paragraph_rows
        return lines

    def _fill(self) -> None:
        """Take lines from the anchor on until the screen is full."""
        block, first = self._anchor
        self._lines = []
        while block < len(self._article.blocks) and len(self._lines) < self._height:
            self._lines += self._wrapped(block)[first:]
            block, first = block + 1, 0
        del self._lines[self._height :]

    def _line_at(self, block: int, offset: int) -> int:
        """Return the number of the line of a block that holds ``offset``."""
        holding = [
            number
            for number, line in enumerate(self._wrapped(block))
            if line is not None and line.start <= offset
        ]
        return holding[-1] if holding else 0

    def _row(self) -> int | None:
        """Return the row of the word, if it is in sight."""
        position = self._reading.position
        for row, line in enumerate(self._lines):
            if line is None or line.block != position.block:
                continue
            last = line.end >= len(self._article.blocks[line.block].text.rstrip())
            if position.offset < line.end or last:
                above = row == 0 and position.offset < line.start
                return None if above else row
        return None

    def _turn_to_word(self) -> None:
        """Turn the page: its first line is that of the sentence, or of the word.

        The text stands still while it is read, and moves by a whole page when it must.
        """
        if not self._article.blocks or not self._height:
            return
        block = self._reading.position.block
        for offset in (self._reading.sentence[0], self._reading.position.offset):
            self._anchor = (block, self._line_at(block, offset))
            self._fill()
            if self._row() is not None:
                return
