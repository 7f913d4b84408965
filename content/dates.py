"""Dates as articles declare them, made ISO 8601."""

from __future__ import annotations

import re
from datetime import date

from content.patterns import lazily

_NAMES = (
    "jan januar janvier january enero|feb februar février fevrier february febrero|"
    "mar mär mrz märz mars march marzo|apr april avril abril|may mai mayo|"
    "jun juni juin june junio|jul juli juillet july julio|aug august août aout agosto|"
    "sep sept september septembre septiembre|oct okt oktober octobre october octubre|"
    "nov november novembre noviembre|dec dez dezember décembre decembre december diciembre"
)
_MONTHS = {
    name: number for number, names in enumerate(_NAMES.split("|"), 1) for name in names.split()
}
_MONTH = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,? )?"
_TIME = (
    r"(?: à \d\d? ?h ?\d\d)?"
    r"(?:[T ,](?: ?at )? ?\d\d?[:.]\d\d(?::\d\d)?(?: ?[ap]\.?m\b\.?)?(?: ?(?:Z|[A-Z]{2,4})\b)?)?"
)
_UNSURE = lazily(r"\b\d\d?/\d\d?/\d{4}\b")
_DAY = r"\d\d?(?:st|nd|rd|th|er)?"

_DATE = lazily(
    _WEEKDAY
    + "(?:"
    + r"(?P<year_first>\d{4})-(?P<month_digits>\d\d)(?:-(?P<day_digits>\d\d))?(?!\d)"
    + rf"|(?P<day_before>{_DAY})\.? (?:of |de )?(?P<month_after>{_MONTH}),? "
    + r"(?:de )?(?P<year_after>\d{4})\b"
    + rf"|(?P<month_before>{_MONTH}) (?P<day_after>{_DAY}),? (?P<year_last>\d{{4}})\b"
    + r"|(?P<first>\d\d?)(?P<mark>[./-])(?P<second>\d\d?)(?P=mark)(?P<year_numeric>\d{4})\b"
    + rf"|(?P<month_only>{_MONTH}),? (?P<year_only>\d{{4}})\b"
    + ")"
    + _TIME,
    re.IGNORECASE,
)


_MOMENT = lazily(
    rf"{_DAY}\.? {_MONTH}|{_MONTH} {_DAY}"
    r"|(?:about |over |vor |il y a |hace )?(?:an?|one|\d+) ?(?:s|m|h|d|w|mo|y|min|secs?|seconds?"
    r"|minutes?|hours?|days?|weeks?|months?|years?|stunden?|tagen?|wochen?|monaten?|jahren?"
    r"|jours?|mois|ans?|días?|meses)(?: ago)?",
    re.IGNORECASE,
)


def match(text: str, start: int = 0) -> tuple[str, int] | None:
    """Return the ISO date that begins at ``start`` and where it ends, or None."""
    found = _DATE.match(text, start)
    if not found:
        return None
    iso = _iso(found)
    return (iso, found.end()) if iso else None


def is_moment(text: str) -> bool:
    """Whether ``text`` is a time and nothing else: a date, a day of this year, "3 hours ago"."""
    found = _DATE.fullmatch(text)
    return found is not None or _MOMENT.fullmatch(text) is not None


def unsure(text: str) -> bool:
    """Whether ``text`` is a date of two numbers of which either could be the month."""
    return _UNSURE.fullmatch(text.strip(" .")) is not None


def settled(text: str, month_first: bool) -> str:
    """Return as ISO the unsure date in ``text``, told which number is the month."""
    found = _UNSURE.search(text)
    if not found:
        return ""
    first, second, year = found[0].split("/")
    month, day = (first, second) if month_first else (second, first)
    return _whole(year, int(month), day) or ""


def months_first(text: str) -> bool | None:
    """Whether months stand before days in what ``text`` dates; None when nothing tells."""
    for found in _DATE.finditer(text):
        if found["month_before"] or (found["mark"] == "/" and int(found["second"]) > 12):
            return True
        if found["month_after"] or (found["mark"] == "/" and int(found["first"]) > 12):
            return False
    return None


def search(text: str) -> tuple[str, int, int] | None:
    """Return the first date in ``text`` as ISO, with where it begins and ends, or None."""
    for found in _DATE.finditer(text):
        iso = _iso(found)
        if iso:
            return iso, found.start(), found.end()
    return None


def _iso(found: re.Match[str]) -> str | None:
    part = found.groupdict()
    if part["month_only"]:
        return f"{part['year_only']}-{_number(part['month_only']):02}"
    if part["year_first"]:
        if not part["day_digits"]:
            month = int(part["month_digits"])
            return f"{part['year_first']}-{month:02}" if 1 <= month <= 12 else None
        return _whole(part["year_first"], int(part["month_digits"]), part["day_digits"])
    if part["month_after"]:
        return _whole(part["year_after"], _number(part["month_after"]), part["day_before"])
    if part["month_before"]:
        return _whole(part["year_last"], _number(part["month_before"]), part["day_after"])
    return _numeric(int(part["first"]), part["mark"], int(part["second"]), part["year_numeric"])


def _numeric(first: int, mark: str, second: int, year: str) -> str | None:
    """With full stops or dashes the day comes first; else only where one number is no month."""
    if mark in ".-" or first > 12 or first == second:
        return _whole(year, second, str(first))
    return _whole(year, first, str(second)) if second > 12 else None


def _number(name: str) -> int:
    return _MONTHS[name.lower().rstrip(".")]


def _whole(year: str, month: int, day: str) -> str | None:
    try:
        return date(int(year), month, int(re.sub(r"\D", "", day))).isoformat()
    except ValueError:
        return None
