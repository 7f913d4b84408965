"""Equations, powers, and the small figures of formulas."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator

from content.patterns import lazily
from content.rules.letters import spell
from content.rules.rule import Change, Rule

_NUMBER = r"\d{1,12}(?:\.\d{1,12})?"
_OPERATIONS = {
    "-": "minus",
    "−": "minus",
    "–": "minus",
    "+": "plus",
    "*": "times",
    "×": "times",
    "x": "times",
    "·": "times",
    "÷": "divided by",
    "/": "divided by",
}
_TERM = lazily(
    rf"(?<![\w.])(?:{_NUMBER}|[a-z])(?P<sign>\s?[-−–+*×x·÷/]\s?)(?=(?:{_NUMBER}|[a-z])(?!\w))"
)
_SIDE = lazily(r"(?<=[\w)])\s?=\s?(?=[\w(−-])")
_APART = lazily(r"[,;:]|[^\W\d_]{3}|\d\s+\(")
"""What ends an equation."""
_NUMBERS = lazily(rf"(?P<low>{_NUMBER})[-–](?P<high>{_NUMBER})")
_REACH = 24
"""How far from its equals sign, in characters, a sign of reckoning may stand."""
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_LOWERED = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
_POWER = lazily(r"(?<=\d)(?:\^(?P<plain>[-−]?\d{1,3})(?!\w)|(?P<raised>⁻?[⁰¹²³⁴-⁹]{1,3}))")
_SUBSCRIPT = lazily(r"(?P<lead>[A-Z]{0,3})(?P<small>[₀-₉]{1,3})")
_GAS = lazily(r"(?<![\w.-])(?P<first>[CNS])O[2₂](?!\w)")
_CHI = lazily(r"(?<!\w)[χΧ][2²](?!\w)")
_ION = lazily(r"(?<![\w-])(?P<element>Na|Ca|Mg|Fe|Zn|Cu|Li|Al)(?P<charge>[1-3¹²³]?)[+⁺](?!\w)")
_NEGATIVE = lazily(r"(?<![\w.)])−(?=\.?\d)")


def _is_reckoned(text: str, term: re.Match[str], side: int) -> bool:
    """Whether a sign belongs to the equation whose equals sign is at ``side``.

    "HR = 1.5 (1.2–1.9)", "1.2–3.4; n = 9" and "ages 5–7 (n = 3)" have a range beside one.
    """
    first, last = term.span()
    if abs(side - first) > _REACH:
        return False
    between = text[last:side] if last <= side else text[side:first]
    if _APART.search(between):
        return False
    if last <= side:
        return between.count("(") <= between.count(")")
    numbers = _NUMBERS.match(text, first)
    return numbers is None or float(numbers["low"]) >= float(numbers["high"])


def _equation(text: str, language: str) -> Iterator[Change]:
    sides = [match.start() for match in _SIDE.finditer(text)]
    if not sides:
        return
    for match in _TERM.finditer(text):
        at = bisect(sides, match.start())
        beside = sides[max(0, at - 1) : at + 1]
        # A hyphen between a letter and a figure may be that of B-12.
        hyphen = (
            match["sign"] == "-" and text[match.start()].isdigit() != text[match.end()].isdigit()
        )
        if not hyphen and any(_is_reckoned(text, match, side) for side in beside):
            yield *match.span("sign"), f" {_OPERATIONS[match['sign'].strip()]} "


def _power(text: str, language: str) -> Iterator[Change]:
    for match in _POWER.finditer(text):
        # After one figure alone "10" has powers; anything else may be the mark of a note.
        power = match["plain"] or match["raised"].translate(_RAISED)
        number = text[max(0, match.start() - 3) : match.start()]
        if match["plain"] or number.endswith("10"):
            power = power.replace("−", "-").replace("-", "minus ")
            more = " " if text[match.end() : match.end() + 1].isalnum() else ""
            yield match.start(), match.end(), f" to the power of {power}{more}"


def _small(text: str, language: str) -> Iterator[Change]:
    for match in _GAS.finditer(text):
        yield match.start(), match.end(), f"{match['first']} O 2"
    for match in _CHI.finditer(text):
        yield *match.span(), "chi squared"
    for match in _SUBSCRIPT.finditer(text):
        said = match["small"].translate(_LOWERED)
        spelled = " ".join(match["lead"])
        more = " " if text[match.end() : match.end() + 1].isalnum() else ""
        space = " " if match["lead"] or text[match.start() - 1 : match.start()].isalpha() else ""
        yield match.start(), match.end(), f"{spelled}{space}{said}{more}"


def _ions(text: str, language: str) -> Iterator[Change]:
    for match in _ION.finditer(text):
        charge = match["charge"].translate(_RAISED)
        yield *match.span(), f"{spell(match['element'])} {charge} plus".replace("  ", " ")


def _negative(text: str, language: str) -> Iterator[Change]:
    for match in _NEGATIVE.finditer(text):
        yield match.start(), match.end(), "minus "


RULES = (
    Rule("equation", _equation, needs=lazily(r"=")),
    Rule("power", _power, needs=lazily(r"\d[\^⁻⁰¹²³⁴-⁹]")),
    Rule("formula", _ions, needs=lazily(r"[a-z][1-3¹²³]?[+⁺]")),
    Rule("formula", _small, needs=lazily(r"[₀-₉]|[CNS]O2|[χΧ]")),
    Rule("negative", _negative, needs=lazily(r"−\.?\d")),
)
