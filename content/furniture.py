"""Tells what is not the article from what is: navigation, promotions, boxes, links elsewhere.

Precision comes before recall: a sentence of the article must not be lost to a guess, so what
could be either stays. Nothing is deleted: every piece taken out is kept as a ``Skipped``.
Run it after ``content.trust.understand``: trust lines are never furniture, and links to
editorial standards are known by standing beside them.
"""

from __future__ import annotations

from collections.abc import Sequence

from content import boxes, closing, contents_lists, furniture_lines, promotions
from content.marking import Marks
from content.model import Block, Skipped


def separate(
    blocks: Sequence[Block], structured: bool, comments: range = range(0)
) -> tuple[list[Block], list[Skipped]]:
    """Return the article's blocks, and the furniture that stood between them.

    ``structured`` tells that the source had real markup. Then only whole paragraphs that can
    be nothing else are taken, never a heading, an item, or anything told by its neighbours.
    ``comments`` tells where readers' comments stand.
    """
    marks: Marks = [None] * len(blocks)
    kinds = ("paragraph",) if structured else ("paragraph", "item")
    for index, block in enumerate(blocks):
        if block.kind in kinds:
            marks[index] = furniture_lines.sure(block.text)
    for index in comments:
        marks[index] = "comments"
    contents_lists.mark_links(blocks, marks)
    if not structured:
        boxes.mark(blocks, marks)
        for start, end in promotions.find(blocks, marks):
            marks[start:end] = ["promotion"] * (end - start)
        boxes.grow(blocks, marks)
        closing.mark(blocks, marks)
    if all(mark is not None for block, mark in zip(blocks, marks, strict=True) if block.text):
        return list(blocks), []  # furniture stands around something
    return _part(blocks, marks)


def _part(blocks: Sequence[Block], marks: Marks) -> tuple[list[Block], list[Skipped]]:
    kept: list[Block] = []
    skipped: list[Skipped] = []
    index = 0
    while index < len(blocks):
        kind = marks[index]
        if kind is None:
            kept.append(blocks[index])
            index += 1
            continue
        end = index
        while end < len(blocks) and marks[end] == kind:
            end += 1
        text = "\n".join(block.text for block in blocks[index:end])
        skipped.append(Skipped(kind, text, len(kept), blocks[index].source_start))
        index = end
    return kept, skipped
