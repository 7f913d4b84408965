"""When reading ends: how much time is left, and the time of day."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import datetime

from tui.phrases import duration
from tui.session import Session

_TWELVE_HOURS = frozenset({"US", "CA", "AU", "NZ", "IN", "PH", "MY", "PK", "BD", "EG", "SA", "CO"})
"""Regions in which most people count the hours of the day to twelve."""


def time_left(session: Session, now: datetime | None = None) -> str:
    """Return what is left of the section and of the article, and until when, as a sentence."""
    narrator = session.narrator
    if narrator.ended:
        return "Read to the end."
    # The section first: it is looked at more closely, and the article gains by it.
    in_section = session.time.in_section()
    seconds = session.seconds_left()
    ends = until(now or datetime.now(), seconds, os.environ)
    number, sections = session.section(), len(session.article.sections)
    if not sections:
        said = f"{duration(seconds)} left in the article"
    elif number == sections:
        said = f"{duration(seconds)} left in the last section"
    else:
        part = "in the section" if number else "before the first section"
        said = f"{duration(in_section)} left {part}, {duration(seconds)} in the article"
    if_read = "" if narrator.playing else " if you read on now"
    return f"{said[:1].upper()}{said[1:]}, until {ends}{if_read}. {session.percent()} percent read."


def until(now: datetime, seconds: float, environment: Mapping[str, str]) -> str:
    """Return the time of day ``seconds`` from ``now``: "17:42", "5:42 PM" where people say so."""
    end = datetime.fromtimestamp(now.timestamp() + seconds)
    day = (end.date() - now.date()).days
    if _counts_to_twelve(environment):
        said = f"{end.hour % 12 or 12}:{end.minute:02} {'PM' if end.hour >= 12 else 'AM'}"
    else:
        said = f"{end.hour}:{end.minute:02}"
    return said + (" tomorrow" if day == 1 else f", {day} days from now" if day else "")


def _counts_to_twelve(environment: Mapping[str, str]) -> bool:
    named = (environment.get(name) for name in ("LC_ALL", "LC_TIME", "LANG"))
    locale = next(filter(None, named), "")
    return locale.partition(".")[0].partition("_")[2] in _TWELVE_HOURS
