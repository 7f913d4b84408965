"""Sentences of the interface, for the ear and for the eye."""

from __future__ import annotations

import math
from collections.abc import Iterable

from content.model import Article


def count(number: int, thing: str, things: str = "") -> str:
    """Return "1 section", "2 sections"; ``things`` is for a plural that is no mere s."""
    return f"{number} {thing}" if number == 1 else f"{number} {things or thing + 's'}"


def missing_sentence(article: Article) -> str:
    """Return what a person should know of a book that lacks parts; empty when all are there."""
    missing = [piece.text for piece in article.skipped if piece.kind == "missing"]
    if not missing:
        return ""
    parts = count(len(missing), "part")
    return f"{parts} of the book cannot be read, first of all: {missing[0]}."


def duration(seconds: float) -> str:
    """Return a time left as it is said: "less than a minute", "3 minutes", "1 hour 5 minutes"."""
    minutes = math.ceil(seconds / 60)
    if seconds < 45:
        return "less than a minute"
    if minutes < 60:
        return count(minutes, "minute")
    hours, rest = divmod(minutes, 60)
    return f"{count(hours, 'hour')} {count(rest, 'minute')}" if rest else count(hours, "hour")


def short_duration(seconds: float) -> str:
    """Return a time left for a narrow screen: "<1 min", "3 min", "1 h 5 min"."""
    minutes = math.ceil(seconds / 60)
    if seconds < 45:
        return "<1 min"
    hours, rest = divmod(minutes, 60)
    return f"{hours} h {rest} min" if hours else f"{minutes} min"


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
