"""Waiting for what a menu looks for; lines that are typed meanwhile wait too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from content.errors import IntoneError
from tui.menu import Search
from tui.menu_search import A_MOMENT, start_finding
from tui.plain_input import Ended, Found, Interrupted, Typed

if TYPE_CHECKING:
    from tui.plain import PlainFrontEnd


def found_by(search: Search, front: PlainFrontEnd) -> Any:
    """Return what was found; None when it was given up. What can't be found is an IntoneError."""
    start_finding(search, lambda found: front.arrivals.put(Found(search, found)))
    said = False
    while True:
        came = front.arrivals.next(None if said else A_MOMENT)
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
