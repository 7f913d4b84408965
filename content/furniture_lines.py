"""Lines that pages put around articles, known by what they say from first word to last.

A sure line is furniture wherever it stands. A likely line ("Yes", "Facebook", "Menu") is
furniture only beside a sure one, or in a row of its kind: alone it could be a heading.
"""

from __future__ import annotations

import re
from typing import cast

from content.furniture_words import LIKELY, RELATED, SURE
from content.model import SkippedKind
from content.patterns import lazily
from content.shape import words

_NOTE = lazily(
    r"\ball rights reserved\.?$|\b(?:we|site|page) may (?:earn|receive)\b.{0,40}\bcommissions?\b"
    r"|\badvertis\w+ on (?:our|this) (?:web)?site\b",
    re.IGNORECASE,
)
_STANDARDS = lazily(
    r"(?:fact[- ]?check(?:ing)?|content|editorial|sourcing|review|advertising|privacy|expert)\b"
    r".{0,40}\b(?:standards?|polic(?:y|ies)|process(?:es)?|guidelines?|principles?|board|team)$",
    re.IGNORECASE,
)
_PUBLISHER = lazily(r"[Ww]e\b|[Oo]ur\b|[A-Z]")
_SOURCING = lazily(
    r"\b(?:sourc(?:e|es|ing)|editorial|peer[- ]reviewed|fact[- ]check(?:s|ed|ing)?)\b"
)


_SURE_LINE = lazily(
    "|".join(f"(?P<{kind}>{form})" for kind, form in SURE), re.IGNORECASE | re.DOTALL
)
_LIKELY_LINES = {kind: lazily(form, re.IGNORECASE) for kind, form in LIKELY}
_RELATED_LINE = lazily(rf"(?:{RELATED})\s?:?", re.IGNORECASE)
_RELATED_LINK = lazily(
    r"(?:(?:also )?read(?: more| next| also)?|related(?: article| story| reading)?|see also|more|"
    r"editor['’]?s['’]? picks?|you (?:may|might) also like|"
    r"lesen sie auch|mehr dazu|learn more|à lire aussi|lire aussi|watch|don['’]t miss)\s?: \S",
    re.IGNORECASE,
)
_ANSWERS = lazily(r"(?<=\?)[\s/|•]*(?:yes|ja|oui|sí)[\s/|•]*(?:no|nein|non)$", re.IGNORECASE)
"""Behind "Was this helpful?", on the same line."""
_MORE = ("more on ", "more in ", "more from ", "next in ", "mehr zum thema ", "más sobre ",
         "recommended by ")  # fmt: skip
_LONGEST = 600
_LONGEST_NOTE = 400


def sure(text: str) -> SkippedKind | None:
    """Return which furniture ``text`` is, when it can be nothing else."""
    if len(text) > _LONGEST:
        return None
    if "?" in text:
        text = _ANSWERS.sub("", text)
    found = _SURE_LINE.fullmatch(text.rstrip(" :"))
    if found:
        return cast(SkippedKind, found.lastgroup)
    if len(text) > _LONGEST_NOTE or not _NOTE.search(text):
        return None
    return "boilerplate"


def likely(text: str, kind: SkippedKind) -> bool:
    """Whether ``text`` is furniture of this kind when it stands beside some."""
    if len(text) > 240:
        return False
    line = _LIKELY_LINES.get(kind)
    return line is not None and line.fullmatch(text) is not None


def heads_related(text: str) -> bool:
    """Whether ``text`` stands above links to other articles."""
    return len(text) <= 60 and _RELATED_LINE.fullmatch(text) is not None


def heads_more(text: str) -> bool:
    """Whether ``text`` heads links when it stands below the article, as "More on Gout" does."""
    return len(text) <= 60 and text.lower().startswith(_MORE)


def is_related_link(text: str) -> bool:
    """Whether ``text`` is one link to another article, as "Related: How to sleep" is."""
    return len(text) <= 140 and _RELATED_LINK.match(text) is not None


def is_editorial_link(text: str) -> bool:
    """Whether ``text`` names a publisher's standards, as the link to them does."""
    return words(text) <= 8 and len(text) < 100 and _STANDARDS.search(text) is not None


def is_sourcing_note(text: str) -> bool:
    """Whether ``text`` is what stands below "12 sources": how the publisher picks them."""
    return len(text) <= 400 and bool(_PUBLISHER.match(text)) and bool(_SOURCING.search(text[:200]))
