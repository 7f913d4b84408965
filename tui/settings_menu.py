"""The menu of all settings: each with its value, which left and right change at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from content.errors import UsageError
from content.text import clean_line
from tui.all_settings import GROUPS, Setting
from tui.menu import STAY, Action, Menu, Outcome, Question, Row
from tui.phrases import count
from tui.resetting import reset
from tui.session import Session
from tui.setting_kind import UnfitError
from tui.settings_file import SettingsFile

_HINT = "Right and left change a row, enter opens it, delete resets it, escape goes back."


def settings_menu(session: Session) -> Menu:
    """Return the menu: the settings under the names of their groups, then what is for all."""
    sure: list[int] = []
    """The row on which resetting everything was asked for, so that once more does it."""

    def rows() -> Sequence[Row]:
        if sure != [menu.chosen]:
            sure.clear()
        made: list[Row] = []
        starts: list[int] = []
        for group in GROUPS:
            starts.append(len(made))
            title = f"{group.title}, {count(len(group.settings), 'setting')}"
            made.append(Row(title, change=_to_group(menu, starts), under=len(group.settings)))
            made += [_row(session, setting) for setting in group.settings]
        starts.append(len(made))
        all_ = "Reset everything"
        return [*made, _file_row(session), Row(all_, (Action(all_, everything),))]

    def everything() -> Outcome:
        if sure != [menu.chosen]:
            sure[:] = [menu.chosen]
            return Outcome("Once more to give every setting its default.")
        sure.clear()
        reset(session)
        return Outcome("Everything is reset.")

    menu = Menu("Settings", rows, hint=_HINT, role="form")
    return menu


def _to_group(menu: Menu, starts: Sequence[int]) -> Callable[[int], str]:
    """Return what goes from the name of a group to the next or the one before."""

    def go(by: int) -> str:
        at = starts.index(menu.chosen) + by
        menu.chosen = starts[max(0, min(at, len(starts) - 1))]
        return menu.sentence()

    return go


def _row(session: Session, setting: Setting) -> Row:
    """Return the row of a setting: it is stepped through, typed, or chosen from a list."""

    def use(value: str) -> str:
        setting.use(session, value)
        return setting.sentence(setting.now(session))

    def change(by: int) -> str:
        assert setting.kind.stepped is not None  # noqa: S101 - else there is no such change
        return use(setting.kind.stepped(setting.now(session), by))

    def back() -> Outcome:
        reset(session, [setting])
        return Outcome(f"{setting.sentence(setting.now(session))}, reset")

    def open_list() -> Outcome:
        if session.front is not None and setting.opens is not None:
            list_ = setting.opens(session)
            if list_ is not None:
                session.front.show(list_)
        return STAY

    choose = (Action("Choose", open_list),) if setting.opens is not None else ()
    typed = not setting.kind.values and setting.opens is None
    return Row(
        setting.sentence(setting.now(session)),
        (*choose, Action("What it is", lambda: Outcome(setting.help), "question_mark"),
         Action("Reset", back, "delete")),
        change if setting.kind.stepped is not None else None,
        (lambda: _question(session, setting)) if typed else None,
    )  # fmt: skip


def _question(session: Session, setting: Setting) -> Question:
    def taken(text: str) -> Outcome:
        try:
            value = setting.kind.typed(text)
        except UnfitError as error:
            typed = clean_line(text)[:60] or "nothing"
            raise UsageError(f"{setting.title} {error}, not {typed}.") from error
        setting.use(session, value)
        return Outcome(setting.sentence(setting.now(session)), close=True)

    title = f"{setting.title}, {setting.kind.takes}"
    return Question(title, taken, str(setting.kind.toml(setting.now(session))))


def _file_row(session: Session) -> Row:
    """Return the row that says where the settings are kept."""
    settings = session.settings
    if isinstance(settings, SettingsFile) and settings.path is not None:
        return Row(f"Kept in {clean_line(str(settings.path))}")
    return Row("Kept until you leave")
