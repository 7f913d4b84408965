"""Links to other articles: the lines under "Read this next"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from content import dates, trust_lines
from content import furniture_lines as furniture
from content.marking import Marks, is_open, same_group
from content.model import Block
from content.patterns import lazily
from content.shape import is_lead_in, is_line, is_prose, words

_TITLE_WORDS = 4
_SECTION = lazily(
    r"(?:related|associated) (?:conditions|procedures|information|problems)|recommended",
    re.IGNORECASE,
)
_MORE = ("READ MORE", "Read more", "Weiterlesen", "Lire la suite", "Leer más")


def mark(blocks: Sequence[Block], marks: Marks) -> None:
    """Links under "Read this next"; before prose goes on, the last line may be its heading."""
    after_prose = [False] * (len(blocks) + 1)
    for index in range(len(blocks) - 1, -1, -1):
        block = blocks[index]
        prose = block.kind in ("paragraph", "quote") and is_prose(block.text) and not marks[index]
        prose = prose and not (after_prose[index + 1] is False and _is_teaser(blocks, index))
        after_prose[index] = after_prose[index + 1] or prose
    index = 0
    while index < len(blocks):
        if not is_open(blocks, marks, index) or is_prose(blocks[index].text):
            index += 1
            continue
        if furniture.is_related_link(blocks[index].text) and blocks[index].kind == "paragraph":
            marks[index] = "related"
        text = blocks[index].text
        more = not after_prose[index] and furniture.heads_more(text)
        if not more and not furniture.heads_related(text):
            index += 1
            continue
        end = _links_end(blocks, marks, index)
        if after_prose[end]:
            end = _titles_end(blocks, index + 1, end)
            short = sum(map(_is_short, blocks[index + 1 : end]))
            if _may_be_section(text) and 2 * short > end - index - 1:
                index += 1
                continue
            mid = end < len(blocks) and blocks[end].kind in ("paragraph", "item")
            end = min(end - 1 if mid and _may_head(blocks, end - 1) else end, index + 6)
            if end <= index + 1:
                index += 1
                continue
        marks[index:end] = ["related"] * (end - index)
        index = end


def _links_end(blocks: Sequence[Block], marks: Marks, index: int) -> int:
    end = index + 1
    together = same_group(blocks, end, index) or same_group(blocks, end + 1, end)
    while end < len(blocks) and is_open(blocks, marks, end):
        text = blocks[end].text
        line = is_line(text) and not is_lead_in(text) and text[0] != "*"
        linked = line or _is_teaser(blocks, end)
        if not linked or furniture.heads_related(text) or _heads_sources(text):
            break
        apart = together and end > index + 1 and not same_group(blocks, end, end - 1)
        if apart and not _is_dated(blocks, end):
            break
        end += 1
    return end


def _is_dated(blocks: Sequence[Block], index: int) -> bool:
    """Whether a line has a date right below it, as those of news have."""
    below = index + 1
    return same_group(blocks, below, index) and dates.is_moment(blocks[below].text)


def _may_be_section(text: str) -> bool:
    """Whether an article may have a section of this name, with a list in it."""
    return _SECTION.fullmatch(text.rstrip(" :")) is not None


def _is_short(block: Block) -> bool:
    return words(block.text) < _TITLE_WORDS


def _titles_end(blocks: Sequence[Block], first: int, end: int) -> int:
    """Index past the links that read as titles do, where each stands by itself.

    In the middle of an article, short lines below them may be a list or a table's cells.
    """
    index = first
    while index < end:
        grouped = same_group(blocks, index, index - 1) or same_group(blocks, index + 1, index)
        if not grouped and _is_short(blocks[index]):
            return index
        index += 1
    return end


def _may_head(blocks: Sequence[Block], index: int) -> bool:
    """Whether the last line of some links may head the prose below, not being one of a group."""
    return not same_group(blocks, index, index - 1) or same_group(blocks, index + 1, index)


def _is_teaser(blocks: Sequence[Block], index: int) -> bool:
    """Whether the block says what another article is about, or who vouches for that one."""
    text = blocks[index].text
    if text.endswith(_MORE) or any(claim.people for claim in trust_lines.parse(text)):
        return True
    below = blocks[index + 1].text if index + 1 < len(blocks) else ""
    return len(below) < 20 and below.endswith(_MORE)


def _heads_sources(text: str) -> bool:
    return text.casefold().rstrip(":") in (
        "sources", "references", "bibliography", "quellen", "literatur", "références", "fuentes"
    )  # fmt: skip
