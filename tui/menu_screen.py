"""A menu on the screen: rows to move through, to change, and to do something with."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from typing import Any

from textual.app import ComposeResult
from textual.events import Paste
from textual.geometry import Offset
from textual.message import Message

from content.errors import IntoneError
from content.text import clean_line
from tui import menu_search
from tui.early_keys import CANT_PASTE, Typed
from tui.key_help import menu_key_help
from tui.lazy_rows import Lazy
from tui.menu import Action, Menu, Outcome, Row
from tui.menu_search import start_finding
from tui.menu_speech import begin_menu, say_row, tell_menu
from tui.narrowing import Narrowing
from tui.notice import Notice
from tui.over_article import OverArticle
from tui.preference import preferred
from tui.question_screen import QuestionScreen
from tui.row_list import RowList, row_after
from tui.session import Session
from tui.speech_level import TYPING


class Found(Message):
    """What a search has found, brought to the screen's thread."""

    def __init__(self, found: Any) -> None:
        super().__init__()
        self.found = found


class MenuScreen(OverArticle):
    """Shows a menu; the terminal's cursor stands on the row that is chosen."""

    def __init__(self, menu: Menu, session: Session, opened_by: str = "") -> None:
        """``opened_by`` is the id of a command whose keys go back to the article, as escape."""
        super().__init__(session)
        self.menu = menu
        self._opened_by = opened_by
        self._list = RowList(self._rows, "rows")
        self._message = Notice("message")
        self._waiting = ""
        """What stands in the list while its rows are looked for."""
        self._searching = menu.search is not None
        self._action = 0
        """Which of the row's actions enter does."""
        self._narrowing = Narrowing(menu)

    def _rows(self) -> tuple[Sequence[str], int]:
        if self._searching:
            return [self._waiting] if self._waiting else [], 0
        rows = self.menu.rows()
        if not rows:
            return [self.menu.empty], 0
        return Lazy(len(rows), lambda at: rows[at].text), self.menu.chosen

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
            begin_menu(self._session, self.menu)
        else:
            start_finding(self.menu.search, self._bring)
            self.set_timer(menu_search.A_MOMENT, self._say_looking)
        self.be_ready()

    def on_screen_resume(self) -> None:
        """Come back from a question."""
        self._show()

    def come_back(self, outcome: Outcome) -> None:
        """Go on where a row has opened another menu, or asked; say what came of it."""
        self._settle(Outcome(outcome.said or self.menu.sentence()))
        if outcome.then is not None:
            outcome.then()

    # What is said and shown.

    def _say(self, text: str) -> None:
        """Say what stands on the screen."""
        self._session.say(text, shown=True)

    def _say_row(self) -> None:
        say_row(self._session, self.menu)

    def _show(self) -> None:
        self._message.show(self._session.messages.fresh)
        self._list.show()
        self.follow_cursor()

    def cursor(self) -> Offset:
        """Return where the person is."""
        return self._list.cursor()

    # What is looked for.

    def _bring(self, found: Any) -> None:
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
            begin_menu(self._session, self.menu)
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
        elif narrowed := self._narrowing.take(key, character):
            self._show_narrowed(narrowed)
        elif self._leaves(key):
            self.dismiss(Outcome())
        else:
            self._take(key, character)

    def _paste(self, text: str) -> None:
        """Look for what was pasted, where typing does that."""
        pasted = clean_line(text)
        narrowed = "" if self._searching or not pasted else self._narrowing.take("", pasted)
        if narrowed:
            self._show_narrowed(narrowed)
        else:
            self._session.messages.seen()
            self._settle(Outcome(CANT_PASTE))

    def typing(self) -> bool:
        """Return whether a key that types a character types one now."""
        return self.menu.typing()

    def key_help(self, key: str) -> str:
        """Return what ``key`` does here."""
        return menu_key_help(self._session.keys, key, self.menu, self._opened_by)

    def tell(self, sentence: str) -> None:
        """Show what was said."""
        self._message.show(sentence)
        self.follow_cursor()

    def _leaves(self, key: str) -> bool:
        return self._session.keys.leaves(key, self._opened_by, self.typing())

    def _while_searching(self, key: str) -> None:
        if self._leaves(key):
            self.dismiss(Outcome())
        elif self.menu.search is not None:
            self._say(self._waiting or self.menu.search.looking)

    def _show_narrowed(self, typed: str) -> None:
        self.query_one("#title", Notice).show(self._narrowing.title)
        letters = preferred(self._session, TYPING) in ("both", "letters")
        if letters:
            self._say(typed)
        say_row(self._session, self.menu, more=letters)
        self._show()

    def _take(self, key: str, character: str | None) -> None:
        row = self.menu.row()
        keys = self._session.keys
        shortcut, asks_for_help = keys.shortcut(key), keys.asks_for_help(key, self.typing())
        key = keys.in_menu(key, self.typing())
        at = row_after(key, self.menu.chosen, len(self.menu.rows()), self._list.size.height)
        actions = row.actions if row is not None else ()
        if found := next((each for each in actions if each.key == shortcut != ""), None):
            self._do(found.run)
            return
        if asks_for_help:
            tell_menu(self._session, self.menu, self.menu.hint)
        elif row is None:
            self._say(self.menu.sentence())
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
            # A key that does nothing tells at least where one is.
            tell_menu(self._session, self.menu, hint="")
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
