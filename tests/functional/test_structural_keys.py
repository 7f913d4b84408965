"""Structural reading by the keys, and where the terminal's cursor and the highlight are."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.geometry import Offset

from content.model import Block
from tests.support.screens import app_of, said
from tests.support.structured import article_of, linked, table

MADE = article_of(
    linked("Take this dose now.", "dose"),
    table("# Medicine | # Dose", "# Aspirin | 5 mg"),
    Block("heading", "Later on", level=2),
    Block("paragraph", "The end."),
)


async def test_the_cursor_stands_on_the_word_and_the_character(tmp_path: Path) -> None:
    app, studio = app_of(tmp_path, MADE)
    async with app.run_test(size=(60, 12)) as pilot:
        await pilot.press("tab")
        await pilot.pause()
        said(studio)
        left = app.cursor_position
        for keys, column, heard in (
            (["ctrl+right"], 5, "this"), (["full_stop"], 10, "dose"), (["shift+right"], 11, "o"),
            (["greater_than_sign"], 12, "s"), (["less_than_sign"], 11, "o"),
            (["comma"], 5, "this"), (["ctrl+left", "k"], 10, "dose, link"),
        ):  # fmt: skip
            await pilot.press(*keys)
            await pilot.pause()
            assert said(studio)[-1] == heard
            assert app.cursor_position == Offset(left.x + column, left.y)


async def test_the_arrows_go_through_a_table(tmp_path: Path) -> None:
    app, studio = app_of(tmp_path, MADE)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab", "t")
        studio.play(10)
        said(studio)
        await pilot.press("down", "down", "right", "underscore", "vertical_line", "up")
        assert said(studio) == [
            "Medicine, column 1 of 2", "Aspirin, row 1 of 1", "Dose: 5 milligrams, column 2 of 2",
            "Aspirin. Dose: 5 milligrams.", "Dose. Aspirin: 5 milligrams.",
            "Dose",
        ]  # fmt: skip


@pytest.mark.parametrize(
    ("key", "wrong", "refused", "right"),
    [
        ("ctrl+g", "x", "Type a number from 0 to 100, such as 50.", "99"),
        ("ctrl+r", "nothing", "No section begins with nothing; type its number, or its "
         "first words.", "lat"),
    ],
)  # fmt: skip
async def test_a_question_stays_after_a_bad_answer(
    tmp_path: Path, key: str, wrong: str, refused: str, right: str
) -> None:
    app, studio = app_of(tmp_path, MADE)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(key, *wrong, "enter")
        await pilot.pause()
        assert refused in said(studio)
        await pilot.press(*["backspace"] * len(wrong), *right, "enter")
        await pilot.pause()
        assert len(app.screen_stack) == 1
        assert app.session.narrator.position.block >= 2
        await pilot.press("backspace")
        assert app.session.narrator.position.block == 0
