"""The text of one block as it grows, with white space collapsed as HTML does."""

from __future__ import annotations

import re
from typing import NamedTuple

from content.model import Block, BlockKind, Span, SpanKind
from content.patterns import lazily
from content.text import clean

_SPACE = lazily("[ \t\n\f]+")
_WINDOWS = lazily("[\x80-\x9f]")
_UNSEEN = str.maketrans("", "", "\xad\ufeff")
_MOST_OPEN = 40
"""Spans within one another beyond which no more are kept: no person writes so."""


class Mark(NamedTuple):
    """Something that begins at a place in the text: an anchor or a page."""

    kind: str
    label: str
    offset: int


def legible(text: str) -> str:
    """Return text of a tree cleaned, without soft hyphens, and as browsers show it."""
    if not text.isascii():
        text = _WINDOWS.sub(_western, text).translate(_UNSEEN)  # &#146; means ’
    return clean(text)


def _western(found: re.Match[str]) -> str:
    try:
        return found[0].encode("latin-1").decode("cp1252")
    except UnicodeDecodeError:
        return ""


class Prose:
    """Gathers text, spans and marks until ``take`` makes a block of them."""

    def __init__(self) -> None:
        self.length = 0
        self.marks: list[Mark] = []
        self.waiting: list[Mark] = []
        """Marks that stand before the block, where nothing was that could have them."""
        self.images = 0
        """How many pictures without a description stand in it."""
        self._parts: list[str] = []
        self._last = ""
        self._space = False
        self._spans: list[Span] = []
        self._open: list[tuple[SpanKind, str, int]] = []

    @property
    def last(self) -> str:
        """The last piece of text added, without the space that may follow."""
        return "" if self._space else self._last

    def write(self, text: str) -> None:
        """Add text of the tree; runs of white space become one space, none at a line's ends."""
        text = _SPACE.sub(" ", legible(text))
        if not text:
            return
        if text[0] == " ":
            self._space = True
            text = text[1:]
            if not text:
                return
        self.settle()
        ends = text[-1] == " "
        self._add(text[:-1] if ends else text)
        self._space = ends

    def write_as_it_is(self, text: str) -> None:
        """Add text of the tree with its white space kept."""
        self._add(legible(text))

    def add(self, text: str) -> None:
        """Add text that is cleaned already."""
        self.settle()
        self._add(text)

    def space(self) -> None:
        """Part what comes from what stands there by a space."""
        self._space = True

    def newline(self) -> bool:
        """Begin a new line; tell whether the line that ends was empty."""
        self._space = False
        if not self.length or self._last.endswith("\n"):
            return True
        self._add("\n")
        return False

    def separate(self, mark: str) -> None:
        """Add what parts two cells or two rows."""
        self._space = False
        self._add(mark)

    def settle(self) -> None:
        """Add the space that waits, unless a line begins here."""
        if self._space and self.length and self._last[-1] not in " \n\t":
            self._add(" ")
        self._space = False

    def _add(self, text: str) -> None:
        if text:
            self._parts.append(text)
            self.length += len(text)
            self._last = text

    def open(self, kind: SpanKind, target: str = "") -> bool:
        """Begin a span here; tell whether it has to be closed."""
        same = bool(self._open) and any(
            span[0] == kind and span[1] == target for span in self._open
        )
        if same or len(self._open) >= _MOST_OPEN:
            return False
        self.settle()
        self._open.append((kind, target, self.length))
        return True

    def close(self, kind: SpanKind) -> None:
        """End the innermost open span of this kind here."""
        for index in range(len(self._open) - 1, -1, -1):
            if self._open[index][0] == kind:
                _, target, start = self._open.pop(index)
                self._end(kind, target, start)
                return

    def _end(self, kind: SpanKind, target: str, start: int) -> None:
        if self.length > start:
            self._spans.append(Span(start, self.length, kind, target))

    def mark(self, kind: str, label: str) -> None:
        """Note that an anchor or a page begins here."""
        waits = self._space and self.length and self._last[-1] not in " \n\t"
        self.marks.append(Mark(kind, label, self.length + bool(waits)))

    def take(self, kind: BlockKind, strip: str | None = None) -> tuple[Block, list[Mark]]:
        """Return the block and its marks, and begin anew; spans still open go on in the next.

        ``strip`` holds the characters to be taken off both ends; None means white space.
        """
        for open_kind, target, start in self._open:
            self._end(open_kind, target, start)
        text = "".join(self._parts)
        bare = text.strip(strip)
        lead = text.find(bare) if bare else 0
        spans = [
            Span(max(0, span.start - lead), min(len(bare), span.end - lead), span.kind, span.target)
            for span in self._spans
            if span.end > lead and span.start - lead < len(bare)
        ]
        spans.sort(key=lambda span: (span.start, -span.end))
        marks: list[Mark] = []
        if bare:
            marks = [
                Mark(kind_, label, min(len(bare), max(0, at - lead)))
                for kind_, label, at in self.marks
            ]
            marks = [*self.waiting, *marks]
            self.waiting = []
        else:
            self.waiting += [Mark(kind_, label, 0) for kind_, label, _ in self.marks]
        self.marks = []
        self._open = [(open_kind, target, 0) for open_kind, target, _ in self._open]
        self._parts, self._spans = [], []
        self.length, self._last, self._space = 0, "", False
        return Block(kind, bare, tuple(spans)), marks
