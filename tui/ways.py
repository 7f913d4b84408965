"""What to do for a command, in words, so that no sentence names a key that does something else."""

from __future__ import annotations

from tui.keymap import Keymap
from tui.phrases import key_name


def by_key(keymap: Keymap, id: str) -> str:
    """Return "Press space" for a command that has a key; else where it is to be found."""
    if keys := keymap.keys.get(id):
        return f"Press {key_name(keys[0])}"
    from tui.commands import COMMANDS

    name = next(command.name for command in COMMANDS if command.id == id)
    return f"Choose {name} in the list of all commands"
