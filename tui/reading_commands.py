"""The commands of reading: play, silence, sentence by sentence, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Callable

from content import moves
from content.moves import Direction
from tui.command import Command, asking
from tui.going import go
from tui.session import Session
from tui.table_steps import step_cell, step_paragraph, step_row, table_here

_EDGES = {1: "End of the article.", -1: "Start of the article."}

show_text = asking(lambda front: front.show_text())


def _play_pause(session: Session) -> None:
    if session.narrator.playing:
        session.change(lambda narrator: narrator.pause())
    else:
        session.change(lambda narrator: narrator.play())
        show_text(session)


def _silence(session: Session) -> None:
    session.change(lambda narrator: narrator.pause())


def _sentence(direction: Direction) -> Callable[[Session], None]:
    def run(session: Session) -> None:
        place = session.narrator.place
        if (grid := table_here(session)) is not None:
            step_cell(session, grid, direction)
        elif place is not None:
            beside = moves.sentence(session.narrator.script, place, direction)
            go(session, beside, "sentence", _EDGES[direction], step=True)

    return run


def _paragraph(direction: Direction) -> Callable[[Session], None]:
    def run(session: Session) -> None:
        place = session.narrator.place
        if (grid := table_here(session)) is not None:
            step_row(session, grid, direction)
        elif place is not None:
            step_paragraph(session, moves.paragraph(session.narrator.script, place, direction),
                           _EDGES[direction])  # fmt: skip

    return run


def _start(session: Session) -> None:
    go(session, session.narrator.script.first(), "sentence", "Nothing to read.")


def _end(session: Session) -> None:
    script = session.narrator.script
    go(session, script.before((len(script.article.blocks), 0)), "sentence", "Nothing to read.")


READING_COMMANDS = (
    Command("play", "Play or pause", "Reads on, or pauses; goes on with the same word.",
            ("space", "f5"), _play_pause),
    Command("silence", "Silence", "Stops whatever is heard, at once.", ("escape",), _silence,
            short=("pause", "stop")),
    Command("sentence.next", "Next sentence", "Goes to the next sentence; in a table, to the next "
            "cell.",
            ("right",), _sentence(1), "text"),
    Command("sentence.previous", "Previous sentence",
            "Goes to the sentence before; in a table, to the cell before.",
            ("left",), _sentence(-1), "text"),
    Command("paragraph.next", "Next paragraph",
            "Goes to the next paragraph; in a table, to the next row.",
            ("down",), _paragraph(1), "text"),
    Command("paragraph.previous", "Previous paragraph",
            "Goes to the paragraph before; in a table, to the row before.",
            ("up",), _paragraph(-1), "text"),
    Command("start", "Start of the article", "Goes back to the beginning.",
            ("home",), _start, "text"),
    Command("end", "End of the article", "Goes to the last sentence.", ("end",), _end, "text"),
)  # fmt: skip
