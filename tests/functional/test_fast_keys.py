"""Keys that come right behind each other, as fast typists, macros and dictation send them."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.events import Key
from textual.pilot import Pilot

from tests.support.articles import article
from tests.support.screens import app_of
from tests.support.studio import Studio
from tui.spoken_input import SpokenInput
from voices.messages import Announce

MADE = article("# Title", "First here.", "## One", "Second.", "## Two", "Third.")


async def type_at_once(pilot: Pilot[None], *keys: str) -> None:
    """Send all keys before the first has been dealt with."""
    for key in keys:
        pilot.app.post_message(Key(key, key if len(key) == 1 else None))
    for _ in range(5):
        await pilot.pause()


def last_said(studio: Studio) -> str:
    return [request.text for request in studio.requests if isinstance(request, Announce)][-1]


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (("s", "down", "down"), "Numbers: as numbers, 3 of 8"),
        (("s", "right", "down"), "Punctuation: some, choice, 2 of 8"),
        (("question_mark", "down"), "escape: Silence. Stops whatever is heard, at once."),
        (("s", "escape", "w"), "Before section 1 of 2"),
        (("s", "s", "tab"), "Text"),
        (("s", "escape", "s", "down"), "Punctuation: some, 2 of 8"),
    ],
)
async def test_no_key_is_lost_while_a_screen_opens_or_closes(
    tmp_path: Path, keys: tuple[str, ...], said: str
) -> None:
    app, studio = app_of(tmp_path, MADE)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await type_at_once(pilot, *keys)
        assert last_said(studio).startswith(said)


async def test_no_key_is_lost_behind_a_line_that_is_typed(tmp_path: Path) -> None:
    app, studio = app_of(tmp_path, MADE)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await type_at_once(
            pilot, "asterisk", *"259", "backspace", "0", "home", "delete", "1", "enter", "w"
        )
        assert app.session.narrator.pace == 150
        assert "150 words a minute" in last_said(studio)
        await type_at_once(pilot, "slash", *"Third", "enter", "w")
        assert last_said(studio).startswith("Section 2 of 2, Two.")
        await type_at_once(pilot, "slash", *"Second", "escape", "w")
        assert last_said(studio).startswith("Section 2 of 2, Two.")
        await type_at_once(pilot, "colon", *"only par", "enter", "w")
        assert last_said(studio).startswith("Section 2 of 2, Two.")
        assert app.session.narrator.scope == "block"


async def test_what_is_typed_behind_the_key_of_a_form_stands_in_its_field(tmp_path: Path) -> None:
    app, _ = app_of(tmp_path, MADE)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await type_at_once(pilot, "c", *"hello")
        assert app.screen.query_one("#field", SpokenInput).value == "hello"
