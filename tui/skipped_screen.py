"""The list of what was left out: each piece can be heard, put back, or gone to."""

from __future__ import annotations

from content.left_out import in_full
from content.text import clean_line
from tui.list_screen import ListScreen
from tui.putting_back import keep_kind, put_back
from tui.session import Session

_KEYS = "Enter reads it, P puts it back, G goes there, K always reads its kind."


class SkippedScreen(ListScreen[int]):
    """Up and down say each piece; it closes with the one to go to, or with none."""

    LEAVES = frozenset({"escape", "q", "x", "f10"})

    def __init__(self, session: Session) -> None:
        """Show what was left out of the article of ``session``; there is at least one piece."""
        super().__init__("Left out: enter, p, g, k or escape")
        self._session = session
        self._opened: int | None = None
        """The piece that is shown in full."""

    def texts(self) -> list[str]:
        """Return a row for each piece, in full for the one that was opened."""
        texts = [piece.text for piece in self._session.keeping.pieces()]
        if self._opened is not None:
            full = clean_line(self._session.keeping.loaded.skipped[self._opened].text)
            texts[self._opened] = f"{texts[self._opened]}: {full}"
        return texts

    def begin(self) -> None:
        """Say where the person is, and what can be done."""
        self._session.say(f"What was left out. {self._row()}. {_KEYS}")

    def take(self, key: str) -> None:
        """Move, read, put back, or go there."""
        if key == "g":
            self.dismiss(self._chosen)
            return
        if key == "enter":
            self._read()
        elif key == "p":
            self._session.say(put_back(self._session, self._chosen))
        elif key == "k":
            self._session.say(keep_kind(self._session, self._chosen))
        elif self.goes(key, len(self._session.keeping.loaded.skipped)):
            self._opened = None
            self._session.say(self._row())
        self.show()

    def _row(self) -> str:
        pieces = self._session.keeping.pieces()
        return f"{pieces[self._chosen].text}, {self._chosen + 1} of {len(pieces)}"

    def _read(self) -> None:
        """Read the piece in full, and show it."""
        self._opened = self._chosen
        piece = self._session.keeping.loaded.skipped[self._chosen]
        self._session.say(in_full(piece), self._session.article.language)
