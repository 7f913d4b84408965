"""The commands that go by word and character, and that spell."""

from __future__ import annotations

from tui.command import Command

UNIT_COMMANDS: tuple[Command, ...] = ()
