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
_TIME = r"(?:[T ,](?: ?at )? ?\d\d?:\d\d(?::\d\d)?(?: ?[ap]\.?m\b\.?)?(?: ?(?:Z|[A-Z]{2,4})\b)?)?"
_DAY = r"\d\d?(?:st|nd|rd|th|er)?"

_DATE = lazily(
    _WEEKDAY
    + "(?:"
    + r"(?P<year_first>\d{4})-(?P<month_digits>\d\d)(?:-(?P<day_digits>\d\d))?(?!\d)"
    + rf"|(?P<day_before>{_DAY})\.? (?:of |de )?(?P<month_after>{_MONTH}),? "
    + r"(?:de )?(?P<year_after>\d{4})\b"
    + rf"|(?P<month_before>{_MONTH}) (?P<day_after>{_DAY}),? (?P<year_last>\d{{4}})\b"
    + r"|(?P<first>\d\d?)(?P<mark>[./])(?P<second>\d\d?)[./](?P<year_numeric>\d{4})\b"
    + rf"|(?P<month_only>{_MONTH}),? (?P<year_only>\d{{4}})\b"
    + ")"
    + _TIME,
    re.IGNORECASE,
)


def match(text: str, start: int = 0) -> tuple[str, int] | None:
    """Return the ISO date that begins at ``start`` and where it ends, or None."""
    found = _DATE.match(text, start)
    if not found:
        return None
    iso = _iso(found)
    return (iso, found.end()) if iso else None


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
    """With full stops the day comes first; with slashes only where one number is no month."""
    if mark == "." or first > 12 or first == second:
        return _whole(year, second, str(first))
    return _whole(year, first, str(second)) if second > 12 else None


def _number(name: str) -> int:
    return _MONTHS[name.lower().rstrip(".")]


def _whole(year: str, month: int, day: str) -> str | None:
    try:
        return date(int(year), month, int(re.sub(r"\D", "", day))).isoformat()
    except ValueError:
        return None
