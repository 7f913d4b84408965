"""What the passes over furniture share: which blocks are free, where the article ends."""

from __future__ import annotations

from collections.abc import Sequence

from content.model import Block, SkippedKind
from content.shape import is_prose

Marks = list[SkippedKind | None]
"""Which furniture each block is, or None."""


def is_open(blocks: Sequence[Block], marks: Marks, index: int) -> bool:
    """Whether the block may still turn out to be furniture."""
    return marks[index] is None and blocks[index].kind in ("paragraph", "item")


def closing_start(blocks: Sequence[Block], taken: Sequence[object] = ()) -> int:
    """Index past the last prose of all that is not ``taken``."""
    for index in range(len(blocks) - 1, -1, -1):
        if taken and taken[index]:
            continue
        if blocks[index].kind in ("paragraph", "quote") and is_prose(blocks[index].text):
            return index + 1
    return 0


def same_group(blocks: Sequence[Block], index: int, above: int) -> bool:
    """Whether only a line end parts two blocks of the source."""
    if not 0 <= above < index < len(blocks) or not blocks[above].runs:
        return False
    run = blocks[above].runs[-1]
    return blocks[index].source_start - run.source - run.length == 1
