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
_QUOTED = lazily(r"[ \t]*>(?:[ ]?>){0,8}(?: |$)")
_SHORT_QUOTE = 40
_HYPHENATED = lazily(r"[^\W\d_]-$")
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
    quoted: int = 0
    """How many ``>`` stood before it, as in a letter that is answered."""
    goes_on: bool = False
    """Whether it goes on with a sentence that a page broke off."""


@dataclass(frozen=True, slots=True)
class Wrapping:
    """Whether the text was wrapped by hand or machine, and at which column."""

    width: int = 0
    """0 when every line stands for itself."""

    def joins(self, line: Line, following: Line) -> bool:
        """Whether ``following`` goes on with the paragraph of ``line``."""
        if following.goes_on:
            return True
        if not self.width or following.opens or following.quoted != line.quoted:
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
    """Return the lines of ``text`` that are not blank, without marks of quotation.

    Where every line is quoted, the text is: then one mark before each says nothing.
    """
    raws = text.split("\n")
    marks = [_QUOTED.match(raw) for raw in raws]
    quoted = sum(mark is not None for mark in marks)
    filled = sum(bool(raw.strip()) for raw in raws)
    whole = 1 < quoted == filled
    if not whole and not any(mark and len(mark.string) > _SHORT_QUOTE for mark in marks):
        marks = [None] * len(raws)  # one step of a trail, "> Health", is no quotation
    lines: list[Line] = []
    start, opens, depth = 0, True, 0
    for raw, mark in zip(raws, marks, strict=True):
        begin = mark.end() if mark else 0
        bare = raw[begin:].strip()
        if bare:
            indent = len(raw) - begin - len(raw[begin:].lstrip())
            level = mark[0].count(">") - whole if mark else 0
            opens = opens or level != depth
            lines.append(Line(bare, start + begin + indent, indent, opens, level))
            depth = level
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


def _runs_together(text: str, following: str) -> bool:
    """Whether no space belongs between two lines: after a hyphen, or in Chinese."""
    if _HYPHENATED.search(text[-2:]) and following[0].islower():
        return True
    return bool(_UNSPACED.match(text[-1]) and _UNSPACED.match(following[0]))


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
        if pieces and not _runs_together(pieces[-1], text):
            pieces.append(" ")
            length += 1
        runs.append(Run(length, line.start + (skip if index == 0 else 0), len(text)))
        pieces.append(text)
        length += len(text)
    return "".join(pieces), tuple(runs)
