"""The commands that tell of the article: where one is, what is cited, what was skipped."""

from __future__ import annotations

from content.asked import asked_for
from tui.command import Command, opens
from tui.menu import Menu
from tui.mixed import say_parts
from tui.session import Session
from tui.whereabouts import where


def _where(session: Session) -> None:
    say_parts(session, where(session))


def _note(session: Session) -> None:
    from tui.note_trip import heard_to

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


def _about(session: Session) -> Menu:
    from tui.trust_menu import trust_menu

    return trust_menu(session)


def _time_left(session: Session) -> None:
    from tui.ending import time_left

    session.answer(time_left(session))


def _hear_skipped(session: Session) -> None:
    from tui.skipped_here import say_skipped

    say_skipped(session)


ABOUT_COMMANDS = (
    Command("about", "About this article", "Opens the list of who wrote and reviewed it, "
            "when, how old the review is, and what was changed.", ("f9",), opens(_about)),
    Command("trust", "Trust", "Opens what is known of the article, from the list.",
            ("i",), opens(_about), "list"),
    Command("note", "Note or source", "Says the note or the source that was cited last.",
            ("n",), _note),
    Command("where", "Where am I", "Says the section, how far it is, and the time left.",
            ("w", "f2"), _where, short=("where",)),
    Command("time", "Time left", "Says how much time is left in the section and in the article "
            "at this pace, and the time of day when it ends.", ("ctrl+t",), _time_left),
    Command("skipped", "Skipped pieces", "Opens the list of what is not read, such as "
            "advertisements, to hear it or put it back.", ("x",), opens(_skipped)),
    Command("skipped.hear", "Hear what was skipped", "Says in full what was skipped last before "
            "your place, and when asked again, what was skipped before that.",
            ("X",), _hear_skipped),
)  # fmt: skip
