"""Changing a value of a menu's row by typing: to the next, to the one before, or to one named."""

from __future__ import annotations

from tui.menu import Row

_STEPS = {"": 1, "next": 1, "n": 1, "previous": -1, "p": -1}
_MOST = 200
"""Values that are gone through to find one."""


def step_of(typed: str) -> int:
    """Return the step that was typed behind a number; 0 for what is no step."""
    return _STEPS.get(typed.casefold(), 0)


def set_to(row: Row, typed: str) -> str:
    """Go through a row's values until it has the one that was typed; return what to say.

    When there is none, it is left as it was, and what there is is said.
    """
    wanted = typed.removeprefix("=").strip().casefold()
    change = row.change
    if change is None or not wanted:
        return row.text
    at_first = row_value(row.text)
    seen = [at_first]
    for by in (1, -1):
        for _ in range(_MOST):
            said = change(by)
            value = row_value(said)
            if value.casefold().startswith(wanted):
                return said
            if value in seen:  # all round, or at an end
                break
            seen.append(value)
    for by in (1, -1):
        for _ in range(_MOST):
            if row_value(change(by)) == at_first:
                break
    return f"{typed} is none of these: {', '.join(seen[:10])}."


def row_value(said: str) -> str:
    """Return the value in a row's sentence: "some" of "Structure: some"."""
    return said.rpartition(": ")[2]
