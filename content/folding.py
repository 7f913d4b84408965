"""Text as it is compared: composed, without capitals, invisible characters and odd spaces.

Every character of it knows where it stands in the text it was made of.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from content.patterns import lazily

_INVISIBLE = frozenset(
    "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff"
)
_APOSTROPHES = frozenset("\u2019\u02bc\uff07")
_CLUSTER = lazily(r"\s+|[^\s\u0300-\u036f][\u0300-\u036f]*|[\u0300-\u036f]")
_PLAIN_SPACE = lazily(r"[^\S ]|  ")


@dataclass(frozen=True, slots=True)
class Folded:
    """A text to compare, and where its characters come from."""

    text: str
    """Without capitals."""
    written: str
    """With them; as long as ``text``."""
    starts: Sequence[int]
    """Where each of its characters begins in the original; and the length of that."""
    ends: Sequence[int]
    """Where each of them ends."""


def fold(text: str) -> Folded:
    """Return ``text`` ready to be compared."""
    if text.isascii() and not _PLAIN_SPACE.search(text):
        places = range(len(text) + 1)
        return Folded(text.lower(), text, places, places[1:])
    lower: list[str] = []
    written: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _CLUSTER.finditer(text):
        cluster = _composed(match[0])
        for character in cluster:
            low = character.casefold()
            lower.append(low)
            # One that grows, as ß to ss, is told from the others by where it stands alone.
            written.append(character if len(low) == 1 else character * len(low))
            starts += [match.start()] * len(low)
            ends += [match.end()] * len(low)
    return Folded("".join(lower), "".join(written), [*starts, len(text)], ends)


def _composed(cluster: str) -> str:
    if cluster.isspace():
        return " "
    if cluster in _INVISIBLE:
        return ""
    if cluster in _APOSTROPHES:
        return "'"
    return cluster if cluster.isascii() else unicodedata.normalize("NFC", cluster)
