"""The kinds of value that settings have: how each is kept, written in TOML, typed and said.

What is kept is text, as ``Settings`` has it; in the file it is a number, a truth value and so on.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from content.text import clean_line
from tui.delivery import Range
from tui.preference import stepped
from voices.contract import REFERENCE_PACE

_LONGEST_SHOWN = 60
_LARGEST_SHOWN = 10**12
_SWITCHES = ({"yes", "no"}, {"on", "off"})


class UnfitError(ValueError):
    """A value can't be used; the message says what it must be: "must be from 60 to 900"."""


@dataclass(frozen=True, slots=True)
class Unfit:
    """A part of a value that can't be used."""

    path: tuple[str, ...]
    """Where in the value it is: the key in a table; nothing for the whole."""
    reason: str
    """What is to be said behind its name: "is 20, but must be from 60 to 900"."""


Read = tuple[str | None, Sequence[Unfit]]
"""What is kept for a value of TOML, None when nothing of it can be used; and what can't."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What the values of a setting are."""

    default: str
    """What holds when nothing was chosen, as it is kept."""
    takes: str
    """What it must be: "a whole number from 60 to 900"."""
    read: Callable[[Any], Read]
    """Takes a value of TOML."""
    typed: Callable[[str], str]
    """Returns what is kept for a value that was typed; raises UnfitError."""
    toml: Callable[[str], Any] = str
    """Returns the value to write into the file."""
    said: Callable[[str], str] = clean_line
    """Returns how it is said behind the setting's title."""
    stepped: Callable[[str, int], str] | None = None
    """Returns the next value (1) or the one before (-1)."""
    values: Mapping[str, str] = field(default_factory=dict)
    """All there are and how they are said, in order; empty where they can't be listed."""


def shown(value: Any) -> str:
    """Return a value of TOML fit to be said in a sentence."""
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return f'"{clean_line(value)[:_LONGEST_SHOWN]}"'
        case dict():
            return "a table"
        case list():
            return "a list"
        case int() if abs(value) > _LARGEST_SHOWN:
            return "a very large number"
        case _:
            return clean_line(str(value))[:_LONGEST_SHOWN]


def either(names: Sequence[str]) -> str:
    """Return "none, few or some"."""
    return " or ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def unfit(value: Any, must: str) -> Read:
    """Return what is read of ``value`` when nothing of it can be used."""
    return None, [Unfit((), f"is {shown(value)}, but {must}")]


def whole_number(bounds: Range, usual: int, unit: str = "", zero: str = "") -> Kind:
    """Return the kind of a number; ``unit`` is said behind it.

    With ``zero`` it may also be 0, which means that, and from which steps go to the middle pace.
    """
    takes = f"a whole number from {bounds.least} to {bounds.most}"
    within = f"must be from {bounds.least} to {bounds.most}"
    if zero:
        takes, within = f"{takes}, or 0 for {zero}", f"{within}, or 0 for {zero}"
    edges = {bounds.least: f", {bounds.lowest}", bounds.most: f", {bounds.highest}"}

    def checked(number: int) -> str:
        if not (bounds.least <= number <= bounds.most or (zero and number == 0)):
            raise UnfitError(within)
        return str(number)

    def read(value: Any) -> Read:
        if not isinstance(value, int) or isinstance(value, bool):
            return unfit(value, f"must be {takes}")
        try:
            return checked(value), ()
        except UnfitError as error:
            return unfit(value, str(error))

    def typed(text: str) -> str:
        number = text.strip()
        if not (number.isascii() and number.isdecimal() and len(number) < 10):
            raise UnfitError(f"must be {takes}")
        return checked(int(number))

    def said(kept: str) -> str:
        number = int(kept)
        if zero and not number:
            return zero
        return f"{number} {unit}".rstrip() + edges.get(number, "")

    def next_number(kept: str, by: int) -> str:
        number = int(kept)
        if zero and number == 0:
            return str(REFERENCE_PACE if by > 0 else 0)
        if zero and number == bounds.least and by < 0:
            return "0"
        return str(bounds.stepped(number, by))

    return Kind(str(usual), takes, read, typed, int, said, next_number)


def one_of(values: Mapping[str, str], default: str = "") -> Kind:
    """Return the kind that is one of several names, each with how it is said.

    Yes and no, or on and off, are true and false in the file; names of digits are numbers.
    """
    names = list(values)
    is_switch = set(values) in _SWITCHES
    takes = either(["true", "false"] if is_switch else names)

    def read(value: Any) -> Read:
        kept = value if isinstance(value, str) else ""
        if isinstance(value, bool):
            meant = ("yes", "on") if value else ("no", "off")
            kept = next((name for name in meant if name in values), "")
        elif isinstance(value, int) and abs(value) <= _LARGEST_SHOWN:
            kept = str(value)
        return (kept, ()) if kept in values else unfit(value, f"must be {takes}")

    def typed(text: str) -> str:
        text = text.strip().casefold()
        switched = {"true": True, "false": False}.get(text) if is_switch else None
        kept = read(switched)[0] or next((name for name in names if name.casefold() == text), None)
        if kept is None:
            raise UnfitError(f"must be {takes}")
        return kept

    def toml(kept: str) -> Any:
        if is_switch:
            return kept in ("yes", "on")
        return int(kept) if kept.isascii() and kept.isdecimal() and kept == str(int(kept)) else kept

    return Kind(
        default or names[0], takes, read, typed, toml,
        lambda kept: values.get(kept, kept), partial(stepped, names), values,
    )  # fmt: skip


def switch(on: str = "on", off: str = "off") -> Kind:
    """Return the kind that is on or off, off at first; with what each is called."""
    return one_of({"no": off, "yes": on})
