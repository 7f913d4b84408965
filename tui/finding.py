"""What a person looks for in the article, and which of the places they are at.

It is kept for as long as the article is open, and nowhere else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from content.moves import Direction, section_at
from content.script import Place
from content.search import FoldedArticle, Results, context
from content.text import clean_line
from tui.going import go
from tui.menu import Outcome, Question

if TYPE_CHECKING:
    from tui.session import Session

_PATIENCE = 0.08
"""Seconds that a key may wait until the article can be searched."""
_TURNED = {1: "From the beginning. ", -1: "From the end. "}


class Finding:
    """The last search of a session."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._text: FoldedArticle | None = None
        self._results: Results | None = None
        self._number = 0
        """Which of the results the person is at; 0 for none."""
        self._reached: Place | None = None
        """Where that led; the person is at it while the reading is there."""

    # What is typed.

    def question(self) -> Question:
        """Return the question what to find."""
        self._folded().prepare()
        return Question(
            "Find", self._taken, typed=self._typed, step=self._step,
            language=self._session.article.language,
        )  # fmt: skip

    def _typed(self, line: str) -> str:
        phrase = clean_line(line)
        if not phrase:
            return ""
        if not self._folded().is_ready(_PATIENCE):
            return "Getting ready to find."
        results = self._look_for(phrase)
        if not results.total:
            return _not_found(phrase)
        return f"{results.total} found. {self._choose_here(results)}{self._described(results)}"

    def _step(self, by: int) -> str:
        results = self._results
        if results is None:
            return "Type what to find."
        if not results.total:
            return _not_found(results.phrase)
        turned = self._choose(results, self._number + by, 1 if by > 0 else -1)
        return turned + self._described(results)

    def _taken(self, line: str) -> Outcome:
        phrase = clean_line(line)
        if not phrase:
            if self._results is None:
                return Outcome("Type what to find.")
            return Outcome(close=True, then=lambda: self.go_on(1))
        results, said = self._results, ""
        if results is None or results.phrase != phrase or not self._number:
            results = self._look_for(phrase)
            if not results.total:
                return Outcome(_not_found(phrase))
            said = self._choose_here(results) + self._counted(results)
        return Outcome(close=True, then=lambda: self._arrive(results, said))

    # Going on with it.

    def go_on(self, direction: Direction) -> None:
        """Go to the next or the previous place, and say which it is."""
        if self._results is None:
            self._session.answer("Nothing has been looked for yet.")
            return
        results = self._results
        if results.text.article is not self._session.article:
            results = self._look_for(results.phrase)
        if not results.total:
            self._session.answer(_not_found(results.phrase))
            return
        narrator = self._session.narrator
        if self._number and self._reached == narrator.place:
            number = self._number + direction
        else:
            number = results.number_from(narrator.position) - (direction == -1)
        turned = self._choose(results, number, direction)
        self._arrive(results, turned + self._counted(results))

    def _arrive(self, results: Results, said: str) -> None:
        """Read what was found, and say first what there is to say of it."""
        session = self._session
        self._reached = session.narrator.script.at(results.hit(self._number).position)
        go(session, self._reached, "sentence", "")
        if session.front is not None:
            session.front.show_text()
        if said:
            session.answer(said)

    # The results.

    def _folded(self) -> FoldedArticle:
        if self._text is None or self._text.article is not self._session.article:
            self._text = FoldedArticle(self._session.article)
        return self._text

    def _look_for(self, phrase: str) -> Results:
        self._results = Results(self._folded(), phrase)
        self._number, self._reached = 0, None
        return self._results

    def _choose_here(self, results: Results) -> str:
        return self._choose(results, results.number_from(self._session.narrator.position), 1)

    def _choose(self, results: Results, number: int, direction: Direction) -> str:
        """Choose one; past an end, one from the other, which is what to say then."""
        if 1 <= number <= results.total:
            self._number = number
            return ""
        self._number = 1 if direction == 1 else results.total
        return _TURNED[direction]

    def _counted(self, results: Results) -> str:
        return f"{self._number} of {results.total}."

    def _described(self, results: Results) -> str:
        """Return the chosen place as it is heard before it is gone to."""
        article, hit = self._session.article, results.hit(self._number)
        section = section_at(article, hit.block)
        where = f", in {article.sections[section].title}" if section >= 0 else ""
        return f"{hit.number} of {results.total}: {context(article, hit)}{where}."


def _not_found(phrase: str) -> str:
    return f"{phrase} is not found."
