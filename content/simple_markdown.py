"""Markdown that is plainly paragraphs, headings and short items is read without a block parser.

What may be anything else is left to the parser; this only says what is sure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from content.model import BlockKind
from content.patterns import lazily

_SPACE = " \t\n"
_LETTER = r"[^\W\d_]"
_BEGINS = rf"{_LETTER}|[\"“‘(]|\*\*?{_LETTER}"
_PARAGRAPH = lazily(_BEGINS)
_HEADING = lazily(r"(\#{1,6}) +([^\n#{]*)(?:\n|\Z)")
_ITEM = lazily(rf"(?:([-*+])|([0-9]{{1,9}})([.)])) (?={_BEGINS}|\[(?![ xX]\]|\^))([^\n]*)(?:\n|\Z)")
_NEW_BLOCK = lazily(
    # A line that goes on with a paragraph begins with a letter, a quotation mark, emphasis, a
    # link, code or a number that is no item's; any other may begin something.
    rf"\n(?!{_BEGINS}|\[(?!\^)|`(?!``)|[0-9]{{1,9}}(?![0-9.)]))"
)
_BLANK = lazily(r"\n[ \t]*\n")
_GOES_ON = frozenset(":~ \t")
"""What a line begins with that may belong to the paragraph or the list before the empty line."""
_NEXT_ITEM = frozenset("-*+0123456789")


class Simple(NamedTuple):
    """A paragraph, a heading or an item."""

    kind: BlockKind
    content: str
    """With the markup inside."""
    start: int
    """Where the content stands in the source, in characters."""
    end: int
    """Where what follows begins."""
    level: int = 0
    number: int | None = None


def simple_blocks(source: str, start: int, end: int) -> Iterator[Simple]:
    """Yield what stands from ``start`` on, where a block begins, up to what may be anything."""
    while start < end:
        found = list(_at(source, start, end))
        if not found:
            return
        yield from found
        start = found[-1].end


def _at(source: str, start: int, end: int) -> Iterator[Simple]:
    first = source[start]
    if first == "#":
        heading = _HEADING.match(source, start, end)
        if heading and (text := heading[2].strip(_SPACE)):
            after = _past_blank(source, heading.end(), end)
            yield Simple("heading", text, heading.start(2), after, len(heading[1]))
        return
    if first in _NEXT_ITEM and (item := _ITEM.match(source, start, end)):
        yield from _items(source, item, end)
        return
    if not _PARAGRAPH.match(source, start, end):
        return
    blank = _BLANK.search(source, start, end)
    content = source[start : blank.start() if blank else end].rstrip(_SPACE)
    after = _past_blank(source, start + len(content), end)
    if _NEW_BLOCK.search(content) or (after < end and source[after] in _GOES_ON):
        return
    if content.endswith("}"):
        return  # it may be the paragraph's address and classes
    yield Simple("paragraph", content, start, after)


def _items(source: str, first: re.Match[str], end: int) -> Iterator[Simple]:
    """Yield the items of a list of which each is one line, or nothing when one may be more."""
    items: list[Simple] = []
    mark = first[1], first[3]
    number = int(first[2]) if first[2] else None
    last = first.end()
    item: re.Match[str] | None = first
    while item:
        if (item[1], item[3]) != mark or "]:" in item[4]:
            return
        content = item[4].rstrip(_SPACE)
        if content.endswith("}"):
            return
        items.append(Simple("item", content, item.start(4), item.end(), 1, number))
        number = None if number is None else number + 1
        last = item.end()
        item = _ITEM.match(source, last, end)
    after = _past_blank(source, last, end)
    if after == last < end or (
        after < end and (source[after] in _GOES_ON or source[after] in _NEXT_ITEM)
    ):
        return
    items[-1] = items[-1]._replace(end=after)
    yield from items


def _past_blank(source: str, at: int, end: int) -> int:
    """Return where the next line that is not empty begins."""
    while at < end:
        line_end = source.find("\n", at, end)
        line_end = end if line_end < 0 else line_end
        if source[at:line_end].strip(" \t"):
            return at
        at = line_end + 1
    return end
