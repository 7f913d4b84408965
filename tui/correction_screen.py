"""A form to say a word otherwise: what is written, what is said, and where that holds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widget import Widget

from content.errors import IntoneError
from content.model import Pronunciation
from content.pronunciation_checks import LONGEST_SPOKEN, LONGEST_WRITTEN
from tui.corrections import hear, keep, language_here, word_here
from tui.cursor import move_cursor
from tui.dictionary_phrases import ALPHABET_NAMES, described
from tui.late_keys import typed_too_late
from tui.notice import Notice
from tui.row_list import RowList, row_after
from tui.session import Session
from tui.spoken_input import SpokenInput


@dataclass(slots=True)
class _Choice:
    """A row whose values are gone through with left and right."""

    name: str
    values: Sequence[str]
    at: int = 0

    def __str__(self) -> str:
        return f"{self.name}: {self.values[self.at]}"


class CorrectionScreen(Screen[str | None]):
    """Up, down and tab go from field to field and row to row; escape leaves all as it was."""

    CSS = """
    SpokenInput, SpokenInput:focus {
        background: #000000;
        background-tint: #000000 0%;
        color: #ffffff;
    }
    SpokenInput > .input--cursor {
        background: #ffffff;
        color: #000000;
    }
    SpokenInput > .input--selection {
        background: #1f3a5f;
        color: #ffffff;
    }
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._say: Callable[[str], None] = session.say
        self._language = language_here(session)
        self._written = SpokenInput(word_here(session), "written", LONGEST_WRITTEN, self._say)
        self._spoken = SpokenInput("", "spoken", LONGEST_SPOKEN, self._say)
        self._scopes = ["article", "language", "all"] if self._language else ["article", "all"]
        places = {
            "article": "this article",
            "language": f"every text in this language, {self._language}",
            "all": "every article",
        }
        self._alphabet = _Choice("Given as", list(ALPHABET_NAMES.values()))
        self._where = _Choice("For", [places[scope] for scope in self._scopes])
        self._whole = _Choice("Where", ["whole words", "parts of words too"])
        self._case = _Choice("Capitals", ["make no difference", "must be the same"])
        self._rows: list[str | _Choice] = [
            "Hear it", "Keep it", self._alphabet, self._where, self._whole, self._case,
        ]  # fmt: skip
        self._chosen = 0
        self._list = RowList(lambda: (list(map(str, self._rows)), self._chosen), "rows")
        self._message = Notice("message")

    def compose(self) -> ComposeResult:
        """Show the fields, then the rows."""
        yield Notice("title", "Say otherwise. Escape leaves.")
        yield Notice("written-name", "Written:")
        yield self._written
        yield Notice("spoken-name", "Said as:")
        yield self._spoken
        yield self._list
        yield self._message

    def on_mount(self) -> None:
        """Begin in the field that is empty."""
        field = self._spoken if self._written.value else self._written
        self.set_focus(field)
        self._say(f"Say otherwise: {self._written.value or 'no word'}. {self._field_name(field)}")
        self.call_after_refresh(self._follow)

    def on_resize(self) -> None:
        """Keep the cursor in the field or on the row."""
        self.call_after_refresh(self._follow)

    def _follow(self) -> None:
        here = self.focused
        if isinstance(here, SpokenInput):
            move_cursor(self.app, here.cursor_screen_offset)
        elif here is self._list:
            move_cursor(self.app, self._list.cursor())

    # Keys.

    def on_key(self, event: events.Key) -> None:
        """Go about, change a row, or leave. What is typed in a field does not come here."""
        if typed_too_late(self, event):
            event.stop()
            return
        key = event.key
        here = self.focused
        order: list[Widget] = [self._written, self._spoken, self._list]
        at = order.index(here) if here in order else 0
        in_list = here is self._list
        if key == "escape":
            self.dismiss(None)
        elif key in ("ctrl+c", "ctrl+q"):
            self.app.exit()
        elif key == "tab" or (key == "down" and not in_list):
            self._go(order[(at + 1) % len(order)])
        elif key == "shift+tab" or (key == "up" and (not in_list or not self._chosen)):
            self._go(order[(at - 1) % len(order)])
        elif in_list:
            self._in_list(key)
        elif event.is_printable and isinstance(here, SpokenInput):
            here.insert_text_at_cursor(event.character or "")  # typed before there was a field
        else:
            return  # of the field, such as backspace
        event.stop()
        event.prevent_default()
        self.call_after_refresh(self._follow)

    def _go(self, there: Widget) -> None:
        self.set_focus(there)
        if isinstance(there, SpokenInput):
            self._say(self._field_name(there))
        else:
            self._say(self._row())

    def _field_name(self, field: SpokenInput) -> str:
        name = "Written" if field is self._written else "Said as"
        return f"{name}: {field.value or 'empty'}, edit"

    def _row(self) -> str:
        return f"{self._rows[self._chosen]}, {self._chosen + 1} of {len(self._rows)}"

    def _in_list(self, key: str) -> None:
        row = self._rows[self._chosen]
        at = (
            None
            if key == "space"
            else row_after(key, self._chosen, len(self._rows), self._list.size.height)
        )
        if at is not None:
            self._chosen = at
            self._say(self._row())
        elif isinstance(row, _Choice) and key in ("left", "right", "enter", "space"):
            row.at = (row.at + (-1 if key == "left" else 1)) % len(row.values)
            self._say(str(row))
        elif key in ("enter", "space"):
            self._do(self._hear if row == "Hear it" else self._keep)
        self._list.show()

    def on_input_submitted(self, event: SpokenInput.Submitted) -> None:
        """Say the whole of a field."""
        event.stop()
        self._say(self._field_name(self._written if event.input is self._written else self._spoken))

    def on_input_changed(self) -> None:
        """Take a message away that may hold no more, and follow the cursor."""
        self._message.show("")
        self.call_after_refresh(self._follow)

    def on_descendant_focus(self) -> None:
        """Follow the focus."""
        self.call_after_refresh(self._follow)

    # What is done.

    def _entry(self) -> Pronunciation:
        scope = self._scopes[self._where.at]
        return Pronunciation(
            self._written.value,
            self._spoken.value,
            list(ALPHABET_NAMES)[self._alphabet.at],
            self._language if scope == "language" else "",
            whole=self._whole.at == 0,
            case=self._case.at == 1,
            own=scope == "article",
        )

    def _do(self, what: Callable[[], None]) -> None:
        try:
            what()
        except IntoneError as error:
            self._message.show(str(error))
            self._say(str(error))
            self.call_after_refresh(self._follow)

    def _hear(self) -> None:
        hear(self._session, self._entry())

    def _keep(self) -> None:
        self.dismiss(f"Kept. {described(keep(self._session, self._entry()))}.")
