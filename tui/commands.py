"""The one registry of commands: keys, help, guide and every front end are fed from it."""

from __future__ import annotations

from tui.about_commands import ABOUT_COMMANDS
from tui.command import Command, Pane
from tui.display_commands import DISPLAY_COMMANDS
from tui.find_commands import FIND_COMMANDS
from tui.list_commands import LIST_COMMANDS
from tui.phrases import keys_of
from tui.place_commands import PLACE_COMMANDS
from tui.privacy_commands import PRIVACY_COMMANDS
from tui.reading_commands import READING_COMMANDS
from tui.structure_commands import STRUCTURE_COMMANDS
from tui.system_commands import SYSTEM_COMMANDS
from tui.table_commands import TABLE_COMMANDS
from tui.unit_commands import UNIT_COMMANDS
from tui.voice_commands import PACE_COMMANDS, VOICE_COMMANDS
from tui.word_commands import WORD_COMMANDS

__all__ = ["COMMANDS", "Command", "Pane", "help_line"]

COMMANDS: tuple[Command, ...] = (
    *READING_COMMANDS,
    *LIST_COMMANDS,
    *STRUCTURE_COMMANDS,
    *UNIT_COMMANDS,
    *TABLE_COMMANDS,
    *PLACE_COMMANDS,
    *FIND_COMMANDS,
    *PACE_COMMANDS,
    *VOICE_COMMANDS,
    *ABOUT_COMMANDS,
    *WORD_COMMANDS,
    *DISPLAY_COMMANDS,
    *PRIVACY_COMMANDS,
    *SYSTEM_COMMANDS,
)


def help_line(command: Command, keys: tuple[str, ...] | None = None) -> str:
    """Return a command's line in the guide, or in the help with the ``keys`` in effect."""
    place = {"text": " in the text", "list": " in the list"}.get(command.pane, "")
    names = keys_of(command.keys if keys is None else keys) or "no key"
    return f"{names}{place}: {command.name}. {command.description}"
