"""Ranges: the dash between two numbers, days or months is said as "to"."""

from __future__ import annotations

from collections.abc import Iterator

from content.patterns import lazily
from content.rules.dates import MONTHS
from content.rules.numbers import NUMBER, UNIT, UNITS, value
from content.rules.rule import Change, Rule, pattern

_SUFFIX = (
    rf"(?:\s?(?:[ap]\.?m\.?|%|°|th|st|nd|rd|s|(?:{UNIT})(?:/(?:dL|d[lL]|m[lL]|L|kg|day|min|hr?))?"
    r"|days?|weeks?|months?|years?|hours?|minutes?|seconds?))?"
)
_CLOCK = r"\d{1,2}:\d\d"
_DASH = lazily(r"(?<=[\w%.½¼¾°])(?P<dash>\s?[–—‐‑-]\s?)(?=[$£€~]?\.?\d)")
_BEFORE = lazily(rf"(?<![\w.,/–—:-])[$£€~]?(?P<number>{_CLOCK}|{NUMBER}){_SUFFIX}\Z")
_AFTER = lazily(rf"[$£€~]?(?P<number>{_CLOCK}|{NUMBER}|\.\d{{1,6}})(?P<rest>{_SUFFIX})")
_WORD = lazily(r"\s[a-z]")
_SEASON = lazily(r"(?<![\w./-])(?:19|20)(?P<from>\d\d)/(?P<to>\d\d)(?![\w/]|[.-]\d)")
_NOON = lazily(r"\b(?:(?:noon|midnight)(?P<dash>\s?[–-]\s?)(?=\d))")
_PARTS = lazily(r"(?:(?<=[½¼¾⅓⅔⅛])|(?<=\b[1-7]/[2-8]))\s?[–-]\s?(?=[1-9½¼¾⅓⅔](?!/?\d*[-–/]))")
_CHAIN = lazily(r"[–—‐‑/.:-]\d|-[A-Z]|\s?=")
_OPENING = lazily(r"(?:days?|Mon|Tues?|Wed|Thu(?:rs)?|Fri|Sat|Sun)[.:]?,?\s(?:from\s)?\d{1,2}\Z")
_DAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?"
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
)
_NAMES = lazily(rf"\b(?P<first>{_DAY}|{_MONTH})(?P<dash>\s?[–-]\s?)(?P<last>{_DAY}|{_MONTH})\b")
_DATES = lazily(
    rf"\b(?:{_MONTH})\.?(?:\s\d{{4}})?(?P<dash>\s?[–-]\s?)"
    rf"(?=(?:(?:[12]\d|3[01]|[1-9])\s)?{_MONTH}\b)"
)
_HANGING = lazily(r"(?<=\d)-(?=,?\s(?:and|or|to)\s\d|,\s\d)")
_FULL = {
    name[:3]: name
    for name in (
        *("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        *MONTHS,
    )
}


def _numbers(text: str, language: str) -> Iterator[Change]:
    for match in _DASH.finditer(text):
        before = _BEFORE.search(text[max(0, match.start() - 30) : match.start()])
        after = _AFTER.match(text, match.end())
        if before is None or after is None or _CHAIN.match(text, after.end()):
            continue
        opening = after.end() - match.end() < 3 and _OPENING.search(text, 0, match.start())
        if opening and match["dash"] == "-":  # Mon-Fri, 9-5
            yield *match.span("dash"), " to "
            continue
        more = _WORD.match(text, after.end()) is not None
        if _is_range(match["dash"], before["number"], after["number"], after["rest"], more):
            between = text[max(0, match.start() - 30) : match.start()][: before.start()]
            yield match.start(), match.end(), " and " if between.endswith("between ") else " to "
    for match in _NOON.finditer(text):
        yield *match.span("dash"), " to "
    for match in _PARTS.finditer(text):
        yield *match.span(), " to "
    for match in _SEASON.finditer(text):
        if (int(match["from"]) + 1) % 100 == int(match["to"]):
            yield match.end("from"), match.start("to"), " to "


def _is_range(dash: str, low: str, high: str, unit: str, more: bool) -> bool:
    """Whether a dash between two numbers means "to", not a score, a code or a telephone."""
    if ":" in low + high:
        return ":" in high
    if unit.strip()[:2].casefold() in ("am", "pm", "a.", "p."):  # 9am-5pm
        return True
    spaced = dash[0].isspace() and dash[-1].isspace()
    long_dash = dash.strip() in "–—"
    if dash.strip() == "—" or spaced:
        return (long_dash or bool(unit) or more) and value(low) < value(high)
    if long_dash or value(low) < value(high):
        telephone = len(low) == 3 and len(high) == 4 and not unit and not high.endswith("0")
        return long_dash or not telephone
    # 40-20 mg
    if unit.strip() in UNITS:
        return True
    # 2020-21, but not 24-7
    years = len(low) == 4 and len(high) == 2 and (low + high).isdecimal()
    return years and (int(low) + 1) % 100 == int(high)


def _names(text: str, language: str) -> Iterator[Change]:
    for match in _NAMES.finditer(text):
        for name in ("first", "last"):
            full = _FULL.get(match[name][:3])
            if full and full != match[name]:
                yield *match.span(name), full
            if name == "first":
                yield *match.span("dash"), " to "
    for match in _DATES.finditer(text):
        yield *match.span("dash"), " to "


RULES = (
    Rule("range", _numbers, needs=lazily(r"[–—‐‑-]\s?[$£€~]?\.?\d|\d{4}/\d")),
    # The hyphen of "16- and 17-year-olds" would be said as "dash".
    Rule("hyphen", pattern(_HANGING, ""), needs=lazily(r"\d-[,\s]")),
    Rule(
        "range of days",
        _names,
        needs=lazily(r"[–-]\s?(?:[A-Z]|[1-3]?[0-9]\s[A-Z])"),
    ),
)
