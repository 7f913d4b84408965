"""What a command is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from tui.ends import FrontEnd
from tui.menu import Menu, Question
from tui.session import Session

Pane = Literal["anywhere", "text", "list"]


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a person can do."""

    id: str
    name: str
    """What it is called in the palette, the help and the guide, and typed in plain mode."""
    description: str
    """One sentence."""
    keys: tuple[str, ...]
    """As Textual names them; the first is the one to teach."""
    run: Callable[[Session], None]
    pane: Pane = "anywhere"
    """Where the focus has to be for the keys to mean this."""
    question: Callable[[Session], Question] | None = None
    """What has to be typed for it; in plain mode it may be typed behind the name."""
    short: tuple[str, ...] = ()
    """Other names in plain mode, such as "q"."""


def asks(
    id: str, name: str, description: str, keys: tuple[str, ...],
    question: Callable[[Session], Question], pane: Pane = "anywhere", short: tuple[str, ...] = (),
) -> Command:  # fmt: skip
    """Return a command for which something has to be typed."""

    def run(session: Session) -> None:
        if session.front is not None:
            session.front.ask(question(session))

    return Command(id, name, description, keys, run, pane, question, short)


def opens(menu_of: Callable[[Session], Menu | None]) -> Callable[[Session], None]:
    """Return what opens a menu; when there is none to open, ``menu_of`` says why."""

    def run(session: Session) -> None:
        if session.front is not None and (menu := menu_of(session)) is not None:
            session.front.show(menu)

    return run


def asking(ask: Callable[[FrontEnd], None]) -> Callable[[Session], None]:
    """Return what asks the front end for something, if there is one."""

    def run(session: Session) -> None:
        if session.front is not None:
            ask(session.front)

    return run
