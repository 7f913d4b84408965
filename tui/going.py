"""Going to a place of the article: reading goes on there, or only as much as was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from content.script import Place
from voices.narrator import Scope

if TYPE_CHECKING:
    from tui.session import Session


def go(session: Session, place: Place | None, scope: Scope, edge: str) -> None:
    """Go to ``place`` and read on; when reading was paused, read only ``scope`` there.

    ``edge`` is said when there is no such place.
    """
    if place is None:
        session.say(edge)
        return
    playing = session.narrator.playing and session.narrator.scope == "article"
    session.change(lambda narrator: narrator.go(place, "article" if playing else scope))
