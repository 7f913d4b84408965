"""Signs of comparison and reckoning, which voices drop or misname."""

from __future__ import annotations

from collections.abc import Iterator

from content.patterns import lazily
from content.rules.numbers import padded
from content.rules.rule import Change, Rule

_SIGNS = {
    "<": "less than",
    ">": "greater than",
    "≤": "less than or equal to",
    "⩽": "less than or equal to",
    "<=": "less than or equal to",
    "≥": "greater than or equal to",
    "⩾": "greater than or equal to",
    ">=": "greater than or equal to",
    "≠": "not equal to",
    "≈": "about",
    "~": "about",
    "∼": "about",
    "±": "plus or minus",
    "+/-": "plus or minus",
}
_BEFORE_NUMBER = lazily(
    r"(?<![<>=~+/-])(?P<sign><=|>=|\+/-|[<>≤⩽≥⩾≠≈~∼±])(?P<space>\s?)(?=[$£€−+-]?\.?\d)"
)
_BETWEEN_WORDS = lazily(r"(?<=\w )(?P<sign>[<>])(?= [\w(])")
_BETWEEN_LETTERS = lazily(r"(?<=\b\w)(?<!<\w)(?P<sign>[<>])(?=[A-Za-z]\b(?!>))")
_ALWAYS = lazily(r"[≤⩽≥⩾≠≈±]")
_POINT = lazily(r"(?<![\w.,)])\.(?P<digits>\d{1,12})(?![\d.])")
_TIMES = lazily(
    r"(?<=\d)\s?[x×](?=(?:\s+(?:a|as|faster|more|less|the|per|higher|lower|daily)|/(?:day|week|month))\b)"
    r"|(?<=\d)[x×](?=[,.;)]\s|[,.;)]?\Z)"
)
_BY = lazily(
    r"(?<=\d)(?P<sign>\s?[x×]\s?)(?=\d[\d.]{0,8}(?P<dose>\s?(?:mg|mcg|m[lL]|g)\b|[\^⁻⁰¹²³⁴-⁹])?)"
)


def _before_number(text: str, language: str) -> Iterator[Change]:
    for match in _BEFORE_NUMBER.finditer(text):
        end = match.end("sign")
        yield padded(text, match.start(), end, _SIGNS[match["sign"]])


def _elsewhere(text: str, language: str) -> Iterator[Change]:
    for match in _BETWEEN_WORDS.finditer(text):
        yield match.start(), match.end(), _SIGNS[match["sign"]]
    for match in _BETWEEN_LETTERS.finditer(text):
        yield match.start(), match.end(), f" {_SIGNS[match['sign']]} "
    for match in _ALWAYS.finditer(text):
        yield padded(text, match.start(), match.end(), _SIGNS[match[0]])


def _point(text: str, language: str) -> Iterator[Change]:
    for match in _POINT.finditer(text):
        yield match.start(), match.end(), "point " + " ".join(match["digits"])


def _times(text: str, language: str) -> Iterator[Change]:
    for match in _TIMES.finditer(text):
        yield match.start(), match.end(), " times"
    for match in _BY.finditer(text):
        yield match.start(), match.end(), " times " if match["dose"] else " by "


RULES = (
    Rule("comparison", _before_number, needs=lazily(r"[<>≤⩽≥⩾≠≈~∼±]|\+/-")),
    Rule("comparison", _elsewhere, needs=lazily(r"[<>≤⩽≥⩾≠≈±]")),
    Rule("decimal", _point, needs=lazily(r"\.\d")),
    Rule("times", _times, needs=lazily(r"\d\s?[x×]")),
)
