"""Marks and signs by their names, as many of them as a person has chosen.

=====  ====================================================================
level  what is named
=====  ====================================================================
none   nothing; a voice makes of the marks what it can
some   signs that carry meaning: & + = × ÷ @ § ^ and arrows
most   also number signs, brackets, quotation marks, dashes, slashes, colons
all    also full stops, commas, question and exclamation marks, hyphens
=====  ====================================================================

Signs of comparison before numbers are words at every level. Nothing is named inside a number,
nor an apostrophe inside a word.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from content.patterns import lazily
from content.rules.mark_names import NAMES
from content.rules.rule import Change, Rule
from content.words import base_of

_SOME = "&+=×÷@§^→←↔↑↓⇒√∞"
_MOST = '#()[]{}"“”„«»‹›–—/\\*_|~:;…•†‡¶<>'
_ALL = ",.!?¿¡'’‘`-‐‑"
_ONE = {"‹": "«", "›": "»", "‡": "†", "⇒": "→", "‐": "-", "‑": "-", "—": "–", "’": "'", "‘": "'"}
"""Marks that are called like another."""
_REPEATED = 3
"""Marks in a row that are each named; of more, the number is said."""
_KEPT = frozenset(",.;:!?…")
"""Marks that a voice makes a pause for, or ends a sentence with."""
_POINT = lazily(r"\.\d")
_MARK = lazily(r"[^\w\s]|_")


def _naming(marks: str) -> Callable[[str, str], Iterator[Change]]:
    """Return a finder that names these marks."""
    wanted = frozenset(marks)

    def find(text: str, language: str) -> Iterator[Change]:
        names = NAMES[base_of(language)]
        at = 0
        for match in _MARK.finditer(text):
            mark = match[0]
            if match.start() < at or mark not in wanted or _is_inside(text, match.start()):
                continue
            start = at = match.start()
            while at < len(text) and text[at] == mark:
                at += 1
            name = names[_ONE.get(mark, mark)]
            count = at - start
            spoken = " ".join([name] * count) if count <= _REPEATED else f"{count} {name}"
            if mark in _KEPT:
                spoken += mark
            if start and not text[start - 1].isspace():
                spoken = " " + spoken
            if at < len(text) and (text[at].isalnum() or _POINT.match(text, at)):
                spoken += " "
            yield start, at, spoken

    return find


def _is_inside(text: str, index: int) -> bool:
    """Whether the mark belongs to a number or a word: 2.5, 10:30, +5, don't, A&E."""
    before = text[index - 1] if index else " "
    after = text[index + 1] if index + 1 < len(text) else " "
    if text[index] in "'’&":
        return before.isalpha() and after.isalpha()
    if text[index] in "+-–" and after.isdecimal():
        return not before.isalnum()
    return text[index] in ".,:/" and before.isdecimal() and after.isdecimal()


_LANGUAGES = tuple(NAMES)

RULES = (
    Rule(
        "sign",
        _naming(_SOME),
        _LANGUAGES,
        setting="punctuation",
        values=("some",),
        needs=lazily("[&+=×÷@§^←-↓↔⇒√∞]"),
    ),
    Rule(
        "punctuation",
        _naming(_SOME + _MOST),
        _LANGUAGES,
        verbatim=True,
        setting="punctuation",
        values=("most",),
    ),
    Rule(
        "punctuation",
        _naming(_SOME + _MOST + _ALL),
        _LANGUAGES,
        verbatim=True,
        setting="punctuation",
        values=("all",),
    ),
)
