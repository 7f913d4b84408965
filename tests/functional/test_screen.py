"""The Textual screen, driven by keys through Textual's pilot."""

from __future__ import annotations

from pathlib import Path

import pytest

from content.library import Library
from content.model import Article
from tests.support import screens
from tests.support.articles import article
from tests.support.screens import rows_of, said
from tests.support.studio import Studio
from tui.app import IntoneApp
from tui.commands import COMMANDS, help_line
from voices.messages import Problem

MADE = article(
    "# Title [/] [@click=app.quit]x[/]",
    "First sentence here. Second sentence here.",
    "## One",
    "Under one.",
    "### Two [bold]",
    "Under two.",
    "## Three",
    *(f"Paragraph number {number} of a long section." for number in range(40)),
)


def app_of(folder: Path, made: Article = MADE) -> tuple[IntoneApp, Studio]:
    return screens.app_of(folder, made)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_list_text_and_status_are_shown(tmp_path: Path, size: tuple[int, int]) -> None:
    app, _ = app_of(tmp_path)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        rows = rows_of(app)
        assert rows[0].startswith("> Title [/]")
        assert any("Two [bold]" in row for row in rows)
        assert any("First sentence here." in row for row in rows)
        assert rows[-1].startswith("Before section 1 of 3, 0 %, 180 words a minute")
        assert rows[-1].endswith("paused")


async def test_a_narrow_screen_shows_one_pane_at_a_time(tmp_path: Path) -> None:
    app, _ = app_of(tmp_path)
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.pause()
        assert not any("First sentence" in row for row in rows_of(app))
        await pilot.press("tab")
        await pilot.pause()
        rows = rows_of(app)
        assert any("First sentence" in row for row in rows)
        assert not any(row.startswith("> ") for row in rows)
        assert len(rows[-1]) <= 40
        assert rows[-1] == "0/3 0% 180 wpm 1:40 min paused"


async def test_choosing_in_a_narrow_list_shows_the_text(tmp_path: Path) -> None:
    app, _ = app_of(tmp_path)
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("down", "enter")
        await pilot.pause()
        assert rows_of(app)[0] == "One"


async def test_playing_in_a_narrow_list_shows_the_text(tmp_path: Path) -> None:
    app, _ = app_of(tmp_path)
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("space")
        await pilot.pause()
        assert any("First sentence" in row for row in rows_of(app))


async def test_reading_that_began_before_the_screen_is_shown(tmp_path: Path) -> None:
    app, _ = app_of(tmp_path)
    app.session.change(lambda narrator: narrator.play())
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.pause()
        await pilot.pause()
        assert any("First sentence" in row for row in rows_of(app))


async def test_the_chosen_row_carries_a_mark(tmp_path: Path) -> None:
    app, studio = app_of(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down")
        await pilot.pause()
        (marked,) = [row for row in rows_of(app) if row.startswith(">")]
        assert marked.startswith("> One")
        assert said(studio) == ["One", "1 of 3, level 2, unfolded"]


async def test_left_and_right_mean_what_the_focus_says(tmp_path: Path) -> None:
    app, studio = app_of(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("right")
        assert said(studio) == ["Nothing to unfold."]
        await pilot.press("tab", "right", "right")
        studio.play(3)
        assert studio.words()[-3:] == ["Second", "sentence", "here."]


async def test_the_text_turns_the_page_to_the_word(tmp_path: Path) -> None:
    app, _ = app_of(tmp_path)
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("tab", *["h"] * 3, *["down"] * 30)
        await pilot.pause()
        shown = "\n".join(rows_of(app))
        assert "Paragraph number 29 of a long" in shown


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_sentence_and_word_are_highlighted_where_they_stand(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app, studio = app_of(tmp_path)
    async with app.run_test(size=size) as pilot:
        await pilot.press("tab", "right", "right")
        studio.play(0.5)
        app.follow()
        await pilot.pause()
        word = "".join(
            segment.text
            for strip in app.screen._compositor.render_strips()
            for segment in strip
            if segment.style is not None and segment.style.underline
        )
        assert word == "sentence"


async def test_help_lists_every_command_and_says_the_row(tmp_path: Path) -> None:
    app, studio = app_of(tmp_path)
    async with app.run_test(size=(80, 400)) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        shown = " ".join(" ".join(rows_of(app)).split())
        for command in COMMANDS:
            assert help_line(command) in shown
        assert said(studio)[0].startswith("Help, list. space or F5")
        await pilot.press("down")
        assert said(studio)[0].startswith("escape")
        await pilot.press("escape")
        await pilot.pause()
        assert rows_of(app)[-1].endswith("paused")


async def test_reading_waits_while_help_is_open(tmp_path: Path) -> None:
    app, studio = app_of(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab", "right", "space", "space", "h")
        studio.play(0.5)
        assert app.session.state() == "playing"
        await pilot.press("question_mark")
        await pilot.pause()
        studio.play(60)
        heard = len(studio.words())
        assert app.session.state() == "paused"
        await pilot.press("escape")
        await pilot.pause()
        studio.play(2)
        assert len(studio.words()) > heard


async def test_messages_are_kept_and_read_with_a_key(tmp_path: Path) -> None:
    app, studio = app_of(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        app.session.handle(Problem("The device [/] is gone."))
        said(studio)
        await pilot.press("m")
        await pilot.pause()
        assert any("The device [/] is gone." in row for row in rows_of(app))
        assert said(studio) == ["Messages, list. The device [/] is gone. 1 of 1"]


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_a_message_is_shown_until_the_next_key(tmp_path: Path, size: tuple[int, int]) -> None:
    app, _ = app_of(tmp_path)
    async with app.run_test(size=size) as pilot:
        app.hear(Problem("No sound device [/] was found, so reading is silent."))
        await pilot.pause()
        await pilot.pause()
        shown = " ".join(" ".join(rows_of(app)).split())
        assert "No sound device [/] was found, so reading is silent." in shown
        assert rows_of(app)[-1].endswith("paused")
        await pilot.press("down")
        await pilot.pause()
        assert "No sound device" not in " ".join(rows_of(app))


async def test_q_leaves_and_keeps_the_place(tmp_path: Path) -> None:
    app, _ = app_of(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("h", "h")
        await pilot.press("f10")
    place = Library(tmp_path).place(MADE)
    assert place is not None
    assert MADE.blocks[place.block].text == "Two [bold]"


@pytest.mark.parametrize("keys", [["f10"], ["ctrl+q"], ["ctrl+c"], ["question_mark", "ctrl+c"]])
async def test_every_key_to_leave_leaves(tmp_path: Path, keys: list[str]) -> None:
    app, _ = app_of(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        assert not app.is_running


async def test_no_decoration_anywhere(tmp_path: Path) -> None:
    app, _ = app_of(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        for key in ("tab", "ctrl+p", "ctrl+z", "question_mark", "escape", "m"):
            await pilot.press(key)
            await pilot.pause()
            for character in "".join(rows_of(app)):
                assert not 0x2500 <= ord(character) <= 0x28FF, character


async def test_an_empty_article_shows_a_screen(tmp_path: Path) -> None:
    app, _ = app_of(tmp_path, article())
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("tab", "space", "right", "h", "w", "enter", "tab")
        await pilot.pause()
        assert rows_of(app)[-1].endswith("paused")


async def test_resizing_keeps_the_word_in_sight(tmp_path: Path) -> None:
    app, _ = app_of(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("tab", *["h"] * 3, *["down"] * 35)
        for size in ((40, 12), (80, 24), (20, 5), (200, 60)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert "number 34" in " ".join(" ".join(rows_of(app)).split())
