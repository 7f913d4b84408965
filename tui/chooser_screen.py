"""A screen to choose from a list that may take a while to find."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Sequence
from typing import Any

from textual.message import Message

from content.errors import IntoneError
from tui.choices import Choice, Choices
from tui.list_screen import ListScreen

A_MOMENT = 0.7
"""Seconds after which a person wonders whether anything happens."""


class Found(Message):
    """What there is to choose from, brought to the screen's thread."""

    def __init__(self, found: Any) -> None:
        super().__init__()
        self.found = found


class ChooserScreen(ListScreen[str]):
    """Up and down say each row, enter takes it, escape leaves all as it was."""

    def __init__(self, choices: Choices, say: Callable[[str], None]) -> None:
        super().__init__(f"{choices.title}: enter or escape")
        self._choices = choices
        self._say = say
        self._rows: Sequence[Choice] = ()
        self._waiting = ""
        """What stands in the list while there is none."""

    def texts(self) -> Sequence[str]:
        """Return the rows that were found, or what is waited for."""
        if not self._rows:
            return [self._waiting] if self._waiting else []
        return [row.text for row in self._rows]

    def begin(self) -> None:
        """Begin to look."""
        # No worker of Textual's: a person who leaves meanwhile would have to wait for it.
        threading.Thread(target=self._find, daemon=True).start()
        self.set_timer(A_MOMENT, self._say_looking)

    def take(self, key: str) -> None:
        """Move, or take."""
        if not self._rows:
            self._say(self._waiting or self._choices.looking)
        elif key == "enter":
            self._take()
        elif self.goes(key, len(self._rows)):
            self._say(self._row())
            self.show()

    def _find(self) -> None:
        try:
            found = self._choices.find()
        except IntoneError as error:
            found = error
        with contextlib.suppress(RuntimeError):  # the program has ended meanwhile
            self.post_message(Found(found))

    def _say_looking(self) -> None:
        if not self._rows and not self._waiting:
            self._wait(self._choices.looking)

    def _wait(self, sentence: str) -> None:
        self._waiting = sentence
        self._say(sentence)
        self._list.show()

    def on_found(self, message: Found) -> None:
        """Show what there is, and say what is chosen."""
        if isinstance(message.found, IntoneError):
            self._wait(str(message.found))
            return
        self._rows, self._chosen = self._choices.arrange(message.found)
        self._say(f"{self._choices.title}. {self._row()}")
        self.show()

    def _row(self) -> str:
        return f"{self._rows[self._chosen].text}, {self._chosen + 1} of {len(self._rows)}"

    def _take(self) -> None:
        row = self._rows[self._chosen]
        if row.refusal:
            self._say(row.refusal)
        else:
            self.dismiss(row.id)
