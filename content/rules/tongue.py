"""What a language needs so that numbers and what stands beside them are said in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from content.rules.numbers import alternatives


@dataclass(frozen=True, slots=True)
class Unit:
    """How a unit is said."""

    one: str
    more: str
    article: str
    """The word for one of it, as in "une heure"."""


@dataclass(frozen=True, slots=True)
class Tongue:
    """The words of one language for the rules that all languages share."""

    language: str
    number: str
    """An expression for a number in digits."""
    units: Mapping[str, Unit]
    """By how they are written."""
    per: str
    """The word between a unit and what it is counted by, with spaces."""
    divisors: Mapping[str, str]
    """What stands after the stroke in mg/ml, by how it is written."""
    currencies: Mapping[str, Unit]
    """By their signs."""
    cents: str
    """What stands between whole euros and their cents, with spaces."""
    over: str
    """What stands between the two numbers of a blood pressure, with spaces."""
    range_from: str
    """What stands before the first number of a range, with a space; may be empty."""
    range_to: str
    between: str
    """What stands between the two after the word for "between"."""
    range_leads: Mapping[str, bool]
    """Words before a range that do without ``range_from``; True for "between"."""
    comparisons: Mapping[str, str]
    fractions: Mapping[str, str]
    """Alone; by the sign or as in 1/2."""
    and_fractions: Mapping[str, str]
    """After a whole number."""
    months: tuple[str, ...]
    days: tuple[str, ...]
    date: Callable[[int, str, str, str], str]
    """Makes a date of day, month, year and the text before it."""
    short_forms: Mapping[str, str]
    """Each with its full stops, as it is written."""
    numbered: Mapping[str, str]
    """Short forms that hold before a number only."""
    case: Callable[[str, str], str] = lambda article, before: article
    """Puts the article of one unit into the case that the text before it asks for."""
    plus: str = "plus"
    one_and_a_half: str = ""
    """Where it is more than the two put together."""

    @property
    def unit(self) -> str:
        """An expression for any unit."""
        return alternatives(self.units)


def in_order(words: str) -> tuple[str, ...]:
    """Return the words of a list written as running text."""
    return tuple(words.split())


def units_of(table: str) -> dict[str, Unit]:
    """Return the units of a table: a line is ``written ... | article one | more``."""
    found: dict[str, Unit] = {}
    for line in table.strip().splitlines():
        written, one, more = (part.strip() for part in line.split("|"))
        article, _, name = one.partition(" ")
        for form in written.split("  "):
            found[form.strip()] = Unit(name, more, article)
    return found


def divisors_of(units: Mapping[str, Unit], words: str, **short: str) -> dict[str, str]:
    """Return what may stand after a stroke: units, the ``words``, and what is ``short`` for one."""
    named = {form: unit.one for form, unit in units.items() if form not in ("%", "‰", "°")}
    return {**named, **{word: word for word in words.split()}, **short}


def phrases_of(table: str) -> dict[str, str]:
    """Return the phrases of a table: a line is ``written ... | spoken``."""
    found: dict[str, str] = {}
    for line in table.strip().splitlines():
        written, _, spoken = line.partition("|")
        for form in written.strip().split("  "):
            found[form.strip()] = spoken.strip()
    return found
