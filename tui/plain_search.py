"""Waiting for what a menu looks for; lines that are typed meanwhile wait too."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

from content.errors import IntoneError
from tui.menu import Search
from tui.plain_input import Ended, Found, Interrupted, Typed

if TYPE_CHECKING:
    from tui.plain import PlainFrontEnd

_A_MOMENT = 0.7
"""Seconds after which a person wonders whether anything happens."""


def found_by(search: Search, front: PlainFrontEnd) -> Any:
    """Return what was found; None when it was given up. What can't be found is an IntoneError."""

    def find() -> None:
        found: Any
        try:
            found = search.find()
        except IntoneError as error:
            found = error
        front.arrivals.put(Found(search, found))

    threading.Thread(target=find, daemon=True).start()
    said = False
    while True:
        came = front.arrivals.next(None if said else _A_MOMENT)
        match came:
            case None:
                said = True
                front.answer.say(f"{search.looking}.")
                front.answer.flush()
            case Found() if came.search is search:
                if isinstance(came.found, IntoneError):
                    raise came.found
                return came.found
            case Found():
                pass
            case Interrupted():
                return None
            case Ended() if came.code:
                front.waiting.append(came)
                return None
            case Typed() | Ended():
                front.waiting.append(came)
            case event:
                front.session.handle(event)
