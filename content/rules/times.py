"""The time of day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from content.patterns import lazily
from content.rules.rule import Change, Rule

_SECONDS = lazily(
    r"(?<![\d.:])(?P<h>\d{1,2}):(?P<m>[0-5]\d):(?P<s>[0-5]\d)(?![\d:]|\s?[ap]\.?m\b)",
    re.IGNORECASE,
)
_CLOCK = lazily(
    r"(?<![\d.:])(?P<hour>0?[1-9]|1[0-2])(?P<mark>[:.])(?P<minutes>[0-5]\d)"
    r"(?=\s?[ap]\.?m\b)",
    re.IGNORECASE,
)
_OCLOCK = lazily(r"(?<![\d.:])0?(?P<hour>[1-9]|1[0-2]):00(?![:\d]|\s?[ap]\.?m\b)", re.IGNORECASE)
_OH = lazily(r"(?<![\d.:])(?P<hour>[01]?\d|2[0-3]):(?P<zero>0)[1-9](?![:\d])")
_HUNDRED = lazily(r"(?<![\d.:])(?P<hour>1[3-9]|2[0-3]):(?P<zeros>00)(?![:\d])")
_ZONE = lazily(
    r"(?:(?<=[ap]m\s)|(?<=\.m\.\s)|(?<=[AP]M\s))(?P<zone>[ECMP][SD]?T|GMT|BST|UTC|CEST|CET)\b"
)
_HOURLY = lazily(r"\bq\s?(?P<hours>\d{1,2})(?:\s?[–-]\s?(?P<to>\d{1,2}))?\s?h(?:rs?)?\b")


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
    for match in _OH.finditer(text):
        yield match.end("hour"), match.end("zero"), " oh "
    for match in _HUNDRED.finditer(text):
        yield match.end("hour"), match.end("zeros"), " hundred"
    for match in _HOURLY.finditer(text):  # a prescription
        until = f" to {match['to']}" if match["to"] else ""
        yield match.start(), match.end(), f"every {match['hours']}{until} hours"
    for match in _ZONE.finditer(text):
        yield *match.span("zone"), " ".join(match["zone"])


RULES = (Rule("time", _clock, needs=lazily(r"\d(?:[:.]\d|\s?[apAP]\.?[mM])|q\s?\d")),)
