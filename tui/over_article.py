"""What a menu and a question have in common as screens: they lie over the article and take keys."""

from __future__ import annotations

from textual.geometry import Offset
from textual.screen import Screen

from tui.cursor import move_cursor
from tui.early_keys import Opened, Typed
from tui.menu import Outcome
from tui.session import Session


class OverArticle(Screen[Outcome]):
    """A screen that is left with an outcome. The terminal's cursor stays where the person is."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.ready = False
        """Whether keys can be taken."""
        self._session = session

    def be_ready(self) -> None:
        """Take keys from now on."""
        self.follow_cursor()
        self.ready = True
        self.post_message(Opened())

    def on_resize(self) -> None:
        """Keep the cursor where the person is."""
        self.follow_cursor()

    def follow_cursor(self) -> None:
        """Move the terminal's cursor once all that has changed is on the screen."""
        self.call_after_refresh(self._move_cursor)

    def _move_cursor(self) -> None:
        if self.app.screen is self:
            move_cursor(self.app, self.cursor())

    def cursor(self) -> Offset:
        """Return where the person is."""
        raise NotImplementedError

    async def take(self, event: Typed) -> None:
        """Do what the key asks for."""
        raise NotImplementedError

    def typing(self) -> bool:
        """Return whether a key that types a character types one now."""
        raise NotImplementedError

    def key_help(self, key: str) -> str:
        """Return what ``key`` does here."""
        raise NotImplementedError

    def tell(self, sentence: str) -> None:
        """Show what was said."""
        raise NotImplementedError
