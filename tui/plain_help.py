"""What plain mode tells of its commands: all of them, some, or which may have been meant."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from tui.command import Command
from tui.menu import Action, Menu, Outcome, Row
from tui.plain_words import begun_by, meant, names_of

_MOST_NAMES = 8
_LONGEST_SHOWN = 40
_ASKING = ("?", "help")
FIRST = "Type a command's name, or its first letters; a question mark and a word tells of it."


def asked_about(line: str) -> str | None:
    """Return what help is asked about, such as "find" for "? find"; None when none is."""
    if line.startswith("?"):
        return line[1:].strip()
    first, _, rest = line.partition(" ")
    return rest.strip() if first.casefold() == "help" else None


def help_menu(commands: Sequence[Command], run: Callable[[Command], None]) -> Menu:
    """Return the list of all commands; a number does one with ``run``."""

    def row(command: Command) -> Row:
        done = Outcome(close=True, then=lambda: run(command))
        return Row(_explained(command), (Action("Do it", lambda: done),))

    rows = [row(command) for command in commands]
    return Menu("Commands", lambda: rows)


def lines(about: str, commands: Sequence[Command]) -> Iterator[str]:
    """Yield a line on each command that was asked about."""
    found = meant(about, commands).commands or _with_word(about, commands)
    for command in found:
        yield _explained(command)
    if not found:
        yield not_one((), about, commands)


def _with_word(typed: str, commands: Sequence[Command]) -> list[Command]:
    words = typed.casefold().split()
    return [
        command
        for command in commands
        if all(word in f"{command.name} {command.description}".casefold() for word in words)
    ]


def _explained(command: Command) -> str:
    others = [name for name in command.short if name not in _ASKING]
    names = " or ".join([command.name, *others])
    asks = " What it asks for can be typed behind it." if command.question is not None else ""
    return f"{names}: {command.description}{asks}"


def not_one(commands: Sequence[Command], line: str, all_: Sequence[Command] = ()) -> str:
    """Return what is said of a line that means none of ``all_`` commands, or several."""
    if not commands:
        if name := begun_by(line, all_):
            return f"Nothing can be typed behind {name}; type it alone."
        shown = line if len(line) <= _LONGEST_SHOWN else f"{line[:_LONGEST_SHOWN]} …"
        return f"There is no command {shown}; type a question mark for the list of commands."
    names = [names_of(command)[0] for command in commands]
    listed = ", ".join(names[:_MOST_NAMES])
    more = len(names) - _MOST_NAMES
    others = f" and {more} more" if more > 0 else ""
    return f"That can mean {len(names)} commands: {listed}{others}."
