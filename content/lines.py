"""Plain text as lines: where each stands, which belong together, where they were wrapped."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from content.model import Run
from content.patterns import lazily

_NARROWEST, _WIDEST = 45, 130
_SLACK = 8
_FEWEST_WRAPS = 3
_COLUMNS = lazily(r"\S(?: {3}|\t)[ \t]*\S")
_UNSPACED = lazily("[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, without the white space around it."""

    text: str
    start: int
    """Where its text begins in the source, in characters."""
    indent: int
    opens: bool
    """Whether it is the first of all or stands after a blank line."""


@dataclass(frozen=True, slots=True)
class Wrapping:
    """Whether the text was wrapped by hand or machine, and at which column."""

    width: int = 0
    """0 when every line stands for itself."""

    def joins(self, line: Line, following: Line) -> bool:
        """Whether ``following`` goes on with the paragraph of ``line``."""
        if not self.width or following.opens:
            return False
        if _COLUMNS.search(line.text[:200]) or _COLUMNS.search(following.text[:200]):
            return False
        first = following.text.split(None, 1)[0]
        reach = line.indent + len(line.text) + 1 + len(first)
        if reach > self.width - _SLACK:
            return True
        goes_on = following.text[0].islower() and line.text[-1] not in ".!?:;"
        return goes_on and 2 * len(line.text) > self.width


def split(text: str) -> list[Line]:
    """Return the lines of ``text`` that are not blank."""
    lines = []
    start, opens = 0, True
    for raw in text.split("\n"):
        bare = raw.strip()
        if bare:
            indent = len(raw) - len(raw.lstrip())
            lines.append(Line(bare, start + indent, indent, opens))
        opens = not bare
        start += len(raw) + 1
    return lines


def wrapping(lines: list[Line]) -> Wrapping:
    """Find out whether lines are wrapped: most then end near one column, in mid-sentence.

    Where one line is one paragraph, lengths differ and nearly all end as sentences do.
    """
    inner = [(line, following) for line, following in pairwise(lines) if not following.opens]
    if not inner:
        return Wrapping()
    lengths = sorted(line.indent + len(line.text) for line, _ in inner)
    width = lengths[(len(lengths) - 1) * 95 // 100]
    if not _NARROWEST <= width <= _WIDEST:
        return Wrapping()
    if _runs_over(inner):
        return Wrapping(max(lengths))
    found = Wrapping(width)
    joined = [line for line, following in inner if found.joins(line, following)]
    ended = sum(line.text[-1] in ".!?:" for line in joined)
    wrapped = 2 * len(joined) > len(inner) and 5 * ended < 2 * len(joined)
    if not wrapped and len(joined) >= 8 and 4 * ended < len(joined):
        # A wrapped text with long tables or lists of short lines in it.
        wrapped = 4 * len(joined) > len(inner)
    return found if wrapped else Wrapping()


def _runs_over(inner: list[tuple[Line, Line]]) -> bool:
    """Whether long lines break off in mid-sentence, in a text that is short lines for the rest."""
    widest = max(len(line.text) for line, _ in inner)
    long = [(line, below) for line, below in inner if 5 * len(line.text) > 4 * widest]
    if len(long) < _FEWEST_WRAPS or widest > _WIDEST:
        return False
    on = sum(below.text[0].islower() and line.text[-1] not in ".!?:;" for line, below in long)
    return 4 * on >= 3 * len(long)


def join(lines: list[Line], skip: int = 0) -> tuple[str, tuple[Run, ...]]:
    """Join lines into one text and say where each stretch of it stands in the source.

    ``skip`` characters of the first line are left out: its list marker.
    """
    if len(lines) == 1:
        text = lines[0].text[skip:]
        return text, (Run(0, lines[0].start + skip, len(text)),) if text else ()
    pieces: list[str] = []
    runs: list[Run] = []
    length = 0
    for index, line in enumerate(lines):
        text = line.text[skip:] if index == 0 else line.text
        if not text:
            continue
        if pieces and not (_UNSPACED.match(pieces[-1][-1]) and _UNSPACED.match(text[0])):
            pieces.append(" ")
            length += 1
        runs.append(Run(length, line.start + (skip if index == 0 else 0), len(text)))
        pieces.append(text)
        length += len(text)
    return "".join(pieces), tuple(runs)
