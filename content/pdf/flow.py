"""Lines become paragraphs, over the ends of columns and of pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from content.patterns import lazily
from content.pdf.lines import Line
from content.pdf.rows import Table

_ENDED = lazily(r"[.!?:;…。！？][\"'”’»)\]]*$")
_MARK = lazily(r"(?:[•‣◦·●▪■□○⁃∙➢✓\uf0b7\uf0a7*–—-]|\(?(?:\d{1,3}|[a-z])[.)]|o)(?=\s\S|$)")
_SIZES = 0.08
"""Share by which sizes of writing may differ and still be one."""


@dataclass(slots=True)
class Paragraph:
    """Lines that are read as one, in one style."""

    lines: list[Line]
    marked: bool = False
    """Whether it begins with a bullet or a number."""

    @property
    def text(self) -> str:
        """The lines as they stand, with spaces between."""
        return " ".join(line.text for line in self.lines)

    @property
    def size(self) -> float:
        """The size of its writing."""
        return self.lines[0].size

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(line.bold for line in self.lines)

    @property
    def mono(self) -> bool:
        """Whether all of its letters are of one width."""
        return all(line.mono for line in self.lines)


@dataclass(frozen=True, slots=True)
class _Column:
    """The measures of lines that follow each other downwards."""

    left: float
    right: float
    leading: float


def paragraphs(things: Sequence[Line | Table]) -> list[Paragraph | Table]:
    """Return the paragraphs of lines in reading order; tables stay where they are."""
    columns = _columns([one for one in things if isinstance(one, Line)])
    done: list[Paragraph | Table] = []
    before: Line | None = None
    for one in things:
        if isinstance(one, Table):
            done.append(one)
            before = None
            continue
        last = done[-1] if done else None
        # What was broken off before a table goes on after it only in the same sentence.
        if (
            isinstance(last, Paragraph)
            and before is not None
            and _goes_on(last, before, one, columns[id(before)])
        ):
            last.lines.append(one)
        else:
            done.append(Paragraph([one], marked=_MARK.match(one.text) is not None))
        before = one
    return done


def _columns(lines: Sequence[Line]) -> dict[int, _Column]:
    """Return the measures that hold for each line, by its identity."""
    found: dict[int, _Column] = {}
    start = 0
    for index in range(1, len(lines) + 1):
        if (
            index < len(lines)
            and lines[index].page == lines[index - 1].page
            and (lines[index].base < lines[index - 1].base)
        ):
            continue
        run = lines[start:index]
        steps = [a.base - b.base for a, b in pairwise(run)]
        near = [step for step, line in zip(steps, run, strict=False) if step < line.size * 2.2] or [
            run[0].size * 1.2
        ]
        column = _Column(
            Counter(round(line.left) for line in run).most_common(1)[0][0],
            max(line.right for line in run),
            median(near),
        )
        found.update((id(line), column) for line in run)
        start = index
    return found


def _goes_on(paragraph: Paragraph, last: Line, line: Line, above: _Column) -> bool:
    """Whether a line belongs to the paragraph whose last line is ``last``."""
    bold = paragraph.lines[0].bold
    if not _alike(last, line, bold or is_ended(last) or not _is_full(last, above)):
        return False
    if last.mono:
        step = last.base - line.base
        return last.page == line.page and 0 < step < above.leading * 1.8
    ended = is_ended(last)
    if _MARK.match(line.text) and (ended or paragraph.marked or not _is_full(last, above)):
        return False
    if last.page != line.page or line.base >= last.base:
        # The next column or page: only an unfinished sentence goes on there.
        first = line.text[:1]
        return not ended and (first.islower() or not first.isalpha() or _is_full(last, above))
    if last.base - line.base > above.leading * 1.35 + 0.5:
        return False
    indent = line.left - last.left
    if indent > line.size * 0.7 and not paragraph.marked and (ended or len(paragraph.lines) > 1):
        return False
    if paragraph.marked and line.left < paragraph.lines[0].left + 1 and ended:
        return False
    return not (ended and not _is_full(last, above))


def is_ended(line: Line) -> bool:
    """Whether a sentence ends with the line."""
    return _ENDED.search(line.text) is not None


def _alike(one: Line, other: Line, weight: bool) -> bool:
    """Whether two lines are of one writing; its weight counts unless a sentence goes on."""
    larger = max(one.size, other.size)
    return (
        abs(one.size - other.size) <= larger * _SIZES
        and (one.bold == other.bold or not weight)
        and (one.mono == other.mono or not weight)
    )


def _is_full(line: Line, column: _Column) -> bool:
    """Whether a line reaches the end of its column, so that it was broken there."""
    return line.right > column.right - max(4 * line.size, (column.right - column.left) * 0.12)
