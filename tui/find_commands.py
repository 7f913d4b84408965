"""The commands that find: words, links, notes."""

from __future__ import annotations

from tui.command import Command

FIND_COMMANDS: tuple[Command, ...] = ()
