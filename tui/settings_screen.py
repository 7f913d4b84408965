"""The screen of what can be chosen about how an article is said."""

from __future__ import annotations

from tui.list_screen import ListScreen
from tui.script_choices import SCRIPT_CHOICES
from tui.session import Session

TITLE = "How it is said"
_STEPS = {"right": 1, "enter": 1, "left": -1}


class SettingsScreen(ListScreen[None]):
    """Up and down say each choice, right and left change it, escape goes back."""

    LEAVES = frozenset({"escape", "q", "s", "f10"})

    def __init__(self, session: Session) -> None:
        super().__init__(f"{TITLE}: left, right or escape")
        self._session = session

    def texts(self) -> list[str]:
        """Return each choice with its value."""
        settings = self._session.narrator.script.settings
        return [choice.sentence(settings) for choice in SCRIPT_CHOICES]

    def begin(self) -> None:
        """Say where the person is."""
        self._session.say(f"{TITLE}. {self._row()}")

    def take(self, key: str) -> None:
        """Change what is chosen, or go to another."""
        if key in _STEPS:
            self._change(_STEPS[key])
            self._session.say(self.texts()[self._chosen])
        elif self.goes(key, len(SCRIPT_CHOICES)):
            self._session.say(self._row())
        self.show()

    def _row(self) -> str:
        return f"{self.texts()[self._chosen]}. {self._chosen + 1} of {len(SCRIPT_CHOICES)}"

    def _change(self, by: int) -> None:
        choice = SCRIPT_CHOICES[self._chosen]
        value = choice.stepped(self._session.narrator.script.settings, by)
        self._session.say_otherwise(choice.field, value)
