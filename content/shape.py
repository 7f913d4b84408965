"""What a block of text looks like from outside: a line, a lead-in, prose, a link.

Nothing here knows what the words mean beyond the few that never stand in a heading; the
passes over unmarked text decide from these shapes and from what stands around them.
"""

from __future__ import annotations

import re
from functools import lru_cache

from content.patterns import lazily

LINE_CHARACTERS = 140
LINE_WORDS = 20

_CLOSERS = "\"'”’»)]}*_"
_CITED = lazily(
    r"(?:(?<=[.!?])\s?[\[(]\d[\d,; –-]*[\])]|(?<=[a-z)][.!?])\d{1,2}(?:[,–-]\d{1,2})*)$"
)
"""The numbers of sources behind a sentence: "[1, 2]", "(3)", or raised ones pasted as "4"."""
_SENTENCE_END = lazily(r"[.!…][\"'”’»)\]]?(?:\s?\[\d[\d,; –-]*\])?\s+[\"'“‘«(]?[A-ZÀ-ÖØ-Þ]")
_ABBREVIATION = lazily(
    r"(?:^|[\s(])(?:Dr|Mr|Mrs|Ms|Prof|St|vs|No|Inc|Jr|Sr|[A-Z](?:\.[A-Z]){0,4}|[\d.]+)$"
)
_LINK = lazily(
    r"(?:find (?:an?|your|out|my|local|the nearest)|read (?:more|about|our|the full)|"
    r"learn (?:more|about)|find out more|more (?:about|information)|download|view|watch|show|visit|"
    r"see (?:more|all|also)|back to(?= (?:the |top|home|all|search|results|main|overview|index))|"
    r"return to|go to the|click|tap) \S|"
    r"(?:read|learn|see|show|view|find out) more$|https?://|www\.|"
    r"(?:book|order|buy|register|apply|check|find|chat|report|pay|shop)\b.{1,80} online$",
    re.IGNORECASE,
)


def bare_end(text: str) -> str:
    """Return the last character of ``text`` that is no closing quote, bracket or citation."""
    tail = _CITED.sub("", text[-24:])[-8:].rstrip().rstrip(_CLOSERS)
    return tail[-1:] or text[-1:]


def words(text: str) -> int:
    """Return how many words ``text`` has; more than a line's worth are not counted on."""
    return len(text[: LINE_CHARACTERS * 8].split())


def sentence_breaks(text: str) -> int:
    """Return how many sentences end inside ``text``, before its last; abbreviations aside."""
    return sum(
        not _ABBREVIATION.search(text[max(0, found.start() - 12) : found.start()])
        for found in _SENTENCE_END.finditer(text)
    )


def is_line(text: str) -> bool:
    """Whether ``text`` could be a heading, a label, a list item or a link: no sentence."""
    return 0 < len(text) <= LINE_CHARACTERS and _is_line(text)


@lru_cache(maxsize=1 << 15)
def _is_line(text: str) -> bool:
    # Every pass asks this of the same texts.
    if words(text) > LINE_WORDS:
        return False
    if bare_end(text) in ".!;,…" or text.count("?") > 1:
        return False
    return sentence_breaks(text) == 0


def is_lead_in(text: str) -> bool:
    """Whether ``text`` announces what follows it, as "Symptoms include:" does."""
    return text.endswith((":", ":-", ":–"))


def is_prose(text: str) -> bool:
    """Whether ``text`` is a sentence or more."""
    return not is_line(text) and not is_lead_in(text)


def starts_low(text: str) -> bool:
    """Whether ``text`` goes on from what stands before it, as items of a sentence do."""
    first = next((character for character in text[:8] if character.isalpha()), "")
    return first.islower()


def is_link(text: str) -> bool:
    """Whether ``text`` reads as a link to somewhere else, which no heading does."""
    return _LINK.match(text) is not None
