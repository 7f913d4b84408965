"""The article's text. Only what is on the screen is ever broken into lines."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Offset, Region
from textual.strip import Strip
from textual.widget import Widget

from content.model import Article, Position
from tui.wrap import Line, wrap

_CLOSE = {
    ("item", "item"),
    ("term", "definition"),
    ("definition", "definition"),
    ("trust", "trust"),
}
"""Kinds between which no line is left empty."""

_Stretch = tuple[int, int]


class ReadingPane(Widget, can_focus=True):
    """Shows the article from an anchor line on, with the sentence and word being read."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"heading", "sentence", "word"}

    def __init__(self, article: Article) -> None:
        super().__init__(id="text")
        self._article = article
        self._anchor = (0, 0)
        self._position = Position(0)
        self._sentence: _Stretch = (0, 0)
        self._word: _Stretch = (0, 0)
        self._lines: list[Line | None] = []
        """What is on the screen, row by row; None where nothing stands."""
        self._wrapped = lru_cache(maxsize=256)(self._wrap)

    def take(self, article: Article) -> None:
        """Show ``article`` from now on; the word is brought into sight with the next ``show``."""
        self._article = article
        self._wrapped.cache_clear()
        self._anchor = (min(self._anchor[0], max(len(article.blocks) - 1, 0)), 0)
        self._lay_out()
        self.refresh()

    def show(self, position: Position, sentence: _Stretch, word: _Stretch) -> None:
        """Highlight two stretches of the position's block, and bring the word into sight."""
        before = [self._highlights(line) for line in self._lines]
        self._position, self._sentence, self._word = position, sentence, word
        if not self.size.height:
            return
        if self._row() is None:
            self._turn_to_word()
            self.refresh()
            return
        for row, line in enumerate(self._lines):
            if before[row] != self._highlights(line):
                self.refresh(Region(0, row, self.size.width, 1))

    def cursor(self) -> Offset:
        """Return where the word stands on the screen."""
        row = self._row()
        line = self._lines[row] if row is not None else None
        if row is None or line is None:
            return self.region.offset
        text = self._article.blocks[line.block].text[line.start : self._position.offset]
        column = cell_len(line.prefix) + cell_len(_shown(text))
        return self.region.offset + Offset(min(column, max(self.size.width - 1, 0)), row)

    def on_resize(self) -> None:
        """Break lines anew, the block at the top and the word in sight."""
        self._wrapped.cache_clear()
        self._anchor = (self._anchor[0], 0)
        self._lay_out()
        if self._row() is None:
            self._turn_to_word()
        self.refresh()

    # Lines.

    def _wrap(self, index: int) -> list[Line | None]:
        """Return the lines of a block, with the empty one that follows it."""
        blocks = self._article.blocks
        lines: list[Line | None] = [*wrap(blocks[index], index, max(self.size.width, 8))]
        following = blocks[index + 1].kind if index + 1 < len(blocks) else None
        if following is not None and (blocks[index].kind, following) not in _CLOSE:
            lines.append(None)
        return lines

    def _lay_out(self) -> None:
        """Take lines from the anchor on until the screen is full."""
        block, first = self._anchor
        self._lines = []
        while block < len(self._article.blocks) and len(self._lines) < self.size.height:
            self._lines += self._wrapped(block)[first:]
            block, first = block + 1, 0
        del self._lines[self.size.height :]

    def _row(self) -> int | None:
        """Return the row of the word, if it is in sight."""
        offset = self._position.offset
        for row, line in enumerate(self._lines):
            if line is None or line.block != self._position.block:
                continue
            last = line.end >= len(self._article.blocks[line.block].text.rstrip())
            if offset < line.end or last:
                above = row == 0 and offset < line.start
                return None if above else row
        return None

    def _turn_to_word(self) -> None:
        """Turn the page: its first line is that of the sentence, or of the word.

        The text stands still while it is read, and moves by a whole page when it must.
        """
        if not self._article.blocks:
            return
        block = self._position.block
        lines = [line for line in self._wrapped(block) if line is not None]
        for offset in (self._sentence[0], self._position.offset):
            holding = [number for number, line in enumerate(lines) if line.start <= offset]
            self._anchor = (block, holding[-1] if holding else 0)
            self._lay_out()
            if self._row() is not None:
                return

    # Drawing.

    def _highlights(self, line: Line | None) -> tuple[_Stretch, _Stretch] | None:
        """Return which stretches of a line's text are sentence and word."""
        if line is None or line.block != self._position.block:
            return None
        return _overlap(line, self._sentence), _overlap(line, self._word)

    def render_line(self, y: int) -> Strip:
        """Draw row ``y``."""
        base = self.rich_style
        line = self._lines[y] if y < len(self._lines) else None
        if line is None:
            return Strip.blank(self.size.width, base)
        block = self._article.blocks[line.block]
        if block.kind == "heading":
            base += self.get_component_rich_style("heading", partial=True)
        segments = [Segment(line.prefix, base)] if line.prefix else []
        highlights = self._highlights(line)
        cuts = {line.start, line.end}
        if highlights is not None:
            cuts.update(*highlights)
        edges = sorted(cut for cut in cuts if line.start <= cut <= line.end)
        for start, end in pairwise(edges):
            style = self._style(base, start, highlights)
            segments.append(Segment(_shown(block.text[start:end]), style))
        return Strip(segments).adjust_cell_length(self.size.width, self.rich_style)

    def _style(self, base: Style, at: int, highlights: tuple[_Stretch, _Stretch] | None) -> Style:
        if highlights is None:
            return base
        sentence, word = highlights
        if word[0] <= at < word[1]:
            return base + self.get_component_rich_style("word", partial=True)
        if sentence[0] <= at < sentence[1]:
            return base + self.get_component_rich_style("sentence", partial=True)
        return base


def _overlap(line: Line, stretch: _Stretch) -> _Stretch:
    start, end = max(line.start, stretch[0]), min(line.end, stretch[1])
    return (start, end) if start < end else (line.start, line.start)


def _shown(text: str) -> str:
    return text.replace("\t", "    ")
