"""A question on the screen: one line to type, and what comes of it so far."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.events import Key
from textual.screen import Screen

from content.errors import IntoneError
from content.spelling import character_name
from tui.cursor import move_cursor
from tui.key_help import question_key_help
from tui.late_keys import typed_too_late
from tui.menu import Outcome, Question
from tui.notice import Notice
from tui.preference import preferred
from tui.session import INTERFACE_LANGUAGE, Session
from tui.speech_level import TYPING
from tui.spoken_input import SpokenInput
from voices.messages import Priority


class QuestionScreen(Screen[Outcome]):
    """Enter takes the line, escape leaves; each letter is spoken, or what it leads to."""

    def __init__(
        self, question: Question, session: Session, typed: str = "", in_form: bool = False
    ) -> None:
        """``typed`` takes the place of what stands in the line at first.

        In a form, up and down take the line and go on to the row before or after.
        """
        super().__init__()
        self._in_form = in_form
        self.goes_on = 0
        """How many rows further a form is to go on."""
        self._question = question
        self._session = session
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
        self.call_after_refresh(self._follow)

    def on_resize(self) -> None:
        """Keep the cursor in the line."""
        self.call_after_refresh(self._follow)

    def _say(self, text: str) -> None:
        """Say what stands on the screen."""
        self._session.say(text, shown=True)

    def _say_field(self) -> None:
        self._say(f"{self._question.title}: {self._field.value or 'empty'}, edit")

    def _follow(self) -> None:
        if self.app.screen is self:
            move_cursor(self.app, self._field.cursor_screen_offset)

    def on_key(self, event: Key) -> None:
        """Leave, or go through what was found. What is typed does not come here."""
        if typed_too_late(self, event):
            event.stop()
            return
        steps = {"down": 1, "up": -1}
        key = self._session.keys.in_menu(event.key, typing=True)
        if key == "escape":
            left = self._question.left() if self._question.left is not None else ""
            self.dismiss(Outcome(left))
        elif key in steps and self._question.step is not None:
            self._show(self._question.step(steps[key]), self._question.language)
        elif key in steps and self._in_form:
            self.goes_on = steps[key]
            self._take()
        elif key == "enter":
            self._take()
        elif key in ("down", "up", "tab", "shift+tab"):
            self._say_field()
        elif event.is_printable:
            self._field.insert_text_at_cursor(event.character or "")  # before there was a field
        else:
            return  # of the field, such as backspace
        event.stop()
        event.prevent_default()
        self.call_after_refresh(self._follow)

    def typing(self) -> bool:
        """Return whether a key that types a character types one now."""
        return True

    def key_help(self, key: str) -> str:
        """Return what ``key`` does here."""
        return question_key_help(self._session.keys, key, self._question)

    def tell(self, sentence: str) -> None:
        """Show what was said."""
        self._found.show(sentence)
        self.call_after_refresh(self._follow)

    def on_input_changed(self, event: SpokenInput.Changed) -> None:
        """Take an old message away, or show what was found; and follow the cursor."""
        event.stop()
        if self._question.typed is not None:
            told = self._question.typed(event.value)
            self._show(told, self._question.language, "more")  # after the letter
        else:
            self._found.show("")
        self.call_after_refresh(self._follow)

    def on_input_submitted(self, event: SpokenInput.Submitted) -> None:
        """Take the line."""
        event.stop()
        self._take()

    def _take(self) -> None:
        try:
            outcome = self._question.taken(self._field.value)
        except IntoneError as error:
            self.goes_on = 0
            self._session.messages.append(str(error))
            self._show(str(error))
            return
        if outcome.close:
            self.dismiss(outcome)
        else:
            if outcome.said:
                self._session.messages.append(outcome.said)
            self._show(outcome.said)

    def _show(self, sentence: str, language: str = "", priority: Priority = "now") -> None:
        self._found.show(sentence)
        if sentence:
            self._session.say(sentence, language or INTERFACE_LANGUAGE, priority, shown=True)
        self.call_after_refresh(self._follow)
