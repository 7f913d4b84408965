"""The registry of settings: everything that can be chosen is in it, once, with its words."""

from __future__ import annotations

import importlib
from pathlib import Path

from content.patterns import lazily
from tests.unit.test_boundaries import loaded_after
from tui.all_settings import GROUPS, PASSED, SETTINGS

TUI = Path(__file__).resolve().parents[2] / "tui"
_TUPLE = lazily(r"(?m)^([A-Z_]+_PREFERENCES)\b[^=\n]*=")


def test_every_preference_is_a_setting() -> None:
    found = []
    for path in sorted(TUI.glob("*.py")):
        module = importlib.import_module(f"tui.{path.stem}")
        for name in _TUPLE.findall(path.read_text(encoding="utf-8")):
            found += [preference.name for preference in getattr(module, name)]
    assert [name for name in found if name not in SETTINGS] == []


def test_names_are_there_once_and_every_setting_tells_what_it_is() -> None:
    every = [setting for group in GROUPS for setting in group.settings]
    assert len({setting.name for setting in every}) == len(every)
    assert len({setting.title for setting in every}) == len(every)
    assert not set(PASSED) & set(SETTINGS)
    for setting in every:
        assert setting.help.endswith(".")
        assert setting.name.replace("_", "").isalnum()
        assert setting.name.islower()
        default = setting.kind.default
        kept, wrong = setting.kind.read(setting.kind.toml(default))
        assert (kept, list(wrong)) == (default, [])
        assert setting.sentence(default).startswith(f"{setting.title}: ")


def test_the_file_of_settings_is_read_without_a_screen() -> None:
    loaded = loaded_after(["tui.settings_check", "tui.settings_file"])
    assert not loaded & {"textual", "tomlkit", "click", "platformdirs"}
