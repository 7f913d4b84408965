"""Finds what a menu looks for, while the front end goes on."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from content.errors import IntoneError
from tui.menu import Search

A_MOMENT = 0.7
"""Seconds after which a person wonders whether anything happens."""


def start_finding(search: Search, done: Callable[[Any], None]) -> None:
    """Find on a thread of its own, which never keeps a person from leaving.

    There, ``done`` is given what was found, or the IntoneError that says why nothing was.
    """

    def find() -> None:
        found: Any
        try:
            found = search.find()
        except IntoneError as error:
            found = error
        done(found)

    threading.Thread(target=find, daemon=True).start()
