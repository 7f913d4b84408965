"""Where lists begin and end, and how many items they have, told from the items alone."""

from __future__ import annotations

from collections.abc import Sequence

from content.model import Block

_FAR = 12
"""Blocks between two items of a numbered list, beyond which they are two lists."""
_LONGEST = 2_000
"""Blocks of a list that are looked through to count its items."""


def begins_list(blocks: Sequence[Block], index: int) -> bool:
    """Whether the item at ``index`` is the first of a list, or of a list within another."""
    item = blocks[index]
    if item.number is not None:
        # Steps go on after the code or the picture that belongs to one of them.
        for earlier in reversed(blocks[max(0, index - _FAR) : index]):
            if earlier.kind == "heading":
                break
            if earlier.kind == "item" and earlier.level == item.level:
                return earlier.number != item.number - 1
        return True
    before = blocks[index - 1] if index else None
    # A paragraph with a level goes on with the item before it.
    if before is None or before.kind not in ("item", "paragraph") or before.level < item.level:
        return True
    return before.kind == "item" and before.level == item.level and before.number is not None


def items_from(blocks: Sequence[Block], index: int) -> int | None:
    """Return how many items the list has that begins at ``index``; None for too many to count."""
    first = blocks[index]
    count = 1
    strangers = 0
    for at in range(index + 1, min(len(blocks), index + _LONGEST)):
        block = blocks[at]
        if block.kind == "item":
            strangers = 0
            if block.level < first.level:
                return count
            if block.level == first.level:
                if begins_list(blocks, at):
                    return count
                count += 1
        elif block.kind != "paragraph" or block.level < first.level:
            strangers += 1
            if first.number is None or block.kind == "heading" or strangers > _FAR:
                return count
    return count if index + _LONGEST >= len(blocks) else None


def ends_list(blocks: Sequence[Block], index: int) -> bool:
    """Whether the block at ``index`` is the last of a list that is in no other list."""
    block = blocks[index]
    if block.kind != "item" and not (block.kind == "paragraph" and block.level):
        return False
    if index + 1 == len(blocks):
        return True
    following = blocks[index + 1]
    if following.kind == "item":
        return following.level <= 1 and begins_list(blocks, index + 1)
    if following.kind == "paragraph" and following.level:
        return False
    for at in range(index + 1, min(len(blocks), index + _FAR)):
        if blocks[at].kind == "heading":
            break
        if blocks[at].kind == "item":
            return begins_list(blocks, at)
    return True
