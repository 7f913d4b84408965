"""Dates, years, decades and the time of day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from content.patterns import lazily
from content.rules.rule import Change, Rule, is_american

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_SHORT = {month[:3].lower(): month for month in MONTHS} | {"sept": "September"}
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
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

_ISO = lazily(
    r"(?<![\w./-])(?P<year>1[5-9]\d\d|20\d\d)(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)"
    r"(?P<day>\d{1,2})(?![\w/]|[.-]\d)"
)
_DIGITS = lazily(
    r"(?<![\w./-])(?P<first>\d{1,2})(?P<mark>[/.])(?P<second>\d{1,2})(?P=mark)"
    r"(?P<year>(?:19|20)\d\d|\d\d)(?![\w/]|[.-]\d)"
)
_NAME = "|".join(MONTHS)
_BRIEF = r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
_MONTH_DAY = lazily(
    rf"\b(?P<name>(?i:{_NAME}|{_BRIEF}))(?P<dot>\.?)\s(?P<day>[12]\d|3[01]|0?[1-9])"
    r"(?P<th>st|nd|rd|th)?(?![\w%°$£€/:]|[.,:]\d|\s?[ap]\.?m\b|\s?m[glL]|\s?[–-]\d{3})"
)
_BRIEF_MONTH = lazily(
    rf"(?:(?<=\d )|(?<=\d[snrt][tdh] )|(?<=\bof )|(?<=\bin )|\b(?=(?i:{_BRIEF})\.?\s\d{{4}}\b))"
    rf"\b(?P<name>(?i:{_BRIEF}))(?P<dot>\.?)(?!\w)"
)
_DECADE = lazily(r"(?<![\w.,$£€])(?:(?P<century>1[1-9]|20)|['’])(?P<ten>\d)0['’]?s\b")
_YEAR = lazily(
    r"(?<![\w.,$£€/:+#~<>≤≥±])(?P<century>1[1-9])(?P<rest>\d[1-9]|[1-9]0)"
    r"(?![\w,%°/:$£€]|[.]\d|[-–]\d{1,3}(?!\d)|,\d)"
    r"(?=\W*\Z|[.;:?!)\]\"”’–-]|,\s|\s(?:[A-Z(–—-]|(?:and|or|to|was|were|when|the|that|he|she|it|they|we"
    r"|who|which|with|for|at|by|as|but|until|in|on|had|has|did|census|edition|study|film|book"
    r"|law|act|war|election)\b))"
)
_YEAR_BEFORE = lazily(r"(?:\d{4}|[^\W\d])[-–]\Z")
_SECONDS = lazily(
    r"(?<![\d.:])(?P<h>\d{1,2}):(?P<m>[0-5]\d):(?P<s>[0-5]\d)(?![\d:]|\s?[ap]\.?m\b)", re.I
)
_CLOCK = lazily(
    r"(?<![\d.:])(?P<hour>0?[1-9]|1[0-2])(?P<mark>[:.])(?P<minutes>[0-5]\d)"
    r"(?=\s?[ap]\.?m\b)",
    re.IGNORECASE,
)
_OCLOCK = lazily(r"(?<![\d.:])0?(?P<hour>[1-9]|1[0-2]):00(?![:\d]|\s?[ap]\.?m\b)", re.IGNORECASE)


def _ordinal(day: int) -> str:
    ending = "th" if day in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{ending}"


def _date(day: int, month: int, year: str, language: str) -> str | None:
    if not (1 <= month <= 12 and 1 <= day <= _DAYS[month - 1]):
        return None
    name = MONTHS[month - 1]
    return f"{name} {_ordinal(day)}, {year}" if is_american(language) else f"{day} {name} {year}"


def _iso(text: str, language: str) -> Iterator[Change]:
    for match in _ISO.finditer(text):
        said = _date(int(match["day"]), int(match["month"]), match["year"], language)
        if said:
            yield match.start(), match.end(), said


def _digits(text: str, language: str) -> Iterator[Change]:
    # Where the region does not decide what is the day and what the month, the digits are said.
    for match in _DIGITS.finditer(text):
        first, second, year = int(match["first"]), int(match["second"]), match["year"]
        if match["mark"] == "." and len(year) == 2:
            continue
        if second > 12 or (first <= 12 and is_american(language)):
            said = _date(second, first, year, language)
        elif first > 12 or "-" in language or match["mark"] == ".":
            said = _date(first, second, year, language)
        else:
            said = f"{match['first']}, {match['second']}, {year}"
        if said:
            yield match.start(), match.end(), said


def _month_day(text: str, language: str) -> Iterator[Change]:
    for match in _MONTH_DAY.finditer(text):
        name = match["name"]
        if name.lower() in ("may", "march", "mar") and not name[0].isupper():
            continue
        full = _SHORT.get(name.lower())
        if full and (match["dot"] or name.lower() != full.lower()):
            yield match.start(), match.end("dot"), full
        if not match["th"]:
            yield match.start("day"), match.end("day"), _ordinal(int(match["day"]))


def _brief_month(text: str, language: str) -> Iterator[Change]:
    for match in _BRIEF_MONTH.finditer(text):
        if match["name"][0].isupper() or match["name"].lower() not in ("mar", "dec", "sep"):
            dot = match.end("dot") if match.end() < len(text) else match.end("name")
            yield match.start(), dot, _SHORT[match["name"].lower()]


def _decade(text: str, language: str) -> Iterator[Change]:
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
        rest = match["rest"].replace("0", "oh ", 1) if match["rest"][0] == "0" else match["rest"]
        yield match.start(), match.end(), f"{match['century']} {rest}"


def _clock(text: str, language: str) -> Iterator[Change]:
    for match in _CLOCK.finditer(text):
        if match["minutes"] == "00":
            yield match.start("mark"), match.end("minutes"), ""
        elif match["mark"] == ".":
            yield match.start("mark"), match.end("mark"), ":"
        if match["hour"].startswith("0"):
            yield match.start("hour"), match.start("hour") + 1, ""
    for match in _SECONDS.finditer(text):
        named = zip("hms", ("hour", "minute", "second"), strict=True)
        parts = [(int(match[group]), name) for group, name in named]
        said = " ".join(f"{count} {name}{'s' if count != 1 else ''}" for count, name in parts)
        yield match.start(), match.end(), said
    for match in _OCLOCK.finditer(text):
        yield match.start(), match.end(), f"{match['hour']} o'clock"


_DIGIT = lazily(r"\d")

RULES = (
    Rule("date", _iso, needs=_DIGIT),
    Rule("date", _digits, needs=_DIGIT),
    Rule("date", _month_day, needs=_DIGIT),
    Rule("month", _brief_month, needs=_DIGIT),
    Rule("decade", _decade, needs=_DIGIT),
    Rule("year", _year, needs=_DIGIT),
    Rule("time", _clock, needs=_DIGIT),
)
