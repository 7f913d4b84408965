"""Lets settings have their defaults again, at once and from now on."""

from __future__ import annotations

from collections.abc import Iterable

from tui.all_settings import SETTINGS, Setting
from tui.session import Session


def reset(session: Session, settings: Iterable[Setting] = tuple(SETTINGS.values())) -> None:
    """Reset ``settings``; those that the command line changed for this reading too."""
    names = []
    for setting in settings:
        if setting.now(session) != setting.kind.default:
            setting.use(session, setting.kind.default)
        names.append(setting.name)
    # What has its default needs no line in the file, and would miss a better default.
    session.settings.drop_setting(*names)
    session.tell_problem()
