"""The commands for reading where others hear or see, and of who speaks."""

from __future__ import annotations

from tui.command import Command

PRIVACY_COMMANDS: tuple[Command, ...] = ()
