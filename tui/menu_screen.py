"""A menu on the screen: rows to move through, to change, and to do something with."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Sequence
from typing import Any

from textual.app import ComposeResult
from textual.events import Paste
from textual.message import Message
from textual.screen import Screen

from content.errors import IntoneError
from content.spelling import character_name
from content.text import clean_line
from tui.cursor import move_cursor
from tui.early_keys import Opened, Typed
from tui.key_help import menu_key_help
from tui.menu import Action, Menu, Outcome, Row, Texts
from tui.mixed import Part, ours, say_parts
from tui.notice import Notice
from tui.preference import preferred
from tui.question_screen import QuestionScreen
from tui.roles import tells_every_role, tells_roles
from tui.row_list import RowList, row_after
from tui.session import Session
from tui.speech_level import TYPING

CANT_PASTE = "There is nothing here to paste into."
A_MOMENT = 0.7
"""Seconds after which a person wonders whether anything happens."""


class Found(Message):
    """What a search has found, brought to the screen's thread."""

    def __init__(self, found: Any) -> None:
        super().__init__()
        self.found = found


class MenuScreen(Screen[Outcome]):
    """Shows a menu; the terminal's cursor stands on the row that is chosen."""

    def __init__(self, menu: Menu, session: Session, opened_by: str = "") -> None:
        """``opened_by`` is the id of a command whose keys go back to the article, as escape."""
        super().__init__()
        self.menu = menu
        self.ready = False
        """Whether keys can be taken."""
        self._session = session
        self._opened_by = opened_by
        self._list = RowList(self._rows, "rows")
        self._message = Notice("message")
        self._waiting = ""
        """What stands in the list while its rows are looked for."""
        self._searching = menu.search is not None
        self._action = 0
        """Which of the row's actions enter does."""
        self._typed = ""

    def _rows(self) -> tuple[Sequence[str], int]:
        if self._searching:
            return [self._waiting] if self._waiting else [], 0
        rows = self.menu.rows()
        return (Texts(rows), self.menu.chosen) if rows else ([self.menu.empty], 0)

    def compose(self) -> ComposeResult:
        """Show the title, then the rows."""
        yield Notice("title", self.menu.title)
        yield Notice("hint", self.menu.hint)
        yield self._list
        yield self._message

    def on_mount(self) -> None:
        """Let the person move in the list."""
        self._list.focus()
        if self.menu.search is None:
            self._begin()
        else:
            # No worker of Textual's: a person who leaves meanwhile would have to wait for it.
            threading.Thread(target=self._find, daemon=True).start()
            self.set_timer(A_MOMENT, self._say_looking)
        self.call_after_refresh(self._follow)
        self.ready = True
        self.post_message(Opened())

    def on_resize(self) -> None:
        """Keep the cursor on the row."""
        self.call_after_refresh(self._follow)

    def on_screen_resume(self) -> None:
        """Come back from a question."""
        self._show()

    def come_back(self, outcome: Outcome) -> None:
        """Go on where a row has opened another menu, or asked; say what came of it."""
        self._settle(Outcome(outcome.said or self.menu.sentence()))
        if outcome.then is not None:
            outcome.then()

    # What is said and shown.

    def _begin(self) -> None:
        """Say what this is, the chosen row, and, the first time in a reading, how to use it."""
        told, hint = self._session.hints_told, self.menu.hint
        self._tell(hint="" if hint in told or not self.menu.rows() else hint)
        told.add(hint)

    def _tell(self, hint: str) -> None:
        role = f", {self.menu.role}" if tells_roles(self._session) else ""
        row = self._row_parts()
        ends = "." if hint and not row[-1][0].endswith((".", "!", "?")) else ""
        last = row[-1][0] + ends, row[-1][1]
        parts = (ours(f"{self.menu.title}{role}."), *row[:-1], last, ours(hint))
        say_parts(self._session, parts, shown=True)

    def _say(self, text: str) -> None:
        """Say what stands on the screen."""
        self._session.say(text, shown=True)

    def _sentence(self) -> str:
        return self.menu.sentence(roles=tells_every_role(self._session))

    def _say_row(self, more: bool = False) -> None:
        say_parts(self._session, self._row_parts(), "more" if more else "now", shown=True)

    def _row_parts(self) -> tuple[Part, ...]:
        row, sentence = self.menu.row(), self._sentence()
        if row is None or not row.language:
            return (ours(sentence),)
        rest = sentence.removeprefix(row.text)
        comma = "," if rest.startswith(",") else ""
        return (row.text + comma, row.language), ours(rest.lstrip(", "))

    def _show(self) -> None:
        self._message.show(self._session.messages.fresh)
        self._list.show()
        self.call_after_refresh(self._follow)

    def _follow(self) -> None:
        if self.app.screen is self:
            move_cursor(self.app, self._list.cursor())

    # What is looked for.

    def _find(self) -> None:
        assert self.menu.search is not None  # noqa: S101 - else there is no such thread
        try:
            found = self.menu.search.find()
        except IntoneError as error:
            found = error
        with contextlib.suppress(RuntimeError):  # the program has ended meanwhile
            self.post_message(Found(found))

    def _say_looking(self) -> None:
        if self._searching and not self._waiting and self.menu.search is not None:
            self._wait(self.menu.search.looking)

    def _wait(self, sentence: str) -> None:
        self._waiting = sentence
        self._say(sentence)
        self._list.show()

    def on_found(self, message: Found) -> None:
        """Show what there is, and say what is chosen."""
        if isinstance(message.found, IntoneError):
            self._session.messages.append(str(message.found))
            self._wait(str(message.found))
        elif self.menu.search is not None:
            self.menu.search.found(message.found)
            self._searching = False
            self._begin()
            self._show()

    # Keys.

    async def take(self, event: Typed) -> None:
        """Leave, or do what the key asks for."""
        if isinstance(event, Paste):
            self._paste(event.text)
            return
        self._session.messages.seen()
        key, character = event.key, event.character if event.is_printable else None
        if self._searching:
            self._while_searching(key)
        elif self.menu.narrow is not None and self._narrows(key, character):
            self._show()
        elif self._leaves(key):
            self.dismiss(Outcome())
        elif self._session.keys.asks_for_help(key, self.typing()):
            self._tell(self.menu.hint)
        else:
            self._take(key, character)

    def _paste(self, text: str) -> None:
        """Look for what was pasted, where typing does that."""
        pasted = clean_line(text)
        if self.menu.narrow is None or self._searching or not pasted:
            self._session.messages.seen()
            self._settle(Outcome(CANT_PASTE))
        else:
            self._narrows("", pasted)
            self._show()

    def typing(self) -> bool:
        """Return whether a key that types a character types one now."""
        return self.menu.typing()

    def key_help(self, key: str) -> str:
        """Return what ``key`` does here."""
        return menu_key_help(self._session.keys, key, self.menu, self._opened_by)

    def tell(self, sentence: str) -> None:
        """Show what was said."""
        self._message.show(sentence)
        self.call_after_refresh(self._follow)

    def _leaves(self, key: str) -> bool:
        return self._session.keys.leaves(key, self._opened_by, self.typing())

    def _while_searching(self, key: str) -> None:
        if self._leaves(key):
            self.dismiss(Outcome())
        elif self.menu.search is not None:
            self._say(self._waiting or self.menu.search.looking)

    def _narrows(self, key: str, character: str | None) -> bool:
        """Take what is typed; say whether the key was for that."""
        if key == "backspace":
            gone, self._typed = self._typed[-1:], self._typed[:-1]
            typed = f"{character_name(gone)}, deleted" if gone else "Nothing to delete."
        elif character is None or (character == " " and not self._typed):
            return False
        else:
            self._typed += character
            typed = character_name(character)
        if self.menu.narrow is not None:
            self.menu.narrow(self._typed)
        self.menu.chosen = 0
        shown = f": {self._typed}" if self._typed else ""
        self.query_one("#title", Notice).show(self.menu.title + shown)
        letters = preferred(self._session, TYPING) in ("both", "letters")
        if letters:
            self._say(typed)
        self._say_row(more=letters)
        return True

    def _take(self, key: str, character: str | None) -> None:
        row = self.menu.row()
        keys = self._session.keys
        shortcut, key = keys.shortcut(key), keys.in_menu(key, self.menu.typing())
        at = row_after(key, self.menu.chosen, len(self.menu.rows()), self._list.size.height)
        if row is None:
            self._say(self.menu.sentence())
        elif found := next((each for each in row.actions if each.key == shortcut != ""), None):
            self._do(found.run)
            return
        elif key == "space" and row.change is not None:
            self._go_through(row, 1)
        elif key in ("pagedown", "pageup") and self._list.turn(1 if key == "pagedown" else -1):
            self._say_row()
        elif at is not None:
            self.menu.chosen, self._action = at, 0
            self._say_row()
        elif key in ("left", "right"):
            self._go_through(row, 1 if key == "right" else -1)
        elif key == "enter":
            self._enter(row)
            return
        elif row.question is not None and (character or key == "backspace"):
            self._ask(row, character or "")
        else:
            self._tell(hint="")  # a key that does nothing tells at least where one is
        self._show()

    def _go_through(self, row: Row, by: int) -> None:
        if row.change is not None:
            change = row.change
            self._do(lambda: Outcome(change(by)))
        elif len(row.actions) > 1:
            self._action = (self._action + by) % len(row.actions)
            self._say(row.actions[self._action].name)
        else:
            self._say_row()

    def _enter(self, row: Row) -> None:
        if row.question is not None:
            self._ask(row)
        elif row.change is not None:
            self._go_through(row, 1)
        elif row.actions:
            self._do(self._chosen_action(row).run)
        else:
            self._say_row()

    def _chosen_action(self, row: Row) -> Action:
        return row.actions[min(self._action, len(row.actions) - 1)]

    def _do(self, what: Callable[[], Outcome]) -> None:
        try:
            outcome = what()
        except IntoneError as error:
            outcome = Outcome(str(error))
        self._settle(outcome)

    def _settle(self, outcome: Outcome) -> None:
        if outcome.close:
            self.dismiss(outcome)
            return
        if outcome.said:
            self._say(outcome.said)
            if self._has_message(outcome):
                self._session.messages.append(outcome.said)
        self._show()

    def _has_message(self, outcome: Outcome) -> bool:
        """Whether what was said is not to be seen in the row itself."""
        row = self.menu.row()
        return row is None or outcome.said not in row.text

    def _ask(self, row: Row, typed: str = "") -> None:
        if row.question is None:
            return
        screen = QuestionScreen(row.question(), self._session, typed, in_form=True)

        def answered(outcome: Outcome | None) -> None:
            rows = len(self.menu.rows())
            self.menu.chosen = max(0, min(self.menu.chosen + screen.goes_on, rows - 1))
            if outcome is not None and outcome.said and not screen.goes_on:
                self._settle(Outcome(outcome.said))
            else:
                self._say_row()
                self._show()

        self.app.push_screen(screen, answered)
