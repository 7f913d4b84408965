"""What a command is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from tui.ends import FrontEnd, ScreenName
from tui.session import Session

Pane = Literal["anywhere", "text", "list"]


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a person can do."""

    id: str
    name: str
    description: str
    """One sentence."""
    keys: tuple[str, ...]
    """As Textual names them; the first is the one to teach."""
    run: Callable[[Session], None]
    pane: Pane = "anywhere"
    """Where the focus has to be for the keys to mean this."""


def opens(screen: ScreenName) -> Callable[[Session], None]:
    """Return what opens a screen, if there is a front end."""
    return asking(lambda front: front.open(screen))


def asking(ask: Callable[[FrontEnd], None]) -> Callable[[Session], None]:
    """Return what asks the front end for something, if there is one."""

    def run(session: Session) -> None:
        if session.front is not None:
            ask(session.front)

    return run
