"""Dates of the calendar, in the order of the article's region."""

from __future__ import annotations

from collections.abc import Iterator

from content.patterns import lazily
from content.rules.numbers import ordinal_ending
from content.rules.rule import Change, Rule, is_american
from content.rules.years import say_year

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
_DIGITS_YEAR = lazily(
    r"(?<![\w./-])(?P<month>0[1-9]|1[0-2])/(?P<year>(?:19|20)\d\d)(?![\w/]|[.-]\d)"
)
_UNTIL = lazily(r"\s?[–-]\s?(?P<day>[1-9]\d?)(?![\w:%°/–-]|[.,]\d)")
_DAY_MONTH = lazily(
    rf"\A[\"'“‘(]?(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?\s(?P<month>(?i:{_NAME}|{_BRIEF}))\b"
    r"(?P<dot>\.?)(?:,?\s(?P<year>\d{4})\b)?(?![-–/]\d)"
)
_MONTH_YEAR = lazily(
    rf"\A[\"'“‘(]?(?i:{_NAME}|{_BRIEF})\b\.?(?:\s\d{{1,2}}(?:st|nd|rd|th)?,?)?"
    r"\s(?P<year>20[1-9]\d)\b(?![-–/]\d)"
)
_MONTH_DASH = lazily(rf"\A(?P<month>(?i:{_BRIEF}))-(?P<day>3[01]|[12]\d|[1-9])\Z")
_BRIEF_MONTH = lazily(
    rf"(?:(?<=\d )|(?<=\d[snrt][tdh] )|(?<=\bof )|(?<=\bin )|\b(?=(?i:{_BRIEF})\.?\s\d{{4}}\b))"
    rf"\b(?P<name>(?i:{_BRIEF}))(?P<dot>\.?)(?!\w)"
)


def ordinal(number: int) -> str:
    """Return the number with its ending: 1st, 12th, 23rd."""
    # espeak-ng's American voice says "11th" with another vowel than the word.
    return "eleventh" if number == 11 else f"{number}{ordinal_ending(number)}"


def _opens(text: str, start: int) -> bool:
    """Whether the text begins with what stands at ``start``: a heading, a cell, a dateline.

    There a date is said in full, "the 25th of July 20 12"; in the middle of a sentence, where
    it may follow anything, it is left as plain as it is written. So are the stamps of updates,
    2021-11-26 and 26/11/2021, wherever they stand.
    """
    return start < 4 and not text[:start].strip("\"'“‘( ")


def _date(day: int, month: int, year: str, *, month_first: bool, opens: bool) -> str | None:
    if not (1 <= month <= 12 and 1 <= day <= _DAYS[month - 1]):
        return None
    name = MONTHS[month - 1]
    if opens and len(year) == 4:
        year = say_year(year)
    if month_first:
        return f"{name} {ordinal(day)}, {year}"
    return f"the {ordinal(day)} of {name} {year}" if opens else f"{day} {name} {year}"


def _iso(text: str, language: str) -> Iterator[Change]:
    # With no region to go by, month and day are said in the order in which they stand.
    month_first = is_american(language) or "-" not in language
    for match in _ISO.finditer(text):
        day, month = int(match["day"]), int(match["month"])
        opens = match["mark"] != "-" and _opens(text, match.start())
        said = _date(day, month, match["year"], month_first=month_first, opens=opens)
        if said:
            yield match.start(), match.end(), said


def _digits(text: str, language: str) -> Iterator[Change]:
    # Where the region does not decide what is the day and what the month, the digits are said.
    american = is_american(language)
    for match in _DIGITS.finditer(text):
        first, second, year = int(match["first"]), int(match["second"]), match["year"]
        opens = match["mark"] == "." and _opens(text, match.start())
        if match["mark"] == "." and len(year) == 2:
            continue
        if second > 12 or (first <= 12 and american):
            month_first = american or opens or "-" not in language
            said = _date(second, first, year, month_first=month_first, opens=opens)
        elif first > 12 or "-" in language or match["mark"] == ".":
            month_first = american and not opens
            said = _date(first, second, year, month_first=month_first, opens=opens)
        else:
            said = f"{match['first']}, {match['second']}, {year}"
        if said:
            yield match.start(), match.end(), said


def _opening(text: str, language: str) -> Iterator[Change]:
    if match := _DAY_MONTH.match(text):
        day, month, dot = match["day"], match["month"], match["dot"]
        sure = match["year"] or month not in ("may", "march", "mar", "dec")
        if sure and int(day):
            full = _SHORT.get(month.lower(), month)
            stop = "" if not dot or match["year"] or text[match.end() :].strip() else dot
            year = f" {say_year(match['year'])}" if match["year"] else ""
            said = f"the {ordinal(int(day))} of {full}{year}{stop}"
            yield match.start("day"), match.end(), said
    elif match := _MONTH_DASH.match(text):
        yield *match.span(), f"{_SHORT[match['month'].lower()]} {ordinal(int(match['day']))}"
    elif match := _MONTH_YEAR.match(text):
        yield *match.span("year"), say_year(match["year"])


def _month_of_year(text: str, language: str) -> Iterator[Change]:
    for match in _DIGITS_YEAR.finditer(text):
        yield *match.span(), f"{MONTHS[int(match['month']) - 1]} {match['year']}"


def _month_day(text: str, language: str) -> Iterator[Change]:
    for match in _MONTH_DAY.finditer(text):
        name = match["name"]
        if name.lower() in ("may", "march", "mar") and not name[0].isupper():
            continue
        full = _SHORT.get(name.lower())
        if full and (match["dot"] or name.lower() != full.lower()):
            yield match.start(), match.end("dot"), full
        if not match["th"]:
            yield match.start("day"), match.end("day"), ordinal(int(match["day"]))
            if (until := _UNTIL.match(text, match.end())) and int(until["day"]) <= 31:
                yield *until.span("day"), ordinal(int(until["day"]))


def _brief_month(text: str, language: str) -> Iterator[Change]:
    for match in _BRIEF_MONTH.finditer(text):
        if match["name"][0].isupper() or match["name"].lower() not in ("mar", "dec", "sep"):
            dot = match.end("dot") if match.end() < len(text) else match.end("name")
            yield match.start(), dot, _SHORT[match["name"].lower()]


_DIGIT = lazily(r"\d")

RULES = (
    Rule("date", _opening, needs=_DIGIT),
    Rule("date", _iso, needs=_DIGIT),
    Rule("date", _digits, needs=_DIGIT),
    Rule("date", _month_of_year, needs=lazily(r"\d/\d{4}")),
    Rule("date", _month_day, needs=_DIGIT),
    Rule("month", _brief_month, needs=_DIGIT),
)
