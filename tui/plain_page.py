"""What is read, written instead of spoken: the sentence or paragraph that was gone to."""

from __future__ import annotations

from collections.abc import Iterator

from content import moves
from content.script import Place
from content.text import clean_line
from tui.going import go
from tui.plain_speech import Outlet
from tui.session import Session
from voices.messages import Finished, Speak

_ROW_BY_ROW = ("table", "code")
_AT_ONCE = ("sentence", "paragraph", "block")
"""Scopes that are written as a whole."""


class Page:
    """Stands for the speech process: takes what was to be read, and tells that it was heard.

    Of what has no end of its own, such as the article, it takes one sentence and then pauses,
    so that nothing is written that was not asked for.
    """

    def __init__(self, session: Session, outlet: Outlet) -> None:
        self._session = session
        self._outlet = outlet
        self._last: Place | None = None
        """What was written last."""
        self._held = 0
        """The number of the utterance after which reading waits."""

    @property
    def line_by_line(self) -> bool:
        """Whether what is read here has lines of its own: the cells of a table."""
        place, blocks = self._session.narrator.place, self._session.article.blocks
        return place is not None and blocks[place[0]].kind in _ROW_BY_ROW

    def read_out(self) -> Iterator[str]:
        """Yield what was to be read, as far as was asked for; reading waits then."""
        narrator = self._session.narrator
        while narrator.playing and self._outlet.to_print:
            speak = self._outlet.to_print[0]
            if speak.id == self._held:  # it goes on after what was written before
                self._heard(speak)
                continue
            self._last = narrator.place
            yield clean_line(speak.text)
            if narrator.scope not in _AT_ONCE:
                self._held = speak.id
                self._session.change(lambda narrator: narrator.pause())
                return
            self._heard(speak)

    def _heard(self, speak: Speak) -> None:
        self._outlet.to_print.popleft()
        self._session.handle(Finished(speak.id))

    def go_on(self) -> None:
        """Go to the next sentence, or to this one if it has not been written yet."""
        narrator = self._session.narrator
        place = narrator.place
        if narrator.ended and place == self._last:
            self._session.say("End of the article.")
            return
        waits = bool(self._outlet.to_print) and self._outlet.to_print[0].id == self._held
        if waits or place is None or place != self._last:
            scope = narrator.scope if waits else "article"
            self._session.change(lambda narrator: narrator.play(scope))
        else:
            following = moves.sentence(narrator.script, place, 1)
            go(self._session, following, "article", "End of the article.", step=True)
