"""Lists that lost their bullets: the short lines after "Symptoms include:" become items."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from content.heading_words import is_care_heading, names_a_section
from content.model import Block
from content.patterns import lazily
from content.shape import is_lead_in, is_line, starts_low, words

_DASH = lazily(r" [-–—] ")
_TERM_WORDS = 3
_FEWEST = 3
"""Lines that make a list below a line of which nothing else tells that it heads one."""


def itemise(blocks: Sequence[Block], openings: Collection[int]) -> list[Block]:
    """Return the blocks with unmarked list items made items, in the same number and order.

    ``openings`` holds where in the source a block begins after a blank line.
    """
    done = list(blocks)
    index = 0
    while index < len(done):
        end = _end(done, index, openings)
        for item in range(index, end):
            done[item] = replace(done[item], kind="item", level=1)
        index = max(end, index + 1)
    return done


def _end(blocks: Sequence[Block], index: int, openings: Collection[int]) -> int:
    """Index past the list that begins at ``index``; ``index`` itself when none does."""
    if not _may_be_item(blocks[index]):
        return index
    before = blocks[index - 1] if index else None
    announced = before is not None and is_lead_in(before.text)
    if starts_low(blocks[index].text):
        low = index + 1
        while low < len(blocks) and _may_be_item(blocks[low]) and starts_low(blocks[low].text):
            low += 1
        after_line = before is not None and (before.kind == "heading" or _is_label(before))
        return low if announced or after_line or low - index > 1 else index
    terms = _terms_end(blocks, index)
    if terms - index > 1:
        return terms
    if announced:
        return _announced_end(blocks, index, openings)
    return _boxed_end(blocks, index, openings)


def _boxed_end(blocks: Sequence[Block], index: int, openings: Collection[int]) -> int:
    """Index past the lines, no blank line between them, below "Key takeaways" on its own."""
    head = blocks[index - 1] if index else None
    if head is None or not _is_label(head):
        return index
    fewest = 2 if names_a_section(head.text) else _FEWEST
    if head.source_start not in openings or blocks[index].source_start not in openings:
        return index
    end = index
    while end < len(blocks) and _may_be_item(blocks[end]):
        if end > index and blocks[end].source_start in openings:
            break
        end += 1
    if end > index + 1 and starts_low(blocks[index + 1].text):
        return index  # "Do" above what to do is the items' heading
    closed = end == len(blocks) or blocks[end].source_start in openings
    return end if closed and end - index >= fewest else index


def _announced_end(blocks: Sequence[Block], index: int, openings: Collection[int]) -> int:
    """Index past the list of lines in capitals that a lead-in announces."""
    end = index + 1
    while end < len(blocks) and _may_be_item(blocks[end]):
        end += 1
    group = _group_end(blocks, index, end, openings)
    together = group - index > 1 and blocks[index].source_start in openings
    if not together and end > index + 1 and starts_low(blocks[index + 1].text):
        return index  # a line in capitals above items is their heading
    if group - index > 1:
        return group
    if group < end and _opens(blocks[index - 1], blocks[index], openings):
        # Every line stands alone: the last may be the next heading.
        end = _without_heading(blocks, index, end)
    return end if end - index > 1 else index


def _is_label(block: Block) -> bool:
    return block.kind == "paragraph" and is_line(block.text)


def _terms_end(blocks: Sequence[Block], index: int) -> int:
    """Index past the run of "Term - what it means" lines that begins at ``index``."""
    end = index
    while end < len(blocks) and blocks[end].kind == "paragraph" and _is_term(blocks[end].text):
        end += 1
    return end


def _is_term(text: str) -> bool:
    dash = _DASH.search(text[:80])
    if not dash or words(text[: dash.start()]) > _TERM_WORDS:
        return False
    return text[dash.end() : dash.end() + 1].islower()


def _may_be_item(block: Block) -> bool:
    if block.kind != "paragraph" or is_lead_in(block.text):
        return False
    return is_line(block.text) or (starts_low(block.text) and len(block.text) < 400)


def _opens(before: Block, block: Block, openings: Collection[int]) -> bool:
    return block.source_start in openings or before.source_start not in openings


def _group_end(blocks: Sequence[Block], index: int, end: int, openings: Collection[int]) -> int:
    """Index past the lines that no blank line parts from the one at ``index``."""
    after = index + 1
    while after < end and blocks[after].source_start not in openings:
        after += 1
    return after


def _without_heading(blocks: Sequence[Block], index: int, end: int) -> int:
    for item in range(index + 1, end):
        if blocks[item].text.endswith("?") or is_care_heading(blocks[item].text):
            return item
    # "When you run" may be an item; only the lines right above the prose can head it.
    last = end
    while end > index + 1 and names_a_section(blocks[end - 1].text):
        if end < last and words(blocks[end - 1].text) > _TERM_WORDS:
            break
        end -= 1
    return end
