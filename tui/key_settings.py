"""The keys that a person has chosen: a ready-made keymap, and a table of their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.key_presets import PRESETS
from tui.preference import Preference

if TYPE_CHECKING:
    from tui.delivery import Settings
    from tui.keymap import Keymap
    from tui.own_keys import Wrong
    from tui.session import Session

_TABLE = "keys"


def chosen_keymap(settings: Settings, preset: str | None = None) -> tuple[Keymap, list[str]]:
    """Return the keymap in effect, or one with another ``preset``; and what is wrong with it."""
    from tui.keymap import keymap_from

    passed: Mapping[str, Any] = getattr(settings, "passed", {})
    kept = preset or settings.setting(KEYMAP.name) or next(iter(PRESETS))
    keymap, wrong = keymap_from(kept, passed.get(_TABLE, {}))
    return keymap, _with_lines(wrong, getattr(settings, "path", None)) if wrong else []


def _with_lines(wrong: Sequence[Wrong], path: Path | None) -> list[str]:
    """Return the sentences, each with the line of the file it is about, as far as that is known."""
    from tui.settings_check import readable
    from tui.settings_file import NAME
    from tui.toml_lines import key_lines, line_of

    try:
        text = path.read_text(encoding="utf-8-sig") if path is not None else ""
        lines = key_lines(readable(text)[0])
    except (OSError, ValueError):
        lines = {}
    if not lines:
        return [each.sentence for each in wrong]
    found = []
    for each in wrong:
        # Without quotation marks, a dot makes tables within tables.
        paths = (_TABLE, each.id), (_TABLE, *each.id.split("."))
        line = next((lines[path] for path in paths if path in lines), line_of(lines, paths[0]))
        found.append((line, f"Line {line} of {NAME}: {each.sentence}"))
    return [sentence for _, sentence in sorted(found, key=lambda each: each[0])]


def told_keymap(session: Session) -> Keymap:
    """Return the keymap that a person has chosen, and tell what is wrong with it."""
    from tui.settings_file import tell_faults

    keymap, faults = chosen_keymap(session.settings)
    tell_faults(session, faults)
    return keymap


def _apply(session: Session, _: str) -> None:
    session.keys = told_keymap(session)


KEYMAP = Preference(
    "keymap", "Keys", PRESETS, "Which keys do what; each can also be given others.", _apply
)
KEY_PREFERENCES = (KEYMAP,)
