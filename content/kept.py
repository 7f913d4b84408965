"""What was skipped, put back into the reading: each piece where it stood, a paragraph a line."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import accumulate

from content.assemble import count_words
from content.model import Article, Block, Position, Run, Skipped

ALL = "all"
"""Among kinds to keep: every kind."""


def with_kept(article: Article, kinds: Collection[str]) -> Article:
    """Return ``article`` with everything of these kinds in the reading; ``all`` is every kind."""
    return put_back(
        article,
        {index for index, piece in enumerate(article.skipped) if is_kept(piece.kind, kinds)},
    )


def is_kept(kind: str, kinds: Collection[str]) -> bool:
    """Whether ``kind`` is among those to keep."""
    return kind in kinds or ALL in kinds


def put_back(article: Article, pieces: Collection[int]) -> Article:
    """Return ``article`` with these pieces, indices into ``skipped``, in the reading.

    No word is added or lost: what the blocks and the skipped pieces say together stays the same.
    """
    if not pieces:
        return article
    blocks: list[Block] = []
    skipped: list[Skipped] = []
    done = 0
    for index, piece in enumerate(article.skipped):
        blocks += article.blocks[done : piece.before]
        done = max(done, piece.before)
        if index in pieces:
            blocks += _paragraphs(piece)
        else:
            skipped.append(replace(piece, before=len(blocks)))
    blocks += article.blocks[done:]
    moved = Moved(article, pieces)
    return replace(
        article,
        blocks=tuple(blocks),
        skipped=tuple(skipped),
        sections=tuple(
            replace(
                section,
                first=(first := moved.block(section.first)),
                end=(end := moved.block(section.end)),
                words=sum(count_words(block.text) for block in blocks[first + 1 : end]),
            )
            for section in article.sections
        ),
        pages=tuple(
            replace(page, position=Position(moved.block(page.position.block), page.position.offset))
            for page in article.pages
        ),
    )


class Moved:
    """Where blocks stand once pieces have been put back."""

    def __init__(self, article: Article, pieces: Collection[int]) -> None:
        """Take the article without them, and which of its pieces are put back."""
        self._added = [0] * (len(article.blocks) + 1)
        self._within = {}
        for index, piece in enumerate(article.skipped):
            if index in pieces:
                self._within[index] = self._added[piece.before]
                self._added[piece.before] += len(_lines(piece.text))
        self._before = list(accumulate(self._added))
        self._skipped = article.skipped

    def block(self, index: int) -> int:
        """Return the new index of the block at ``index``, or past the last for what is past it."""
        return index + self._before[min(index, len(self._before) - 1)]

    def piece(self, index: int) -> int:
        """Return the index of the first block of the piece at ``index``, which was put back."""
        before = self._skipped[index].before
        return self.block(before) - self._added[before] + self._within[index]

    def original(self, block: int) -> int:
        """Return the old index of the block now at ``block``; of a piece, what it stood before."""
        low, high = 0, len(self._before) - 1
        while low < high:
            middle = (low + high) // 2
            if self.block(middle) < block:
                low = middle + 1
            else:
                high = middle
        return low


def _paragraphs(piece: Skipped) -> Iterator[Block]:
    # A run of nothing says where it stood, and claims nothing about how it was written there.
    for line in _lines(piece.text):
        yield Block("paragraph", line, runs=(Run(0, piece.start, 0),))


def _lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip()]
