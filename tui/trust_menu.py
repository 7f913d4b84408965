"""The menu that tells what an article is: who vouches for it, and how old that is."""

from __future__ import annotations

from content.trust_sentences import facts, summary
from tui.menu import Menu, plain_rows
from tui.phrases import duration
from tui.session import Session


def trust_menu(session: Session) -> Menu:
    """Return the menu, whose first row says what matters most, and the others one fact each."""
    from datetime import date

    article, today = session.article, date.today()
    rows = [summary(article.trust, today), *facts(article, today, session.progress.words)]
    if not session.narrator.ended:
        pace = session.narrator.pace
        time = duration(session.seconds_left())
        rows.append(f"{time[:1].upper()}{time[1:]} left at {pace} words a minute.")
    return Menu("About this article", plain_rows(rows))
