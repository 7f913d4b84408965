"""Tells Markdown from plain text by what stands in it."""

from __future__ import annotations

import re
from typing import Literal

from content.patterns import lazily

Format = Literal["markdown", "text"]

SAMPLE = 200_000
"""Characters looked at."""
_ENOUGH = 2
_SIGNS: tuple[tuple[re.Pattern[str], int, int], ...] = (
    # what it looks like, what one is worth, what all of its kind may be worth
    (lazily(r"\A\s*#{1,6} +\S[^\n]*(?:\n[ \t]*\n|\n?\Z)"), 2, 2),  # a heading begins the text
    (lazily(r"(?:\A|\n)[ ]{0,3}#{1,6} +[^\s#][^\n]*(?=\n[ \t]*\n|\n?\Z)"), 1, 2),
    (lazily(r"\A---[ \t]*\n[\w-]+[ \t]*:[^\n]*\n(?:[^\n]*\n){0,200}?---[ \t]*(?:\n|\Z)"), 2, 2),
    (
        lazily(r"(?:\A|\n)[^\n|]*\|[^\n]*\n[ ]{0,3}\|?[ ]*:?-{2,}:?[ ]*\|[-:| \t]*(?=\n|\Z)"),
        2,
        2,
    ),
    (lazily(r"(?:\A|\n)[ ]{0,3}(?:```|~~~)[\w+-]*[ \t]*(?=\n)"), 1, 2),
    (lazily(r"!\[[^\[\]\n]{0,200}\]\([^\s()]{1,500}[ )]"), 2, 2),
    (lazily(r"\[[^\[\]\n]{1,200}\]\((?:https?://|mailto:|[/#.])[^\s()]{0,500}[ )]"), 1, 2),
    (lazily(r"(?:\A|\n)[ ]{0,3}\[[^\[\]\n]{1,200}\]:[ \t]+\S"), 1, 2),
    (lazily(r"(?<![\w*])\*\*[^\s*][^*\n]{0,200}\*\*(?![\w*])"), 1, 1),
)


def sniff(text: str) -> Format:
    """Return ``markdown`` only for what evidently is; lists and quotes alone are plain text."""
    sample = text[:SAMPLE]
    score = 0
    for pattern, worth, most in _SIGNS:
        found = 0
        for _ in pattern.finditer(sample):
            found += worth
            if found >= most:
                break
        score += found
        if score >= _ENOUGH:
            return "markdown"
    return "text"
