"""What the views that show only one sentence have in common: which it is, and where it begins."""

from __future__ import annotations

from abc import ABC, abstractmethod

from content.model import Article, Block, Position
from tui.display import Display
from tui.view import Reading, Role, Row, Stretch, marked


class SentenceView(ABC):
    """Knows the sentence that is read, and has it broken anew when it is another."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._reading = Reading(Position(0), (0, 0), (0, 0))
        self._width, self._height = 0, 0
        self._display = Display()
        self._block = Block("paragraph", "")
        """Of the sentence; a paragraph, unless it is the first in its block."""
        self._text = ""
        self._start = 0
        """Where the text begins in its block."""
        self._find()

    def take(self, article: Article) -> None:
        """Show ``article`` from now on."""
        self._article = article
        self._find()

    def lay_out(self, width: int, height: int, display: Display) -> None:
        """Break the sentence anew."""
        self._width, self._height, self._display = width, height, display
        self._find()

    def show(self, reading: Reading) -> None:
        """Show the sentence that is read."""
        before, self._reading = self._reading, reading
        if (before.position.block, before.sentence) != (reading.position.block, reading.sentence):
            self._find()

    def _find(self) -> None:
        """Find the sentence. Only the first of a block has its number, or another mark."""
        block = Block("paragraph", "")
        if self._reading.position.block < len(self._article.blocks):
            block = self._article.blocks[self._reading.position.block]
        start, end = self._reading.sentence
        self._text = block.text[start:end] or block.text
        self._start = start if start < end else 0
        first = not self._start or block.kind == "code"
        self._block = block if first else Block("paragraph", block.text)
        self._break()

    @abstractmethod
    def _break(self) -> None:
        """Break the text into lines."""

    def _offset(self) -> int:
        """Return where the word begins in the text."""
        return self._reading.position.offset - self._start

    def _word(self) -> Stretch:
        start, end = self._reading.word
        return start - self._start, end - self._start

    def _marked(self, start: int, end: int) -> Row:
        """Return the text from ``start`` to ``end`` with the word marked."""
        marks: list[tuple[Stretch, Role]] = [(self._word(), "word")]
        return marked(self._text, start, end, marks)
