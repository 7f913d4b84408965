"""The screen of what can be chosen about how an article is said."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.events import Key
from textual.screen import Screen

from tui.cursor import move_cursor
from tui.late_keys import typed_too_late
from tui.notice import Notice
from tui.row_list import RowList, row_after
from tui.script_choices import SCRIPT_CHOICES
from tui.session import Session

TITLE = "How it is said"
_STEPS = {"right": 1, "enter": 1, "left": -1}


class SettingsScreen(Screen[None]):
    """Up and down say each choice, right and left change it, escape goes back."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._chosen = 0
        self._list = RowList(lambda: (self._rows(), self._chosen), "rows")

    def _rows(self) -> list[str]:
        settings = self._session.narrator.script.settings
        return [choice.sentence(settings) for choice in SCRIPT_CHOICES]

    def _change(self, by: int) -> None:
        choice = SCRIPT_CHOICES[self._chosen]
        value = choice.stepped(self._session.narrator.script.settings, by)
        self._session.say_otherwise(choice.field, value)

    def compose(self) -> ComposeResult:
        """Show the title, then the rows."""
        yield Notice("title", f"{TITLE}: left, right or escape")
        yield self._list

    def on_mount(self) -> None:
        """Say where the person is."""
        self._list.focus()
        self._session.say(f"{TITLE}. {self._row()}")
        self.call_after_refresh(self._follow)

    def on_resize(self) -> None:
        """Keep the cursor on the row."""
        self.call_after_refresh(self._follow)

    def _row(self) -> str:
        rows = self._rows()
        return f"{rows[self._chosen]}. {self._chosen + 1} of {len(rows)}"

    def _follow(self) -> None:
        move_cursor(self.app, self._list.cursor())

    def on_key(self, event: Key) -> None:
        """Move, change, or leave."""
        event.stop()
        if typed_too_late(self, event):
            return
        at = row_after(event.key, self._chosen, len(self._rows()), self._list.size.height)
        if event.key in ("escape", "q", "s", "f10"):
            self.dismiss()
        elif event.key in ("ctrl+c", "ctrl+q"):
            self.app.exit()
        elif event.key in _STEPS:
            self._change(_STEPS[event.key])
            self._show(self._rows()[self._chosen])
        elif at is not None:
            self._chosen = at
            self._show(self._row())

    def _show(self, said: str) -> None:
        self._session.say(said)
        self._list.show()
        self._follow()
