"""The commands of the list of sections."""

from __future__ import annotations

from collections.abc import Callable

from content.model import Position
from tui.command import Command
from tui.going import remember
from tui.reading_commands import show_text
from tui.session import Session
from tui.whereabouts import say_entry

_EVERYTHING = 1_000_000


def _choose(by: int) -> Callable[[Session], None]:
    def run(session: Session) -> None:
        session.choosing = True
        session.list.step(by)
        say_entry(session)

    return run


def _fold(session: Session) -> None:
    session.choosing = True
    if session.list.fold():
        say_entry(session)
    else:
        session.say("Nothing to fold.")


def _unfold(session: Session) -> None:
    session.choosing = True
    if session.list.unfold():
        say_entry(session)
    else:
        session.say("Nothing to unfold.")


def _read_entry(session: Session) -> None:
    block = session.list.entries[session.list.chosen].block
    place = session.narrator.script.at(Position(block))
    if place is not None:
        remember(session)
        session.change(lambda narrator: narrator.go(place, "article"))
        show_text(session)


LIST_COMMANDS = (
    Command("entry.next", "Next section in the list", "Says the next section's title.",
            ("down",), _choose(1), "list"),
    Command("entry.previous", "Previous section in the list",
            "Says the title of the section before.", ("up",), _choose(-1), "list"),
    Command("entry.first", "First section in the list", "Goes to the top of the list.",
            ("home",), _choose(-_EVERYTHING), "list"),
    Command("entry.last", "Last section in the list", "Goes to the end of the list.",
            ("end",), _choose(_EVERYTHING), "list"),
    Command("entry.fold", "Fold the section",
            "Hides the sections under this one, or goes to the one above it.",
            ("left",), _fold, "list"),
    Command("entry.unfold", "Unfold the section",
            "Shows the sections under this one, or goes to the first of them.",
            ("right",), _unfold, "list"),
    Command("entry.read", "Read the section", "Reads on from the chosen section.",
            ("enter",), _read_entry, "list"),
)  # fmt: skip
