"""The menu of all commands, which typing narrows to those whose name or description fits."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from content.search_folding import folded
from tui.command import Command
from tui.layouts import latin_text
from tui.menu import Action, Menu, Outcome, Row
from tui.phrases import keys_of
from tui.session import Session


def palette_menu(session: Session) -> Menu:
    """Return the menu; enter closes it and does the command."""
    from tui.commands import COMMANDS

    keys = session.keys.keys
    names = [
        f"{', '.join(filter(None, (each.name, keys_of(keys[each.id]))))}: {each.description}"
        for each in COMMANDS
    ]
    rows = command_rows(session, COMMANDS, names)
    shown = rows

    def narrow(typed: str) -> None:
        nonlocal shown
        found = fitting(COMMANDS, typed) or fitting(COMMANDS, latin_text(typed))
        shown = [rows[index] for index in found]
        menu.empty = f"No command goes with {typed}."

    menu = Menu(
        "Commands", lambda: shown, hint="Type a part of a name; enter does it.", narrow=narrow
    )
    return menu


def command_rows(
    session: Session, commands: Sequence[Command], texts: Sequence[str]
) -> Sequence[Row]:
    """Return a row for each command, with its text and what does it once the menu is closed."""

    def row(command: Command, text: str) -> Row:
        def run() -> Outcome:
            return Outcome(close=True, then=lambda: command.run(session))

        return Row(text, (Action("Do it", run),))

    return [row(command, text) for command, text in zip(commands, texts, strict=True)]


def fitting(commands: Sequence[Command], typed: str) -> list[int]:
    """Return the indexes of the commands that go with what was typed, the best first.

    Those whose name has words that begin so come first, then those whose description has, then
    those with it anywhere, and last those whose name has its letters in that order.
    """
    wanted = folded(typed).strip()
    found: list[list[int]] = [[], [], [], [], []]
    for index, command in enumerate(commands):
        rank = _rank(wanted, folded(command.name), folded(command.description))
        if rank is not None:
            found[rank].append(index)
    return list(chain.from_iterable(found))


def _rank(wanted: str, name: str, description: str) -> int | None:
    parts = wanted.split()
    everything = f"{name} {description}"
    if name.startswith(wanted):
        return 0
    if _begin_words(parts, name):
        return 1
    if _begin_words(parts, everything):
        return 2
    if all(part in everything for part in parts):
        return 3
    letters = iter(name)
    return 4 if all(letter in letters for letter in wanted.replace(" ", "")) else None


def _begin_words(parts: Sequence[str], text: str) -> bool:
    words = text.split()
    return all(any(word.startswith(part) for word in words) for part in parts)
