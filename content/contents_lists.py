"""Contents lists: lines above or below an article that say its headings."""

from __future__ import annotations

from collections.abc import Sequence

from content.marking import Marks, closing_start
from content.model import Block
from content.shape import is_line


def mark(blocks: Sequence[Block], marks: Marks, opening: int) -> None:
    """Mark the entries of a contents list: lines that stand again, later, as headings do.

    Without a heading of its own the list must stand above the article: within, a list may well
    name what the next sections are about.
    """
    last = {_entry(block): index for index, block in enumerate(blocks) if _is_entry(block)}
    _mark_trailing_contents(blocks, marks)
    index = 0
    while index < len(blocks):
        end = index
        while end < len(blocks) and marks[end] is None and _is_entry(blocks[end]):
            if last[_entry(blocks[end])] <= end or blocks[end].kind not in ("paragraph", "item"):
                break
            end += 1
        headed = index > 0 and (
            marks[index - 1] == "contents" or _heads_contents(blocks[index - 1])
        )
        apart = end > index and all(last[_entry(block)] >= end for block in blocks[index:end])
        if apart and (headed or (end - index >= 3 and end <= opening)):
            marks[index:end] = ["contents"] * (end - index)
            if headed:
                marks[index - 1] = "contents"
        index = max(end, index + 1)


def _mark_trailing_contents(blocks: Sequence[Block], marks: Marks) -> None:
    """Pages of which the margin is pasted last have their contents list at the end."""
    said: set[str] = set()
    under = False
    end = closing_start(blocks)
    for index, block in enumerate(blocks):
        entry = _is_entry(block) and _entry(block)
        if index >= end:
            if marks[index] is None and under and entry in said and block.kind != "heading":
                marks[index] = "contents"
            under = marks[index] == "contents"
        elif entry:
            said.add(entry)


def _is_entry(block: Block) -> bool:
    return (
        len(block.text) <= 120
        and block.kind in ("paragraph", "item", "heading")
        and is_line(block.text)
    )


def _entry(block: Block) -> str:
    return block.text.casefold().strip(" \t.:)0123456789")


def _heads_contents(block: Block) -> bool:
    text = block.text.casefold().rstrip(":")
    return block.kind == "paragraph" and text in ("contents", "inhalt", "sommaire", "sections")
