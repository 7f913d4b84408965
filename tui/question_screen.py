"""A question on the screen: one line to type, and what comes of it so far."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.events import Key, Paste
from textual.geometry import Offset

from content.errors import IntoneError
from content.spelling import character_name
from tui.early_keys import Typed
from tui.key_help import question_key_help
from tui.menu import Outcome, Question
from tui.mixed import Part, ours, say_parts, written
from tui.notice import Notice
from tui.over_article import OverArticle
from tui.preference import preferred
from tui.session import Session
from tui.speech_level import TYPING
from tui.spoken_input import SpokenInput
from voices.messages import Priority


class QuestionScreen(OverArticle):
    """Enter takes the line, escape leaves; each letter is spoken, or what it leads to."""

    def __init__(
        self, question: Question, session: Session, typed: str = "", in_form: bool = False
    ) -> None:
        """``typed`` takes the place of what stands in the line at first.

        In a form, up and down take the line and go on to the row before or after.
        """
        super().__init__(session)
        self._in_form = in_form
        self.goes_on = 0
        """How many rows further a form is to go on."""
        self._question = question
        self._begun_with = typed
        self._field = SpokenInput(
            typed or question.value, "field", question.most, self._say, preferred(session, TYPING)
        )
        self._found = Notice("found")

    def compose(self) -> ComposeResult:
        """Show the question, the line, and what comes of it."""
        yield Notice("title", self._question.title)
        yield self._field
        yield self._found

    def on_mount(self) -> None:
        """Say what is asked."""
        self.set_focus(self._field)
        self._field.cursor_position = len(self._field.value)
        if self._begun_with:
            self._say(character_name(self._begun_with))
        else:
            self._say_field()
        self.be_ready()

    def _say(self, text: str) -> None:
        """Say what stands on the screen."""
        self._session.say(text, shown=True)

    def _say_field(self) -> None:
        self._say(f"{self._question.title}: {self._field.value or 'empty'}, edit")

    def cursor(self) -> Offset:
        """Return where the person is."""
        return self._field.cursor_screen_offset

    async def take(self, event: Typed) -> None:
        """Type, leave, or go through what was found."""
        if isinstance(event, Paste):
            self._field.take_pasted(event.text)
        else:
            await self._take_key(event)
        if self._field.settle():
            self._tell_typed()
        self.follow_cursor()

    async def _take_key(self, event: Key) -> None:
        steps = {"down": 1, "up": -1}
        key = self._session.keys.in_menu(event.key, typing=True)
        if key == "escape":
            left = self._question.left() if self._question.left is not None else ""
            self.dismiss(Outcome(left))
        elif key in steps and self._question.step is not None:
            self._show(*self._question.step(steps[key]))
        elif key in steps and self._in_form:
            self.goes_on = steps[key]
            self._take()
        elif key == "enter":
            self._take()
        elif key in ("down", "up", "tab", "shift+tab"):
            self._say_field()
        elif event.is_printable:
            self._field.put(event.character or "")
        elif (found := self.active_bindings.get(event.key)) and found.node is self._field:
            await self.app.run_action(found.binding.action, self._field)

    def typing(self) -> bool:
        """Return whether a key that types a character types one now."""
        return True

    def key_help(self, key: str) -> str:
        """Return what ``key`` does here."""
        return question_key_help(self._session.keys, key, self._question)

    def tell(self, sentence: str) -> None:
        """Show what was said."""
        self._found.show(sentence)
        self.follow_cursor()

    def _tell_typed(self) -> None:
        """Take an old message away, or show what was found."""
        if self._question.typed is not None:
            self._show(
                *self._question.typed(self._field.value), priority="more"
            )  # after the letter
        else:
            self._found.show("")

    def _take(self) -> None:
        try:
            outcome = self._question.taken(self._field.value)
        except IntoneError as error:
            self.goes_on = 0
            self._session.messages.seen()
            self._session.messages.append(str(error))
            self._show(ours(str(error)))
            return
        if outcome.close:
            self.dismiss(outcome)
        else:
            if outcome.said:
                self._session.messages.append(outcome.said)
            self._show(ours(outcome.said))

    def _show(self, *parts: Part, priority: Priority = "now") -> None:
        self._found.show(written(parts))
        say_parts(self._session, parts, priority, shown=True)
        self.follow_cursor()
