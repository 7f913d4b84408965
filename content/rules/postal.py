"""Postal addresses: house numbers in pairs, streets and states in full, ZIP codes in digits."""

from __future__ import annotations

from collections.abc import Iterator

from content.patterns import lazily
from content.rules.dates import MONTHS
from content.rules.letters import words
from content.rules.rule import Change, Rule
from content.rules.states import STATES
from content.rules.telephone import say_digits
from content.rules.years import say_pair, say_year

_STREETS = {
    "St": "Street",
    "Dr": "Drive",
    "Ave": "Avenue",
    "Av": "Avenue",
    "Rd": "Road",
    "Blvd": "Boulevard",
    "Ln": "Lane",
    "Expy": "Expressway",
    "Hwy": "Highway",
    "Pkwy": "Parkway",
    "Fwy": "Freeway",
    "Pl": "Place",
    "Ct": "Court",
    "Sq": "Square",
    "Ter": "Terrace",
    "Cres": "Crescent",
    "Cir": "Circle",
    "Tpke": "Turnpike",
}
_DIRECTIONS = {
    "N": "North",
    "S": "South",
    "E": "East",
    "W": "West",
    "NE": "Northeast",
    "NW": "Northwest",
    "SE": "Southeast",
    "SW": "Southwest",
}
_SHORT = "|".join(_STREETS)
_PART = r"(?:[A-Z][a-z’']{1,20}|\d{1,3}(?:st|nd|rd|th))"
_HOUSE = lazily(
    r"(?<![\w.,/$£€–-])(?P<number>\d{1,5})"
    r"(?:\s(?P<direction>[NS][EW]?|[EW])\.?(?=\s))?"
    rf"(?P<name>\s{_PART}(?:\s{_PART})?(?:\s{_PART})?)"
    rf"\s(?:(?P<short>(?i:{_SHORT}))\b(?P<dot>\.?)"
    r"|(?:Street|Road|Avenue|Boulevard|Lane|Drive|Highway|Way|Place|Court|Square|Terrace)\b)"
)
_STREET = lazily(
    r"(?P<before>(?:\b[A-Z][a-z]{1,20}|\d(?:st|nd|rd|th)))\s(?P<short>St|Dr|Ave|Rd|Blvd|Ln|Expy|Hwy)\b(?P<dot>\.?)"
    r"(?=\s*(?:[,;:)]|\Z)|\.?\s+(?:[a-z(\d]))"
)
_STATE = lazily(
    rf"(?<=,\s)(?P<state>{'|'.join(STATES)})(?:(?P<zip>,?\s\d{{5}}(?:-\d{{4}})?)(?![\w-])|(?![\w’'-]))"
)
_NOT_STREETS = words("The At In On To By From With And Or Near Of Our Your My")
_NOT_NAMES = frozenset(MONTHS) | {month[:3] for month in MONTHS}


def say_house_number(number: str, language: str) -> str:
    """Return a house number as it is said: 27 88, 7 oh 8; the voice's own where that is right."""
    if len(number) == 5:
        return " ".join(number)
    front, back = number[:-2], number[-2:]
    british = language.casefold() == "en-gb"
    if len(number) < 3 or front.endswith("0") or (len(number) == 3 and (british or back == "00")):
        return number
    return say_year(number) if len(number) == 4 else say_pair(front, back)


def _houses(text: str, language: str) -> Iterator[Change]:
    for match in _HOUSE.finditer(text):
        if match["name"].split()[0] in _NOT_NAMES:
            continue
        number = say_house_number(match["number"], language)
        if number != match["number"]:
            yield *match.span("number"), number
        if match["direction"]:
            yield *match.span("direction"), _DIRECTIONS[match["direction"]]
        if match["short"]:
            yield _street(text, match.start("short"), match.end("short"), match.end("dot"))


def _street(text: str, start: int, end: int, dot: int) -> Change:
    """Return the change for a short form; a full stop that may be the sentence's stays."""
    after = text[dot : dot + 4].lstrip("\"')”’ ")[:1]
    return start, dot if after and not after.isupper() else end, _STREETS[text[start:end].title()]


def _streets(text: str, language: str) -> Iterator[Change]:
    for match in _STREET.finditer(text):
        if match["short"] in ("St", "Dr") and match["before"] in _NOT_STREETS:
            continue
        yield _street(text, match.start("short"), match.end("short"), match.end("dot"))


def _states(text: str, language: str) -> Iterator[Change]:
    # MD after a name is a doctor, MA a degree: without a ZIP code there must be a street.
    house = _HOUSE.search(text)
    for match in _STATE.finditer(text):
        if match["zip"] or (house and house.start() < match.start()):
            yield *match.span("state"), STATES[match["state"]]
        if match["zip"]:
            at = match.end("zip") - len(match["zip"].lstrip(", "))
            yield at, match.end("zip"), say_digits(text[at : match.end("zip")])


RULES = (
    Rule("house number", _houses, needs=lazily(r"\d\s[A-Z\d]")),
    Rule("street", _streets, needs=lazily(r"\b(?:St|Dr|Ave|Rd|Blvd|Ln|Expy|Hwy)\b")),
    Rule("state", _states, needs=lazily(r",\s[A-Z]{2}\b")),
)
