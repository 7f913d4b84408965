"""Fractions, and the other things that are written as two numbers and a slash."""

from __future__ import annotations

import re
from collections.abc import Iterator

from content.patterns import lazily
from content.rules.rule import Change, Rule

_PARTS = {
    2: "half",
    3: "third",
    4: "quarter",
    5: "fifth",
    6: "sixth",
    7: "seventh",
    8: "eighth",
    9: "ninth",
    10: "tenth",
    12: "twelfth",
    16: "sixteenth",
    20: "twentieth",
    32: "thirty-second",
    50: "fiftieth",
    64: "sixty-fourth",
    100: "hundredth",
    1000: "thousandth",
}
_SIGNS = {
    "½": "1/2",
    "⅓": "1/3",
    "⅔": "2/3",
    "¼": "1/4",
    "¾": "3/4",
    "⅕": "1/5",
    "⅖": "2/5",
    "⅗": "3/5",
    "⅘": "4/5",
    "⅙": "1/6",
    "⅚": "5/6",
    "⅛": "1/8",
    "⅜": "3/8",
    "⅝": "5/8",
    "⅞": "7/8",
}
_PRESSURE = lazily(
    r"(?<![\d./-])(?P<high>\d{2,3})\s?(?P<slash>/)\s?(?P<low>\d{2,3})(?![\d/.-]\d|\d)"
)
_PRESSURE_NEAR = lazily(r"\bBP\b|blood pressure|systolic|diastolic|mm ?Hg|hypertens", re.IGNORECASE)
_WRITTEN = lazily(
    r"(?<![\d./,-])(?:(?P<whole>\d{1,4})[\s-])?(?P<top>\d{1,2})[/⁄](?P<bottom>\d{1,2}|1000?)"
    r"(?P<ordinal>th|rd|nd|TH)?(?![\w/⁄]|[.,-]\d)"
)
_DATE_BEFORE = lazily(r"\b(?:on|since|until|dated|page|pages)\s\Z")
_RATED = lazily(r"\b(?:scor|rat(?:ed?|ing)|pain|scale\b|stars)", re.IGNORECASE)
_KINDS = lazily(r"\b(?i:types?|stages?|grades?|phases?|class|levels?|groups?|HSV|HIV)[ -]\Z")
_SEEN = lazily(r"\b(?:vision|eyesight|acuity|sighted)", re.IGNORECASE)
_SIGN = lazily(r"(?P<whole>\d\s?)?(?P<sign>[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])")
_EVEN = lazily(
    r"(?<![\d./-])(?P<a>24|50|20|60|40|80|90|70|9)/(?P<b>7|50|20|40|60|10|30|11)(?![\w/]|[.-]\d)"
)


def _say(top: int, bottom: int) -> str:
    part = _PARTS[bottom]
    if top != 1:
        part = "halves" if bottom == 2 else part + "s"
    return f"{'one' if top == 1 else top} {part}"


def _pressure(text: str, language: str) -> Iterator[Change]:
    near = _PRESSURE_NEAR.search(text) is not None
    for match in _PRESSURE.finditer(text):
        high, low = int(match["high"]), int(match["low"])
        usual = 80 <= high <= 250 and 40 <= low <= 150 and high > low
        if usual and (near or len(match["high"]) == 3):
            yield match.start("slash"), match.end("slash"), " over "


def _rated(text: str, language: str) -> Iterator[Change]:
    rated, seen = _RATED.search(text), _SEEN.search(text)
    if not rated and not seen:
        return
    for match in _WRITTEN.finditer(text):
        bottom = int(match["bottom"])
        if match["whole"] or match["ordinal"]:
            continue
        if rated and bottom in (5, 10, 100):
            yield match.end("top"), match.start("bottom"), " out of "
        elif seen and bottom in (6, 9, 12, 18, 20, 25, 30, 40, 50, 60, 80, 100):
            yield match.end("top"), match.start("bottom"), " "


def _even(text: str, language: str) -> Iterator[Change]:
    for match in _EVEN.finditer(text):
        if match[0] in ("24/7", "9/11") or (
            match["b"] != "7" and int(match["a"]) + int(match["b"]) in (40, 100)
        ):
            yield match.end("a"), match.start("b"), " "


def _written(text: str, language: str) -> Iterator[Change]:
    for match in _WRITTEN.finditer(text):
        top, bottom = int(match["top"]), int(match["bottom"])
        if _DATE_BEFORE.search(text, max(0, match.start() - 8), match.start()):
            continue
        if top == bottom > 1 and not match["whole"] and not match["ordinal"]:
            yield match.end("top"), match.start("bottom"), " out of "
        if (
            bottom not in _PARTS
            or top == 0
            or top == bottom
            or (top > bottom and not match["whole"])
        ):
            continue
        if _KINDS.search(text, max(0, match.start() - 8), match.start()):
            if not match["whole"]:
                yield match.end("top"), match.start("bottom"), " or "
            continue
        spoken = _say(top, bottom)
        start = match.start("top")
        if match["whole"]:
            start = match.end("whole")
            spoken = " and " + ("a half" if spoken == "one half" else spoken)
        yield start, match.end(), spoken


def _sign(text: str, language: str) -> Iterator[Change]:
    for match in _SIGN.finditer(text):
        top, _, bottom = _SIGNS[match["sign"]].partition("/")
        spoken = _say(int(top), int(bottom))
        start = match.start("sign")
        if match["whole"]:
            start = match.start("whole") + 1
            spoken = " and " + ("a half" if spoken == "one half" else spoken)
        if text[match.end() : match.end() + 1].isalnum():
            spoken += " "
        yield start, match.end(), spoken


_RATIO = lazily(
    r"(?<![\w.:,])(?P<a>\d{1,3})(?P<colon>:)(?P<b>\d{1,3}(?:,000){1,2}|\d{1,6})(?![\w:]|[.,]\d)"
)
_NAME_BEFORE = lazily(r"\b[A-Z][a-z]{1,15}\s\Z")
_RATIO_NEAR = lazily(r"\bratio|\bodds\b|dilut|solution|\bmix|\bparts\b", re.IGNORECASE)


def _ratio(text: str, language: str) -> Iterator[Change]:
    near = _RATIO_NEAR.search(text) is not None
    for match in _RATIO.finditer(text):
        a, b = match["a"], match["b"]
        # 2:1 and 1:1000 can be no time of day; 1:30 and John 3:16 are no ratios.
        verse = _NAME_BEFORE.search(text, max(0, match.start() - 20), match.start())
        if (
            near
            or (len(b) != 2 and (len(b) == 1 or "1" in (a, b)) and not verse)
            or int(a) + int(b) == 100
        ):
            yield *match.span("colon"), " to "


_SLASH = lazily(r"\d\s?[/⁄]\s?\d")

RULES = (
    Rule("blood pressure", _pressure, needs=_SLASH),
    Rule("ratio", _even, needs=_SLASH),
    Rule("ratio", _ratio, needs=lazily(r"\d:\d")),
    Rule("rating", _rated, needs=_SLASH),
    Rule("fraction", _written, needs=_SLASH),
    Rule("fraction", _sign, needs=lazily("[½⅓⅔¼¾⅕-⅞]")),
)
