"""A screen of rows to move through and hear: the help and the messages."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.app import ComposeResult
from textual.events import Key
from textual.screen import Screen

from tui.cursor import move_cursor
from tui.late_keys import typed_too_late
from tui.notice import Notice
from tui.row_list import RowList, row_after


class RowsScreen(Screen[None]):
    """Up and down say each row; escape goes back to the article."""

    def __init__(self, title: str, rows: Sequence[str], say: Callable[[str], None]) -> None:
        super().__init__()
        self._title = title
        self._rows = rows
        self._say = say
        self._chosen = 0
        self._list = RowList(lambda: (rows, self._chosen), "rows")

    def compose(self) -> ComposeResult:
        """Show the title, then the rows."""
        yield Notice("title", self._title)
        yield self._list

    def on_mount(self) -> None:
        """Say where the person is."""
        self._list.focus()
        self._say(f"{self._title}. {self._rows[0]}")
        self.call_after_refresh(self._follow)

    def on_resize(self) -> None:
        """Keep the cursor on the row."""
        self.call_after_refresh(self._follow)

    def _follow(self) -> None:
        move_cursor(self.app, self._list.cursor())

    def on_key(self, event: Key) -> None:
        """Move, or leave."""
        event.stop()
        if typed_too_late(self, event):
            return
        key = "space" if event.key == "enter" else event.key
        at = row_after(key, self._chosen, len(self._rows), self._list.size.height)
        if at is not None:
            self._chosen = at
            self._say(self._rows[self._chosen])
            self._list.show()
            self._follow()
        elif event.key in ("escape", "q", "f1", "question_mark", "m", "f6", "f10"):
            self.dismiss()
        elif event.key in ("ctrl+c", "ctrl+q"):
            self.app.exit()
