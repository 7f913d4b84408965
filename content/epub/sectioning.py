"""The lines of a table of contents become sections, each beginning with a heading."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from content.assemble import Start
from content.epub.container import Place
from content.epub.navigation import Entry
from content.model import Block

_NEAR = 12
"""Blocks after the place a line leads to, within which its heading may stand."""
_JOINED = 4
"""Blocks that together may say what one line says, as a chapter's number and its name."""
_LEAD_IN = frozenset({"figure", "caption", "rule"})
_LONGEST = 300
"""Characters of a paragraph that may be a heading."""
_TELLING = 3
"""Letters that a block must have to be known as the beginning of a title."""
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Book:
    """A book's blocks, and where in them each of its files and ids begins."""

    blocks: Sequence[Block]
    documents: Mapping[str, tuple[int, int]]
    """The first block of a member, and the one past its last."""
    anchors: Mapping[Place, int]


@dataclass(frozen=True, slots=True)
class Sectioned:
    """Blocks with a heading wherever a section begins without one, and where sections begin."""

    blocks: list[Block]
    starts: list[Start]
    moved: list[int]
    """Where each block of the book now is, and last the end."""


def sectioned(book: Book, entries: Sequence[Entry]) -> Sectioned | None:
    """Return the book with the sections that ``entries`` name; None when none leads anywhere.

    Where neither a heading nor a title stands at the place, a heading is put in that says what
    the table of contents says. A picture before the heading stays before the section, as in
    print. Lines that lead nowhere and group nothing are left out.
    """
    placed = _placed(book, entries)
    if not placed:
        return None
    places = sorted({at for at, _, _ in placed})
    nexts = dict(zip(places, [*places[1:], len(book.blocks)], strict=True))
    built = _Built(book.blocks)
    for at, group in groupby(placed, key=lambda line: line[0]):
        built.go_to(at)
        lines = list(group)
        for line in lines:
            _, end, entry = line
            end = min(end, nexts[at])
            built.begin(entry, _heading(book.blocks, built.at, end, entry.label, line is lines[-1]))
    built.go_to(len(book.blocks))
    return Sectioned(built.blocks, built.starts, [*built.moved, len(built.blocks)])


class _Built:
    """The blocks of the book as they are copied, with the sections that begin on the way."""

    def __init__(self, source: Sequence[Block]) -> None:
        self.source = source
        self.at = 0
        """The next block of the source."""
        self.blocks: list[Block] = []
        self.starts: list[Start] = []
        self.moved: list[int] = []
        self._shift = 0
        """How much deeper the headings under the last section are than they say."""

    def go_to(self, end: int) -> None:
        """Copy the blocks before ``end``; their headings stand under the section they are in."""
        for block in self.source[self.at : end]:
            if block.kind == "heading" and self.starts:
                level = min(max(block.level + self._shift, self.starts[-1].level + 1), _DEEPEST)
                block = replace(block, level=level)
            self.moved.append(len(self.blocks))
            self.blocks.append(block)
        self.at = max(self.at, end)

    def begin(self, entry: Entry, heading: range) -> None:
        """Begin a section here; the blocks of ``heading`` are its heading, or one is put in."""
        level = min(entry.depth, _DEEPEST)
        self.go_to(heading.start)
        self.starts.append(Start(len(self.blocks), entry.label, level))
        if not heading:
            self.blocks.append(Block("heading", entry.label, level=level, role="contents"))
            self._shift = 0
            return
        self._shift = level - (self.source[heading.start].level or level)
        for block in self.source[heading.start : heading.stop]:
            self.moved.append(len(self.blocks))
            self.blocks.append(replace(block, kind="heading", level=level, number=None))
        self.at = heading.stop


def _placed(book: Book, entries: Sequence[Entry]) -> list[tuple[int, int, Entry]]:
    """Return the entries that lead somewhere, in the order of the text.

    Each with its block, and with the end of the document that is in.
    """
    titles: dict[str, list[int]] = {}
    for index, block in enumerate(book.blocks):
        if block.kind == "heading":
            titles.setdefault(_letters(block.text), []).append(index)
    places: list[tuple[int, int] | None] = []
    last = 0
    for entry in entries:
        place = _place(book, titles, entry, last)
        places.append(place)
        last = place[0] if place else last
    following: tuple[int, int, int] | None = None
    """Depth and place of the next entry that has a place."""
    for index in range(len(entries) - 1, -1, -1):
        entry, place = entries[index], places[index]
        if place is None and following and following[0] > entry.depth:
            # A line that groups others begins where the first of them does.
            _, at, end = following
            place = places[index] = _heading_before(book.blocks, at, entry.label), end
        if place is not None:
            following = entry.depth, *place
    led = [(*place, entry) for place, entry in zip(places, entries, strict=True) if place]
    return sorted(led, key=lambda line: line[0])


def _place(
    book: Book, titles: Mapping[str, Sequence[int]], entry: Entry, last: int
) -> tuple[int, int] | None:
    """Return the block that an entry leads to, and the end of its document.

    ``last`` is the block of the entry before it.
    """
    if entry.place is None or entry.place.member not in book.documents:
        return None
    start, end = book.documents[entry.place.member]
    if not entry.place.fragment:
        return start, end
    at = book.anchors.get(entry.place)
    if at is not None:
        return at, end
    # The id is not there: the heading that says the same, else the beginning.
    first = max(start, last)
    alike = titles.get(_letters(entry.label), ())
    index = bisect_left(alike, first)
    if index < len(alike) and alike[index] < end:
        return alike[index], end
    return first if first < end else start, end


def _heading_before(blocks: Sequence[Block], at: int, label: str) -> int:
    """Return the heading right before ``at`` that says ``label``, else ``at``."""
    sought = _letters(label)
    for index in range(at - 1, max(-1, at - _NEAR), -1):
        if blocks[index].kind not in ("heading", *_LEAD_IN):
            break
        if _letters(blocks[index].text) == sought:
            return index
    return at


def _heading(blocks: Sequence[Block], at: int, end: int, label: str, last: bool) -> range:
    """Return the blocks before ``end`` that are the heading of the section beginning at ``at``.

    A heading that says the label; blocks that together say it; a block that says its beginning;
    and for the ``last`` of the lines that lead here, the first heading, whatever it says. An
    empty range for none.
    """
    sought = _letters(label)
    near = range(at, min(end, at + _NEAR))
    for index in near:
        if blocks[index].kind == "heading" and _letters(blocks[index].text) == sought:
            return range(index, index + 1)
    first = next((index for index in near if blocks[index].kind not in _LEAD_IN), end)
    if first >= end:
        return range(0)
    said = ""
    for index in range(first, min(end, first + _JOINED)):
        block = blocks[index]
        if block.kind not in ("heading", "paragraph") or len(block.text) > _LONGEST:
            break
        said += _letters(block.text)
        if said and said == sought:
            return range(first, index + 1)
    block = blocks[first]
    said = _letters(block.text)
    begins = block.kind in ("heading", "paragraph") and len(said) >= _TELLING
    alike = begins and sought.startswith(said)
    return range(first, first + 1) if alike or (last and block.kind == "heading") else range(0)


def _letters(text: str) -> str:
    """Return what tells titles apart: letters and digits, whatever their case."""
    return "".join(character for character in text.casefold() if character.isalnum())
