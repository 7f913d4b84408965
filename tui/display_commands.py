"""The commands of how it looks."""

from __future__ import annotations

from tui.command import Command

DISPLAY_COMMANDS: tuple[Command, ...] = ()
