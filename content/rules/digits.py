"""Numbers digit by digit, for who writes them down."""

from __future__ import annotations

import re
from collections.abc import Iterable

from content.patterns import lazily
from content.rules.rule import Change

_GROUPED = r"\d{1,3}(?:[.,\u2019 \u00a0\u202f]\d{3})+(?!\d)"
_NUMBER = lazily(rf"(?<![\w.,])(?P<grouped>{_GROUPED})|(?P<plain>\d{{2,}})")
_ORDINAL = lazily(r"(?:st|nd|rd|th)\b")
_MARKS = lazily(r"\D")


def digit_by_digit(
    text: str, found: list[tuple[Change, str]], verbatim: Iterable[tuple[int, int]]
) -> list[tuple[Change, str]]:
    """Return the changes in order with each number of two digits or more said in digits.

    Those in what a rule has changed keep the rule's name. What is ``verbatim`` stays, and so
    do "21st" and its like, which are no numbers to write down.
    """
    made: list[tuple[Change, str]] = []
    kept = list(verbatim)
    at = 0
    for (start, end, spoken), rule in [*found, ((len(text), len(text), ""), "")]:
        for match in _NUMBER.finditer(text, at, start):
            if not any(first < match.end() and match.start() < last for first, last in kept):
                digits = _digits(match)
                if digits != match[0]:
                    made.append(((*match.span(), digits), "digits"))
        if rule:
            made.append(((start, end, _NUMBER.sub(_digits, spoken)), rule))
        at = max(at, end)
    return made


def _digits(match: re.Match[str]) -> str:
    if _ORDINAL.match(match.string, match.end()):
        return match[0]
    return " ".join(_MARKS.sub("", match[0]))
