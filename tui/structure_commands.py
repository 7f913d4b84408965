"""The commands that go by structure, with the letters that screen readers use."""

from __future__ import annotations

from collections.abc import Callable

from content.landmarks import Landmark
from content.model import Position
from content.moves import Direction
from content.units import Unit, said_for
from tui.command import Command
from tui.going import go, reads_on, remember, say_of_text, stand
from tui.session import Session
from voices.narrator import Scope

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
        # Those who press Q may be used to another program.
        hint = f" {session.way('leave')} to leave." if (kind, direction) == ("quote", 1) else ""
        go(session, place, scope, edge + hint)

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
    """Return what goes to an item, and says behind it which of how many it is."""
    to_item = _to("item", direction, "paragraph")

    def run(session: Session) -> None:
        before = session.narrator.place
        to_item(session)
        place = session.narrator.place
        if place is None or place == before:
            return
        counted = session.landmarks.place_in_list(place[0])
        if counted is not None:
            session.say(f"{counted[0]} of {counted[1]}", priority="normal")

    return run


_LETTERS: tuple[tuple[Landmark, str, str, Callable[[Direction], Callable[[Session], None]]], ...]
_LETTERS = (
    ("list", "the beginning of the", "l", lambda direction: _to("list", direction, "paragraph")),
    ("item", "the", "i", _item),
    ("table", "the", "t", lambda direction: _to("table", direction)),
    ("link", "the", "k", lambda direction: _to_stretch("link", direction)),
    ("figure", "the", "g", lambda direction: _to_stretch("figure", direction)),
    ("quote", "the", "q", lambda direction: _to("quote", direction, "paragraph")),
)

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
                f"Goes to the heading at level {level} before.",
                (_SHIFTED[level - 1],), _to("heading", -1, level=level))
        for level in range(1, 7)
    ),
    *(
        Command(f"{kind}.{word.lower()}", f"{word} {kind}",
                f"Goes to {the} {kind} {where}.", (letter if direction == 1 else letter.upper(),),
                make(direction), "text" if kind == "item" else "anywhere")
        for kind, the, letter, make in _LETTERS
        for word, where, direction in (("Next", "after this place", 1),
                                       ("Previous", "before this place", -1))
    ),
)  # fmt: skip
