"""Loads plain text, pasted from a page or written by hand, into an Article.

The order of the passes: lines become blocks; trust lines are taken first, because editorial
links are known by standing beside them; then furniture leaves the flow, so that no promotion
can look like a heading; then lists are found, so that no item can; then headings. All passes
after the furniture keep the number of blocks, so ``Skipped.before`` stays right.
"""

from __future__ import annotations

from bisect import bisect_right

from content import comments, furniture, headings, lines, lists, paragraphs, printed, trust
from content.assemble import assemble
from content.dense import Dense
from content.lines import Line
from content.model import Article, Block, Skipped

_FEW = 6
"""One blank line for so many blocks is too few to go by."""


def load(text: str, name: str, language: str = "") -> Article:
    """Return the Article that ``text`` is; it is decoded and cleaned already.

    ``name`` is the path, address or ``-`` it came from, ``language`` a BCP 47 tag; without
    one the language is found out.
    """
    if not language:
        from content.language import detect

        language = detect(text)
    printed_lines, between_pages = printed.part(lines.split(text))
    dense = Dense(printed_lines)
    found = dense.lines
    openings = frozenset(line.start for line in found if line.opens)
    blocks = paragraphs.read(found, lines.wrapping(found))
    openings = _opening(blocks, openings)
    written_below = comments.find(blocks)
    # Dates and names of comments vouch for nothing.
    end = written_below.start or len(blocks)
    vouched, understood = trust.understand(blocks[:end])
    blocks, skipped = furniture.separate(
        [*understood, *blocks[end:]], structured=False, comments=written_below
    )
    blocks = headings.mark_title(blocks, openings)
    blocks = lists.itemise(blocks, openings)
    names = {*vouched.authors, *(person.name for person in vouched.reviewed_by)}
    blocks = headings.mark(blocks, openings, names)
    blocks = [dense.block(block) for block in blocks]
    skipped = _with_pages(list(map(dense.piece, skipped)), between_pages, blocks)
    return assemble(
        blocks,
        source=name,
        text=text,
        language=language,
        title=_title(blocks),
        trust=vouched,
        skipped=skipped,
    )


def _opening(blocks: list[Block], openings: frozenset[int]) -> frozenset[int]:
    """Where blocks begin after a blank line; an item begins after its marker.

    Where hardly any line is blank, blank lines tell nothing: then every block counts.
    """
    opening = frozenset(
        block.source_start
        for block in blocks
        if block.kind == "item" or block.source_start in openings
    )
    if len(opening) * _FEW < len(blocks):
        return frozenset(block.source_start for block in blocks)
    return opening


def _with_pages(skipped: list[Skipped], between: list[Line], blocks: list[Block]) -> list[Skipped]:
    """Return what was skipped, page numbers included, in the order of the source."""
    pages = [
        Skipped(
            "page",
            line.text,
            bisect_right(blocks, line.start, key=lambda block: block.source_start),
            line.start,
        )
        for line in between
    ]
    return sorted([*skipped, *pages], key=lambda piece: (piece.before, piece.start))


def _title(blocks: list[Block]) -> str:
    first = next((block for block in blocks if block.kind == "heading"), None)
    return first.text if first and first.level == 1 else ""
