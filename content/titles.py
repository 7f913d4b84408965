"""The title that nothing marks: found among the lines above the article's first prose."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from content.model import Block
from content.patterns import lazily
from content.shape import is_lead_in, is_line, is_link, is_prose, starts_low, words

_WORD = lazily(r"[^\W\d_]{4,}")
_MOST_LINES = 12
_SUMMARY_WORDS = 14
"""A line of more words under a title sums the article up."""
_STEM = 5


def find(blocks: Sequence[Block], openings: Collection[int] = ()) -> int | None:
    """Index of the block that is the article's title, if one can be told.

    The line above the byline is; else the first line, unless several stand there and a later
    one is what the first paragraphs speak of. ``openings`` holds where in the source a block
    begins after a blank line: lines that run on without one are verse or an address.
    """
    lines: list[int] = []
    end = 0
    for end, block in enumerate(blocks):
        if block.kind == "heading":
            return _marked(blocks, lines, end)
        if block.kind not in ("paragraph", "rule") or len(lines) > _MOST_LINES:
            break
        if block.kind == "paragraph":
            if not is_line(block.text):
                break
            if not is_lead_in(block.text) and _could_be(block.text):
                lines.append(end)
    if not lines or lines[0] + 1 >= len(blocks):
        return None
    if blocks[end].kind == "trust":
        long = len(lines) > 1 and words(blocks[lines[-1]].text) > _SUMMARY_WORDS
        return lines[-2] if long else lines[-1]
    following = blocks[lines[0] + 1]
    runs_on = following.source_start not in openings and is_line(following.text)
    if runs_on and openings and len(openings) < len(blocks):
        return None
    return _spoken_of(blocks, lines, end)


def above(blocks: Sequence[Block]) -> range:
    """Return the short labels that stand above the title: where it is in the site's tree."""
    title = find(blocks)
    start = next((index for index, block in enumerate(blocks) if block.kind != "rule"), 0)
    if title is None or title - start < 2:
        return range(0)
    labels = blocks[start:title]
    if all(block.kind == "paragraph" and _is_label(block.text) for block in labels):
        return range(start, title)
    return range(0)


def _marked(blocks: Sequence[Block], lines: Sequence[int], index: int) -> int | None:
    """Choose between a marked heading and the lines above it."""
    if len(blocks) < 2:
        return None
    return index if not lines or blocks[index].level == 1 else lines[0]


def _could_be(text: str) -> bool:
    if starts_low(text) or is_link(text):
        return False
    return any(character.isalpha() for character in text)


def _is_label(text: str) -> bool:
    return words(text) <= 4 and not any(
        character.isdigit() or character in ',:?!"“' for character in text
    )


def _spoken_of(blocks: Sequence[Block], lines: Sequence[int], end: int) -> int:
    if len(lines) < 3:
        return lines[0]
    prose = [block.text[:600] for block in blocks[end : end + 6] if is_prose(block.text)]
    said = {word[:_STEM] for text in prose[:2] for word in _WORD.findall(text.casefold())}
    for index in lines:
        stems = [word[:_STEM] for word in _WORD.findall(blocks[index].text.casefold())]
        if stems and 2 * sum(stem in said for stem in stems) >= len(stems):
            return index
    return lines[0]
