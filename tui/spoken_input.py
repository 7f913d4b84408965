"""A field whose editing is heard: what is typed, what is deleted, and what the cursor is on."""

from __future__ import annotations

from collections.abc import Callable

from textual.geometry import Offset
from textual.widgets import Input
from textual.widgets.input import Selection

from content.spelling import character_name


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

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the cursor is on the screen; Textual's own answer is one too far at the end."""
        place = self._position_to_cell(self.cursor_position) - self.scroll_offset.x
        return self.content_region.offset + Offset(place, 0)

    def restricted(self) -> None:
        """Say that there is no room, where Textual would ring."""
        self._say_change("It is full.")

    def watch_value(self, before: str, after: str) -> None:
        """Say what was typed or deleted."""
        self.call_next(self._settle)
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
            self._say_change(f"{character_name(gone) if len(gone) == 1 else gone} deleted")

    def _say_typed(self, character: str, before: str) -> None:
        """Say a character, or the word that it ends."""
        word = "" if before.endswith(" ") else (before.split() or [""])[-1]
        if character == " " and word and self._typing in ("both", "words"):
            self._say_change(word)
        elif self._typing in ("both", "letters"):
            self._say_change(character_name(character))

    def _settle(self) -> None:
        self._settled = self.value

    def watch_selection(self, before: Selection, after: Selection) -> None:
        """Say what the cursor has come to."""
        if self.value != self._settled or before == after:
            return  # it goes with what was typed
        if after.start != after.end:
            self._say_change(f"{self.selected_text} selected")
        elif after.end < len(self.value):
            self._say_change(character_name(self.value[after.end]))
        else:
            self._say_change("end")
