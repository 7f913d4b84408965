"""Words become lines of writing: those that stand on one base with no column's gap between."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from content.pdf.pages import PdfPage, Word

_GAP = 1.2
"""Sizes of the writing that may lie between two words of one line."""
_RAISED = 0.6
"""Sizes by which a word may stand above or below its line, as a note's number does."""
_LEVEL = 0.2
_SMALL = 0.85
_NOTE_RISE = 0.15
"""Sizes by which a reference to a note stands above its line."""
_NOTE_MARKS = frozenset("*†‡§¶")
_SHARE = 0.8
"""Of a line's letters that must be so for the line to be bold, or of one width."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of writing on a page, or its part in one column."""

    words: tuple[Word, ...]
    page: int
    left: float
    right: float
    base: float
    size: float
    bold: bool
    mono: bool

    @property
    def text(self) -> str:
        """The words with spaces between them."""
        return joined(self.words)

    @property
    def letters(self) -> int:
        """How many characters it has."""
        return sum(len(word.text) for word in self.words)


def joined(words: Iterable[Word]) -> str:
    """Return the words as text."""
    return "".join(
        word.text if word.glued or not index else f" {word.text}"
        for index, word in enumerate(words)
    )


def lines_of(page: PdfPage, number: int) -> list[Line]:
    """Return the lines of a page in the order of its content."""
    found: list[Line] = []
    current: list[Word] = []
    for word in page.words:
        if current and not _goes_on(current, word):
            found.append(line(current, number))
            current = []
        current.append(word)
    if current:
        found.append(line(current, number))
    return found


def _goes_on(words: Sequence[Word], word: Word) -> bool:
    last = words[-1]
    if word.glued:
        return True
    first = max(words[:8], key=lambda one: one.size)
    larger = max(first.size, word.size)
    smaller = min(first.size, word.size)
    off = abs(word.base - first.base)
    raised = smaller < larger * _SMALL and off < larger * _RAISED
    gap = word.left - last.right
    return (off < larger * _LEVEL or raised) and -larger < gap < larger * _GAP


def line(words: Sequence[Word], page: int) -> Line:
    """Return the line of ``words``."""
    sizes: Counter[float] = Counter()
    bases: Counter[float] = Counter()
    letters = bold = mono = 0
    for word in words:
        length = len(word.text)
        sizes[word.size] += length
        bases[word.base] += length
        letters += length
        bold += length * word.bold
        mono += length * word.mono
    return Line(
        tuple(words), page, min(word.left for word in words), max(word.right for word in words),
        bases.most_common(1)[0][0], sizes.most_common(1)[0][0],
        bold >= letters * _SHARE, mono >= letters * _SHARE,
    )  # fmt: skip


def note_label(word: Word, line: Line) -> str:
    """Return which note a word refers to: it is a raised small number or sign; else empty."""
    raised = word.size < line.size * _SMALL and word.base > line.base + line.size * _NOTE_RISE
    label = word.text.strip("[]()")
    if not (raised and label):
        return ""
    number = label.isdecimal() and len(label) <= 3
    return label if number or _NOTE_MARKS.issuperset(label) else ""
