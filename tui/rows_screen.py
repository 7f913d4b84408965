"""A screen of rows to move through and hear: the help and the messages."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tui.list_screen import ListScreen


class RowsScreen(ListScreen[None]):
    """Up and down say each row; escape goes back to the article."""

    LEAVES = frozenset({"escape", "q", "f1", "question_mark", "m", "f6", "f10"})

    def __init__(self, title: str, rows: Sequence[str], say: Callable[[str], None]) -> None:
        super().__init__(title)
        self._rows = rows
        self._say = say

    def texts(self) -> Sequence[str]:
        """Return the rows."""
        return self._rows

    def begin(self) -> None:
        """Say where the person is."""
        self._say(f"{self._title}. {self._rows[0]}")

    def take(self, key: str) -> None:
        """Go to a row and say it; enter says it again."""
        if self.goes("space" if key == "enter" else key, len(self._rows)):
            self._say(self._rows[self._chosen])
            self.show()
