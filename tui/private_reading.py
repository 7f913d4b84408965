"""Private reading: nothing that tells that this article was read is kept of it."""

from __future__ import annotations

import sqlite3

from content.library_traces import take_back
from content.web.address import is_web_address
from tui.session import Session


def read_privately(session: Session) -> None:
    """Keep nothing of the article from now on, and take back what this reading has left.

    What was kept of it before this reading stays as it was.
    """
    session.library.private = True
    try:
        take_back(session.library, session.article, session.traces)
        if session.traces.article is None and is_web_address(session.article.source):
            from content.web import copies

            copies.forget(session.article.source)
    except (sqlite3.Error, OSError) as error:
        session.report(
            f"Nothing is kept from now on, but what was kept can't be deleted: {error}; "
            "leave other readers, and use intone forget."
        )
        return
    session.answer("Private. Nothing of this article is kept.")


def keep_again(session: Session) -> None:
    """Keep the place from now on, as in any reading."""
    session.library.private = False
    session.keep_place(now=True)
    session.answer("No longer private. Your place is kept again.")
