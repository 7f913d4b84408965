"""The commands of reading: play, silence, sentence by sentence, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Callable

from content import moves
from content.moves import Direction
from content.script import Place, Script
from tui.command import Command, asking
from tui.going import go
from tui.session import Session
from voices.narrator import Scope

show_text = asking(lambda front: front.show_text())


def _play_pause(session: Session) -> None:
    if session.narrator.playing:
        session.change(lambda narrator: narrator.pause())
    else:
        session.change(lambda narrator: narrator.play())
        show_text(session)


def _silence(session: Session) -> None:
    session.change(lambda narrator: narrator.pause())


def _step(
    move: Callable[[Script, Place, Direction], Place | None],
    direction: Direction,
    scope: Scope,
    edge: str,
) -> Callable[[Session], None]:
    def run(session: Session) -> None:
        place = session.narrator.place
        if place is not None:
            go(session, move(session.narrator.script, place, direction), scope, edge)

    return run


def _start(session: Session) -> None:
    go(session, session.narrator.script.first(), "sentence", "Nothing to read.")


READING_COMMANDS = (
    Command("play", "Play or pause", "Reads on, or pauses; goes on with the same word.",
            ("space", "f5"), _play_pause),
    Command("silence", "Silence", "Stops whatever is heard, at once.", ("escape",), _silence),
    Command("sentence.next", "Next sentence", "Goes to the next sentence.",
            ("right",), _step(moves.sentence, 1, "sentence", "End of the article."), "text"),
    Command("sentence.previous", "Previous sentence", "Goes to the sentence before.",
            ("left",), _step(moves.sentence, -1, "sentence", "Start of the article."), "text"),
    Command("paragraph.next", "Next paragraph", "Goes to the next paragraph.",
            ("down",), _step(moves.paragraph, 1, "paragraph", "End of the article."), "text"),
    Command("paragraph.previous", "Previous paragraph", "Goes to the paragraph before.",
            ("up",), _step(moves.paragraph, -1, "paragraph", "Start of the article."), "text"),
    Command("start", "Start of the article", "Goes back to the beginning.",
            ("home",), _start, "text"),
)  # fmt: skip
