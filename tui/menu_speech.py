"""What is said of a menu on the screen: what it is, and the row that is chosen."""

from __future__ import annotations

from tui.menu import Menu
from tui.mixed import Part, ours, say_parts
from tui.roles import tells_every_role, tells_roles
from tui.session import Session


def begin_menu(session: Session, menu: Menu) -> None:
    """Say what it is, the chosen row, and, the first time in a reading, how to use it."""
    told, hint = session.hints_told, menu.hint
    tell_menu(session, menu, hint="" if hint in told or not menu.rows() else hint)
    told.add(hint)


def tell_menu(session: Session, menu: Menu, hint: str) -> None:
    """Say what it is, the chosen row, and how to use it if there is a ``hint``."""
    role = f", {menu.role}" if tells_roles(session) else ""
    row = _row_parts(session, menu)
    ends = "." if hint and not row[-1][0].endswith((".", "!", "?")) else ""
    last = row[-1][0] + ends, row[-1][1]
    say_parts(session, (ours(f"{menu.title}{role}."), *row[:-1], last, ours(hint)), shown=True)


def say_row(session: Session, menu: Menu, more: bool = False) -> None:
    """Say the chosen row; if ``more``, behind what is being said."""
    say_parts(session, _row_parts(session, menu), "more" if more else "now", shown=True)


def _row_parts(session: Session, menu: Menu) -> tuple[Part, ...]:
    row, sentence = menu.row(), menu.sentence(roles=tells_every_role(session))
    if row is None or not row.language:
        return (ours(sentence),)
    rest = sentence.removeprefix(row.text)
    comma = "," if rest.startswith(",") else ""
    return (row.text + comma, row.language), ours(rest.lstrip(", "))
