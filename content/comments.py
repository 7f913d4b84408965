"""What readers wrote below an article: names, dates, "Reply".

They are taken only under a line that heads them ("12 comments"), and only where such signs
stand right below it and then again and again: an article may well have a section "Comments".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from content import dates
from content.model import Block
from content.patterns import lazily
from content.shape import is_prose

_HEAD = lazily(
    r"(?:\d[\d,.]* )?(?:comments?|replies|responses?|discussion|kommentare?|commentaires?"
    r"|comentarios?|antworten|réponses?|respuestas?)(?: ?\(\d[\d,.]*\))?"
    r"|\d[\d,.]* (?:thoughts?|responses?|replies|comments?) (?:on|to|about) .{1,200}"
    r"|(?:(?:readers?['’]?s?|user|your|all|recent|top|latest|show|view|hide|see|read)(?: all)?"
    r"(?: \d[\d,.]*)?) comments?"
    r"|(?:leave|post|add|write) (?:a|your) (?:comment|reply)|join the (?:conversation|discussion)",
    re.IGNORECASE,
)
_ANSWER = lazily(
    r"reply(?: to .{1,40})?|antworten|répondre|responder|.{1,60} (?:says|wrote|schreibt|dice|dit)"
    r"|report(?: (?:abuse|comment|this comment))?|\d+ (?:likes?|upvotes?|replies|reply)"
    r"|(?:view|show|hide) \d+ (?:more )?repl(?:y|ies)",
    re.IGNORECASE,
)
_FIRST, _NEXT = 4, 8
"""Blocks within which the first sign, and then the next, must come."""
_LONGEST_SIGN = 80


def find(blocks: Sequence[Block]) -> range:
    """Return where readers' comments stand in ``blocks``; empty where there are none."""
    for index, block in enumerate(blocks):
        if _is_head(block):
            end = _end(blocks, index)
            if end:
                return range(index, end)
    return range(0)


def _is_head(block: Block) -> bool:
    return len(block.text) <= 240 and _HEAD.fullmatch(block.text.rstrip(" :")) is not None


def _end(blocks: Sequence[Block], head: int) -> int:
    """Index past the comments under ``head``; 0 when none stand there."""
    signs = answers = 0
    last, limit = head, head + _FIRST
    index = head + 1
    while index < len(blocks) and index <= limit:
        if _is_head(blocks[index]) and not signs:
            return 0  # that one heads them, if any do
        text = blocks[index].text.rstrip(" :")
        if len(text) <= _LONGEST_SIGN:
            answers += _ANSWER.fullmatch(text) is not None
            if _ANSWER.fullmatch(text) or dates.is_moment(text):
                signs += 1
                last, limit = index, index + _NEXT
        index += 1
    if not answers and signs < 2:
        return 0
    end = last + 1
    if not _ANSWER.fullmatch(blocks[last].text) and end < len(blocks):
        # The last sign stands above what was written.
        end += is_prose(blocks[end].text)
    return end
