"""The list of the words that are said otherwise, to hear and to delete."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.events import Key
from textual.screen import Screen

from content.dictionary import Entry, entries, remove
from content.errors import IntoneError
from tui.corrections import hear, read_anew
from tui.cursor import move_cursor
from tui.dictionary_phrases import described
from tui.late_keys import typed_too_late
from tui.notice import Notice
from tui.row_list import RowList, row_after
from tui.session import Session

_NONE = "There is no word in your dictionary; C on a word adds one."


class DictionaryScreen(Screen[None]):
    """Up and down say each entry, enter its word; delete, twice, deletes it."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._entries: list[Entry] = []
        self._problem = ""
        self._chosen = 0
        self._sure = False
        """Whether delete was the last key, so that once more deletes."""
        self._list = RowList(self._rows, "rows")

    def _rows(self) -> tuple[list[str], int]:
        rows = [described(entry.said, entry.title) for entry in self._entries]
        return rows or [self._problem or _NONE], self._chosen

    def compose(self) -> ComposeResult:
        """Show the title, then the rows."""
        yield Notice("title", "Dictionary: enter, delete, escape")
        yield self._list

    def on_mount(self) -> None:
        """Say where the person is."""
        self._list.focus()
        self._find()
        self._session.say(f"Dictionary. {self._row()}")
        self._list.show()
        self.call_after_refresh(self._follow)

    def _find(self) -> None:
        try:
            self._entries = entries(self._session.library)
        except IntoneError as error:
            self._problem = str(error)
        self._chosen = max(0, min(self._chosen, len(self._entries) - 1))

    def _row(self) -> str:
        rows, chosen = self._rows()
        return f"{rows[chosen]}, {chosen + 1} of {len(rows)}" if self._entries else rows[0]

    def on_resize(self) -> None:
        """Keep the cursor on the row."""
        self.call_after_refresh(self._follow)

    def _follow(self) -> None:
        move_cursor(self.app, self._list.cursor())

    def on_key(self, event: Key) -> None:
        """Move, hear, delete, or leave."""
        event.stop()
        if typed_too_late(self, event):
            return
        key = event.key
        sure, self._sure = self._sure, False
        at = row_after(key, self._chosen, max(1, len(self._entries)), self._list.size.height)
        if key in ("escape", "q", "C"):
            self.dismiss()
        elif key in ("ctrl+c", "ctrl+q"):
            self.app.exit()
        elif at is not None:
            self._chosen = at
            self._session.say(self._row())
        elif self._entries and key == "enter":
            self._do(lambda entry: hear(self._session, entry.said))
        elif self._entries and key in ("delete", "backspace"):
            if sure:
                self._do(self._delete)
            else:
                self._sure = True
                written = self._entries[self._chosen].said.written
                self._session.say(f"Press delete again to delete {written}.")
        self._list.show()
        self.call_after_refresh(self._follow)

    def _delete(self, entry: Entry) -> None:
        remove(self._session.library, [entry])
        read_anew(self._session)
        self._find()
        self._session.say(f"Deleted: {entry.said.written}. {self._row()}")

    def _do(self, what: Callable[[Entry], None]) -> None:
        try:
            what(self._entries[self._chosen])
        except IntoneError as error:
            self._session.say(str(error))
