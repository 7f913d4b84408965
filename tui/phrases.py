"""Sentences of the interface, for the ear and for the eye."""

from __future__ import annotations

import math
from collections.abc import Iterable

from content.model import Article

_LITTLE = 45
"""Seconds that are not told more exactly."""
_STEPS = ((120, 5), (300, 10), (600, 30), (math.inf, 60))
"""Up to how many seconds a time is rounded to how many."""


def count(number: int, thing: str, things: str = "") -> str:
    """Return "1 section", "2 sections"; ``things`` is for a plural that is no mere s."""
    return f"{number} {thing}" if number == 1 else f"{number} {things or thing + 's'}"


def missing_sentence(article: Article) -> str:
    """Return what a person should know of a book that lacks parts; empty when all are there."""
    missing = [piece.text for piece in article.skipped if piece.kind == "missing"]
    if not missing:
        return ""
    parts = count(len(missing), "part")
    return f"{parts} of the book can't be read; the first: {missing[0]}."


def duration(seconds: float) -> str:
    """Return a time left as it is said: "less than a minute", "3 minutes 20 seconds".

    As fine as it takes to be off by a few percent at most: "38 minutes", "1 hour 5 minutes".
    """
    if seconds < _LITTLE:
        return "less than a minute"
    hours, minutes, rest = _parts(seconds)
    counted = ((hours, "hour"), (minutes, "minute"), (rest, "second"))
    return " ".join(count(number, unit) for number, unit in counted if number)


def short_duration(seconds: float) -> str:
    """Return the same for a narrow screen: "<1 min", "3:20 min", "38 min", "1 h 5 min"."""
    if seconds < _LITTLE:
        return "<1 min"
    hours, minutes, rest = _parts(seconds)
    in_hours = f"{hours} h" if hours else ""
    in_minutes = f"{minutes}:{rest:02} min" if rest else f"{minutes} min" if minutes else ""
    return f"{in_hours} {in_minutes}".strip()


def _parts(seconds: float) -> tuple[int, int, int]:
    """Return hours, minutes and seconds, rounded to what matters of so long a time."""
    step = next(step for below, step in _STEPS if seconds < below)
    minutes, rest = divmod(round(seconds / step) * step, 60)
    hours, minutes = divmod(minutes, 60)
    return hours, minutes, rest


def key_name(key: str) -> str:
    """Return a key as it is said and printed: "space", "shift h", "plus", "F 1"."""
    names = {
        "question_mark": "question mark",
        "pagedown": "page down",
        "pageup": "page up",
        "exclamation_mark": "exclamation mark",
        "number_sign": "number sign",
        "dollar_sign": "dollar sign",
        "percent_sign": "percent sign",
        "circumflex_accent": "circumflex",
        "equals_sign": "equals",
    }
    if key in names:
        return names[key]
    if len(key) == 1 and key.isupper():
        return f"shift {key.lower()}"
    if key.startswith("f") and key[1:].isdigit():
        return f"F{key[1:]}"
    return key.replace("+", " ").replace("_", " ")


def keys_of(keys: Iterable[str]) -> str:
    """Return "space or F5"."""
    return " or ".join(key_name(key) for key in keys)
