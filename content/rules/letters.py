"""Saying a word letter by letter."""

from __future__ import annotations

import re

from content.patterns import lazily

VOWELS = frozenset("aeiouy")


def words(text: str) -> frozenset[str]:
    """Return the words of a list written as running text."""
    return frozenset(text.split())


# After these espeak-ng takes "A." for the article and a full stop: "for A.C.E." was "for a dot C".
_BEFORE_ARTICLE = lazily(r"\b(?:for|at|of|was|not|that|than)\s\Z", re.IGNORECASE)


def spell(word: str, before: str = "") -> str:
    """Return ``word`` as letters that a voice names one by one; ``before`` is what precedes it.

    A lone "A" would be said as the article; between full stops it keeps its name.
    """
    if "A" not in word.upper() or len(word) == 1:
        return " ".join(word)
    letters = word.upper()
    if letters[0] == "A" and _BEFORE_ARTICLE.search(before[-8:]):
        return "eh " + spell(letters[1:])
    return ".".join(letters)
