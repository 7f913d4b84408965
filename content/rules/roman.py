"""Roman numerals: a number after "chapter", an ordinal after a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from content.patterns import lazily
from content.rules.letters import words
from content.rules.numbers import ordinal_ending
from content.rules.rule import Change, Rule

_NUMERAL = r"(?=[IVXL])(?P<roman>(?:XL|L|X|XX|XXX)?(?:IX|IV|V?I{0,3}))(?![\w’'])"  # up to 89
_COUNTED = lazily(
    r"\b(?P<noun>(?i:chapter|part|section|title|book|volume|act|scene|article|appendix|table|figure"
    r"|types?|stages?|phases?|grades?|class(?:es)?|category|level|tier|step|round|factors?|nerves?"
    rf"|war|bowl|group|schedule|unit|lesson|module|article|apollo|angiotensin|bipolar|copolymer|mark|vatican|complex|zone|set|list|axis|box|annex|study|trial|question))\s{_NUMERAL}"
)
# Stages have parts: IIIA, IIb, IB2.
_STAGED = lazily(r"\b[Ss]tages?\s(?P<roman>IV|I{1,3})(?P<part>[ABCabc])(?P<number>\d?)(?![\w’'])")
_RULERS = (
    "Henry|Edward|George|William|James|Charles|Richard|Robert|Louis|Philip|Pius|Paul|Francis"
    "|Frederick|Alexander|Nicholas|Napoleon|Elizabeth|Mary|Catherine|John|Benedict|Gregory|Leo|Innocent"
    "|Clement|Urban|Ferdinand|Leopold|Ramses|Christian|Gustav|Peter|Ivan|Otto|Wilhelm|Albert|Juan|Carlos"
)
_RULER = lazily(rf"\b(?:{_RULERS})\s{_NUMERAL}")
_NAMED = lazily(r"\b[A-Z][a-z]{2,20}\s(?P<roman>II|III|VII|VIII|XII|XIII|XIV|XV|XVI)(?![\w’'])")
_CENTURY = lazily(r"\b(?P<roman>X{0,2}(?:IX|IV|VI{0,3}|I{1,3}|X))(?:th|st|nd|rd)?(?=[\s-]centur)")
_MORE = lazily(
    r"(?P<joint>\s?[–/-]\s?|,\s(?:and\s|or\s)?|\s(?:and|or|to|through)\s)"
    r"(?P<roman>(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3}))(?P<part>[ABC]?)(?![\w’'])"
)
_NOUN = lazily(r"\s(?!and\b|or\b|to\b)[a-z]")
_ZERO = lazily(r"\b[Ss]tages?\s0")
_VERB = lazily(r"\s[a-z]|['’]")
_OF_DISEASE = words(
    "type types stage stages phase phases grade grades class classes factor factors nerve nerves "
    "angiotensin bipolar copolymer group"
)
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}


def roman_value(numeral: str) -> int:
    """Return the value of a Roman numeral."""
    total = 0
    for letter, following in zip(numeral, [*numeral[1:], ""], strict=True):
        value = _VALUES[letter]
        total += -value if following and _VALUES[following] > value else value
    return total


def _ordinal(number: int) -> str:
    return f"the {number}{ordinal_ending(number)}"


def _roman(text: str, language: str) -> Iterator[Change]:
    for match in _COUNTED.finditer(text):
        if match["roman"] and not _is_pronoun(text, match):
            yield match.start("roman"), match.end("roman"), str(roman_value(match["roman"]))
            yield from _more(text, match.end(), match["noun"].casefold() in _OF_DISEASE)
    for match in _ZERO.finditer(text):
        yield from _more(text, match.end(), of_disease=True)
    for match in _STAGED.finditer(text):
        said = f"{roman_value(match['roman'])} {match['part'].upper()} {match['number']}"
        yield match.start("roman"), match.end(), said.rstrip()
        yield from _more(text, match.end(), of_disease=True)
    for match in _CENTURY.finditer(text):
        number = roman_value(match["roman"])
        yield match.start(), match.end(), f"{number}{ordinal_ending(number)}"
    for match in _RULER.finditer(text):
        if match["roman"] and not (
            match["roman"] in ("I", "V", "X", "L") and not _ends(text, match)
        ):
            yield *match.span("roman"), _ordinal(roman_value(match["roman"]))
    for match in _NAMED.finditer(text):
        yield *match.span("roman"), _ordinal(roman_value(match["roman"]))


def _more(text: str, at: int, of_disease: bool) -> Iterator[Change]:
    """Yield the numerals that go on from one: stages I–III, nerves III, IV and VI."""
    while (match := _MORE.match(text, at)) and (of_disease or match["roman"] != "I"):
        joint = match["joint"].strip()
        if match["roman"] == "IV" and joint == "," and _NOUN.match(text, match.end()):
            return  # "stage II, IV antibiotics"
        if joint in ("–", "-", "/"):
            yield *match.span("joint"), " or " if joint == "/" else " to "
        said = f"{roman_value(match['roman'])} {match['part']}".rstrip()
        yield match.start("roman"), match.end(), said
        at = match.end()


def _is_pronoun(text: str, match: re.Match[str]) -> bool:
    """Whether an I is the person, as in "the book I read", and no number."""
    alone = match["roman"] == "I" and _VERB.match(text, match.end())
    return bool(alone) and match["noun"].casefold() not in _OF_DISEASE


def _ends(text: str, match: re.Match[str]) -> bool:
    """Whether no verb follows, as it does in "When Mary I saw"."""
    return not re.match(r"\s(?:am|have|saw|will|would|think|know)\b", text[match.end() :])


RULES = (
    Rule("Roman numeral", _roman, needs=lazily(r"\s[IVXL]|0[–-][IVX]|[IVX][a-z]{0,2}[\s-]centur")),
)
