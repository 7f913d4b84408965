"""A menu that gets shorter with each letter that is typed."""

from __future__ import annotations

from content.spelling import character_name
from tui.menu import Menu


class Narrowing:
    """What was typed over a menu, and what that leaves of it."""

    def __init__(self, menu: Menu) -> None:
        self._menu = menu
        self._typed = ""

    @property
    def title(self) -> str:
        """The menu's title, with what was typed."""
        return f"{self._menu.title}: {self._typed}" if self._typed else self._menu.title

    def take(self, key: str, character: str | None) -> str:
        """Take a key, or what was pasted; return what it did, or nothing if it is for others."""
        if self._menu.narrow is None:
            return ""
        if key == "backspace":
            gone, self._typed = self._typed[-1:], self._typed[:-1]
            said = f"{character_name(gone)}, deleted" if gone else "Nothing to delete."
        elif character is None or (character == " " and not self._typed):
            return ""
        else:
            self._typed += character
            said = character_name(character)
        self._menu.narrow(self._typed)
        self._menu.chosen = 0
        return said
