"""To the note or the source that was cited last, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from content.model import Article, Position
from tui.going import go

if TYPE_CHECKING:
    from tui.session import Session
    from voices.narrator import Narrator

_FAR = 50
"""Blocks after the note in which one is still thought to be at the notes."""


class NoteTrip:
    """Where a person came from when they went to a note."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._left: tuple[Article, Position] | None = None
        self._note = 0
        """The block that was gone to."""

    def go_or_return(self) -> None:
        """Go to what was cited last; from there, or from the notes that follow, go back."""
        session = self._session
        if self._left is not None and self._is_at_notes():
            _, position = self._left
            self._left = None
            go(session, session.narrator.script.at(position), "sentence", "")
            session.answer("Back in the text.")
            return
        self._go()

    def _go(self) -> None:
        from content.asked import cited

        session, narrator = self._session, self._session.narrator
        found = None
        if narrator.place is not None:
            found = cited(narrator.script, narrator.place, heard_to(narrator))
        if found is None:
            session.answer("No note or source before here.")
        elif not found.blocks:
            session.answer("What was cited is not listed in this article.")
        else:
            self._left = session.article, narrator.position
            self._note = found.blocks[0]
            place = narrator.script.at(Position(self._note))
            go(session, place, "paragraph", "The note says nothing.")
            if session.front is not None:
                session.front.show_text()

    def _is_at_notes(self) -> bool:
        article, block = self._session.article, self._session.narrator.position.block
        if self._left is None or self._left[0] is not article:
            return False
        between = range(self._note, block + 1)
        kind = article.blocks[self._note].kind
        return 0 < len(between) <= _FAR and all(article.blocks[i].kind == kind for i in between)


def heard_to(narrator: Narrator) -> int:
    """Return how far into the block a person has heard.

    Who had one sentence or paragraph read stands at its beginning, or that of its last sentence,
    and has heard the whole.
    """
    (start, end), word = narrator.point.sentence, narrator.point.word
    stopped = not narrator.playing and narrator.scope in ("sentence", "paragraph")
    return end if stopped and word[0] <= start else word[1]
