"""The terminal's own cursor: visible, and where a person is.

A braille display and a magnifier follow it. Textual hides it, and moves it only when it draws
something; so it is shown once after the start and after every return from a suspension, and
moved by our own hand when nothing is drawn.
"""

from __future__ import annotations

from typing import Any

from textual.app import App
from textual.geometry import Offset

_SHOW = "\x1b[?25h"
_STEADY_BLOCK, _ITS_OWN = "\x1b[2 q", "\x1b[0 q"


def show_cursor(app: App[Any], steady_block: bool = False) -> None:
    """Make the terminal's cursor visible, and a block that does not blink if that is wanted."""
    _write(app, _SHOW + (_STEADY_BLOCK if steady_block else ""))


def leave_cursor(app: App[Any], steady_block: bool) -> None:
    """Give the cursor the shape that the terminal has by itself, if it was made another."""
    if steady_block:
        _write(app, _ITS_OWN)


def move_cursor(app: App[Any], place: Offset) -> None:
    """Put the cursor on ``place``, columns and rows from 0, now and after what is drawn."""
    if app.cursor_position == place:
        return
    app.cursor_position = place
    if getattr(app, "curtain", False):
        return  # it stays at home
    _write(app, f"\x1b[{place.y + 1};{place.x + 1}H")


def _write(app: App[Any], sequence: str) -> None:
    driver = app._driver
    if driver is not None and not app.is_headless:
        driver.write(sequence)
        driver.flush()
