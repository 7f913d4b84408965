"""Going to a place of the article: reading goes on there, or only as much as was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from content.script import Place
from content.units import Unit
from content.words import base_of
from tui.mixed import Part, ours
from voices.scope import Scope

if TYPE_CHECKING:
    from tui.session import Session


def reads_on(session: Session) -> bool:
    """Whether the article is being read, not only a sentence or a paragraph that was gone to."""
    narrator = session.narrator
    return narrator.playing and narrator.scope not in ("sentence", "paragraph")


def go(
    session: Session, place: Place | None, scope: Scope, edge: str,
    offset: int = 0, step: bool = False,
) -> None:  # fmt: skip
    """Go to ``place`` and read on; when reading was paused, read only ``scope`` there.

    Reading begins at the character ``offset`` of the block. ``edge`` is said when there is no
    such place. Unless it is a mere ``step``, one can go back to where one was.
    """
    if place is None:
        session.say(edge)
        return
    if not step:
        remember(session)
    wanted = session.narrator.scope if reads_on(session) else scope
    session.change(lambda narrator: narrator.go(place, wanted, offset))


def remember(session: Session) -> None:
    """Let one come back to this place after a jump."""
    session.trail.leave(session.narrator.position)


def section_name(session: Session, end: str = "") -> Part:
    """Return the title of the section one is in, and ``end`` after it."""
    article, number = session.article, session.section()
    title = article.sections[number - 1].title if number else ""
    return (title + end, article.language) if title else ours("Beginning" + end)


def stand(session: Session, unit: Unit) -> None:
    """Pause, and put the place on a word, a character or a cell."""
    session.change(lambda narrator: narrator.stand(unit.place, unit.start, unit.end))


def say_of_text(session: Session, text: str, language: str, behind: str = "") -> None:
    """Say something of the article, and ``behind`` it what the interface has to add.

    With nothing to add, it is what the cursor is on.
    """
    from tui.announcer import INTERFACE_LANGUAGE

    if behind and base_of(language) == INTERFACE_LANGUAGE:
        session.say(f"{text}, {behind}", language, content=True)
        return
    session.say(text, language, content=True, shown=True)
    if behind:
        session.say(behind, priority="more", content=True)
