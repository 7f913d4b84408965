"""A field whose editing is heard: what is typed, what is deleted, and what the cursor is on."""

from __future__ import annotations

from collections.abc import Callable

from textual.geometry import Offset
from textual.widgets import Input
from textual.widgets.input import Selection

from content.spelling import character_name
from content.text import clean_line


class SpokenInput(Input):
    """One line to edit. ``say`` is told each change; nothing blinks."""

    def __init__(
        self, value: str, id: str, most: int, say: Callable[[str], None], typing: str = "both"
    ) -> None:
        """``most`` is how many characters there may be; ``typing`` a value of ``TYPING``."""
        self._typing = typing
        self._say_change: Callable[[str], None] = lambda _: None
        self._settled = value
        """Its text when the last key had been dealt with."""
        super().__init__(value, id=id, max_length=most, compact=True, select_on_focus=False)
        self.cursor_blink = False
        self._say_change = say

    def take_pasted(self, text: str) -> None:
        """Put in what was pasted, where the cursor is; lines become one."""
        pasted = clean_line(text)
        if not pasted:
            self._say_change("Nothing to paste.")
        else:
            self.put(pasted)

    def put(self, text: str) -> None:
        """Put in what was typed, in the place of what is selected."""
        if self.selection.is_empty:
            self.insert_text_at_cursor(text)
        else:
            self.replace(text, *self.selection)

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the cursor is on the screen; Textual's own answer is one too far at the end."""
        place = self._position_to_cell(self.cursor_position) - self.scroll_offset.x
        return self.content_region.offset + Offset(place, 0)

    def restricted(self) -> None:
        """Say that there is no room, where Textual would ring."""
        self._say_change("The field is full.")

    def watch_value(self, before: str, after: str) -> None:
        """Say what was typed or deleted."""
        start = 0
        while start < min(len(before), len(after)) and before[start] == after[start]:
            start += 1
        end = 0
        most = min(len(before), len(after)) - start
        while end < most and before[-1 - end] == after[-1 - end]:
            end += 1
        gone, come = before[start : len(before) - end], after[start : len(after) - end]
        if len(come) == 1 and not gone:
            self._say_typed(come, after[:start])
        elif come:
            self._say_change(character_name(come) if len(come) == 1 else come)
        elif gone:
            self._say_change(f"{character_name(gone) if len(gone) == 1 else gone}, deleted")

    def _say_typed(self, character: str, before: str) -> None:
        """Say a character, or the word that it ends."""
        word = "" if before.endswith(" ") else (before.split() or [""])[-1]
        if character == " " and word and self._typing in ("both", "words"):
            self._say_change(word)
        elif self._typing in ("both", "letters"):
            self._say_change(character_name(character))

    def settle(self) -> bool:
        """Take note that a key has been dealt with; return whether it has changed the text."""
        before, self._settled = self._settled, self.value
        return before != self._settled

    def action_home(self, select: bool = False) -> None:
        """Go to the beginning, and say what is there."""
        self._go(super().action_home, select)

    def action_end(self, select: bool = False) -> None:
        """Go to the end, and say so."""
        self._go(super().action_end, select)

    def action_cursor_left(self, select: bool = False) -> None:
        """Go to the character before."""
        self._go(super().action_cursor_left, select)

    def action_cursor_right(self, select: bool = False) -> None:
        """Go to the next character."""
        self._go(super().action_cursor_right, select)

    def _go(self, move: Callable[[bool], None], select: bool) -> None:
        """Move; where there is nowhere to go, say what the cursor is on all the same."""
        before = self.selection
        move(select)
        if self.selection == before:
            self._say_cursor()

    def action_delete_left(self) -> None:
        """Delete what is selected, or the character before."""
        self._delete(super().action_delete_left)

    def action_delete_right(self) -> None:
        """Delete what is selected, or the character here."""
        self._delete(super().action_delete_right)

    def _delete(self, delete: Callable[[], None]) -> None:
        before = self.value
        delete()
        if self.value == before:
            self._say_change("Nothing to delete.")

    def watch_selection(self, before: Selection, after: Selection) -> None:
        """Say what the cursor has come to."""
        if self.value != self._settled or before == after:
            return  # it goes with what was typed
        self._say_cursor()

    def _say_cursor(self) -> None:
        start, end = self.selection
        if start != end:
            self._say_change(f"{self.selected_text}, selected")
        elif end < len(self.value):
            self._say_change(character_name(self.value[end]))
        else:
            self._say_change("end")
