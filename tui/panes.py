"""The two panes: the list of sections beside the article's text, or one of them at a time."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Container
from textual.geometry import Offset
from textual.widget import Widget

from tui.display import Display
from tui.keymap import Place
from tui.reading_pane import ReadingPane
from tui.row_list import RowList
from tui.session import Session

NARROW = 72
"""Columns below which list and text are shown one at a time."""


class Panes(Container):
    """Shows where a session is, in both panes; one of them has the focus."""

    def __init__(self, session: Session, look: Display, follow: Callable[[], None]) -> None:
        """``follow`` is called when something is to be brought up to date with the session."""
        super().__init__(id="panes")
        self._session = session
        self._look = look
        self._follow = follow
        self._list = RowList(lambda: session.list.rows(), "list")
        self._text = ReadingPane(session.article, look, follow)
        self.place: Place = "list"
        """Which pane has the focus; Textual's own answer comes a moment after the key."""

    def compose(self) -> ComposeResult:
        """Lay the panes side by side."""
        yield self._list
        yield self._text

    def on_mount(self) -> None:
        """Start in the list."""
        self._list.focus()
        self._text.add_class("away")

    def show(self) -> None:
        """Show where the session is now."""
        narrator = self._session.narrator
        self._list.show()
        self._text.show(narrator.position, narrator.point.sentence, narrator.point.word)

    def cursor(self) -> Offset:
        """Return where the word is that is read, or the row that is chosen in the list."""
        session = self._session
        reading = session.narrator.playing and not session.choosing
        in_text = self.place == "text" or (reading and self._text.display)
        return self._text.cursor() if in_text else self._list.cursor()

    def go_to(self, place: Place) -> None:
        """Give the focus to a pane."""
        self.place = place
        here: Widget = self._list if place == "text" else self._text
        there: Widget = self._text if place == "text" else self._list
        there.remove_class("away")
        here.add_class("away")
        self.screen.set_focus(there)
        self.call_after_refresh(self._follow)

    def show_text(self) -> None:
        """Show the text, if the screen is too narrow to show it beside the list."""
        if not self._text.display:
            self.go_to("text")

    def take(self) -> None:
        """Show the article anew, since other blocks are in it now."""
        self._text.take(self._session.article)

    def use(self, look: Display) -> None:
        """Show all in another look."""
        self._look = look
        self._text.use(look)
        self.fit(self.app.size.width)
        if look.view != "normal" and self.place == "list":
            self.go_to("text")

    def fit(self, width: int) -> None:
        """Show one pane or both on a screen of ``width`` columns."""
        beside = self._look.beside and self._look.view == "normal" and width >= NARROW
        self.set_class(not beside, "narrow")
