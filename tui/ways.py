"""What to do for a command, in words, so that no sentence names a key that does something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.phrases import key_name

if TYPE_CHECKING:
    from tui.command import Command
    from tui.keymap import Keymap


def by_key(keymap: Keymap, id: str) -> str:
    """Return "Press space" for a command that has a key; else where it is to be found."""
    if keys := keymap.keys.get(id):
        return f"Press {key_name(keys[0])}"
    return f"Choose {_command(id).name} in the list of all commands"


def by_name(id: str) -> str:
    """Return what to type in plain mode: "Type help"; for reading on, enter is enough."""
    return "Press enter" if id == "play" else f"Type {_command(id).name.lower()}"


def _command(id: str) -> Command:
    from tui.commands import COMMANDS

    return next(command for command in COMMANDS if command.id == id)
