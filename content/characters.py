"""Characters as a person counts them: a letter with its accents, a flag, a family is one."""

from __future__ import annotations

import unicodedata

_JOINER = "\u200d"
_SKIN = range(0x1F3FB, 0x1F400)
_FLAG = range(0x1F1E6, 0x1F200)


def character_end(text: str, start: int) -> int:
    """Return where the character at ``start`` ends; at most the end of the text."""
    end = start + 1
    if end < len(text) and ord(text[start]) in _FLAG and ord(text[end]) in _FLAG:
        end += 1
    while end < len(text) and (_goes_on(text[end]) or text[end - 1] == _JOINER):
        end += 1
    return min(end, len(text))


def character_start(text: str, end: int) -> int:
    """Return where the character begins that ends at ``end``, which is not 0."""
    start = end - 1
    while start > 0 and (_goes_on(text[start]) or text[start - 1] == _JOINER):
        start -= 1
    if start > 0 and ord(text[start]) in _FLAG and ord(text[start - 1]) in _FLAG:
        start -= 1
    return start


def characters_of(text: str) -> list[str]:
    """Return the characters of a text, in order."""
    found: list[str] = []
    start = 0
    while start < len(text):
        end = character_end(text, start)
        found.append(text[start:end])
        start = end
    return found


def _goes_on(character: str) -> bool:
    return (
        character == _JOINER
        or unicodedata.category(character) in ("Mn", "Mc", "Me")
        or ord(character) in _SKIN
    )
