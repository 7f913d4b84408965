"""The menu of what was skipped: each piece can be heard, put back, or gone to."""

from __future__ import annotations

from content.left_out import in_full
from content.text import clean_line
from tui.lazy_rows import Lazy
from tui.menu import STAY, Action, Menu, Outcome, Row
from tui.putting_back import go_to, keep_kind, put_back
from tui.session import Session

_HINT = "Enter reads it, P puts it back, G goes there, K always reads its kind."
_HINT_WITHOUT_LETTERS = "Enter reads it; right and left choose what else it does."


def skipped_menu(session: Session) -> Menu | None:
    """Return the menu of what was skipped; where nothing was, None, and that is said."""
    if not session.keeping.loaded.skipped:
        session.say("Nothing was skipped.")
        return None
    opened: set[int] = set()
    """The pieces that are shown in full."""

    def read(index: int) -> Outcome:
        opened.add(index)
        piece = session.keeping.loaded.skipped[index]
        session.say(in_full(piece), session.article.language, content=True)
        return STAY

    def go(index: int) -> Outcome:
        go_to(session, index)
        if session.front is not None:
            session.front.show_text()
        return Outcome(f"Put back, and you are there. {session.way('play')} to read.", close=True)

    def row(index: int) -> Row:
        text = session.keeping.text(index)
        if index in opened:
            text += ": " + clean_line(session.keeping.loaded.skipped[index].text)
        actions = (
            Action("Read it", lambda: read(index)),
            Action("Put it back or skip it", lambda: Outcome(put_back(session, index)), "p"),
            Action("Go there", lambda: go(index), "g"),
            Action("Always read its kind, or not", lambda: Outcome(keep_kind(session, index)), "k"),
        )
        return Row(text, actions)

    rows = Lazy(len(session.keeping.loaded.skipped), row)
    nearest = session.keeping.nearest(session.narrator.position.block)
    hint = _HINT if session.keys.letters else _HINT_WITHOUT_LETTERS
    return Menu("Skipped pieces", lambda: rows, nearest, hint)
