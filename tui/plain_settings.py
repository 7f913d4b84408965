"""A setting typed in plain mode: its name or title, and the value it is to have."""

from __future__ import annotations

from content.errors import UsageError
from content.text import clean_line
from tui.session import Session

_SWITCHED = {"on": "yes", "off": "no"}
_LONGEST_SHOWN = 60


def set_by_line(session: Session, line: str) -> str | None:
    """Let a setting have the value that was typed behind it, and return what to say.

    None when the line begins with no setting; a value that it can't have is a UsageError.
    """
    from tui.all_settings import SETTINGS
    from tui.setting_kind import UnfitError

    words = line.split()
    called = SETTINGS | {setting.title.casefold(): setting for setting in SETTINGS.values()}
    for count in range(len(words) - 1, 0, -1):
        setting = called.get(" ".join(words[:count]).casefold())
        if setting is None:
            continue
        typed = " ".join(words[count:])
        if typed not in setting.kind.values:
            typed = _SWITCHED.get(typed.casefold(), typed)
        try:
            value = setting.kind.typed(typed)
        except UnfitError as error:
            shown = clean_line(typed)[:_LONGEST_SHOWN]
            raise UsageError(f"{setting.title} {error}, not {shown}.") from error
        setting.use(session, value)
        return setting.sentence(setting.now(session))
    return None
