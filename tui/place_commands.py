"""The commands that go to places: back and forward, to a percentage; and to read one part only."""

from __future__ import annotations

from tui.command import Command

PLACE_COMMANDS: tuple[Command, ...] = ()
