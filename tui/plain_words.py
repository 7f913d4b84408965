"""Which command a typed line means: by its name, another name, or their first letters."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from tui.command import Command

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Meant:
    """What a line means: one command and what was typed behind it; or several, or none."""

    commands: tuple[Command, ...]
    argument: str = ""
    in_full: bool = False
    """Whether the name was typed in full."""


def names_of(command: Command) -> tuple[str, ...]:
    """Return what a command can be called by, its full name first."""
    return (command.name.casefold(), *command.short)


def meant(line: str, commands: Sequence[Command]) -> Meant:
    """Return what ``line`` means; it has been cleaned, and is not empty.

    What is typed in full goes before first letters, and a whole line before a name with
    something behind it.
    """
    words = line.split()
    folded = line.casefold().split()
    exact = [command for command in commands if " ".join(folded) in names_of(command)]
    if exact:
        return Meant((exact[0],), in_full=True)
    asking = [command for command in commands if command.question is not None]
    for count in range(len(words) - 1, 0, -1):
        begin = " ".join(folded[:count])
        for command in asking:
            if begin in names_of(command):
                return Meant((command,), " ".join(words[count:]), in_full=True)
    found = abbreviated(folded, commands, names_of)
    if found:
        return Meant(tuple(found))
    for count in range(len(words) - 1, 0, -1):
        found = abbreviated(folded[:count], asking, names_of)
        if found:
            return Meant(tuple(found), " ".join(words[count:]))
    return Meant(())


def begun_by(line: str, commands: Sequence[Command]) -> str:
    """Return the name of a command with which ``line`` begins and goes on; "" for none."""
    words = line.casefold().split()
    begins = (" ".join(words[:count]) for count in range(len(words) - 1, 0, -1))
    known = {name for command in commands for name in names_of(command)}
    return next((begin for begin in begins if begin in known), "")


def abbreviated(
    typed: Sequence[str], things: Iterable[_T], names: Callable[[_T], Sequence[str]]
) -> list[_T]:
    """Return the things that the first letters of words may mean; those that fit best only.

    Best is a letter for each word of the name, then for the first of them, then for some in
    their order, then for the later ones: "n h" is the next heading, "n h 2" that at level 2,
    and "device" the sound device.
    """
    fits: tuple[list[_T], ...] = [], [], [], []
    for thing in things:
        ranks = [rank for name in names(thing) if (rank := _rank(typed, name.split())) is not None]
        if ranks:
            fits[min(ranks)].append(thing)
    return next((found for found in fits if found), [])


def _rank(typed: Sequence[str], name: Sequence[str]) -> int | None:
    """Return how well the words that were typed fit a name, 0 the best; None not at all."""
    if _begin(typed, name):
        return 0 if len(typed) == len(name) else 1
    if name[0].startswith(typed[0]):
        rest = iter(name[1:])
        if all(any(word.startswith(letters) for word in rest) for letters in typed[1:]):
            return 2
    later = any(_begin(typed, name[at:]) for at in range(1, len(name)))
    return 3 if later else None


def _begin(typed: Sequence[str], words: Sequence[str]) -> bool:
    return len(typed) <= len(words) and all(map(str.startswith, words, typed))
