"""The list of sections as a menu, in which each has the number that the article gives it."""

from __future__ import annotations

from content.model import Position
from tui.going import remember
from tui.lazy_rows import Lazy
from tui.menu import Action, Menu, Outcome, Row
from tui.session import Session


def sections_menu(session: Session) -> Menu:
    """Return the menu, the section that is read chosen; enter reads on from one."""
    here = max(0, session.section() - 1)
    rows = Lazy(len(session.article.sections), lambda index: _row(session, index))
    return Menu("Sections", lambda: rows, here, empty="There are none.")


def _row(session: Session, index: int) -> Row:
    sections = session.article.sections
    section = sections[index]
    above = sections[index - 1].level if index else 0
    level = f", level {section.level}" if section.level != above else ""
    here = ", you are here" if index + 1 == session.section() else ""
    action = Action("Read it", lambda: Outcome(close=True, then=lambda: _read(session, index)))
    return Row(f"{section.title}{level}{here}", (action,))


def _read(session: Session, index: int) -> None:
    place = session.narrator.script.at(Position(session.article.sections[index].first))
    if place is not None:
        remember(session)
        session.change(lambda narrator: narrator.go(place, "article"))
