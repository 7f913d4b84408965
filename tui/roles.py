"""Whether the interface says what things are: a list, a choice, a button.

As with the article's own structure, a person chooses how much of that is said.
"""

from __future__ import annotations

from tui.session import Session


def tells_roles(session: Session) -> bool:
    """Return whether lists are said to be lists."""
    return session.narrator.script.settings.structure in ("some", "most")


def tells_every_role(session: Session) -> bool:
    """Return whether each row is said to be what it is."""
    return session.narrator.script.settings.structure == "most"
