"""The menu of how it looks."""

from __future__ import annotations

from tui.display import DISPLAY_PREFERENCES
from tui.menu import Menu, Row
from tui.preference import Preference, prefer, preferred
from tui.session import Session


def display_menu(session: Session) -> Menu:
    """Return the menu: each choice with its value, which left and right change at once."""

    def row(preference: Preference) -> Row:
        def change(by: int) -> str:
            value = preference.stepped(preferred(session, preference), by)
            prefer(session, preference, value)
            return preference.sentence(value)

        return Row(preference.sentence(preferred(session, preference)), change=change)

    return Menu(
        "Display", lambda: [row(preference) for preference in DISPLAY_PREFERENCES],
        hint="Right and left change it, escape goes back.",
    )  # fmt: skip
