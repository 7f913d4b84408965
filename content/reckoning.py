"""How long an article takes from place to place, reckoned in words at its pace.

The pace is the article's words by its time, but not all of its words take as long: numbers,
tables whose headers are said again, headings with their pauses take longer, and what is passed
over takes none. So what a block takes is reckoned from what is really said of it, as soon as it
has been scripted: some words ahead of whatever is asked for, and more while reading goes on. What
has not been scripted takes as long as the words that are supposed to be said of it.
"""

from __future__ import annotations

from content.density import REFERENCE_PACE, Density, speech_share, units
from content.model import Position
from content.progress import Progress
from content.script import Place, Script, position_at
from content.structure import says
from content.utterance import Utterance

_SUMMARY = 8
"""Words that are about said of a block of which only the size is."""
_ROW = 4
"""Words that are added to a row of a table: which one it is."""
_LONG = 600
"""Words said of a block beyond which it is not scripted as a whole."""
_A_BLOCK = 3
"""What a block costs besides its words when it is looked at, in words."""
_LEAST_RATE, _MOST_RATE = 0.3, 3


class Reckoning:
    """What each block of a script takes; known ones exactly, the others by their words."""

    def __init__(
        self, script: Script, progress: Progress, density: Density, pauses: float = 100
    ) -> None:
        """``progress`` and ``density`` are the script's; ``pauses`` is the percentage wanted."""
        self.script = script
        self.pauses = pauses
        self._progress = progress
        self._per_unit = speech_share(density, pauses) / density.units_per_word
        self._per_pause = pauses / 100 / 1000 * REFERENCE_PACE / 60
        self._supposed = self._suppose()
        """Words for the blocks of which not just theirs are said."""
        self._known: dict[int, float] = {}
        self._learned_to = 0
        self._sums = _Sums(len(script.article.blocks))
        """For each block of which more is known than its words, what it takes beyond them."""
        more = 0
        for block, supposed in self._supposed.items():
            more += supposed - progress.words_of(block)
            self._sums.add(block, supposed - progress.words_of(block))
        rate = progress.words / max(1, progress.words + more)
        self._rate = max(_LEAST_RATE, min(_MOST_RATE, rate))
        """What a word that is supposed to be said takes."""

    def words(self, start: Place, spoken: int = 0, end: int | None = None) -> float:
        """Return what it takes from ``start`` to the beginning of block ``end``, or to the end.

        In words: so many as are read in that time at any pace, on average. Of the utterance at
        ``start``, the first ``spoken`` characters have been said.
        """
        end = len(self.script.article.blocks) if end is None else end
        block = start[0]
        if block >= end:
            return 0
        written = self._progress.words_before(Position(end)) - self._progress.words_before(
            Position(block + 1)
        )
        more = self._sums.before(end) - self._sums.before(block + 1)
        return max(0, self._rest_of_block(start, spoken) + self._rate * (written + more))

    def of(self, utterance: Utterance) -> float:
        """Return what the speech of ``utterance`` takes, without the pause after it."""
        return units(utterance.text) * self._per_unit

    def pause(self, utterance: Utterance) -> float:
        """Return what the pause after ``utterance`` takes."""
        return utterance.pause_ms * self._per_pause

    def learn(self, block: int, words: int, end: int | None = None) -> None:
        """Script blocks from ``block`` on, until some ``words`` or ``end`` are reached."""
        last = len(self.script.article.blocks) if end is None else end
        while block < last and words > 0:
            words -= self._progress.words_of(block) + _A_BLOCK
            self._know(block)
            block += 1

    def learn_more(self, block: int, words: int) -> None:
        """Script some ``words`` beyond what was learned so before, and beyond ``block``."""
        self._learned_to = max(self._learned_to, block)
        while self._learned_to < len(self.script.article.blocks) and words > 0:
            at = self._learned_to
            words -= _A_BLOCK if at in self._known else self._progress.words_of(at) + _A_BLOCK
            self._know(at)
            self._learned_to += 1

    def _suppose(self) -> dict[int, int]:
        """Return about how many words are said of each table and block of code."""
        settings = self.script.settings
        headers, rows = (says(settings.structure, least) for least in ("few", "some"))
        supposed: dict[int, int] = {}
        for index, block in enumerate(self.script.article.blocks):
            if block.kind == "code" and settings.code == "summary":
                supposed[index] = _SUMMARY
            elif block.kind == "table" and block.cells:
                first, *others = block.text.split("\n")
                header = len(first.split()) if block.cells[0].header else 0
                if settings.tables == "summary":
                    supposed[index] = _SUMMARY + header
                else:
                    a_row = header * headers + _ROW * rows
                    supposed[index] = self._progress.words_of(index) + a_row * len(others)
        return supposed

    def _know(self, block: int) -> None:
        words = self._progress.words_of(block)
        supposed = self._supposed.get(block, words)
        if block in self._known or supposed > _LONG:
            return
        takes = sum(self.of(said) + self.pause(said) for said in self.script.block(block))
        self._known[block] = takes
        self._sums.add(block, takes / self._rate - supposed)

    def _rest_of_block(self, start: Place, spoken: int) -> float:
        block, index = start
        if block not in self._known:
            words = self._progress.words_of(block)
            read = self._words_read(start, spoken) if index or spoken else 0
            supposed = self._supposed.get(block, words)
            return self._rate * supposed * (1 - read / max(1, words))
        rest = 0.0
        for number, said in enumerate(self.script.block(block)):
            if number == index:
                rest += self.of(said) * (1 - spoken / max(1, len(said.text)))
            if number >= index:
                rest += self.pause(said)
            if number > index:
                rest += self.of(said)
        return rest

    def _words_read(self, start: Place, spoken: int) -> int:
        """Return how many words of the block stand before ``start``, and what of it is said."""
        position = position_at(self.script.utterance(start), spoken)
        before = Position(position.block)
        return self._progress.words_before(position) - self._progress.words_before(before)


class _Sums:
    """Numbers of which any can be changed, and the first of which added up, both at once.

    A binary indexed tree (P. M. Fenwick, 1994).
    """

    def __init__(self, length: int) -> None:
        self._tree = [0.0] * (length + 1)

    def add(self, index: int, value: float) -> None:
        index += 1
        while index < len(self._tree):
            self._tree[index] += value
            index += index & -index

    def before(self, end: int) -> float:
        total = 0.0
        while end > 0:
            total += self._tree[end]
            end -= end & -end
        return total
