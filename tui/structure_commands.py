"""The commands that go by structure, with the letters that screen readers use."""

from __future__ import annotations

from collections.abc import Callable

from content.landmarks import Landmark
from content.model import Position
from content.moves import Direction
from content.units import Unit, said_for
from tui.command import Command, Pane
from tui.going import go, reads_on, remember, say_of_text, stand
from tui.session import Session
from tui.ways import by_name
from voices.scope import Scope

_SHIFTED = ("exclamation_mark", "at", "number_sign", "dollar_sign", "percent_sign",
            "circumflex_accent")  # fmt: skip


def _to(
    kind: Landmark, direction: Direction, scope: Scope = "sentence", level: int | None = None
) -> Callable[[Session], None]:
    """Return what goes to the nearest landmark that begins a block, and reads it."""
    name = f"{kind} at level {level}" if level else kind
    edge = f"No {'further' if direction == 1 else 'earlier'} {name}."

    def run(session: Session) -> None:
        found = session.landmarks.nearest(kind, session.narrator.position, direction, level)
        place = None
        while found is not None and place is None:
            at = Position(found[0])
            place = session.narrator.script.at(at)
            if place is None or place[0] != found[0]:  # one that says nothing
                place, found = None, session.landmarks.nearest(kind, at, direction, level)
        # Those who press Q may be used to another program; where names are typed, Q leaves.
        pressed = (kind, direction) == ("quote", 1) and session.way is not by_name
        hint = f" {session.way('leave')} to leave." if place is None and pressed else ""
        go(session, place, scope, edge if hint in session.hints_told else edge + hint)
        session.hints_told.add(hint)

    return run


def _to_stretch(kind: Landmark, direction: Direction) -> Callable[[Session], None]:
    """Return what goes to the nearest landmark within a text, and says it when paused."""
    edge = f"No {'further' if direction == 1 else 'earlier'} {kind}."

    def run(session: Session) -> None:
        script = session.narrator.script
        found = session.landmarks.nearest(kind, session.narrator.position, direction)
        place = None
        while found is not None:
            block, start, end = found
            place = script.at(Position(block, start))
            if place is not None and place[0] == block:
                break
            place, found = None, session.landmarks.nearest(kind, Position(block, start), direction)
        if found is None or place is None:
            session.say(edge)
        elif session.article.blocks[block].kind == kind:
            go(session, place, "paragraph", edge)
        elif reads_on(session):
            go(session, place, "sentence", edge, offset=start)
        else:
            remember(session)
            unit = Unit(place, start, end)
            stand(session, unit)
            say_of_text(session, *said_for(script, unit), behind=kind)

    return run


def _item(direction: Direction) -> Callable[[Session], None]:
    """Return what goes to an item, and says which of how many it is: when paused, behind it."""
    to_item = _to("item", direction, "paragraph")

    def run(session: Session) -> None:
        before = session.narrator.place
        to_item(session)
        place = session.narrator.place
        if place is None or place == before:
            return
        counted = session.landmarks.place_in_list(place[0])
        if counted is None:
            return
        if reads_on(session):
            session.say(f"{counted[0]} of {counted[1]}")
        else:
            session.behind = f"{counted[0]} of {counted[1]}"

    return run


def _both(
    kind: Landmark, letter: str, make: Callable[[Direction], Callable[[Session], None]],
    pane: Pane = "anywhere",
) -> tuple[Command, Command]:  # fmt: skip
    """Return the commands to the next and the previous landmark of a kind."""
    return (
        Command(f"{kind}.next", f"Next {kind}", f"Goes to the next {kind}.",
                (letter,), make(1), pane),
        Command(f"{kind}.previous", f"Previous {kind}", f"Goes to the {kind} before.",
                (letter.upper(),), make(-1), pane),
    )  # fmt: skip


STRUCTURE_COMMANDS = (
    Command("heading.next", "Next heading", "Goes to the next heading.",
            ("h", "pagedown"), _to("heading", 1)),
    Command("heading.previous", "Previous heading", "Goes to the heading before.",
            ("H", "pageup"), _to("heading", -1)),
    *(
        Command(f"heading{level}.next", f"Next heading at level {level}",
                f"Goes to the next heading at level {level}.", (str(level),),
                _to("heading", 1, level=level))
        for level in range(1, 7)
    ),
    *(
        Command(f"heading{level}.previous", f"Previous heading at level {level}",
                f"Goes to the heading before at level {level}.",
                (_SHIFTED[level - 1],), _to("heading", -1, level=level))
        for level in range(1, 7)
    ),
    *_both("list", "l", lambda direction: _to("list", direction, "paragraph")),
    *_both("item", "i", _item, "text"),
    *_both("table", "t", lambda direction: _to("table", direction)),
    *_both("link", "k", lambda direction: _to_stretch("link", direction)),
    *_both("figure", "g", lambda direction: _to_stretch("figure", direction)),
    *_both("quote", "q", lambda direction: _to("quote", direction, "paragraph")),
)  # fmt: skip
