"""What plain mode tells of its commands: all of them, some, or which may have been meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.command import Command
from tui.plain_words import meant, names_of

_MOST_NAMES = 8
_LONGEST_SHOWN = 40
_ASKING = ("?", "help")
_FIRST = (
    "Type the name of a command, or its first letters.",
    "Enter alone reads on.",
)


def is_asked_for(line: str) -> bool:
    """Whether a line asks for help, such as "?" or "help find"."""
    return line.startswith("?") or line.casefold().split()[0] == "help"


def lines(line: str, commands: Sequence[Command]) -> Iterator[str]:
    """Yield a line on each command that was asked about, or on all."""
    about = line[1:].strip() if line.startswith("?") else line.partition(" ")[2].strip()
    if not about:
        yield " ".join(_FIRST)
        found: Sequence[Command] = commands
    else:
        found = meant(about, commands).commands or _with_word(about, commands)
    for command in found:
        yield _explained(command)
    if not found:
        yield not_one((), about)


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


def not_one(commands: Sequence[Command], line: str) -> str:
    """Return what is said of a line that means no command, or several."""
    if not commands:
        shown = line if len(line) <= _LONGEST_SHOWN else f"{line[:_LONGEST_SHOWN]} …"
        return f"There is no command {shown}; type a question mark for the list of commands."
    names = [names_of(command)[0] for command in commands]
    listed = ", ".join(names[:_MOST_NAMES])
    more = len(names) - _MOST_NAMES
    others = f" and {more} more" if more > 0 else ""
    return f"That can mean {len(names)} commands: {listed}{others}."
