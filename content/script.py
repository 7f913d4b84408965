"""The Script: the utterances of an article, made block by block as they are asked for."""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass

from content.model import Article, Position
from content.saying import say_block
from content.utterance import Piece, Utterance, position_at, spoken_offset_at, stretch_at

__all__ = [
    "Piece",
    "Place",
    "Script",
    "ScriptSettings",
    "Utterance",
    "position_at",
    "spoken_offset_at",
    "stretch_at",
]

Place = tuple[int, int]
"""Index of a block, and index of an utterance in it."""

_BLOCKS_KEPT = 512


@dataclass(frozen=True, slots=True)
class ScriptSettings:
    """What a person can choose about how an article is said; nothing yet."""


class Script:
    """What is said of an article, in order; the same article and settings, the same script.

    A block is scripted when it is first asked for, so that the first utterance of a very
    long article costs no more than that of a short one.
    """

    def __init__(self, article: Article, settings: ScriptSettings | None = None) -> None:
        self.article = article
        self.settings = settings or ScriptSettings()
        self._section_starts = [section.first for section in article.sections]
        self._blocks: OrderedDict[int, tuple[Utterance, ...]] = OrderedDict()

    def block(self, index: int) -> tuple[Utterance, ...]:
        """Return the utterances of the block; none for a block that says nothing."""
        if not 0 <= index < len(self.article.blocks):
            raise IndexError(index)
        made = self._blocks.get(index)
        if made is None:
            section = bisect_right(self._section_starts, index) - 1
            made = say_block(self.article, index, section)
            self._blocks[index] = made
            if len(self._blocks) > _BLOCKS_KEPT:
                self._blocks.popitem(last=False)
        return made

    def __iter__(self) -> Iterator[Utterance]:
        for index in range(len(self.article.blocks)):
            yield from self.block(index)

    def utterance(self, place: Place) -> Utterance:
        """Return the utterance at ``place``."""
        block, index = place
        return self.block(block)[index]

    def first(self) -> Place | None:
        """Return the first place, or None when the article says nothing."""
        return self._next(0)

    def after(self, place: Place) -> Place | None:
        """Return the place after ``place``, or None at the end."""
        block, index = place
        if index + 1 < len(self.block(block)):
            return block, index + 1
        return self._next(block + 1)

    def before(self, place: Place) -> Place | None:
        """Return the place before ``place``, or None at the beginning."""
        block, index = place
        if index > 0:
            return block, index - 1
        for earlier in range(block - 1, -1, -1):
            if utterances := self.block(earlier):
                return earlier, len(utterances) - 1
        return None

    def at(self, position: Position) -> Place | None:
        """Return the place that says ``position``, or the next that says anything."""
        if 0 <= position.block < len(self.article.blocks):
            utterances = self.block(position.block)
            for index, utterance in enumerate(utterances):
                if position.offset < utterance.end:
                    return position.block, index
            if utterances:
                return position.block, len(utterances) - 1
        return self._next(max(position.block, 0))

    def _next(self, block: int) -> Place | None:
        for index in range(block, len(self.article.blocks)):
            if self.block(index):
                return index, 0
        return None
