"""Changes the text of the file of settings, and leaves everything else in it as it stands."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from typing import Any

BEGINNING = "# The settings of Intone. The command intone settings explains each of them.\n"
"""What a new file begins with."""


class UnchangeableError(ValueError):
    """The text can't be changed without harm."""


def changed(text: str, changes: Mapping[str, Any]) -> str:
    """Return ``text`` with these values in it, by their names; None takes one out.

    Comments and order stay. Raises UnchangeableError, also for what is no TOML.
    """
    import tomlkit

    try:
        wanted = _without_none({**tomllib.loads(text), **changes})
        document = tomlkit.parse(text)
        for name, value in changes.items():
            _change(document, name, value)
        made = tomlkit.dumps(document)
        if tomllib.loads(made) == wanted:
            return made
    except Exception as error:  # tomlkit raises several on tables that are scattered about
        raise UnchangeableError(str(error)) from error
    raise UnchangeableError("something else in it would change")


def _change(document: Any, name: str, value: Any) -> None:
    before = document.get(name)
    if isinstance(value, dict) and isinstance(before, dict):
        for key in [key for key in before if key not in value]:
            del before[key]
        for key, part in value.items():
            if before.get(key) != part:
                before[key] = part
    elif value is None or isinstance(value, dict) or isinstance(before, dict | list):
        # A table has to stand behind everything that is in none, and so on.
        if name in document:
            del document[name]
        if value is not None:
            document[name] = value
    else:
        document[name] = value


def _without_none(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}
