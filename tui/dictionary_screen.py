"""The list of the words that are said otherwise, to hear and to delete."""

from __future__ import annotations

from collections.abc import Callable

from content.dictionary import Entry, entries, remove
from content.errors import IntoneError
from tui.corrections import hear, read_anew
from tui.dictionary_phrases import described
from tui.list_screen import ListScreen
from tui.session import Session

_NONE = "There is no word in your dictionary; C on a word adds one."


class DictionaryScreen(ListScreen[None]):
    """Up and down say each entry, enter its word; delete, twice, deletes it."""

    LEAVES = frozenset({"escape", "q", "C"})

    def __init__(self, session: Session) -> None:
        super().__init__("Dictionary: enter, delete, escape")
        self._session = session
        self._entries: list[Entry] = []
        self._problem = ""
        self._sure = False
        """Whether delete was the last key, so that once more deletes."""

    def texts(self) -> list[str]:
        """Return a row for each entry, or one that says why there is none."""
        rows = [described(entry.said, entry.title) for entry in self._entries]
        return rows or [self._problem or _NONE]

    def begin(self) -> None:
        """Find the entries, and say where the person is."""
        self._find()
        self._session.say(f"Dictionary. {self._row()}")
        self._list.show()

    def take(self, key: str) -> None:
        """Move, hear, or delete."""
        sure, self._sure = self._sure, False
        if self.goes(key, max(1, len(self._entries))):
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
        self.show()

    def _find(self) -> None:
        try:
            self._entries = entries(self._session.library)
        except IntoneError as error:
            self._problem = str(error)
        self._chosen = max(0, min(self._chosen, len(self._entries) - 1))

    def _row(self) -> str:
        rows = self.texts()
        row = rows[self._chosen]
        return f"{row}, {self._chosen + 1} of {len(rows)}" if self._entries else row

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
