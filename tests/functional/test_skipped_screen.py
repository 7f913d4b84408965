"""What was skipped, heard and put back with keys, through Textual's pilot."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from content.library import Library
from content.model import Article, Position, Skipped
from tests.support import screens
from tests.support.articles import article
from tests.support.screens import rows_of, said
from tests.support.studio import Studio
from tui.app import IntoneApp
from tui.delivery import kept
from tui.keeping import KEPT_KINDS
from tui.menu_screen import MenuScreen
from tui.putting_back import put_back
from tui.session import Session
from tui.whereabouts import greet

MADE = replace(
    article("# Title", "Opening words.", "## One", "Under one.", "## Two", "Under two."),
    skipped=(
        Skipped("promotion", "Try [/] it\nOur app helps you to feel well again every day", 2),
        Skipped("share", "Share this", 4),
        Skipped("promotion", "Buy now", 4),
    ),
)


def app_of(folder: Path, made: Article = MADE) -> tuple[IntoneApp, Studio]:
    return screens.app_of(folder, made)


def texts(app: IntoneApp) -> list[str]:
    return [block.text for block in app.session.article.blocks]


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_each_piece_is_said_with_its_kind_and_place(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app, studio = app_of(tmp_path)
    async with app.run_test(size=size) as pilot:
        await pilot.press("x")
        await pilot.pause()
        assert isinstance(app.screen, MenuScreen)
        first = "Promotion: Try [/] it Our app helps you to … (before section 1, 13 words), 1 of 3"
        assert said(studio)[-1].startswith(f"Skipped pieces, list. {first}. Enter reads it, P puts")
        await pilot.press("down")
        await pilot.pause()
        assert said(studio) == ["Share bar: Share this (before section 2, 2 words), 2 of 3"]
        (marked,) = [y for y, row in enumerate(rows_of(app)) if row.startswith(">")]
        assert rows_of(app)[marked].startswith("> Share bar")
        assert app.cursor_position == (0, marked)
        await pilot.press("escape")
        await pilot.pause()
        assert said(studio) == ["Back to the article."]


async def test_enter_reads_a_piece_in_full_and_shows_it(tmp_path: Path) -> None:
    app, studio = app_of(tmp_path)
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("x", "enter")
        await pilot.pause()
        assert said(studio)[-1] == "Try [/] it. Our app helps you to feel well again every day."
        assert "feel well again every day" in " ".join(" ".join(rows_of(app)).split())


async def test_a_piece_is_put_back_and_stays_for_the_next_time(tmp_path: Path) -> None:
    app, studio = app_of(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        app.session.change(lambda narrator: narrator.move_to(Position(5, 6)))
        await pilot.press("x", "end", "p")
        await pilot.pause()
        assert said(studio)[-1] == "Put back."
        assert texts(app)[4:6] == ["Buy now", "Two"]
        assert app.session.narrator.position == Position(6, 6), "the place stays at its word"
        await pilot.press("escape")
        await pilot.pause()
        assert any("Buy now" in row for row in rows_of(app))
        await pilot.press("x", "end", "p")
        await pilot.pause()
        assert said(studio)[-1] == "Skipped again."
        assert texts(app) == [block.text for block in MADE.blocks]
        await pilot.press("p", "escape", "f10")
    again, _ = app_of(tmp_path)
    assert texts(again)[4] == "Buy now"
    assert again.session.narrator.position == Position(6, 6)


async def test_a_piece_can_be_gone_to(tmp_path: Path) -> None:
    app, studio = app_of(tmp_path)
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("x", "down", "g")
        await pilot.pause()
        assert texts(app)[app.session.narrator.position.block] == "Share this"
        assert said(studio)[-1] == "Put back, and you are there. Press space to read."
        await pilot.press("space")
        studio.play(1)
        assert studio.words()[:2] == ["Share", "this"]


async def test_a_kind_can_be_read_always(tmp_path: Path) -> None:
    app, studio = app_of(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("x", "k")
        await pilot.pause()
        assert said(studio)[-1] == "Promotions are always read."
        assert [piece.kind for piece in app.session.article.skipped] == ["share"]
        await pilot.press("p")
        await pilot.pause()
        assert said(studio)[-1] == (
            "All promotions are always read; change that first to skip this one."
        )
    assert Library(tmp_path).setting(KEPT_KINDS) == "promotion"
    other = replace(MADE, source="other.md", digest="other")
    app, studio = app_of(tmp_path, other)
    assert "Buy now" in texts(app)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("x", "k")
        await pilot.pause()
        assert said(studio)[-1] == "Promotions are skipped."
        assert "Buy now" not in texts(app)


def test_what_is_put_back_is_said_as_the_person_chose(tmp_path: Path) -> None:
    library = Library(tmp_path)
    session = Session(MADE, Studio(), library, kept(library))
    session.say_otherwise("structure", "most")
    put_back(session, 2)
    assert session.narrator.script.settings.structure == "most"


def test_the_command_line_goes_before_what_is_remembered(tmp_path: Path) -> None:
    library = Library(tmp_path)
    library.keep_setting(KEPT_KINDS, "promotion")
    session = Session(MADE, Studio(), library, kept(library), keep=["share"])
    assert [piece.kind for piece in session.article.skipped] == ["promotion", "promotion"]
    assert library.setting(KEPT_KINDS) == "promotion"


def test_all_kinds_but_one(tmp_path: Path) -> None:
    library = Library(tmp_path)
    library.keep_setting(KEPT_KINDS, "all")
    session = Session(MADE, Studio(), library, kept(library))
    assert session.article.skipped == ()
    assert session.keeping.toggle_kind(1) == "Share bars are skipped."
    assert [piece.kind for piece in session.keeping.article().skipped] == ["share"]


@pytest.mark.parametrize("value", ["", "x", "7", "-1", "1,,2", "9" * 30, "²"])
def test_a_damaged_setting_is_as_good_as_none(tmp_path: Path, value: str) -> None:
    library = Library(tmp_path)
    library.keep_setting(f"put back in {MADE.digest}", value)
    library.keep_setting(KEPT_KINDS, value)
    session = Session(MADE, Studio(), library, kept(library))
    assert {piece.kind for piece in session.article.skipped} <= {"promotion", "share"}


def test_the_greeting_says_how_many_were_skipped(tmp_path: Path) -> None:
    studio = Studio()
    library = Library(tmp_path)
    greet(Session(MADE, studio, library, kept(library)))
    assert said(studio)[-1] == (
        "2 sections, less than a minute left, 3 pieces skipped. Press space to read."
    )


async def test_nothing_left_out_is_said(tmp_path: Path) -> None:
    app, studio = app_of(tmp_path, replace(MADE, skipped=()))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("x")
        await pilot.pause()
        assert said(studio)[-1] == "Nothing was skipped."
