"""The menu of what can be chosen about how an article is said."""

from __future__ import annotations

from tui.menu import Menu, Row
from tui.script_choices import SCRIPT_CHOICES, ScriptChoice
from tui.session import Session


def script_menu(session: Session) -> Menu:
    """Return the menu: each choice with its value, which left and right change."""

    def row(choice: ScriptChoice) -> Row:
        def change(by: int) -> str:
            settings = session.narrator.script.settings
            session.say_otherwise(choice.field, choice.stepped(settings, by))
            return choice.sentence(session.narrator.script.settings)

        return Row(choice.sentence(session.narrator.script.settings), change=change)

    return Menu(
        "How it is said", lambda: [row(choice) for choice in SCRIPT_CHOICES],
        hint="Right and left change it, escape goes back.",
    )  # fmt: skip
