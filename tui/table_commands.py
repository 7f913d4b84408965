"""The commands for a whole row and a whole column of a table; the arrows go cell by cell."""

from __future__ import annotations

from collections.abc import Callable

from content.table_grid import Grid
from tui.command import Command
from tui.session import Session
from tui.table_steps import column_here, row_here, table_here


def _says(sentence: Callable[[Session, Grid], str]) -> Callable[[Session], None]:
    def run(session: Session) -> None:
        grid = table_here(session)
        if grid is None:
            session.say("You are not in a table.")
        else:
            session.say(sentence(session, grid), session.article.language)

    return run


TABLE_COMMANDS = (
    Command("table.row", "Whole row", "Says the row of the table you are in, with its headers.",
            ("underscore",), _says(row_here)),
    Command("table.column", "Whole column",
            "Says the column of the table you are in, with its headers.",
            ("vertical_line",), _says(column_here)),
)  # fmt: skip
