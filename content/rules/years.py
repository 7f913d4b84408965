"""Years and decades."""

from __future__ import annotations

from collections.abc import Iterator

from content.patterns import lazily
from content.rules.rule import Change, Rule

_DECADES = {
    "0": "hundreds",
    "1": "tens",
    "2": "twenties",
    "3": "thirties",
    "4": "forties",
    "5": "fifties",
    "6": "sixties",
    "7": "seventies",
    "8": "eighties",
    "9": "nineties",
}
_DECADE = lazily(r"(?<![\w.,$£€])(?:(?P<century>1[1-9]|20)|['’])(?P<ten>\d)0['’]?s\b")
_TENS = lazily(
    r"(?:(?<=\bthe )|(?<=\bhis )|(?<=\bher )|(?<=\btheir )|(?<=\bmy )|(?<=\bearly )|(?<=\blate )"
    r"|(?<=\bmid[ -]))(?P<ten>[2-9])0['’]s\b"
)
_YEAR = lazily(
    r"(?<![\w.,$£€/:+#~<>≤≥±])(?P<century>1[1-9])(?P<rest>\d[1-9]|[1-9]0)"
    r"(?![\w,%°/:$£€]|[.]\d|[-–]\d{1,3}(?!\d)|,\d)"
    r"(?=\W*\Z|[.;:?!)\]\"”’–-]|,\s|\s(?:[A-Z(–—-]|(?:and|or|to|was|were|when|the|that|he|she|it|they|we"
    r"|who|which|with|for|at|by|as|but|until|in|on|had|has|did|census|edition|study|film|book"
    r"|law|act|war|election)\b))"
)
_YEAR_BEFORE = lazily(r"(?:\d{4}|[^\W\d])[-–]\Z")
# Within a sentence "two thousand and twelve" is as good, and a number such as 2012 may be a count.
_ALONE = lazily(r"\A\W{0,3}(?P<year>1[1-9]00|10[1-9]\d|20[1-9]\d)\W{0,3}\Z")


def say_year(year: str) -> str:
    """Return a year of four digits as people say it: 19 84, 19 oh 5, 20 12."""
    front, back = year[:2], year[2:]
    return year if front.endswith("0") and back.startswith("0") else say_pair(front, back)


def say_pair(front: str, back: str) -> str:
    """Return the two halves of a year or a house number as they are said."""
    # espeak-ng's American voice says "11" with another vowel than the word.
    front, back = (part if part != "11" else "eleven" for part in (front, back))
    if back == "00":
        return f"{front} hundred"
    return f"{front} oh {back[1]}" if back[0] == "0" else f"{front} {back}"


def _decade(text: str, language: str) -> Iterator[Change]:
    for match in _TENS.finditer(text):
        yield match.start(), match.end(), _DECADES[match["ten"]]
    for match in _DECADE.finditer(text):
        if match["century"] == "20" and match["ten"] == "0":
            continue
        century = match["century"] + " " if match["century"] else ""
        yield match.start(), match.end(), century + _DECADES[match["ten"]]


def _year(text: str, language: str) -> Iterator[Change]:
    for match in _YEAR.finditer(text):
        before = text[max(0, match.start() - 6) : match.start()]
        if before.endswith(("-", "–")) and not _YEAR_BEFORE.search(before):
            continue
        yield match.start(), match.end(), say_year(match[0])
    if alone := _ALONE.match(text):
        yield *alone.span("year"), say_year(alone["year"])


_DIGIT = lazily(r"\d")

RULES = (
    Rule("decade", _decade, needs=lazily(r"\d0['’]?s")),
    Rule("year", _year, needs=_DIGIT),
)
