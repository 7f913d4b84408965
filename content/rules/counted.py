"""Small numbers before what they count, in the languages whose word for one has a gender.

No voice knows that "1 Tablette" is "eine Tablette", or that "21 pastillas" are "veintiuna".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from content.patterns import lazily
from content.rules.numbers import alternatives
from content.rules.rule import Change, Finder, Rule
from content.rules.tongue import Tongue

_TIMES = lazily(r"(?<=\d)\s?[x×](?=\s[^\W\d_]{2}|/[^\W\d_])")
_HELPLINE = lazily(r"(?<![\w.,/–-])116[ \u00a0]\d{3}(?![\w/]|[ .,-]\d)")


@dataclass(frozen=True, slots=True)
class Counted:
    """What a language counts, and the words that change with it."""

    tongue: Tongue
    genders: Mapping[str, str]
    """The things that are counted, each with its gender: m, f or n."""
    numbers: Mapping[str, Mapping[str, str]]
    """For a number in digits, its word by gender."""
    halves: Mapping[str, str]
    """The word for a half by gender."""
    after_labels: re.Pattern[str]
    """What ends before a number that names a thing and counts none, as in "Typ 1"."""
    times: str
    """What stands for the x of "3x täglich", with its space."""
    days: Mapping[str, str]
    """Short names of the days, which hold in ranges only."""
    letters: tuple[str, ...]
    """Acronyms that the voices take for words."""
    decline: Callable[[str, str, str], str] = lambda word, gender, before: word
    """Gives a word the ending that its gender and the text before it ask for."""


def rules_before(counted: Counted) -> tuple[Rule, ...]:
    """Return the rules that must have a stretch before those for numbers and units."""
    language = (counted.tongue.language,)
    return (
        Rule("count", _counts(counted), language, needs=lazily("[0-9½]\\s[^\\W0-9_]")),
        Rule("times", _times(counted), language, needs=lazily(r"\d\s?[x×]")),
        Rule("telephone", _helplines, language, needs=lazily(r"116\s\d")),
    )


def rules_after(counted: Counted) -> tuple[Rule, ...]:
    """Return the rules that take what those for numbers and units leave."""
    language = (counted.tongue.language,)
    return (
        Rule("per unit", _per(counted.tongue), language, needs=lazily(r"[^\W\d_]/[^\W\d_]|×/")),
        Rule("range of days", _days(counted), language, needs=lazily(r"[a-zé]\.?\s?[–-]\s?\w")),
        Rule("acronym", _acronyms(counted), language, needs=lazily("[A-Z]{2}")),
    )


def _counts(counted: Counted) -> Finder:
    things = alternatives(counted.genders)
    found = lazily(
        rf"(?<![\w.,/–-])(?P<number>{alternatives(counted.numbers)}|½|1/2)\s(?P<thing>{things})(?!\w)"
    )

    def find(text: str, language: str) -> Iterator[Change]:
        for match in found.finditer(text):
            before = text[max(0, match.start() - 14) : match.start()]
            if counted.after_labels.search(before) or before[-1:].isdecimal():
                continue
            gender, number = counted.genders[match["thing"]], match["number"]
            if number in ("½", "1/2") and before.rstrip()[-1:].isdecimal():
                continue
            word = counted.numbers.get(number, counted.halves).get(gender, "")
            if word:
                yield *match.span("number"), counted.decline(word, gender, before)

    return find


def _per(tongue: Tongue) -> Finder:
    words = alternatives(name for name in tongue.divisors if len(name) > 1 or name == "l")
    found = lazily(rf"(?:(?<=[^\W\d_]{{4}})|(?<=×)|(?<=\dx))/(?P<per>{words})(?![\w/])")

    def find(text: str, language: str) -> Iterator[Change]:
        for match in found.finditer(text):
            yield *match.span(), tongue.per + tongue.divisors[match["per"]]

    return find


def _times(counted: Counted) -> Finder:
    def find(text: str, language: str) -> Iterator[Change]:
        for match in _TIMES.finditer(text):
            yield *match.span(), counted.times

    return find


def _helplines(text: str, language: str) -> Iterator[Change]:
    for match in _HELPLINE.finditer(text):  # 116 117, the same in every country of Europe
        groups = match[0].replace("\u00a0", " ").split()
        yield *match.span(), ", ".join(" ".join(group) for group in groups)


def _days(counted: Counted) -> Finder:
    names = alternatives(counted.days)
    found = lazily(rf"(?<!\w)(?P<first>{names})\.?(?P<dash>\s?[–-]\s?)(?P<last>{names})(?![\w-])")

    def find(text: str, language: str) -> Iterator[Change]:
        for match in found.finditer(text):
            first, last = counted.days[match["first"]], counted.days[match["last"]]
            yield *match.span(), first + counted.tongue.range_to + last

    return find


def _acronyms(counted: Counted) -> Finder:
    found = lazily(rf"(?<![\w&/])(?:{alternatives(counted.letters)})(?!\w)")

    def find(text: str, language: str) -> Iterator[Change]:
        for match in found.finditer(text):
            yield *match.span(), " ".join(match[0])

    return find


def genders_of(table: str) -> dict[str, str]:
    """Return the things of a table: a line is a gender and what has it."""
    found: dict[str, str] = {}
    for line in table.strip().splitlines():
        gender, *things = line.split()
        found.update(dict.fromkeys(things, gender))
    return found
