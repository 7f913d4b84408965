"""The commands that go by structure, with the letters that screen readers use."""

from __future__ import annotations

from collections.abc import Callable

from content import moves
from content.moves import Direction
from tui.command import Command
from tui.going import go
from tui.session import Session

_SHIFTED = ("exclamation_mark", "at", "number_sign", "dollar_sign", "percent_sign",
            "circumflex_accent")  # fmt: skip


def _heading(direction: Direction, level: int | None = None) -> Callable[[Session], None]:
    kind = f"heading at level {level}" if level else "heading"
    edge = f"No {'further' if direction == 1 else 'earlier'} {kind}."

    def run(session: Session) -> None:
        block = session.narrator.position.block
        found = moves.heading(session.article, block, direction, level)
        place = None if found is None else (found, 0)
        go(session, place, "sentence", edge)

    return run


STRUCTURE_COMMANDS = (
    Command("heading.next", "Next heading", "Goes to the next heading.",
            ("h", "pagedown"), _heading(1)),
    Command("heading.previous", "Previous heading", "Goes to the heading before.",
            ("H", "pageup"), _heading(-1)),
    *(
        Command(f"heading{level}.next", f"Next heading at level {level}",
                f"Goes to the next heading at level {level}.", (str(level),), _heading(1, level))
        for level in range(1, 7)
    ),
    *(
        Command(f"heading{level}.previous", f"Previous heading at level {level}",
                f"Goes to the heading at level {level} before.",
                (_SHIFTED[level - 1],), _heading(-1, level))
        for level in range(1, 7)
    ),
)  # fmt: skip
