"""Telephone numbers are said digit by digit, in the groups they are written in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from content.patterns import lazily
from content.rules.rule import Change, Rule

_NUMBERS = (
    # +44 20 7946 0958
    lazily(r"(?<![\w+])\+\d[\d ().‑-]{6,18}\d(?!\w)"),
    # 1-800-555-0100, (212) 555-0100, 555.555.0100
    lazily(
        r"(?<![\w.,/–-])(?:1[ .‑-])?(?:\(\d{3}\)\s?|\d{3}[ .‑-])\d{3}[ .‑-]\d{4}"
        r"(?:-\d{1,4})?(?![\w/]|[.,-]\d)"
    ),
    # 0800 123 4567, 020 7946 0018
    lazily(r"(?<![\w.,/–-])\(?0\d{2,4}\)?[ -]\d{3,4}(?:[ -]\d{3,4})?(?![\w/]|[.,-]\d)"),
    # 116 123, the same in every country of Europe
    lazily(r"(?<![\w.,/–-])(?<!\d )116 \d{3}(?![\w/]|[ .,-]\d)"),
    # 555-0134
    lazily(r"(?<![\w.,/–-])(?<!\d )\d{3}-0\d{3}(?![\w/]|[.,-]\d)"),
    # 123-45-6789
    lazily(r"(?<![\w.,/–-])\d{3}-\d{2}-\d{4}(?![\w/]|[.,-]\d)"),
)
_CALLED = lazily(
    r"\b(?:call|calls|calling|called|dial|dialling|dialing|ring|phone|text|texting|tel|telephone"
    r"|helpline|hotline|lifeline|NHS)(?:\son|\sto|\sat|:|\.)?\s(?P<number>\d{3}(?:[ -]\d{3,4})?)"
    r"(?:\sor\s(?P<other>\d{3}))?"
    r"(?!\d|[.,/-]\d|\s(?:people|times|patients|doctors|hospitals|minutes|hours|days|of))",
    re.IGNORECASE,
)
# 1-800-QUIT-NOW, 1-800-4-CANCER
_NAMED = lazily(
    r"(?<![\w.,/–-])(?:1[ .-])?8(?:00|33|44|55|66|77|88)[ .-]"
    r"(?P<name>(?=[\d-]{0,7}[A-Z])(?:[A-Z0-9]{1,7}-)?(?:[A-Z0-9]{1,7}-)?[A-Z0-9]{1,10})(?![\w-])"
)
_BOOK = lazily(r"\b(?:ISBN|ISSN|PMID)(?:-1[03])?:?\s(?P<number>\d[\d -]{6,15}[\dX])(?![\w-])")
_CHAIN = lazily(r"(?<![\w.,/:–-])\d{1,2}(?:-\d{1,2}){2,9}(?![\w/:–-]|[.,]\d)")
_PART = lazily(r"\d+|[A-Z]+")
_TEXTED = lazily(
    r"(?:\b(?i:text(?:ing)?)\s[\w\"“”'’ ]{1,40}"
    r"|\b(?:SHOUT|HOME|HELLO|HELP|TALK|START|QUIT|JOIN|CONNECT)[\"”’]?)"
    r"\sto\s(?P<number>\d{5,6})(?![\d.,])"
)
_LIFELINE = lazily(
    r"(?<![\w.,])(?P<number>988|911|999|111|112|101|211)(?=\s(?i:(?:suicide|crisis|emergency)?\b\W{0,3}"
    r"(?:and\scrisis\s)?(?:lifeline|helpline|hotline|operator|service|call|dispatcher)))"
)
_ENDING = lazily(r"\b(?:ending|ends)\s(?:in|with)\s(?P<number>\d{3,4})(?![\d.,])")
_DOTTED = lazily(r"(?<![\w.])\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}(?![\w]|\.\d)")
_GROUP = lazily(r"\d+")


def say_digits(number: str) -> str:
    """Return the number's groups of digits, with a short pause between them."""
    groups = ", ".join(" ".join(group) for group in _GROUP.findall(number))
    return "plus " + groups if number.startswith("+") else groups


def _numbers(text: str, language: str) -> Iterator[Change]:
    for expression in _NUMBERS:
        for match in expression.finditer(text):
            yield match.start(), match.end(), say_digits(match[0])


def _named(text: str, language: str) -> Iterator[Change]:
    for match in _NAMED.finditer(text):
        if not 7 <= len(match["name"].replace("-", "")) <= 11:
            continue
        said = ""
        for part in _PART.findall(match[0]):
            pause = " " if said[-1:].isalpha() and part.isalpha() else ", "
            said += (pause if said else "") + _say_part(part)
        yield match.start(), match.end(), said
    for match in _TEXTED.finditer(text):
        yield *match.span("number"), " ".join(match["number"])


def _say_part(part: str) -> str:
    # What spells a word is learned by heart: "one eight hundred", as nobody says of mere digits.
    return part if part.isalpha() or part == "800" else " ".join(part)


def _dotted(text: str, language: str) -> Iterator[Change]:
    for match in _DOTTED.finditer(text):
        groups = (" ".join(group) for group in match[0].split("."))
        yield match.start(), match.end(), " dot ".join(groups)


def _codes(text: str, language: str) -> Iterator[Change]:
    for match in _BOOK.finditer(text):
        said = say_digits(match["number"])
        yield *match.span("number"), said + (" X" if match["number"].endswith("X") else "")
    for match in _CHAIN.finditer(text):  # a way of breathing, 4-7-8
        yield *match.span(), match[0].replace("-", ", ")


def _called(text: str, language: str) -> Iterator[Change]:
    for match in _ENDING.finditer(text):
        yield match.start("number"), match.end("number"), say_digits(match["number"])
    for match in _LIFELINE.finditer(text):
        yield *match.span("number"), say_digits(match["number"])
    for match in _CALLED.finditer(text):
        yield *match.span("number"), say_digits(match["number"])
        if match["other"]:
            yield *match.span("other"), say_digits(match["other"])


_DIGITS = lazily(r"\d\d\d")

RULES = (
    Rule("telephone", _numbers, needs=_DIGITS),
    Rule("telephone", _named, needs=_DIGITS),
    Rule("telephone", _called, needs=_DIGITS),
    Rule("digits", _codes, needs=lazily(r"\d-\d{1,2}-\d|(?:ISBN|ISSN|PMID)\D{0,5}\d")),
    Rule("internet address", _dotted, needs=lazily(r"\d\.\d")),
)
