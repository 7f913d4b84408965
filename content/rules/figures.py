"""Numbers that no voice reads as they are meant: long ones, spaced ones, odd ordinals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from content.patterns import lazily
from content.rules.numbers import ordinal_ending
from content.rules.rule import Change, Rule

_LONG = lazily(r"(?<![\w.,$£€¥#/-])\d{10,40}(?![\w/-]|[.,]\d)")
# 10 000 with any space that keeps it together; a plain one only between groups that fit.
_SPACED = lazily(
    r"(?<![\w.,$£€+(/-])(?<!\d\s)"
    r"(?P<number>[1-9]\d{0,2}(?:(?:[\u00a0\u202f\u2009]\d{3}){1,4}|(?: 000){1,3}))"
    r"(?![\w/]|[\s-]\d|[.,]\d)"
)
_ORDINAL = lazily(
    r"(?<![\w.,/-])(?P<number>\d{1,3}(?:,\d{3})(?:,\d{3})?|\d{1,12})(?P<ending>st|nd|rd|th)\b"
)
_POUNDS = lazily(r"\s?\d{1,2}\s?lb")
_SCALED = lazily(
    r"(?<![\w.,$£€-])\d{1,3}(?:\.\d{1,2})?(?P<scale>[MmBKk]|bn)\+?"
    r"(?=\s(?:(?:new|more|other|adult|older|young|U\.?S\.?)\s)?(?:people|adults?|children|women|men|americans"
    r"|patients|cases|deaths|users|babies|visits|members|participants|lives|followers|steps|doses)\b)",
    re.IGNORECASE,
)
_PLAN = lazily(r"(?<![\w.,])(?P<number>40[13])\s?\((?P<letter>[a-z])\)|(?<![\w.,])401k\b")


def _long(text: str, language: str) -> Iterator[Change]:
    # A count so long has commas, or ends in noughts; without them it is the number of a thing.
    for match in _LONG.finditer(text):
        if not match[0].endswith("00000"):
            number = match[0]
            groups = (number[at : at + 4] for at in range(0, len(number), 4))
            yield match.start(), match.end(), ", ".join(" ".join(group) for group in groups)


def _spaced(text: str, language: str) -> Iterator[Change]:
    for match in _SPACED.finditer(text):
        yield *match.span("number"), ",".join(match["number"].split())


def _ordinal(text: str, language: str) -> Iterator[Change]:
    for match in _ORDINAL.finditer(text):
        number = int(match["number"].replace(",", ""))
        if match["ending"] == "st" and _POUNDS.match(text, match.end()):  # 12st 4lb
            continue
        if number == 0 and match["ending"] == "th":
            yield match.start(), match.end(), "zeroth"
        elif number == 11 and match["ending"] == "th":  # espeak-ng's American voice alters "11"
            yield match.start(), match.end(), "eleventh"
        elif match["ending"] != ordinal_ending(number):  # said as it stands: "2th" is no second
            yield match.start("ending"), match.end("ending"), " " + match["ending"]


def _scaled(text: str, language: str) -> Iterator[Change]:
    for match in _SCALED.finditer(text):
        scale = {"M": " million", "m": " million", "K": " thousand", "k": " thousand"}
        yield *match.span("scale"), scale.get(match["scale"], " billion")


def _plan(text: str, language: str) -> Iterator[Change]:
    for match in _PLAN.finditer(text):
        number = match["number"] or "401"
        yield match.start(), match.end(), f"4 oh {number[2]} {match['letter'] or 'k'}"


RULES = (
    Rule("long number", _long, needs=lazily(r"\d{10}")),
    Rule("spaced number", _spaced, needs=lazily(r"\d\s\d{3}")),
    Rule("ordinal", _ordinal, needs=lazily(r"\d(?:st|nd|rd|th)")),
    Rule("scale", _scaled, needs=lazily(r"\d(?:[MmBKk]|bn)\+?\s")),
    Rule("plan", _plan, needs=lazily(r"40[13]")),
)
