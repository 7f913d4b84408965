"""Marks that a person types at the start of a line: bullets and numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from content.patterns import lazily

_BULLET = lazily(r"([-*+•‣◦·●▪■○⁃∙]|o(?=\s{2}|\t))(?:\s+(?=\S)|$)")
_NUMBER = lazily(r"\(?(\d{1,3})[.)](?:\s+(?=\S)|$)")
_MONTH = lazily(
    r"(?:jan|feb|mär|mar|apr|mai|may|jun|jul|aug|sep|okt|oct|nov|dez|dec)", re.IGNORECASE
)
_UNDERLINE = lazily(r"(={3,}|-{3,}|~{3,}|\^{3,}|\*{3,}|_{3,}|#{3,}|—{3,})")
_RULE_CHARACTERS = frozenset("-=*_~—·•.#+")


@dataclass(frozen=True, slots=True)
class Marker:
    """The marker of one list item."""

    length: int
    """Characters it takes, with the white space after it."""
    number: int | None = None


def item(text: str) -> Marker | None:
    """Return the list marker at the start of ``text``, if there is one."""
    found = _BULLET.match(text)
    if found:
        return Marker(found.end())
    found = _NUMBER.match(text)
    if found and not _MONTH.match(text, found.end()):
        return Marker(found.end(), int(found.group(1)))
    return None


def underline(text: str) -> str:
    """Return the character ``text`` repeats and nothing else, when it could underline."""
    found = _UNDERLINE.fullmatch(text)
    return found.group(1)[0] if found else ""


def is_rule(text: str) -> bool:
    """Whether ``text`` is a line drawn across the page."""
    if text[0] not in _RULE_CHARACTERS or len(text) > 400:
        return bool(underline(text))
    drawn = "".join(text.split())
    return len(drawn) >= 3 and drawn == drawn[0] * len(drawn)
