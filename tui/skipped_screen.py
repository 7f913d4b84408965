"""The list of what was left out: each piece can be heard, put back, or gone to."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.events import Key
from textual.screen import Screen

from content.left_out import in_full
from content.text import clean_line
from tui.cursor import move_cursor
from tui.late_keys import typed_too_late
from tui.notice import Notice
from tui.putting_back import keep_kind, put_back
from tui.row_list import RowList, row_after
from tui.session import Session

_KEYS = "Enter reads it, P puts it back, G goes there, K always reads its kind."


class SkippedScreen(Screen[int | None]):
    """Up and down say each piece; it closes with the one to go to, or with none."""

    def __init__(self, session: Session) -> None:
        """Show what was left out of the article of ``session``; there is at least one piece."""
        super().__init__()
        self._session = session
        self._chosen = 0
        self._opened: int | None = None
        """The piece that is shown in full."""
        self._list = RowList(self._rows, "rows")

    def _rows(self) -> tuple[list[str], int]:
        texts = [piece.text for piece in self._session.keeping.pieces()]
        if self._opened is not None:
            full = clean_line(self._session.keeping.loaded.skipped[self._opened].text)
            texts[self._opened] = f"{texts[self._opened]}: {full}"
        return texts, self._chosen

    def compose(self) -> ComposeResult:
        """Show what can be done, then the rows."""
        yield Notice("title", "Left out: enter, p, g, k or escape")
        yield self._list

    def on_mount(self) -> None:
        """Say where the person is."""
        self._list.focus()
        self._session.say(f"What was left out. {self._row()}. {_KEYS}")
        self.call_after_refresh(self._follow)

    def on_resize(self) -> None:
        """Keep the cursor on the row."""
        self.call_after_refresh(self._follow)

    def _row(self) -> str:
        pieces = self._session.keeping.pieces()
        return f"{pieces[self._chosen].text}, {self._chosen + 1} of {len(pieces)}"

    def _follow(self) -> None:
        self._list.show()
        move_cursor(self.app, self._list.cursor())

    def on_key(self, event: Key) -> None:
        """Move, read, put back, go there, or leave."""
        event.stop()
        if typed_too_late(self, event):
            return
        key = event.key
        if key in ("escape", "q", "x", "f10"):
            self.dismiss(None)
        elif key in ("ctrl+c", "ctrl+q"):
            self.app.exit()
        elif key == "enter":
            self._read()
        elif key == "p":
            self._session.say(put_back(self._session, self._chosen))
            self._follow()
        elif key == "k":
            self._session.say(keep_kind(self._session, self._chosen))
            self._follow()
        elif key == "g":
            self.dismiss(self._chosen)
        else:
            at = row_after(key, self._chosen, len(self._session.keeping.loaded.skipped),
                           self._list.size.height)  # fmt: skip
            if at is not None:
                self._chosen, self._opened = at, None
                self._session.say(self._row())
                self._follow()

    def _read(self) -> None:
        """Read the piece in full, and show it."""
        self._opened = self._chosen
        piece = self._session.keeping.loaded.skipped[self._chosen]
        self._session.say(in_full(piece), self._session.article.language)
        self._follow()
