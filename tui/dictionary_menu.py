"""The menu of the words that are said otherwise, to hear and to delete."""

from __future__ import annotations

from content.dictionary import Entry, entries, remove
from content.errors import IntoneError
from tui.corrections import hear, read_anew
from tui.dictionary_phrases import described
from tui.menu import STAY, Action, Menu, Outcome, Row
from tui.session import Session


def dictionary_menu(session: Session) -> Menu:
    """Return the menu: enter says an entry's word; delete, twice, deletes it."""
    menu = Menu(
        "Dictionary", lambda: rows, hint="Enter says it, delete deletes it.",
        empty=f"There is no word in your dictionary. {session.way('correct')} at a word to add it.",
    )  # fmt: skip
    rows: list[Row] = []
    sure: list[int] = []
    """The entry that delete was pressed on, so that once more deletes."""

    def find() -> None:
        nonlocal rows
        found: list[Entry] = []
        try:
            found = entries(session.library)
        except IntoneError as error:
            menu.empty = str(error)
        rows = [row(entry) for entry in found]

    def say(entry: Entry) -> Outcome:
        sure.clear()
        hear(session, entry.said)
        return STAY

    def delete(entry: Entry) -> Outcome:
        written = entry.said.written
        if sure != [menu.chosen]:
            sure[:] = [menu.chosen]
            return Outcome(f"Once more to delete {written}.")
        sure.clear()
        remove(session.library, [entry])
        read_anew(session)
        find()
        return Outcome(f"Deleted: {written}. {menu.sentence()}")

    def row(entry: Entry) -> Row:
        actions = (
            Action("Say it", lambda: say(entry)),
            Action("Delete it", lambda: delete(entry), "delete"),
        )
        return Row(described(entry.said, entry.title), actions)

    find()
    return menu
