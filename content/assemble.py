"""Blocks become an Article: sections are found, words counted, the digest taken."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from content.model import Article, Block, Page, Pronunciation, Run, Section, Skipped, Trust
from content.text import clean_line


class Start(NamedTuple):
    """Where a section begins that the source itself names, and what it calls it."""

    block: int
    """Index of its heading."""
    title: str
    level: int


def count_words(text: str) -> int:
    """Return how many words ``text`` has, as whitespace separates them."""
    return len(text.split())


def _headings(blocks: Sequence[Block], title_block: int | None) -> list[Start]:
    return [
        Start(index, clean_line(block.text), block.level)
        for index, block in enumerate(blocks)
        if block.kind == "heading" and index != title_block
    ]


def _sections(blocks: Sequence[Block], starts: Sequence[Start]) -> tuple[Section, ...]:
    ends = [*(start.block for start in starts[1:]), len(blocks)][: len(starts)]
    return tuple(
        Section(
            title=title,
            level=level,
            first=first,
            end=end,
            words=sum(count_words(block.text) for block in blocks[first + 1 : end]),
            start=blocks[first].source_start,
        )
        for (first, title, level), end in zip(starts, ends, strict=True)
    )


def _title_block(blocks: Sequence[Block], title: str) -> int | None:
    """Index of the heading that is the article's title, so that it is no section as well.

    It is the first heading of all, when it says the title, or when it alone has the highest
    level and no title was declared.
    """
    heads = [index for index, block in enumerate(blocks) if block.kind == "heading"]
    if not heads:
        return None
    first = blocks[heads[0]]
    if title:
        same = clean_line(first.text).casefold() == title.casefold()
        return heads[0] if same else None
    alone = all(blocks[index].level > first.level for index in heads[1:])
    return heads[0] if alone and first.level == 1 else None


def assemble(
    blocks: Sequence[Block],
    *,
    source: str,
    text: str | None,
    language: str,
    title: str = "",
    trust: Trust | None = None,
    skipped: Sequence[Skipped] = (),
    pages: Sequence[Page] = (),
    lexicon: Sequence[Pronunciation] = (),
    starts: Sequence[Start] | None = None,
) -> Article:
    """Build the Article of ``blocks``; ``text`` is the whole source text, for its digest.

    Where the source is no text that a person would read, ``text`` is None, and the blocks' own
    texts stand for it: offsets into the source then count their characters.

    ``title`` is what the source declares; without it the first level-1 heading serves if it
    is the only one, else the source's name. ``starts`` are the sections where the source names
    them itself; without it there is one for each heading but the title.
    """
    if text is None:
        text = "\n\n".join(block.text for block in blocks)
        blocks = _placed(blocks)
    title = clean_line(title)
    title_block = _title_block(blocks, title)
    if not title:
        title = (
            clean_line(blocks[title_block].text) if title_block is not None else clean_line(source)
        )
    return Article(
        title=title,
        language=language,
        source=source,
        blocks=tuple(blocks),
        sections=_sections(blocks, _headings(blocks, title_block) if starts is None else starts),
        trust=trust or Trust(),
        skipped=tuple(skipped),
        digest=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        pages=tuple(pages),
        lexicon=tuple(lexicon),
    )


def _placed(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with their places in the text that they make together."""
    placed: list[Block] = []
    at = 0
    for block in blocks:
        placed.append(replace(block, runs=(Run(0, at, len(block.text)),)))
        at += len(block.text) + 2
    return placed
