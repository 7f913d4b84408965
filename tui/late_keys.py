"""Keys that are typed faster than screens close."""

from __future__ import annotations

from typing import Any

from textual.events import Key
from textual.screen import Screen


def typed_too_late(screen: Screen[Any], event: Key) -> bool:
    """Return whether ``screen`` has closed since the key was typed; then it goes where it is for.

    A key is on its way to a screen for a moment, in which the key before it may close that.
    """
    if screen.app.screen is screen:
        return False
    screen.app.post_message(Key(event.key, event.character))
    return True
