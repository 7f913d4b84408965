"""What all screens share that show a list over the article: rows that are moved through."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.events import Key
from textual.screen import Screen

from tui.cursor import move_cursor
from tui.late_keys import typed_too_late
from tui.notice import Notice
from tui.row_list import RowList, row_after

Answer = TypeVar("Answer")


class ListScreen(Screen[Answer | None], Generic[Answer]):
    """Shows a title and rows; the terminal's cursor stands on the row that is chosen."""

    LEAVES: ClassVar[frozenset[str]] = frozenset({"escape"})
    """Keys that go back to the article."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self._chosen = 0
        self._list = RowList(lambda: (self.texts(), self._chosen), "rows")

    def texts(self) -> Sequence[str]:
        """Return the rows as they are shown."""
        raise NotImplementedError

    def begin(self) -> None:
        """Say where the person is."""
        raise NotImplementedError

    def take(self, key: str) -> None:
        """Do what a key asks for that does not leave."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """Show the title, then the rows."""
        yield Notice("title", self._title)
        yield self._list

    def on_mount(self) -> None:
        """Let the person move in the list."""
        self._list.focus()
        self.begin()
        self.call_after_refresh(self._follow)

    def on_resize(self) -> None:
        """Keep the cursor on the row."""
        self.call_after_refresh(self._follow)

    def on_key(self, event: Key) -> None:
        """Leave, or do what the key asks for."""
        event.stop()
        if typed_too_late(self, event):
            return
        if event.key in self.LEAVES:
            self.dismiss(None)
        elif event.key in ("ctrl+c", "ctrl+q"):
            self.app.exit()
        else:
            self.take(event.key)

    def goes(self, key: str, rows: int) -> bool:
        """Go where a key leads among so many rows; say whether it is a key for that."""
        at = row_after(key, self._chosen, rows, self._list.size.height)
        if at is None:
            return False
        self._chosen = at
        return True

    def show(self) -> None:
        """Draw the rows anew, with the cursor on the chosen one."""
        self._list.show()
        self.call_after_refresh(self._follow)

    def _follow(self) -> None:
        move_cursor(self.app, self._list.cursor())
