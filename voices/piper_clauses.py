"""Where a sentence is cut, so that a neural voice can begin before it has planned all of it.

A sentence sounds best when the voice plans it whole, which takes it longer the longer the
sentence is. So a short one stays whole; of a longer one a clause is split off in front, and
what follows may be twice as long, as there is time while the first is heard.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

FIRST = 50
"""Characters that the first clause should have at most."""
LEAST = 15
"""Characters below which a clause sounds cut off."""
LONGEST = 240

_CLOSING = "\"'”’»)]}›"
_STOPS = ";:；：—–"
_COMMAS = ",、，"


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


_CONJUNCTIONS = _words(
    "and but or nor so yet because although though while when whereas if unless until since "
    "that which who where than und oder aber weil dass wenn et ou mais que y o pero"
)
_PREPOSITIONS = _words(
    "with for from in on at by after before during between about over under through into "
    "without within across against among behind beyond toward towards"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """Words that are planned together."""

    first: int
    """The index of its first word."""
    last: int
    """The index after its last word."""
    pause: float
    """Seconds of silence after it, at the voice's own pace."""


_PAUSES = (0.02, 0.03, 0.06, 0.22, 0.3, 0.45)
"""Seconds after any word, before a preposition, a conjunction; after a comma, stop, end."""


def clauses(
    text: str, spans: Sequence[tuple[int, int]], ends: Container[int] = ()
) -> Iterator[Clause]:
    """Yield the clauses of ``text``, whose words have these spans; each as it is asked for.

    ``ends`` are the indices of words after which a sentence ends.
    """
    first = 0
    limit = FIRST
    while first < len(spans):
        last, strength = _cut(text, spans, ends, first, limit)
        yield Clause(first, last, _PAUSES[strength] if last < len(spans) else 0.0)
        said = spans[last - 1][1] - spans[first][0]
        limit = max(FIRST, min(LONGEST, 2 * said))
        first = last


def _cut(
    text: str, spans: Sequence[tuple[int, int]], ends: Container[int], first: int, limit: int
) -> tuple[int, int]:
    """Return the index after the clause's last word, and how natural the cut is."""
    begin = spans[first][0]
    if spans[-1][1] - begin <= limit * 1.6:
        return len(spans), 0
    best = (0, first + 1)
    enough = 1 if limit == FIRST else 2  # someone waits for the first
    for index in range(first, len(spans) - 1):
        length = spans[index][1] - begin
        if length > limit * 1.8 or (length > limit and best[0] >= enough):
            break
        strength = 5 if index in ends else _strength(text, spans, index)
        if length < LEAST and strength < 5:
            continue
        if strength >= best[0] and (length <= limit or strength > best[0]):
            best = (strength, index + 1)
    return best[1], best[0]


def _strength(text: str, spans: Sequence[tuple[int, int]], index: int) -> int:
    """Return how natural a cut after the word is, from 0 to 4, unless a sentence ends there."""
    start, end = spans[index]
    word = text[start:end].rstrip(_CLOSING)
    last = word[-1:]
    between = text[end : spans[index + 1][0]]
    following = text[slice(*spans[index + 1])]
    if (last and last in _STOPS) or any(mark in between for mark in _STOPS):
        return 4
    if last and last in _COMMAS:
        return 3
    if following.casefold() in _CONJUNCTIONS:
        return 2
    return 1 if following.casefold() in _PREPOSITIONS else 0
