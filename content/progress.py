"""How far a position is through an article, in words."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate, islice
from math import ceil

from content.assemble import count_words
from content.model import Article, Position
from content.patterns import lazily

_WORD = lazily(r"\S+")

_LONG = 20_000
"""Characters of a block beyond which the words before an offset are not counted one by one."""


class Progress:
    """The words of an article, counted once, so that any position is looked up at once."""

    def __init__(self, article: Article) -> None:
        self._article = article
        counts = [len(block.text.split()) for block in article.blocks]
        self._before = [0, *accumulate(counts)]

    @property
    def words(self) -> int:
        """How many words the article has."""
        return self._before[-1]

    def words_of(self, block: int) -> int:
        """Return how many words the block has."""
        return self._before[block + 1] - self._before[block]

    def words_before(self, position: Position) -> int:
        """Return how many words stand before ``position``; in a very long block, about."""
        if position.block >= len(self._article.blocks):
            return self.words
        before = self._before[position.block]
        if not position.offset:
            return before
        text = self._article.blocks[position.block].text
        if len(text) > _LONG:
            return before + self.words_of(position.block) * position.offset // len(text)
        return before + count_words(text[: position.offset])

    def position(self, percent: float) -> Position:
        """Return where ``percent`` of the words have been read; 100 is the last word."""
        wanted = min(ceil(self.words * percent / 100), self.words - 1)
        block = max(0, min(bisect_right(self._before, wanted), len(self._before) - 1) - 1)
        inside = wanted - self._before[block]
        words = islice(_WORD.finditer(self._article.blocks[block].text), inside, None)
        match = next(words, None) if self.words else None
        return Position(block, match.start() if match is not None else 0)

    def percent(self, position: Position) -> int:
        """Return how much of the article stands before ``position``, 0-100."""
        return 100 * self.words_before(position) // self.words if self.words else 100
