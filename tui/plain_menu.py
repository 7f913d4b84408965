"""A menu in plain mode: its rows are numbered, and a number does something with its row.

Of rows in groups the names of the groups are listed, and each group when it is asked for; a
number is that of a row among all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from content.errors import IntoneError
from tui.announcer import INTERFACE_LANGUAGE
from tui.menu import Action, Menu, Outcome, Row
from tui.phrases import count
from tui.plain_question import TypedQuestion
from tui.plain_search import found_by
from tui.plain_values import set_to, step_of
from tui.plain_words import abbreviated
from voices.messages import Priority

if TYPE_CHECKING:
    from tui.plain import PlainFrontEnd

_PAGE = 20
"""Rows that are written at once."""
_LEAVING = ("", "back", "q", "quit")
_PAGES = {"more": 1, "before": -1, "list": 0}


class NumberedMenu:
    """Takes lines until the menu is left."""

    def __init__(self, menu: Menu, front: PlainFrontEnd, back: Callable[[Outcome], None]) -> None:
        """``back`` is given what came of it."""
        self._menu = menu
        self._front = front
        self._back = back
        self._first = 0
        """Where among the listed rows the page begins."""
        self._group: range | None = None
        """The rows of the group that is listed."""

    def begin(self) -> None:
        """Find what there is, and write it."""
        search = self._menu.search
        if search is not None:
            try:
                found = found_by(search, self._front)
            except IntoneError as error:
                self._front.session.messages.append(str(error))
                self._back(Outcome(str(error)))
                self._front.answer.note(str(error))
                return
            if found is None:
                self._back(Outcome())
                return
            search.found(found)
        self._front.over.append(self)
        self._first = self._menu.chosen // _PAGE * _PAGE
        self._list()

    def take(self, line: str) -> bool:
        """Take a line; return False when it means nothing here and may be a command."""
        folded = line.casefold()
        number, _, rest = line.partition(" ")
        if folded in _LEAVING:
            self._close(Outcome())
        elif folded == "list" and self._group is not None:
            self._first, self._group = 0, None
            self._page()
        elif folded in _PAGES:
            self._turn(_PAGES[folded])
        elif number.rstrip(".").isdecimal() and number.isascii():
            self._choose(int(number.rstrip(".")[:9]), rest.strip())
        elif self._menu.narrow is not None:
            self._menu.narrow(line)
            self._menu.chosen = self._first = 0
            self._list()
        else:
            return False
        return True

    # What is written.

    def _list(self) -> None:
        rows = self._menu.rows()
        if not rows:
            self._front.answer.say(f"{self._menu.title}. {self._menu.empty}")
            if self._menu.narrow is None:
                self._front.over.remove(self)
                self._front.answer.quietly(lambda: self._back(Outcome()))
            return
        title = f"{self._menu.title}, {len(rows)}. {self._how()}"
        self._put(title, priority="now")
        self._page()

    def _listed(self) -> Sequence[int]:
        """Return the indexes of the rows to list: of a group, or of those in no group."""
        rows = self._menu.rows()
        if self._group is not None or not (rows and rows[0].under):
            return range(len(rows)) if self._group is None else self._group
        listed, index = [], 0
        while index < len(rows):
            listed.append(index)
            index += 1 + rows[index].under
        return listed

    def _page(self) -> None:
        rows, listed = self._menu.rows(), self._listed()
        end = min(self._first + _PAGE, len(listed))
        for index in listed[self._first : end]:
            row = rows[index]
            now = "Chosen now: " if self._menu.search and index == self._menu.chosen else ""
            self._put(f"{index + 1}. {now}{row.text}", row.language)
        if end < len(listed):
            self._put(f"Type more for {count(len(listed) - end, 'more row')}.")

    def _put(self, line: str, language: str = "", priority: Priority = "more") -> None:
        self._front.answer.put(line)
        self._front.answer.speak(line, language or INTERFACE_LANGUAGE, priority)

    def _how(self) -> str:
        """Return what can be typed, by what can be done with the first rows."""
        rows = self._menu.rows()
        page = (rows[at] for at in self._listed()[self._first : self._first + _PAGE])
        row = next((row for row in page if row.change or row.question or row.actions), None)
        if row is None:
            return "Enter goes back."
        if row.under:
            what = "Type a number to list what is under it"
        elif row.change is not None:
            what = "Type a number to change it, or a number and a value"
        elif row.question is not None:
            what = "Type a number and what is to stand there"
        elif row.actions[0].name == row.text:
            what = "Type a number to do it"
        else:
            first, *others = [action.name[:1].lower() + action.name[1:] for action in row.actions]
            also = f", or a number and {' or '.join(others)}" if others else ""
            what = f"Type a number to {first}{also}"
        narrows = " Letters make the list shorter." if self._menu.narrow is not None else ""
        return f"{what}; enter goes back.{narrows}"

    def _turn(self, by: int) -> None:
        first = self._first + by * _PAGE
        if 0 <= first < len(self._listed()):
            self._first = first
            self._page()
        else:
            self._front.answer.say("That is all there is.")

    # What is done.

    def _choose(self, number: int, rest: str) -> None:
        rows = self._menu.rows()
        if not 1 <= number <= len(rows):
            self._front.answer.say(f"There is no row {number}; there are {len(rows)}.")
            return
        self._menu.chosen = number - 1
        row = rows[number - 1]
        step = step_of(rest)
        action = action_named(rest, row)
        if row.under:
            self._group, self._first = range(number, number + row.under), 0
            self._put(f"{row.text}. {self._how()}", priority="now")
            self._page()
        elif action is not None:
            self._settle(action.run())
        elif row.question is not None and not (rest and step):
            typed = TypedQuestion(row.question(), self._front, self._answered)
            if rest:
                typed.take_at_once(rest.removeprefix("=").strip())
            else:
                typed.begin()
        elif row.change is not None:
            self._front.answer.say(row.change(step) if step else set_to(row, rest))
        elif row.actions and not rest:
            self._settle(row.actions[0].run())
        elif row.actions:
            names = ", ".join(action.name for action in row.actions)
            self._front.answer.say(f"What can be done with it: {names}.")
        else:
            self._front.answer.say(row.text)

    def _answered(self, outcome: Outcome) -> None:
        row = self._menu.row()
        self._front.answer.say(outcome.said or (row.text if row is not None else self._menu.empty))

    def _settle(self, outcome: Outcome) -> None:
        if outcome.close:
            self._close(outcome)
        elif outcome.said:
            self._front.answer.say(outcome.said)

    def come_back(self, outcome: Outcome) -> None:
        """Go on after another menu over this one was left."""
        self._front.answer.say(outcome.said or f"Back to {self._menu.title}.")
        if outcome.then is not None:
            outcome.then()

    def _close(self, outcome: Outcome) -> None:
        self._front.over.remove(self)
        self._back(outcome)
        self._front.answer.note(outcome.said)


def action_named(typed: str, row: Row) -> Action | None:
    """Return the action of a row that was typed: its key, or letters of its name.

    Where something else can be typed for the row, the first word has to be typed in full.
    """
    folded = typed.casefold()
    if not folded or folded.startswith("="):
        return None
    found = [action for action in row.actions if action.key == folded] or abbreviated(
        folded.split(), row.actions, lambda action: (action.name.casefold(),)
    )
    first = folded.split()[0]
    if found and (row.change is not None or row.question is not None):
        found = [action for action in found if action.name.casefold().split()[0] == first]
    return found[0] if found else None
