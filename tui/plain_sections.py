"""The list of sections as a menu, in which each has the number that the article gives it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import overload

from content.model import Position
from tui.going import remember
from tui.menu import Action, Menu, Outcome, Row
from tui.session import Session


def sections_menu(session: Session) -> Menu:
    """Return the menu, the section that is read chosen; enter reads on from one."""
    here = max(0, session.section() - 1)
    return Menu("Sections", lambda: _Rows(session), here, empty="There are none.")


class _Rows(Sequence[Row]):
    """A row for each section, made when it is asked for."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def __len__(self) -> int:
        return len(self._session.article.sections)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        sections = self._session.article.sections
        section = sections[index]
        above = sections[index - 1].level if index else 0
        level = f", level {section.level}" if section.level != above else ""
        here = ", you are here" if index + 1 == self._session.section() else ""
        action = Action("Read it", lambda: Outcome(close=True, then=lambda: self._read(index)))
        return Row(f"{section.title}{level}{here}", (action,))

    def _read(self, index: int) -> None:
        session = self._session
        place = session.narrator.script.at(Position(session.article.sections[index].first))
        if place is not None:
            remember(session)
            session.change(lambda narrator: narrator.go(place, "article"))
