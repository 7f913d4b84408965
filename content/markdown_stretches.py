"""Markdown in stretches that mean the same alone as they do in the whole.

A stretch ends where an empty line is followed by text without a mark, at the margin: there
every list, quotation, table and note has ended. Only a fence of code and some HTML may go on;
where a stretch may end in one, it is parsed to find out. So a long article needs no more
memory than its longest part, and most paragraphs need no block parser at all.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, MutableMapping
from itertools import pairwise
from typing import Any, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

from content.patterns import lazily
from content.simple_markdown import BEGINS

_BOUNDARY = lazily(rf"\n[ \t]*\n(?={BEGINS}|\#{{1,6}}\ )")
_OPENER = lazily(r"^ {0,3}(?:```|~~~|<(?:script|pre|style|textarea)|<[!?])", 10)  # I and M
_OPEN_ENDED = frozenset({"fence", "html_block"})
_DEFINITION = "]:"
"""What a definition of a link or a note has."""


class Stretch(NamedTuple):
    """A part of a source, in characters; it ends with its line ends, or with the source."""

    start: int
    end: int


class _Labels(dict[str, int]):
    """The labels of notes and their numbers; a definition parsed again takes none back."""

    def __setitem__(self, label: str, number: int) -> None:
        if number >= 0 or label not in self:
            super().__setitem__(label, number)


def split(source: str, start: int, md: MarkdownIt) -> list[Stretch]:
    """Return the stretches of the Markdown that begins at ``start``, in order."""
    bounds = [start, *(found.end() for found in _BOUNDARY.finditer(source, start)), len(source)]
    kept = [start]
    done = 1
    for opener in _OPENER.finditer(source, start):
        if opener.start() < kept[-1]:
            continue
        after = bisect_right(bounds, opener.start(), done)
        kept += bounds[done:after]
        done = after
        # Twice as much each time, so that what is never closed is parsed twice in all.
        more = 1
        while done < len(bounds) - 1 and _is_open(source[kept[-1] : bounds[done]], md):
            done = min(done + more, len(bounds) - 1)
            more *= 2
        kept.append(bounds[done])
        done += 1
    kept += bounds[done:]
    return [Stretch(*pair) for pair in pairwise(kept) if pair[0] < pair[1]]


def _is_open(part: str, md: MarkdownIt) -> bool:
    """Whether a fence or a piece of HTML goes on past the end of ``part``."""
    tokens: list[Token] = []
    md.block.parse(part, md, {}, tokens)
    last = tokens[-1] if tokens else None
    return (
        last is not None
        and last.type in _OPEN_ENDED
        and last.level == 0
        and last.map is not None
        and last.map[1] >= part.count("\n")
    )


def definitions(source: str, stretches: list[Stretch], md: MarkdownIt) -> MutableMapping[str, Any]:
    """Return markdown-it's ``env`` with every definition of a link or a note in the source."""
    env: dict[str, Any] = {"footnotes": {"refs": _Labels(), "list": {}}}
    for stretch in _defining(source, stretches):
        md.block.parse(source[stretch.start : stretch.end], md, env, [])
    return env


def _defining(source: str, stretches: list[Stretch]) -> Iterator[Stretch]:
    starts = [stretch.start for stretch in stretches]
    at = source.find(_DEFINITION, starts[0]) if starts else -1
    while at >= 0:
        stretch = stretches[bisect_right(starts, at) - 1]
        yield stretch
        at = source.find(_DEFINITION, stretch.end)
