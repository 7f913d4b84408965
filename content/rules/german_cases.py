"""The case of a German count, told by the words before it."""

from __future__ import annotations

import re

from content.patterns import lazily

_DATIVE = lazily(
    r"\b(?:nach|mit|von|bei|seit|aus|zu|ab|vor|in|binnen|innerhalb von)\s\Z", re.IGNORECASE
)
_OBJECT = lazily(
    r"\b(?:für|um|pro|je|über|Sie|täglich|jeweils|alle|nehmen|trinken|essen|nimmt|abends|morgens"
    r"|mittags|dann|nur|davon|den)\s\Z"
)


def decline(word: str, gender: str, before: str) -> str:
    """Return "ein", "eine" or "ein halber" in the case that the words before it ask for."""
    half = " halben" if " " in word else ""
    if _DATIVE.search(before):
        return ("einer" if gender == "f" else "einem") + half
    if gender == "m" and _OBJECT.search(before):
        return "einen" + half
    return word


def article_of(article: str, before: str) -> str:
    """Return the article of a unit in the case that the words before it ask for."""
    return decline(article, "f" if article == "eine" else "n", before)
