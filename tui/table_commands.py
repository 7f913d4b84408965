"""The commands that go through a table, cell by cell."""

from __future__ import annotations

from tui.command import Command

TABLE_COMMANDS: tuple[Command, ...] = ()
