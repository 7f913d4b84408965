"""The Script: the utterances of an article, made block by block as they are asked for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import OrderedDict
from collections.abc import Iterator
from threading import Lock

from content.expansions import letter_words, spelled
from content.model import Article, Position
from content.pronunciations import Pronunciations
from content.saying import say_block
from content.settings import USUAL, ScriptSettings
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


class _Said:
    """The utterances of one block as far as they were asked for; even a block can be long."""

    def __init__(self, utterances: Iterator[Utterance]) -> None:
        self._rest: Iterator[Utterance] | None = utterances
        self.made: list[Utterance] = []
        self._lock = Lock()  # a narrator and a screen may ask at the same time

    def reaches(self, index: int) -> bool:
        """Whether there is an utterance at ``index``, made now if it was not before."""
        with self._lock:
            while len(self.made) <= index and self._make():
                pass
            return len(self.made) > index

    def index_at(self, offset: int) -> int | None:
        """Return the utterance that says ``offset``, or the last; None when there is none."""
        with self._lock:
            while (not self.made or self.made[-1].end <= offset) and self._make():
                pass
            made = self.made
            over = bisect_right(made, offset, key=lambda utterance: utterance.end)
            begun = bisect_left(made, offset, key=lambda utterance: utterance.start)
            if begun < over and made[begun].start == offset:
                return begun  # an announcement, which is of no length
            return min(over, len(made) - 1) if made else None

    def whole(self) -> tuple[Utterance, ...]:
        """Return all utterances of the block."""
        with self._lock:
            while self._make():
                pass
            return tuple(self.made)

    def _make(self) -> bool:
        following = next(self._rest, None) if self._rest is not None else None
        if following is None:
            self._rest = None
            return False
        self.made.append(following)
        return True


class Script:
    """What is said of an article, in order; the same article and settings, the same script.

    An utterance is made when it is first asked for, so that the first of a very long article
    costs no more than that of a short one.
    """

    def __init__(
        self, article: Article, settings: ScriptSettings = USUAL, before: Script | None = None
    ) -> None:
        """``before`` is another script of ``article``, which then is not looked through again."""
        self.article = article
        self.settings = settings
        self.known = Pronunciations(settings.dictionary, article.lexicon)
        """How words are said, of the person's own dictionary and of the article."""
        self._section_starts = [section.first for section in article.sections]
        self._letter_words: frozenset[str] = (
            before._letter_words
            if before is not None and before.article is article
            else letter_words(article)
        )
        self._blocks: OrderedDict[int, _Said] = OrderedDict()

    def block(self, index: int) -> tuple[Utterance, ...]:
        """Return the utterances of the block; none for a block that says nothing."""
        return self._said(index).whole()

    def __iter__(self) -> Iterator[Utterance]:
        for index in range(len(self.article.blocks)):
            yield from self.block(index)

    def utterance(self, place: Place) -> Utterance:
        """Return the utterance at ``place``."""
        block, index = place
        said = self._said(block)
        if index < 0 or not said.reaches(index):
            raise IndexError(place)
        return said.made[index]

    def first(self) -> Place | None:
        """Return the first place, or None when the article says nothing."""
        return self._next(0)

    def after(self, place: Place) -> Place | None:
        """Return the place after ``place``, or None at the end."""
        block, index = place
        if self._said(block).reaches(index + 1):
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
        """Return the place that says ``position``, or the next that says anything.

        An offset past the end of a block that speaks is its last utterance's. What is
        announced before a stretch goes with it.
        """
        if 0 <= position.block < len(self.article.blocks):
            index = self._said(position.block).index_at(position.offset)
            if index is not None:
                return position.block, index
        return self._next(max(position.block, 0))

    def _said(self, index: int) -> _Said:
        if not 0 <= index < len(self.article.blocks):
            raise IndexError(index)
        said = self._blocks.get(index)
        if said is None:
            section = bisect_right(self._section_starts, index) - 1
            utterances = say_block(self.article, index, section, self.settings, self.known)
            text = self.article.blocks[index].text
            said = self._blocks[index] = _Said(spelled(utterances, self._letter_words, text))
            if len(self._blocks) > _BLOCKS_KEPT:
                self._blocks.popitem(last=False)
        return said

    def _next(self, block: int) -> Place | None:
        for index in range(block, len(self.article.blocks)):
            if self._said(index).reaches(0):
                return index, 0
        return None
