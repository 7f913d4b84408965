"""The line of the keys that are wanted most: by name from the registry, by key from the keymap."""

from __future__ import annotations

from rich.cells import cell_len

from tui.commands import COMMANDS
from tui.display import Display
from tui.key_names import character_of
from tui.keymap import Keymap, Place, places
from tui.phrases import key_name

_WANTED = (
    "help", "play", "pane", "entry.read", "sentence.next", "heading.next", "find", "where",
    "palette", "leave",
)  # fmt: skip
"""Ids of commands, the most wanted first."""
_FEWEST_ROWS = 13
"""Of a screen that has room for the line."""


def footer(keymap: Keymap, place: Place, width: int) -> str:
    """Return as many keys and what they do as fit into ``width`` columns: "? Help, space Play".

    It changes with the pane that has the focus, and with nothing that is read.
    """
    named = {command.id: command for command in COMMANDS}
    line = ""
    for command in (named[id] for id in _WANTED):
        if place in places(command) and (keys := keymap.keys[command.id]):
            longer = f"{line}, {_drawn(keys[0])} {command.name}".removeprefix(", ")
            line = longer if cell_len(longer) <= width else line
    return line


def footer_is_shown(display: Display, rows: int) -> bool:
    """Return whether a person wants the line on a screen of so many rows."""
    if display.footer == "auto":
        return display.view == "normal" and rows >= _FEWEST_ROWS
    return display.footer == "yes"


def _drawn(key: str) -> str:
    """Return a key for the eye: a mark as it stands on the keyboard, others by their names."""
    character = character_of(key)
    return character if character and not character.isalnum() else key_name(key)
