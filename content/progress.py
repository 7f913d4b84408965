"""How far a position is through an article, in words."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate, islice

from content.assemble import count_words
from content.model import Article, Position
from content.patterns import lazily

_WORD = lazily(r"\S+")


class Progress:
    """The words of an article, counted once, so that any position is looked up at once."""

    def __init__(self, article: Article) -> None:
        self._article = article
        counts = [count_words(block.text) for block in article.blocks]
        self._before = [0, *accumulate(counts)]

    @property
    def words(self) -> int:
        """How many words the article has."""
        return self._before[-1]

    def words_before(self, position: Position) -> int:
        """Return how many words stand before ``position``."""
        if position.block >= len(self._article.blocks):
            return self.words
        text = self._article.blocks[position.block].text
        return self._before[position.block] + count_words(text[: position.offset])

    def words_left(self, position: Position) -> int:
        """Return how many words stand from ``position`` on."""
        return self.words - self.words_before(position)

    def position(self, percent: float) -> Position:
        """Return where ``percent`` of the words have been read; 100 is the last word."""
        wanted = min(int(self.words * percent / 100), self.words - 1)
        block = max(0, min(bisect_right(self._before, wanted), len(self._before) - 1) - 1)
        inside = wanted - self._before[block]
        words = islice(_WORD.finditer(self._article.blocks[block].text), inside, None)
        match = next(words, None) if self.words else None
        return Position(block, match.start() if match is not None else 0)

    def percent(self, position: Position) -> int:
        """Return how much of the article stands before ``position``, 0-100."""
        return 100 * self.words_before(position) // self.words if self.words else 100
