"""What a session stands between: the speech process at one end, the screen at the other."""

from __future__ import annotations

from typing import Protocol

from tui.menu import Menu, Question
from voices.messages import Priority, Request


class Speech(Protocol):
    """The speech process, or what stands for it in a test."""

    def send(self, request: Request) -> None:
        """Send it a request."""

    def restart(self) -> bool:
        """Start it again after it died; False when that does not help."""


class FrontEnd(Protocol):
    """What a session asks of the screen, or of what stands for one."""

    def show(self, menu: Menu) -> None:
        """Open a menu over the article, or over another menu, to which it goes back.

        Reading waits until it is left.
        """

    def ask(self, question: Question) -> None:
        """Have a line typed; reading waits until it is answered or left."""

    def told(self, text: str, priority: Priority) -> bool:
        """Take note of what is said of the interface; return whether it can now be read."""

    def show_article(self) -> None:
        """Show the article anew, since other blocks are in it now."""

    def show_display(self) -> None:
        """Show everything as the person has now chosen that it should look."""

    def switch_pane(self) -> None:
        """Go from the list to the text, or back."""

    def show_text(self) -> None:
        """See that the text is on the screen."""

    def leave(self) -> None:
        """End."""
