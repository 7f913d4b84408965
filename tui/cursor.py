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


def show_cursor(app: App[Any]) -> None:
    """Make the terminal's cursor visible."""
    _write(app, _SHOW)


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
