"""Finds words in an article, however they are written, and counts them.

The article is folded once, in stretches of some blocks, so that all else is done by Python's
own search in strings: a million words are counted in some 5 ms.
"""

from __future__ import annotations

import threading
from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate

from content.model import Article, Position
from content.patterns import lazily
from content.search_folding import folded, unfolded

_BLOCKS = 64
"""How many are folded at once: some milliseconds at most, unless they are huge."""
_PARTED = "\0"
"""What stands between two blocks of a stretch; no text has it."""
_WORDS_AROUND = 4
_FAR = 80
"""Characters before and after what was found in which its context is looked for."""
_WORD = lazily(r"\S+")


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where what was looked for stands."""

    number: int
    """Which it is, from 1."""
    block: int
    start: int
    """Where it begins in the block's text."""
    end: int

    @property
    def position(self) -> Position:
        """Where it begins."""
        return Position(self.block, self.start)


class FoldedArticle:
    """An article's text, folded as it is needed, or by a thread of its own before that."""

    def __init__(self, article: Article) -> None:
        self.article = article
        stretches = range(0, len(article.blocks), _BLOCKS)
        self._texts: list[str | None] = [None] * len(stretches)
        self._thread: threading.Thread | None = None

    def __len__(self) -> int:
        """Return how many stretches it has."""
        return len(self._texts)

    def prepare(self) -> None:
        """Begin to fold everything; it is not waited for, and nobody waits for it at the end."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._fold_all, daemon=True)
            self._thread.start()

    def is_ready(self, within: float) -> bool:
        """Wait until everything is folded, at most so many seconds; say whether it is."""
        if self._thread is not None:
            self._thread.join(within)
        return self._thread is None or not self._thread.is_alive()

    def _fold_all(self) -> None:
        for index in range(len(self)):
            self.text(index)

    def text(self, index: int) -> str:
        """Return the folded text of a stretch."""
        text = self._texts[index]
        if text is None:
            blocks = self.article.blocks[index * _BLOCKS : (index + 1) * _BLOCKS]
            text = folded(_PARTED.join(block.text for block in blocks))
            self._texts[index] = text
        return text

    def place_of(self, position: Position) -> tuple[int, int]:
        """Return the stretch in which ``position`` stands, and where in its text."""
        index, before = divmod(position.block, _BLOCKS)
        text, at = self.text(index), 0
        for _ in range(before):
            at = text.find(_PARTED, at) + 1
        return index, at + len(folded(self.article.blocks[position.block].text[: position.offset]))

    def stretch(self, index: int, start: int, end: int) -> tuple[int, int, int]:
        """Return the block, and where in it, of characters ``start`` to ``end`` of a stretch."""
        text = self.text(index)
        block = index * _BLOCKS + text.count(_PARTED, 0, start)
        first = text.rfind(_PARTED, 0, start) + 1
        return block, *unfolded(self.article.blocks[block].text, start - first, end - first)


class Results:
    """Where a phrase stands in an article. Two of them never overlap."""

    def __init__(self, text: FoldedArticle, phrase: str) -> None:
        self.text = text
        self.phrase = phrase
        self._sought = folded(phrase.replace(_PARTED, " ")).strip()
        counts = (text.text(index).count(self._sought) for index in range(len(text)))
        self._before = [0, *accumulate(counts)] if self._sought else [0]

    @property
    def total(self) -> int:
        """How many there are."""
        return self._before[-1]

    def number_from(self, position: Position) -> int:
        """Return the number of the first at or after ``position``; one more than all if none."""
        if not self.total:
            return 1
        index, at = self.text.place_of(position)
        last = at + len(self._sought) - 1
        return self._before[index] + self.text.text(index).count(self._sought, 0, last) + 1

    def hit(self, number: int) -> Hit:
        """Return the one with that number, from 1 to the total."""
        index = bisect_left(self._before, number) - 1
        text, size = self.text.text(index), len(self._sought)
        at = -size
        for _ in range(number - self._before[index]):
            at = text.find(self._sought, at + size)
        return Hit(number, *self.text.stretch(index, at, at + size))


def context(article: Article, hit: Hit) -> str:
    """Return what was found with some words before and after it, on one line, without notes."""
    block = article.blocks[hit.block]
    low, high = max(0, hit.start - _FAR), hit.end + _FAR
    text = block.text[low:high]
    for span in block.spans:
        start, end = max(span.start - low, 0), min(span.end - low, len(text))
        if span.kind == "note" and start < end and not span.start <= hit.start < span.end:
            text = text[:start] + " " * (end - start) + text[end:]
    words = list(_WORD.finditer(text))
    first = sum(word.end() + low <= hit.start for word in words)
    last = sum(word.start() + low < hit.end for word in words)
    return " ".join(word[0] for word in words[max(0, first - _WORDS_AROUND) : last + _WORDS_AROUND])
