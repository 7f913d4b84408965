"""Puts what was skipped back into the reading, and goes to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tui.going import remember
from tui.session import Session


def put_back(session: Session, index: int) -> str:
    """Put a skipped piece back into this article, or take it out; return what to say."""
    return _change(session, lambda: session.keeping.toggle(index))


def keep_kind(session: Session, index: int) -> str:
    """Let what is of a piece's kind always be read, or not any more; return what to say."""
    return _change(session, lambda: session.keeping.toggle_kind(index))


def keep_kinds(session: Session, kinds: Iterable[str]) -> None:
    """Let what is of these kinds always be read, and no other kind."""

    def change() -> str:
        session.keeping.use_kinds(kinds)
        return ""

    _change(session, change)


def go_to(session: Session, index: int) -> None:
    """Move the reading to a skipped piece, which is put back if it is not."""
    if index not in session.keeping.back():
        put_back(session, index)
    remember(session)
    session.change(lambda narrator: narrator.move_to(session.keeping.start_of(index)))


def _change(session: Session, change: Callable[[], str]) -> str:
    """Let ``change`` say what is to be read, and read on in the article that it makes."""
    keeping = session.keeping
    before, position = keeping.back(), session.narrator.position
    said = change()
    if keeping.back() != before:
        moved = keeping.moving(before)
        session.trail.move(moved)
        session.read(keeping.article(), moved(position))
    return said
