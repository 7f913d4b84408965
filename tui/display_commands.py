"""The commands of how it looks."""

from __future__ import annotations

from tui.command import Command, opens
from tui.display import VIEW
from tui.menu import Menu
from tui.preference import prefer, preferred
from tui.session import Session


def _display(session: Session) -> Menu:
    from tui.display_menu import display_menu

    return display_menu(session)


def _next_view(session: Session) -> None:
    view = VIEW.stepped(preferred(session, VIEW), 1)
    prefer(session, VIEW, view)
    session.say(VIEW.sentence(view))


DISPLAY_COMMANDS = (
    Command("display", "Display", "Opens the choices of colours, spacing and views.",
            ("D",), opens(_display)),
    Command("view", "Next view",
            "Shows the whole text, only the sentence that is read, or that in large letters.",
            ("ctrl+l",), _next_view),
)  # fmt: skip
