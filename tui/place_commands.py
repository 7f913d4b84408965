"""The commands that go to places: back and forward, to a percentage; and to read one part only."""

from __future__ import annotations

from content import moves
from content.model import Position
from tui.command import Command, asks
from tui.going import go, reads_on, remember, section_name
from tui.mixed import ours, say_parts
from tui.place_questions import pace_question, percent_question, section_question
from tui.reading_commands import show_text
from tui.session import Session
from voices.scope import Scope


def _back(session: Session) -> None:
    _return(session, session.trail.back(session.narrator.position), "Nowhere to go back to.")


def _forward(session: Session) -> None:
    _return(session, session.trail.forward(session.narrator.position), "Nowhere to go forward to.")


def _return(session: Session, position: Position | None, edge: str) -> None:
    """Go to a place where one has been, to the start of its sentence, and say where that is."""
    place = None if position is None else session.narrator.script.at(position)
    go(session, place, "sentence", edge, step=True)
    if place is not None:
        say_parts(session, (section_name(session, ","), ours(f"{session.percent()} percent")))


def _only_section(session: Session) -> None:
    """Read the section one is in, and those under it, and stop; in the list, the chosen one."""
    place = session.narrator.place
    if session.choosing:
        part = moves.whole_section(session.article, session.list.entries[session.list.chosen].block)
        _begin(session, part, "section")
    elif place is not None:
        _only(session, moves.whole_section(session.article, place[0]), "section")


def _only_paragraph(session: Session) -> None:
    place = session.narrator.place
    if place is not None:
        _only(session, range(place[0], place[0] + 1), "block")


def _only(session: Session, part: range, scope: Scope) -> None:
    """Read on to the end of a part; when reading was paused, read it from its beginning."""
    if reads_on(session):
        session.change(lambda narrator: narrator.keep_to(part, scope))
    else:
        _begin(session, part, scope)


def _begin(session: Session, part: range, scope: Scope) -> None:
    place = session.narrator.script.at(Position(part.start))
    remember(session)
    session.change(lambda narrator: narrator.keep_to(part, scope, place))
    show_text(session)


PLACE_COMMANDS = (
    Command("back", "Back", "Goes back to where you were before you went somewhere else.",
            ("backspace", "left_square_bracket"), _back),
    Command("forward", "Forward", "Goes forward again after going back.",
            ("right_square_bracket",), _forward),
    asks("percent", "Go to percent", "Goes to the percentage of the article that you type, such as "
         "50.", ("ctrl+g",), percent_question),
    asks("section", "Read a section", "Reads the section whose number or first words you type.",
         ("ctrl+r",), section_question, short=("read",)),
    asks("pace.exactly", "Set the pace", "Sets the words a minute to the number that you type.",
         ("asterisk",), pace_question, short=("pace",)),
    Command("only.section", "Only this section",
            "Reads this section with those under it, and stops at its end; in the list, the one "
            "you have chosen there.", ("j",), _only_section),
    Command("only.paragraph", "Only this paragraph", "Reads this paragraph, and stops at its end.",
            ("J",), _only_paragraph),
)  # fmt: skip
