"""Units after a number, and those that say what they are without one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from content.patterns import lazily
from content.rules.numbers import UNIT, UNITS, alternatives, is_one
from content.rules.rule import Change, Rule

_PER = {
    **{written: one for written, (one, _) in UNITS.items()},
    "d": "day",
    "day": "day",
    "dose": "dose",
    "hour": "hour",
    "week": "week",
    "month": "month",
    "year": "year",
    "minute": "minute",
    "second": "second",
    "s²": "second squared",
    "s2": "second squared",
    "night": "night",
    "person": "person",
    "serving": "serving",
    "mo": "month",
}
_DIVISOR = alternatives(_PER)
_AFTER_NUMBER = lazily(
    rf"(?<=[\d½¼¾⅓⅔])[\s-]?(?P<unit>{UNIT})"
    rf"(?:/(?P<per>{_DIVISOR}))?(?:/(?P<then>{_DIVISOR}))?(?P<dot>\.(?=,|\s+[a-z0-9(]))?(?![\w²³]|/(?!\d))"
)
_ALONE = lazily(
    r"(?<![\w/.'’-])(?P<unit>m(?=/s)|km(?=/h)|mg|mcg|µg|μg|mL|ml|kg|mmHg|mmol|kcal|mEq|dL|°C|°F|bpm|IU"
    r"|mm³|cm³|m²|cm²)"
    rf"(?:/(?P<per>{_DIVISOR}))?(?:/(?P<then>{_DIVISOR}))?(?![\w/²³])"
)
_PER_UNIT = lazily(
    r"(?<=[a-zU\d×¹²³⁰⁴-⁹])/(?P<per>min|g|minute|kg|mL|ml|dL|µL|μL|mcL|L|hr|hour|sec|second|day|night"
    r"|dose|serving|person|week|wk|month|year|yr|m²|m2|mm3|mm³)(?![\w/])"
)
# mg/5 mL, mL/min/1.73 m²
_PER_AMOUNT = lazily(rf"(?<=[A-Za-z])/(?=\d{{1,4}}(?:\.\d{{1,3}})?\s?(?:{UNIT})(?!\w))")
# 5 kg/11 lb is the same twice
_TWICE = lazily(
    r"(?<=[\d\s°-])(?:[CF]|kg|g|lbs?|oz|cm|km|m|ft|in|mL|ml)(?P<slash>\s?/\s?)"
    r"\d{1,4}(?:\.\d{1,2})?\s?(?:°\s?[CF]|lbs?|oz|fl oz|ft|in|feet|inch(?:es)?|mi|miles|pounds"
    r"|ounces|cups?|kg|cm|km|m)(?!\w)"
)
_INCHES = lazily(
    r"(?<=\d)(?P<ft>\s?(?:ft|feet|foot|['’′])\.?\s?)\d{1,2}(?P<in>\s?(?:in\.?|[\"”″]))(?!\w)"
)
_LENGTH = lazily(
    r"(?<=[\d½¼¾])(?:\s|-)?(?P<in>in\.?|[\"”″])"
    r"(?=\s(?:long|wide|tall|high|thick|deep|in diameter|by|x)\b|[,;)]|\Z)"
)
_WARM = lazily(r"(?<![\w.,])(?P<number>\d{2,3}(?:\.\d)?)(?P<letter>[CF])(?:\b|(?=/))(?![\w'’-])")
_WARMTH = lazily(
    r"temperature|fever|oven|heat|degrees|wash|warm|cool|cold|freez|boil|over|above|below|under",
    re.IGNORECASE,
)
_POUNDS = lazily(r"\s?\d{1,2}\s?lb")
_PER_BEFORE = lazily(r"\b(?:per|a|each|one|every)\s\Z")
# One letter is as often something else: 5 m, 3 s, 2 h are units, a size 8 g or 5 C are not.
_NEEDS_SPACE = frozenset({"s", "h", "l", "m", "ms", "pg", "min", "U"})
_DOSED = lazily(r"\s(?:of|daily|twice|once|per|every|subcut|IM|SC|IV)\b")
_HYPHENED = lazily(r"\s[a-z]")


def _said(match: re.Match[str], one: bool) -> str:
    spoken = UNITS[match["unit"]][0 if one else 1]
    for divisor in (match["per"], match["then"]):
        if divisor:
            spoken += f" per {_PER[divisor]}"
    return spoken


def _after_number(text: str, language: str) -> Iterator[Change]:
    for match in _AFTER_NUMBER.finditer(text):
        joined = match.start("unit") - match.start()
        hyphen = text[match.start()] == "-"
        if match["unit"] in {"s"} and not joined:  # the 1990s, and 5s
            continue
        if match["unit"] == "st" and not joined and not _POUNDS.match(text, match.end()):
            continue  # the 1st, but 12st 4lb is of stones
        # A 30-min walk and a 12-h fast are times; what no word follows may be anything.
        timed = match["unit"] in ("h", "min") and _HYPHENED.match(text, match.end())
        if hyphen and match["unit"] in _NEEDS_SPACE and not timed:
            continue
        if match["unit"] == "U" and not (match["per"] or _DOSED.match(text, match.end())):
            continue
        # A 5-mg tablet is of 5 milligrams, but said in the singular.
        one = hyphen or is_one(text, match.start())
        yield match.start(), match.end(), " " + _said(match, one)


def _alone(text: str, language: str) -> Iterator[Change]:
    for match in _ALONE.finditer(text):
        before = text[max(0, match.start() - 6) : match.start()]
        one = _PER_BEFORE.search(before) is not None
        yield match.start(), match.end(), _said(match, one)


def _per_unit(text: str, language: str) -> Iterator[Change]:
    for match in _PER_UNIT.finditer(text):
        yield match.start(), match.end(), f" per {_PER[match['per']]}"


def _per_amount(text: str, language: str) -> Iterator[Change]:
    for match in _TWICE.finditer(text):
        yield *match.span("slash"), ", "
    for match in _PER_AMOUNT.finditer(text):
        yield match.start(), match.end(), " per "


def _inches(text: str, language: str) -> Iterator[Change]:
    for match in _LENGTH.finditer(text):
        end = match.end() if match.end() < len(text) else match.end("in") - (text[-1] == ".")
        yield match.start(), end, " inch" if is_one(text, match.start()) else " inches"
    for match in _INCHES.finditer(text):
        yield *match.span("ft"), " foot " if is_one(text, match.start("ft")) else " feet "
        one = is_one(text, match.start("in"))
        yield match.start("in"), match.end("in"), " inch" if one else " inches"


def _temperatures(text: str, language: str) -> Iterator[Change]:
    if not _WARMTH.search(text):
        return
    for match in _WARM.finditer(text):
        scale = "Celsius" if match["letter"] == "C" else "Fahrenheit"
        yield *match.span("letter"), f" degrees {scale}"


_DIGIT = lazily(r"\d")

RULES = (
    Rule("per unit", _per_amount, needs=lazily(r"[A-Za-z]\s?/\s?\d")),
    Rule("inches", _inches, needs=_DIGIT),
    Rule("unit", _after_number, needs=_DIGIT),
    Rule("unit", _after_number, needs=lazily(r"[½¼¾⅓⅔][\s-]?[A-Za-z]")),
    Rule("temperature", _temperatures, needs=lazily(r"\d[CF]")),
    Rule(
        "unit alone",
        _alone,
        needs=lazily(r"(?:m[gL]|ml|cg|[µμ]g|kg|Hg|mol|cal|Eq|dL|°|bpm|IU)\b|°|m/[sh]|m[²³]"),
    ),
    Rule("per unit", _per_unit, needs=lazily("/")),
)
