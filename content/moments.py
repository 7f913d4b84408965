"""Dates and ages in words, of dates that may lack their day or their month."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from content.patterns import lazily

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_ISO = lazily(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?![\d-])", re.ASCII)
_DAYS = 14
"""Beyond so many days an age is given in weeks."""
_WEEKS = 8
_YEARS = 10
"""From so many years on, months don't matter."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, a month or a year."""

    year: int
    month: int = 0
    """0 where only the year is known."""
    day: int = 0
    """0 where only the month is known."""


def moment(iso: str) -> Moment | None:
    """Return what an ISO 8601 date, with a time or without, says; None when it is none."""
    found = _ISO.match(iso)
    if found is None:
        return None
    year, month, day = (int(part or 0) for part in found.groups())
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return None
    return Moment(year, month, day)


def in_words(iso: str) -> str:
    """Return "26 November 2021", "November 2021" or "2021"; what is no date as it stands."""
    when = moment(iso)
    if when is None:
        return iso
    parts = (str(when.day or ""), MONTHS[when.month - 1] if when.month else "", str(when.year))
    return " ".join(part for part in parts if part)


def is_past(when: Moment, today: date) -> bool:
    """Whether it lies wholly before ``today``."""
    given = (when.year, when.month, when.day)
    known = 1 + bool(when.month) + bool(when.day)
    return given[:known] < (today.year, today.month, today.day)[:known]


def is_ahead(when: Moment, today: date) -> bool:
    """Whether it lies wholly after ``today``."""
    return not is_past(when, today) and not _is_now(when, today)


def distance(when: Moment, today: date) -> str:
    """Return how far off it is: "5 days", "3 weeks", "2 years 3 months".

    Empty where it is today, or in the month or the year that is not over yet.
    """
    if _is_now(when, today):
        return ""
    if when.day:
        there = date(when.year, when.month, when.day)
        days = abs((there - today).days)
        if days <= _DAYS:
            return _count(days, "day")
        early, late = sorted((there, today))
        months = _months(late) - _months(early) - (late.day < early.day)
        if days < 7 * _WEEKS or not months:
            return _count(days // 7, "week")
    elif when.month:
        months = abs(when.year * 12 + when.month - today.year * 12 - today.month)
    else:
        return _count(abs(when.year - today.year), "year")
    years, rest = divmod(months, 12)
    parts = (_count(years, "year") if years else "", _count(rest, "month") if rest else "")
    return " ".join(part for part in (parts[:1] if years >= _YEARS else parts) if part)


def ago(when: Moment, today: date) -> str:
    """Return "2 years 3 months ago", "yesterday", "this month"; empty for what lies ahead."""
    if is_ahead(when, today):
        return ""
    off = distance(when, today)
    if not off:
        return "today" if when.day else "this month" if when.month else "this year"
    return "yesterday" if off == "1 day" else f"{off} ago"


def _is_now(when: Moment, today: date) -> bool:
    return when.year == today.year and when.month in (0, today.month) and when.day in (0, today.day)


def _months(day: date) -> int:
    return day.year * 12 + day.month


def _count(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"
