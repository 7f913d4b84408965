"""What a key means on the screen: a command, an answer at the first start, or the menu's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.events import Key, Paste

from tui.command import Command
from tui.early_keys import CANT_PASTE, EarlyKeys, Typed
from tui.key_help import key_help
from tui.layouts import latin_key
from tui.over_article import OverArticle

if TYPE_CHECKING:
    from tui.app import IntoneApp


class KeyTaking:
    """Hands each key to what it is for, in the order in which they were typed."""

    def __init__(self, app: IntoneApp) -> None:
        self._app = app
        self._session = app.session
        self.typed = EarlyKeys(self._is_ready, self._take)
        self._command: Command | None = None
        """The last that was carried out."""

    @property
    def last_command(self) -> str:
        """The id of the last command that was carried out, or nothing."""
        return self._command.id if self._command is not None else ""

    def _over(self) -> OverArticle | None:
        """Return what is open over the article."""
        screen = self._app.screen
        return screen if isinstance(screen, OverArticle) else None

    def _is_ready(self) -> bool:
        over = self._over()
        return over is None or over.ready

    async def _take(self, typed: Typed) -> None:
        over = self._over()
        if isinstance(typed, Key) and self._takes(typed.key):
            return
        if over is not None:
            await over.take(typed)
        elif isinstance(typed, Paste):
            self._session.messages.seen()
            self._session.answer(CANT_PASTE)
            self._app.follow()

    def _takes(self, key: str) -> bool:
        """Do what a key means where the focus is; say whether it was for that."""
        session, over = self._session, self._over()
        if session.explaining:
            self._explain(key)
            return True
        keys = session.keys
        place = self._app.panes.place
        command = keys.everywhere(key, over.typing()) if over else keys.command(key, place)
        asking = session.first_start if over is None else None
        if command is None and asking is None:
            return False
        session.messages.seen()
        if asking is not None and asking.takes(keys.in_menu(latin_key(key))):
            self._app.follow()
            return True
        if command is not None:
            if over is None:
                self._command = command
            command.run(session)
        silenced = command is not None and command.id == "silence"
        if asking is not None and not silenced and self._over() is None:
            asking.tell_skipped()
        if command is not None and over is not None:
            over.tell(session.messages.fresh)
        self._app.follow()
        return command is not None

    def _explain(self, key: str) -> None:
        """Say what a key does here, and do not do it."""
        session, over = self._session, self._over()
        session.explaining = False
        session.messages.seen()
        place = self._app.panes.place
        said = over.key_help(key) if over else key_help(session.keys, key, place)
        session.answer(said)
        if over is not None:
            over.tell(said)
        self._app.follow()
