"""The commands that tell of the article: where one is, what is cited, what was left out."""

from __future__ import annotations

from content.asked import asked_for
from tui.command import Command, opens
from tui.menu import Menu
from tui.note_trip import heard_to
from tui.session import Session
from tui.whereabouts import where


def _where(session: Session) -> None:
    session.say(where(session))


def _note(session: Session) -> None:
    narrator = session.narrator
    found = [] if narrator.place is None else (
        asked_for(narrator.script, narrator.place, heard_to(narrator))
    )  # fmt: skip
    if not found:
        session.say("No note or source before here.")
    for index, (text, language) in enumerate(found):
        session.say(text, language, "more" if index else "now", content=True)


def _skipped(session: Session) -> Menu | None:
    from tui.skipped_menu import skipped_menu

    return skipped_menu(session)


ABOUT_COMMANDS = (
    Command("note", "Note or source", "Says the note or the source that was cited last.",
            ("n",), _note),
    Command("where", "Where am I", "Says the section, how far it is, and the time left.",
            ("w", "f2"), _where),
    Command("skipped", "What was left out", "Opens the list of what is not read, such as "
            "advertisements, to hear it or put it back.", ("x",), opens(_skipped)),
)  # fmt: skip
