"""Lists, forms and questions as data: each front end shows them in its own way.

A Menu is a list of rows that stays until it is left. A row has actions, or values to change,
or a text to edit. A Question is one line of text that is typed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from tui.mixed import Part


@dataclass(frozen=True, slots=True)
class Outcome:
    """What comes of an action, or of the answer to a question."""

    said: str = ""
    """What to say; when the menu closes, only if nothing is read on then."""
    close: bool = False
    """Whether the menu, or the question, is done with."""
    then: Callable[[], None] | None = None
    """What to do once it is closed and reading goes on."""


STAY = Outcome()
"""Nothing more to say: the action has said what there is to hear."""


@dataclass(frozen=True, slots=True)
class Action:
    """Something that can be done with a row."""

    name: str
    """As a person would ask for it: "Put it back"."""
    run: Callable[[], Outcome]
    """May raise IntoneError, whose sentence is then said and kept."""
    key: str = ""
    """A shortcut, as Textual names it; the arrows and enter do without."""


@dataclass(frozen=True, slots=True)
class Question:
    """One line of text to type."""

    title: str
    """What is asked: "Find"."""
    taken: Callable[[str], Outcome]
    """Is given the line; may raise IntoneError, after which the question stays."""
    value: str = ""
    """What stands in the line at first."""
    most: int = 200
    """How many characters there may be."""
    typed: Callable[[str], tuple[Part, ...]] | None = None
    """Is given the line after each change, and returns what to say and show of it."""
    step: Callable[[int], tuple[Part, ...]] | None = None
    """Goes to the next (1) or previous (-1) of what was found, and returns what to say."""
    left: Callable[[], str] | None = None
    """Is told when the question is left without an answer, and returns what to say."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a menu."""

    text: str
    """As it is shown and said."""
    actions: tuple[Action, ...] = ()
    """Enter does the first; where there are more, left and right go through them."""
    change: Callable[[int], str] | None = None
    """Takes the next value (1) or the one before (-1), and returns what to say."""
    question: Callable[[], Question] | None = None
    """Edits the row's text: enter asks, and so does typing."""
    language: str = ""
    """Of the text; empty for that of the interface."""
    under: int = 0
    """How many of the rows below belong to this one, which is the name of their group."""

    @property
    def role(self) -> str:
        """What it is, where that is more than a row of a list."""
        if self.change is not None:
            return "choice"
        if self.question is not None:
            return "" if self.text.endswith("edit") else "edit"
        return "button" if self.actions and self.actions[0].name == self.text else ""


@dataclass(frozen=True, slots=True)
class Search:
    """Finds rows that are not there at once."""

    looking: str
    """What is said when finding takes longer than a moment."""
    find: Callable[[], Any]
    """Finds what there is, on any thread; may take its time, or raise IntoneError."""
    found: Callable[[Any], None]
    """Makes rows of it, on the front end's own thread."""


@dataclass(slots=True)
class Menu:
    """A list over the article; reading waits until it is left."""

    title: str
    rows: Callable[[], Sequence[Row]]
    """Asked whenever the menu is shown; a long list makes its rows as they are asked for."""
    chosen: int = 0
    hint: str = ""
    """How to use it, said and shown at its beginning."""
    role: str = "list"
    """What it is called where roles are said: "list", or "form"."""
    empty: str = "There is nothing here."
    """What is said when it has no rows."""
    search: Search | None = None
    narrow: Callable[[str], None] | None = None
    """Is given what was typed, and lets ``rows`` be those that go with it."""

    def row(self) -> Row | None:
        """Return the chosen row; None when there is none."""
        rows = self.rows()
        self.chosen = max(0, min(self.chosen, len(rows) - 1))
        return rows[self.chosen] if rows else None

    def typing(self) -> bool:
        """Return whether a key that types a character types one here."""
        row = self.row()
        return self.narrow is not None or (row is not None and row.question is not None)

    def sentence(self, roles: bool = False) -> str:
        """Return what is said of the chosen row: its text, with its role if asked, its place."""
        row = self.row()
        if row is None:
            return self.empty
        said = f"{row.text}, {row.role}" if roles and row.role else row.text
        ends = said.endswith((".", "!", "?"))
        return f"{said}{'' if ends else ','} {self.chosen + 1} of {len(self.rows())}"


def plain_rows(texts: Sequence[str]) -> Callable[[], Sequence[Row]]:
    """Return what gives rows that can only be heard."""
    rows = [Row(text) for text in texts]
    return lambda: rows
