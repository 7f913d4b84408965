"""The keys that a person has chosen: a ready-made keymap, and a table of their own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tui.key_presets import PRESETS
from tui.keymap import Keymap, keymap_from
from tui.preference import Preference

if TYPE_CHECKING:
    from tui.delivery import Settings
    from tui.session import Session


def key_table(settings: Settings) -> Mapping[str, Any]:
    """Return the table of keys in a person's file of settings."""
    table = getattr(settings, "keys", None)
    return table if isinstance(table, Mapping) else {}


def chosen_keymap(settings: Settings, preset: str | None = None) -> tuple[Keymap, list[str]]:
    """Return the keymap in effect, or one with another ``preset``; and what is wrong with it."""
    kept = preset or settings.setting(KEYMAP.name) or next(iter(PRESETS))
    return keymap_from(kept, key_table(settings))


def _apply(session: Session, _: str) -> None:
    session.keys, problems = chosen_keymap(session.settings)
    for problem in problems:
        session.report(problem)


KEYMAP = Preference(
    "keymap", "Keys", PRESETS, "Which keys do what; each can also be given others.", _apply
)
KEY_PREFERENCES = (KEYMAP,)
