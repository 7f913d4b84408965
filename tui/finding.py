"""What a person looks for in the article, and which of the places they are at.

It is kept for as long as the article is open, and nowhere else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from content.model import Position
from content.moves import Direction, section_at
from content.script import Place
from content.search import FoldedArticle, Results, context
from content.text import clean_line
from content.words import base_of
from tui.going import go
from tui.menu import Outcome, Question
from tui.mixed import INTERFACE, Part, ours

if TYPE_CHECKING:
    from tui.session import Session

_PATIENCE = 0.08
"""Seconds that a key may wait until the article can be searched."""
_TURNED = {1: "From the beginning. ", -1: "From the end. "}
_NOTHING_TYPED = "Type what to find."


@dataclass(slots=True)
class _Search:
    """What was found, and which of it the person is at."""

    results: Results
    number: int = 0
    """From 1; 0 for none yet."""

    def choose(self, number: int, direction: Direction) -> str:
        """Choose one; past an end, one from the other, which is what to say then."""
        if 1 <= number <= self.results.total:
            self.number = number
            return ""
        self.number = 1 if direction == 1 else self.results.total
        return _TURNED[direction]

    def choose_from(self, position: Position) -> str:
        """Choose the first from a position on, and return what ``choose`` does."""
        return self.choose(self.results.number_from(position), 1)

    def counted(self) -> str:
        """Return which of how many is chosen."""
        return f"{self.number} of {self.results.total}"

    def described(self, before: str) -> tuple[Part, ...]:
        """Return the chosen place as it is heard, after ``before``, until it is gone to."""
        article, hit = self.results.text.article, self.results.hit(self.number)
        index = section_at(article, hit.block)
        inside = index >= 0 and article.sections[index].first != hit.block  # not its heading
        found = context(article, hit).rstrip(".,;: ")
        language, counted = article.language, ours(f"{before}{self.counted()}:")
        if not inside:
            return counted, (f"{found}.", language)
        within = "in " if base_of(language) == base_of(INTERFACE) else ""
        return counted, (f"{found}, {within}{article.sections[index].title}.", language)


class Finding:
    """The searches of a session: that which is being typed, and the last one."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._text: FoldedArticle | None = None
        self._typing: _Search | None = None
        self._last: _Search | None = None
        self._reached: Place | None = None
        """Where the last one led; the person is at it while the reading is there."""

    # While it is typed.

    def question(self) -> Question:
        """Return the question what to find."""
        self._typing = None
        self._folded().prepare()
        return Question("Find", self._taken, typed=self._typed, step=self._step)

    def _typed(self, line: str) -> tuple[Part, ...]:
        self._typing, phrase = None, clean_line(line)
        if not phrase:
            return ()
        if not self._folded().is_ready(_PATIENCE):
            return (ours("Getting ready to find."),)
        search = self._typing = self._search(phrase)
        if not search.results.total:
            return (ours(_not_found(phrase)),)
        turned = search.choose_from(self._session.narrator.position)
        return search.described(f"{search.results.total} found. {turned}")

    def _step(self, by: int) -> tuple[Part, ...]:
        search = self._typing
        if search is None:
            return (ours(_NOTHING_TYPED),)
        if not search.results.total:
            return (ours(_not_found(search.results.phrase)),)
        turned = search.choose(search.number + by, 1 if by > 0 else -1)
        return search.described(turned)

    def _taken(self, line: str) -> Outcome:
        phrase = clean_line(line)
        if not phrase:
            if self._last is None:
                return Outcome(_NOTHING_TYPED)
            return Outcome(close=True, then=lambda: self.go_on(1))
        search, said = self._typing, ""
        if search is None or search.results.phrase != phrase:
            search = self._search(phrase)
            if search.results.total:
                said = f"{search.choose_from(self._session.narrator.position)}{search.counted()}."
        if not search.results.total:
            return Outcome(_not_found(phrase))
        return Outcome(close=True, then=lambda: self._arrive(search, said))

    # Afterwards.

    def go_on(self, direction: Direction) -> None:
        """Go to the next or the previous of what was looked for last, and say which it is."""
        session, search = self._session, self._last
        if search is None:
            session.answer("Nothing has been looked for yet.")
            return
        if search.results.text.article is not session.article:
            search, self._reached = self._search(search.results.phrase), None
        if not search.results.total:
            session.answer(_not_found(search.results.phrase))
            return
        if self._reached is not None and self._reached == session.narrator.place:
            number = search.number + direction
        else:
            number = search.results.number_from(session.narrator.position) - (direction == -1)
        turned = search.choose(number, direction)
        self._arrive(search, f"{turned}{search.counted()}.")

    def _arrive(self, search: _Search, said: str) -> None:
        """Read what was found, after what there is to say of it."""
        session, self._last = self._session, search
        hit = search.results.hit(search.number)
        self._reached = session.narrator.script.at(hit.position)
        go(session, self._reached, "sentence", "Nothing is read from there on.")
        if session.front is not None:
            session.front.show_text()
        if said:
            session.answer(said)

    def _search(self, phrase: str) -> _Search:
        return _Search(Results(self._folded(), phrase))

    def _folded(self) -> FoldedArticle:
        if self._text is None or self._text.article is not self._session.article:
            self._text = FoldedArticle(self._session.article)
        return self._text


def _not_found(phrase: str) -> str:
    return f"{phrase} is not found."
