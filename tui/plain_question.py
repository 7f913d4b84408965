"""A question in plain mode: asked on one line, answered by the next."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from content.errors import IntoneError
from tui.menu import Outcome, Question

if TYPE_CHECKING:
    from tui.plain import PlainFrontEnd


_LEAVING = ("back", "q", "quit")
_HOW_TO_LEAVE = "Enter goes back."


class TypedQuestion:
    """Takes one line; an empty one leaves.

    What can be no answer leaves it too, if it asks to leave or begins like a command. (Words
    that are only not found may be any.)
    """

    def __init__(
        self, question: Question, front: PlainFrontEnd, back: Callable[[Outcome], None]
    ) -> None:
        """``back`` is given what came of it."""
        self._question = question
        self._front = front
        self._back = back

    def begin(self) -> None:
        """Ask."""
        value = f" It is {self._question.value} now." if self._question.value else ""
        self._front.over.append(self)
        self._front.answer.say(f"{self._question.title}?{value} {_HOW_TO_LEAVE}")

    def take(self, line: str) -> bool:
        """Take the answer; return False when it is none and may be a command."""
        if not line:
            self._leave()
            return True
        problem: IntoneError | None = None
        try:
            outcome = self._outcome(line)
        except IntoneError as error:
            problem, outcome = error, Outcome()
        if outcome.close:
            self._close(outcome)
        elif line.casefold() in _LEAVING:
            self._leave()
        elif problem is not None and self._front.knows(line):
            return False
        else:
            if problem is not None:
                self._front.answer.problem(problem)
            else:
                self._front.answer.say(outcome.said)
            self._front.session.say(_HOW_TO_LEAVE, priority="more")
        return True

    def _leave(self) -> None:
        said = self._question.left() if self._question.left is not None else ""
        self._close(Outcome(said))

    def take_at_once(self, line: str) -> None:
        """Take an answer that was typed with the question, which is not asked again."""
        try:
            outcome = self._outcome(line)
        except IntoneError:
            self._let_go()
            raise
        if not outcome.close:
            self._let_go()
        self._back(outcome)

    def _let_go(self) -> None:
        if self._question.left is not None:
            self._question.left()

    def _outcome(self, line: str) -> Outcome:
        # There is nothing to tell of each letter: the line came as a whole.
        return self._question.taken(line[: self._question.most])

    def _close(self, outcome: Outcome) -> None:
        self._front.over.remove(self)
        self._back(outcome)
