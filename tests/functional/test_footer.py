"""The line of keys: from the registry and the keymap, where there is room, as it was chosen."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.support.articles import article
from tests.support.screens import app_of, rows_of
from tui.app import IntoneApp
from tui.commands import COMMANDS
from tui.display import FOOTER
from tui.footer import footer
from tui.key_presets import PRESETS
from tui.key_settings import KEYMAP
from tui.keymap import Place, keymap_from
from tui.preference import prefer
from tui.whereabouts import status

MADE = article("# Title", "First here.", "## One", "Second.", "## Two", "Third.")


async def rows_at_the_bottom(pilot: Pilot[None], app: IntoneApp) -> tuple[str, str]:
    """Return the two last rows."""
    await pilot.pause()
    await pilot.pause()
    *_, before, last = rows_of(app)
    return before, last


@pytest.mark.parametrize("name", PRESETS)
@pytest.mark.parametrize("place", ["text", "list"])
@pytest.mark.parametrize("width", [40, 80, 200])
def test_help_and_playing_are_named_by_keys_that_do_them(
    name: str, place: Place, width: int
) -> None:
    keymap, _ = keymap_from(name, {})
    line = footer(keymap, place, width)
    assert len(line) <= width
    parts = line.split(", ")
    assert parts[0].endswith(" Help")
    assert parts[1].endswith(" Play or pause")
    names = {command.name for command in COMMANDS}
    assert all(any(part.endswith(f" {each}") for each in names) for part in parts)


def test_a_key_of_ones_own_is_named() -> None:
    keymap, wrong = keymap_from(
        "default", {"heading.previous": [], "play": ["f11"], "help": ["H", "f1"]}
    )
    assert not wrong
    assert footer(keymap, "text", 40) == "shift h Help, F11 Play or pause, / Find"


async def test_it_goes_with_the_pane_and_the_keymap_and_is_chosen(tmp_path: Path) -> None:
    app, _ = app_of(tmp_path, MADE)
    async with app.run_test(size=(80, 24)) as pilot:
        before, last = await rows_at_the_bottom(pilot, app)
        assert before.startswith("? Help, space Play or pause, tab List or text, enter Read the")
        assert last == status(app.session, 80)
        await pilot.press("tab")
        before, _ = await rows_at_the_bottom(pilot, app)
        assert "right Next sentence" in before
        assert "Read the section" not in before
        prefer(app.session, KEYMAP, "letters-off")
        await pilot.press("tab")
        before, _ = await rows_at_the_bottom(pilot, app)
        assert before.startswith("F1 Help")
        prefer(app.session, FOOTER, "no")
        before, _ = await rows_at_the_bottom(pilot, app)
        assert "Help" not in before


@pytest.mark.parametrize(("rows", "there"), [(12, False), (13, True)])
async def test_a_low_screen_has_it_only_when_asked_for(
    tmp_path: Path, rows: int, there: bool
) -> None:
    app, _ = app_of(tmp_path, MADE)
    async with app.run_test(size=(40, rows)) as pilot:
        before, _ = await rows_at_the_bottom(pilot, app)
        assert before.startswith("? Help") == there
        prefer(app.session, FOOTER, "yes")
        before, last = await rows_at_the_bottom(pilot, app)
        assert before == "? Help, space Play or pause, / Find"
        assert last == status(app.session, 40)


async def test_reading_changes_nothing_in_it(tmp_path: Path) -> None:
    app, studio = app_of(tmp_path, MADE)
    async with app.run_test(size=(80, 24)) as pilot:
        before, _ = await rows_at_the_bottom(pilot, app)
        await pilot.press("space")
        for _ in range(5):
            studio.play(1)
            assert (await rows_at_the_bottom(pilot, app))[0] == before
