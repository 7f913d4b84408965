"""What a session stands between: the speech process at one end, the screen at the other."""

from __future__ import annotations

from typing import Protocol

from voices.messages import Request


class Speech(Protocol):
    """The speech process, or what stands for it in a test."""

    def send(self, request: Request) -> None:
        """Send it a request."""

    def restart(self) -> bool:
        """Start it again after it died; False when that does not help."""


class FrontEnd(Protocol):
    """What a session asks of the screen, or of what stands for one."""

    def show_help(self) -> None:
        """Open the list of commands."""

    def show_messages(self) -> None:
        """Open the list of messages."""

    def show_skipped(self) -> None:
        """Open the list of what was left out of the reading."""

    def show_article(self) -> None:
        """Show the article anew, since other blocks are in it now."""

    def choose_voice(self) -> None:
        """Open the list of voices."""

    def choose_announcer(self) -> None:
        """Open the list of voices for announcements."""

    def choose_device(self) -> None:
        """Open the list of sound devices."""

    def correct_word(self) -> None:
        """Open the form to say the word at the place otherwise."""

    def show_dictionary(self) -> None:
        """Open the list of words that are said otherwise."""

    def choose_script(self) -> None:
        """Open the list of choices of how the article is said."""

    def switch_pane(self) -> None:
        """Go from the list to the text, or back."""

    def show_text(self) -> None:
        """See that the text is on the screen."""

    def leave(self) -> None:
        """End."""
