"""The screens that open over the article, by name, and what comes of what is chosen in them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from textual.screen import Screen

from tui.choices import Choices, announcer_choices, device_choices, voice_choices
from tui.chooser_screen import ChooserScreen
from tui.commands import COMMANDS, help_line
from tui.ends import ScreenName
from tui.putting_back import go_to
from tui.rows_screen import RowsScreen
from tui.session import Session
from tui.settings_screen import SettingsScreen
from tui.skipped_screen import SkippedScreen


class Opening(NamedTuple):
    """A screen that is to be opened."""

    screen: Screen[Any]
    taken: Callable[[Any], str] = lambda _: ""
    """Is given the screen's answer, and returns what to say."""


def opening(name: ScreenName, session: Session) -> Opening | None:
    """Return the screen of that name; None when there is nothing to show, which is said."""
    return _SCREENS[name](session)


def _help(session: Session) -> Opening:
    rows = [help_line(command) for command in COMMANDS]
    return Opening(RowsScreen("Help", rows, session.say))


def _messages(session: Session) -> Opening:
    rows = session.messages or ["There are no messages."]
    return Opening(RowsScreen("Messages", rows, session.say))


def _skipped(session: Session) -> Opening | None:
    if not session.keeping.loaded.skipped:
        session.say("Nothing was left out.")
        return None

    def taken(piece: int | None) -> str:
        if piece is None:
            return ""
        go_to(session, piece)
        if session.front is not None:
            session.front.show_text()
        return "Put back, and you are there. Press space to read."

    return Opening(SkippedScreen(session), taken)


def _correction(session: Session) -> Opening:
    from tui.correction_screen import CorrectionScreen

    return Opening(CorrectionScreen(session), lambda said: said or "")


def _dictionary(session: Session) -> Opening:
    from tui.dictionary_screen import DictionaryScreen

    return Opening(DictionaryScreen(session))


def _choosing(choices_of: Callable[[Session], Choices]) -> Callable[[Session], Opening]:
    def choose(session: Session) -> Opening:
        choices = choices_of(session)

        def taken(choice: str | None) -> str:
            return "" if choice is None else choices.take(choice)

        return Opening(ChooserScreen(choices, session.say), taken)

    return choose


_SCREENS: dict[ScreenName, Callable[[Session], Opening | None]] = {
    "help": _help,
    "messages": _messages,
    "skipped": _skipped,
    "correction": _correction,
    "dictionary": _dictionary,
    "choices of script": lambda session: Opening(SettingsScreen(session)),
    "voices": _choosing(voice_choices),
    "announcers": _choosing(announcer_choices),
    "devices": _choosing(device_choices),
}
