"""The choices of how an article is said, on the screen, driven by keys."""

from __future__ import annotations

from pathlib import Path

import pytest

from content.library import Library
from tests.support import screens
from tests.support.articles import article
from tests.support.screens import rows_of, said
from tests.support.studio import Studio
from tui.app import IntoneApp
from tui.script_choices import SCRIPT_CHOICES, kept_choices

MADE = article("# Title", "First here.", "- Rest", "- Eat")


def app_of(folder: Path) -> tuple[IntoneApp, Studio]:
    return screens.app_of(folder, MADE)


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_each_choice_is_shown_said_changed_and_kept(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app, studio = app_of(tmp_path)
    async with app.run_test(size=size) as pilot:
        await pilot.press("s")
        await pilot.pause()
        assert said(studio) == [
            "How it is said, list. Structure: some, 1 of 8. Right and left change it, "
            "escape goes back."
        ]
        rows = rows_of(app)
        assert rows[0] == "How it is said"
        assert "> Structure: some" in rows[1:4]
        await pilot.press("right")
        assert said(studio) == ["Structure: most"]
        await pilot.press("left", "left")
        assert said(studio) == ["Structure: some", "Structure: few"]
        await pilot.press("enter", "enter", "enter")
        assert said(studio)[-1] == "Structure: none"
        await pilot.press("down")
        await pilot.pause()
        assert said(studio) == ["Punctuation: some, 2 of 8"]
        (marked,) = [y for y, row in enumerate(rows_of(app)) if row.startswith(">")]
        assert rows_of(app)[marked] == "> Punctuation: some"
        assert app.cursor_position == (0, marked)
        await pilot.press("end", "right", "escape")
        await pilot.pause()
        assert said(studio)[-1] == "Back to the article."
        assert app.screen is app.screen_stack[0]
    chosen = kept_choices(Library(tmp_path))
    assert (chosen.structure, chosen.symbols) == ("none", "name")
    assert {choice.field for choice in SCRIPT_CHOICES} | {"dictionary"} == set(chosen.__slots__)


async def test_reading_waits_and_goes_on_with_what_was_chosen(tmp_path: Path) -> None:
    app, studio = app_of(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("space")
        studio.play(1.2)
        await pilot.press("s")
        await pilot.pause()
        assert not app.session.narrator.playing
        await pilot.press("left", "left", "escape")
        await pilot.pause()
        assert app.session.narrator.playing
        studio.events.clear()
        studio.play(20)
    assert "list," not in studio.words()
    assert studio.words()[-2:] == ["Rest", "Eat"]
