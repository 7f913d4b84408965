"""Links to other articles: the lines under "Read this next"."""

from __future__ import annotations

from collections.abc import Sequence

from content import furniture_lines as furniture
from content.marking import Marks, is_open
from content.model import Block
from content.shape import is_lead_in, is_line, is_prose


def mark(blocks: Sequence[Block], marks: Marks) -> None:
    """Links under "Read this next"; before prose goes on, the last line may be its heading."""
    after_prose = [False] * (len(blocks) + 1)
    for index in range(len(blocks) - 1, -1, -1):
        block = blocks[index]
        prose = block.kind in ("paragraph", "quote") and is_prose(block.text) and not marks[index]
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
            mid = end < len(blocks) and blocks[end].kind in ("paragraph", "item")
            end = min(
                end - 1 if mid and not _same_group(blocks, end - 1, end - 2) else end, index + 6
            )
            if end <= index + 1:
                index += 1
                continue
        marks[index:end] = ["related"] * (end - index)
        index = end


def _links_end(blocks: Sequence[Block], marks: Marks, index: int) -> int:
    end = index + 1
    together = _same_group(blocks, end, index)
    while end < len(blocks) and is_open(blocks, marks, end):
        text = blocks[end].text
        linked = (is_line(text) and not is_lead_in(text)) or text.endswith(
            ("READ MORE", "Read more")
        )
        if not linked or furniture.heads_related(text):
            break
        if together and not _same_group(blocks, end, end - 1):
            break
        end += 1
    return end


def _same_group(blocks: Sequence[Block], index: int, above: int) -> bool:
    """Whether only a line end parts two blocks of the source."""
    if not 0 <= above < index < len(blocks) or not blocks[above].runs:
        return False
    run = blocks[above].runs[-1]
    return blocks[index].source_start - run.source - run.length == 1
