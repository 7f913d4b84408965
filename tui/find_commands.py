"""The commands that find: words, links, notes, and any command by its name."""

from __future__ import annotations

from tui.command import Command, asks, opens
from tui.menu import Menu, Question
from tui.session import Session


def _find(session: Session) -> Question:
    return session.finding.question()


def _next(session: Session) -> None:
    session.finding.go_on(1)


def _previous(session: Session) -> None:
    session.finding.go_on(-1)


def _links(session: Session) -> Menu | None:
    from tui.links_menu import links_menu

    return links_menu(session)


def _follow(session: Session) -> None:
    from tui.links_menu import follow_here

    follow_here(session)


def _note(session: Session) -> None:
    session.note_trip.go_or_return()


def _palette(session: Session) -> Menu:
    from tui.palette_menu import palette_menu

    return palette_menu(session)


FIND_COMMANDS = (
    asks("find", "Find", "Asks for words and goes to where they stand; capitals and accents make "
         "no difference.", ("slash", "ctrl+f"), _find),
    Command("find.next", "Find next", "Goes to the next place where it was found.",
            ("f", "f3"), _next),
    Command("find.previous", "Find previous", "Goes to the previous place where it was found.",
            ("F",), _previous),
    Command("links", "Links", "Opens the list of the article's links, to go to one or to open it.",
            ("ctrl+k",), opens(_links)),
    Command("link.open", "Open the link", "Follows the link at your place; asks before anything "
            "is opened in the browser.", ("enter",), _follow, "text"),
    Command("note.go", "Go to the note or back",
            "Goes to the note or the source that was cited last, and from there back.",
            ("N",), _note),
    Command("palette", "All commands", "Opens the list of all commands; type a part of a name to "
            "find one, and enter does it.", ("ctrl+p", "colon"), opens(_palette)),
)  # fmt: skip
