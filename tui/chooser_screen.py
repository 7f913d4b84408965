"""A screen to choose from a list that may take a while to find."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Sequence
from typing import Any

from textual.app import ComposeResult
from textual.events import Key
from textual.message import Message
from textual.screen import Screen

from content.errors import IntoneError
from tui.choices import Choice, Choices
from tui.cursor import move_cursor
from tui.late_keys import typed_too_late
from tui.notice import Notice
from tui.row_list import RowList, row_after

A_MOMENT = 0.7
"""Seconds after which a person wonders whether anything happens."""


class Found(Message):
    """What there is to choose from, brought to the screen's thread."""

    def __init__(self, found: Any) -> None:
        super().__init__()
        self.found = found


class ChooserScreen(Screen[str | None]):
    """Up and down say each row, enter takes it, escape leaves all as it was."""

    def __init__(self, choices: Choices, say: Callable[[str], None]) -> None:
        super().__init__()
        self._choices = choices
        self._say = say
        self._rows: Sequence[Choice] = ()
        self._waiting = ""
        """What stands in the list while there is none."""
        self._chosen = 0
        self._list = RowList(self._texts, "rows")

    def _texts(self) -> tuple[Sequence[str], int]:
        if not self._rows:
            return ([self._waiting] if self._waiting else []), 0
        return [row.text for row in self._rows], self._chosen

    def compose(self) -> ComposeResult:
        """Show the title, then the rows."""
        yield Notice("title", f"{self._choices.title}: enter or escape")
        yield self._list

    def on_mount(self) -> None:
        """Begin to look."""
        self._list.focus()
        # No worker of Textual's: a person who leaves meanwhile would have to wait for it.
        threading.Thread(target=self._find, daemon=True).start()
        self.set_timer(A_MOMENT, self._say_looking)
        self.call_after_refresh(self._follow)

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
        self._list.show()
        self.call_after_refresh(self._follow)

    def _row(self) -> str:
        return f"{self._rows[self._chosen].text}, {self._chosen + 1} of {len(self._rows)}"

    def on_resize(self) -> None:
        """Keep the cursor on the row."""
        self.call_after_refresh(self._follow)

    def _follow(self) -> None:
        move_cursor(self.app, self._list.cursor())

    def on_key(self, event: Key) -> None:
        """Move, take, or leave."""
        event.stop()
        if typed_too_late(self, event):
            return
        if event.key == "escape":
            self.dismiss(None)
        elif event.key in ("ctrl+c", "ctrl+q"):
            self.app.exit()
        elif not self._rows:
            self._say(self._waiting or self._choices.looking)
        elif event.key == "enter":
            self._take()
        else:
            self._move(event.key)

    def _move(self, key: str) -> None:
        at = row_after(key, self._chosen, len(self._rows), self._list.size.height)
        if at is not None:
            self._chosen = at
            self._say(self._row())
            self._list.show()
            self._follow()

    def _take(self) -> None:
        row = self._rows[self._chosen]
        if row.refusal:
            self._say(row.refusal)
        else:
            self.dismiss(row.id)
