"""How it looks, as a person chooses it, on the screen and driven by keys."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from textual.pilot import Pilot

from content.library import Library
from content.model import Article, Block
from tests.support import screens
from tests.support.articles import article
from tests.support.screens import rows_of, said
from tests.support.studio import Studio
from tui.app import IntoneApp
from tui.display import DISPLAY_PREFERENCES, display_of
from tui.menu import Menu, Row, plain_rows
from voices.messages import Problem

WORDS = [f"word{number}" for number in range(200)]
MADE = article(
    "# Title",
    "First sentence here. Second sentence here.",
    "## One",
    "Under one, a paragraph that is longer than a line has room for at forty columns.",
    f"{' '.join(WORDS)}.",
)


def app_of(folder: Path, made: Article = MADE, **chosen: str) -> tuple[IntoneApp, Studio]:
    """Return the app, with values of preferences by their names."""
    library = Library(folder)
    for name, value in chosen.items():
        library.keep_setting(name, value)
    library.close()
    return screens.app_of(folder, made)


async def settle(pilot: Pilot[None]) -> None:
    for _ in range(3):
        await pilot.pause()


def text_rows(app: IntoneApp) -> list[str]:
    """Return what is on the screen but for the status."""
    return rows_of(app)[:-1]


def word_at_cursor(app: IntoneApp) -> str:
    place = app.cursor_position
    return (rows_of(app)[place.y][place.x :].split() or [""])[0]


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_each_choice_is_said_changed_at_once_and_kept(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app, studio = app_of(tmp_path)
    async with app.run_test(size=size) as pilot:
        await pilot.press("D")
        await settle(pilot)
        first = DISPLAY_PREFERENCES[0].sentence("dark")
        assert said(studio)[0].startswith(
            f"Display, list. {first}, 1 of {len(DISPLAY_PREFERENCES)}"
        )
        for preference in DISPLAY_PREFERENCES:
            default, other = list(preference.values)[:2]
            await pilot.press("right")
            await settle(pilot)
            assert said(studio)[-1] == preference.sentence(other)
            shown = " ".join(" ".join(rows_of(app)).split())
            assert f"> {preference.sentence(other)}" in shown
            await pilot.press("left")
            assert said(studio)[-1] == preference.sentence(default)
            await pilot.press("right", "down")
            said(studio)
        await pilot.press("escape")
        await settle(pilot)
        assert app.screen is app.screen_stack[0]
    again, _ = app_of(tmp_path)
    for preference in DISPLAY_PREFERENCES:
        assert again.session.settings.setting(preference.name) == list(preference.values)[1]
    assert display_of(again.session).view == "focus"


async def test_a_damaged_choice_is_the_usual_one(tmp_path: Path) -> None:
    app, _ = app_of(tmp_path, theme="mauve", view="", text_width="-5")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert display_of(app.session) == display_of(app_of(tmp_path / "other")[0].session)
        assert any("First sentence here." in row for row in rows_of(app))


async def test_the_views_follow_each_other_and_are_said(tmp_path: Path) -> None:
    app, studio = app_of(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        for view in ("one sentence", "large print", "normal"):
            await pilot.press("ctrl+l")
            await settle(pilot)
            assert said(studio) == [f"View: {view}"]
        assert any("Second sentence here." in row for row in rows_of(app))


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (200, 60)])
async def test_one_sentence_stands_alone_in_the_middle_and_goes_with_the_reading(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app, studio = app_of(tmp_path, view="focus")
    async with app.run_test(size=size) as pilot:
        await pilot.press("space")
        await settle(pilot)
        for _ in range(9):
            studio.play(0.34)
            app.follow()
            await pilot.pause()
            shown = [row for row in text_rows(app) if row.strip()]
            block = MADE.blocks[app.session.narrator.position.block]
            start, end = app.session.narrator.point.sentence
            assert [" ".join(row.split()) for row in shown] == [block.text[start:end]]
            start, end = app.session.narrator.point.word
            assert word_at_cursor(app) == block.text[start:end]
            (y,) = [y for y, row in enumerate(text_rows(app)) if row.strip()]
            assert abs(y - (size[1] - 1) // 2) <= 1
            left = len(shown[0]) - len(shown[0].lstrip())
            assert abs(left - (size[0] - len(shown[0]))) <= 1


@pytest.mark.parametrize("view", ["normal", "focus", "large"])
@pytest.mark.parametrize("size", [(80, 24), (40, 12), (20, 8)])
async def test_each_word_of_a_sentence_longer_than_the_screen_comes_into_sight(
    tmp_path: Path, size: tuple[int, int], view: str
) -> None:
    app, studio = app_of(tmp_path, view=view, line_spacing="2")
    async with app.run_test(size=size) as pilot:
        await pilot.press("tab")
        if view != "normal":
            await settle(pilot)
        await pilot.press("down", "down", "down", "down")
        seen: set[str] = set()
        for _ in range(45):
            studio.play(1)
            app.follow()
            await pilot.pause()
            start, end = app.session.narrator.point.word
            position = app.session.narrator.position
            word = MADE.blocks[position.block].text[start:end]
            if size[0] >= 40 or view != "normal":
                assert word_at_cursor(app) == word
            seen.add(word)
        assert len(seen) > 40


@pytest.mark.parametrize("view", ["normal", "focus", "large"])
async def test_resizing_keeps_the_word_in_sight_in_each_view(tmp_path: Path, view: str) -> None:
    app, studio = app_of(tmp_path, view=view)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("tab", "space")
        studio.play(38.2)
        for size in ((40, 12), (80, 24), (30, 8), (200, 60)):
            await pilot.resize_terminal(*size)
            await settle(pilot)
            start, end = app.session.narrator.point.word
            position = app.session.narrator.position
            assert word_at_cursor(app) == MADE.blocks[position.block].text[start:end]


@pytest.mark.parametrize("columns", ["80", "60", "40"])
async def test_the_text_is_as_wide_as_was_chosen(tmp_path: Path, columns: str) -> None:
    app, _ = app_of(tmp_path, text_width=columns, list_beside="no", footer="no")
    async with app.run_test(size=(200, 60)) as pilot:
        await pilot.press("tab")
        await settle(pilot)
        widths = [len(row) for row in text_rows(app)]
        assert int(columns) - 15 < max(widths) <= int(columns)


async def test_lines_and_paragraphs_have_the_space_that_was_chosen(tmp_path: Path) -> None:
    app, _ = app_of(tmp_path, line_spacing="2", paragraph_spacing="0", list_beside="no")
    async with app.run_test(size=(40, 24)) as pilot:
        await pilot.press("tab")
        await settle(pilot)
        rows = text_rows(app)
        assert all(not row for row in rows[1::2])
        assert all(rows[0:14:2])
    app, _ = app_of(tmp_path / "2", paragraph_spacing="2", list_beside="no")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab")
        await settle(pilot)
        rows = text_rows(app)
        assert rows[:4] == ["Title", "", "", "First sentence here. Second sentence here."]


async def test_the_list_may_give_its_place_to_the_text(tmp_path: Path) -> None:
    app, _ = app_of(tmp_path, list_beside="no")
    async with app.run_test(size=(200, 60)) as pilot:
        await settle(pilot)
        assert not any("First sentence" in row for row in rows_of(app))
        await pilot.press("tab")
        await settle(pilot)
        assert rows_of(app)[2] == "First sentence here. Second sentence here."


async def test_a_view_is_left_for_the_list_and_found_again(tmp_path: Path) -> None:
    app, _ = app_of(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+l")
        await settle(pilot)
        assert [row.strip() for row in text_rows(app) if row] == ["Title"]
        await pilot.press("tab")
        await settle(pilot)
        assert rows_of(app)[0] == "> Title"
        assert rows_of(app)[1] == "  One"
        await pilot.press("down", "enter")
        await settle(pilot)
        assert [row.strip() for row in text_rows(app) if row] == ["One"]


@pytest.mark.parametrize(("word", "attributes"), [("both", (1, 1)), ("block", (1, 0)),
                                                  ("underline", (0, 1))])  # fmt: skip
async def test_the_word_is_marked_as_was_chosen(
    tmp_path: Path, word: str, attributes: tuple[int, int]
) -> None:
    app, _ = app_of(tmp_path, word_mark=word)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab", "right", "space")
        await settle(pilot)
        (marked,) = [
            segment.style
            for strip in app.screen._compositor.render_strips()
            for segment in strip
            if segment.text == "First" and segment.style is not None
        ]
        assert (bool(marked.reverse), bool(marked.underline)) == attributes
        assert marked.bold


# At 40 columns and 12 rows.


async def test_a_long_title_hint_and_message_leave_room_for_the_rows(tmp_path: Path) -> None:
    app, _ = app_of(tmp_path)
    title = "A title that is quite a lot longer than one line of forty columns"
    hint = "Enter does one thing, delete another, right and left change it, escape goes back."
    rows = [Row(f"Row {number}") for number in range(20)]
    async with app.run_test(size=(40, 12)) as pilot:
        app.show(Menu(title, lambda: rows, hint=hint))
        await settle(pilot)
        shown = " ".join(" ".join(rows_of(app)).split())
        assert f"{title} {hint} > Row 0" in shown
        assert sum("Row" in row for row in rows_of(app)) >= 4
        await pilot.press("end")
        await settle(pilot)
        assert "> Row 19" in rows_of(app)


async def test_a_long_message_is_seen_whole_beside_the_text(tmp_path: Path) -> None:
    app, _ = app_of(tmp_path)
    message = " ".join(["The voice that you chose is not there."] * 6)
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("tab")
        app.hear(Problem(message))
        await settle(pilot)
        rows = rows_of(app)
        assert message in " ".join(" ".join(rows).split())
        assert rows[0] == "Title"
        assert rows[-1].endswith("paused")


async def test_a_message_and_the_key_that_ends_it_do_not_move_the_text(tmp_path: Path) -> None:
    app, studio = app_of(tmp_path)
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("tab", "down", "down", "down", "down")
        for _ in range(200):
            studio.play(1)
            app.follow()
            await pilot.pause()
            if "word100 " in " ".join(text_rows(app)):
                break
        studio.play(5)
        app.follow()
        await settle(pilot)
        before = text_rows(app)
        assert not before[0].startswith("word0")
        assert app.cursor_position.y > 1
        app.hear(Problem("The voice that you chose is not there."))
        await settle(pilot)
        assert rows_of(app)[0] == before[0]
        await pilot.press("escape")
        await settle(pilot)
        assert text_rows(app) == before


async def test_resizing_leaves_at_the_top_what_stood_there(tmp_path: Path) -> None:
    app, _ = app_of(tmp_path, footer="no")
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("tab", "down", "down", "down", "down")
        await pilot.press(*["ctrl+right"] * 100)
        await settle(pilot)
        top = rows_of(app)[0].split()[0]
        assert top != "word0"
        await pilot.resize_terminal(60, 12)
        await settle(pilot)
        assert top in rows_of(app)[0].split()


async def test_lines_of_code_stand_as_they_do_to_each_other_in_the_middle(tmp_path: Path) -> None:
    code = Block("code", "if dose:\n    take(dose)")
    made = Article("Title", "en", "test.md", (Block("heading", "Title", level=1), code))
    app, _ = app_of(tmp_path, made, view="focus", code="read")
    async with app.run_test(size=(60, 12)) as pilot:
        await pilot.press("tab", "down")
        await settle(pilot)
        shown = [row for row in text_rows(app) if row]
        assert [row.strip() for row in shown] == ["if dose:", "take(dose)"]
        indents = [len(row) - len(row.lstrip()) for row in shown]
        assert indents[1] - indents[0] == 4
        assert indents[0] > 15


async def test_nothing_of_a_row_in_wide_letters_is_cut_off(tmp_path: Path) -> None:
    app, _ = app_of(tmp_path)
    text = "鉄欠乏性貧血は世界で最も一般的な栄養欠乏症で妊娠中の女性と子供に多く見られます"
    async with app.run_test(size=(40, 12)) as pilot:
        app.show(Menu("Titles", plain_rows([text, "Another"])))
        await settle(pilot)
        assert f">{text}" in "".join("".join(rows_of(app)).split())


async def test_six_rows_of_twenty_columns_are_enough(tmp_path: Path) -> None:
    app, studio = app_of(tmp_path)
    rows = [Row(f"Row {number}") for number in range(20)]
    async with app.run_test(size=(20, 6)) as pilot:
        await pilot.press("tab", "down")
        app.hear(Problem(" ".join(["The voice that you chose is not there."] * 6)))
        studio.play(0.3)
        await settle(pilot)
        assert rows_of(app)[-1].endswith("playing")
        assert word_at_cursor(app) in ("First", "sentence")
        hint = "Enter does one thing, delete another, right and left change it."
        app.show(Menu("A title longer than a line", lambda: rows, hint=hint))
        await settle(pilot)
        for key in ("end", "up", "home", "down"):
            await pilot.press(key)
            await settle(pilot)
            shown = rows_of(app)
            assert shown[app.cursor_position.y].startswith("> Row"), shown
            assert sum("Row" in row for row in shown) == 5, shown


async def test_a_row_longer_than_the_screen_is_read_by_pages(tmp_path: Path) -> None:
    app, studio = app_of(tmp_path)
    long = " ".join(WORDS)
    async with app.run_test(size=(40, 12)) as pilot:
        app.show(Menu("Pieces", plain_rows([long, "The other"])))
        await settle(pilot)
        seen = set(" ".join(rows_of(app)).split())
        for _ in range(8):
            if set(WORDS) <= seen:
                break
            await pilot.press("pagedown")
            await settle(pilot)
            seen |= set(" ".join(rows_of(app)).split())
        assert set(WORDS) <= seen
        said(studio)
        await pilot.press("pagedown")
        assert said(studio) == ["The other, 2 of 2"]
        await pilot.press("up")
        await settle(pilot)
        assert "> word0" in rows_of(app)[1]


@pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal is needed")
def test_the_cursor_is_a_steady_block_when_chosen_and_is_left_as_it_was(tmp_path: Path) -> None:
    from tests.support.terminal import Terminal

    path = tmp_path / "article.md"
    path.write_text("# Title\n\nSome text.\n")
    library = Library(tmp_path)
    library.keep_setting("cursor", "block")
    library.close()
    with Terminal([path], state=tmp_path) as terminal:
        terminal.wait_for("paused")
        terminal.wait_for(lambda: b"\x1b[2 q" in b"".join(data for _, data in terminal.output))
        terminal.press("f10")
        assert terminal.wait() == 0
        written = b"".join(data for _, data in terminal.output)
    assert written.rindex(b"\x1b[0 q") > written.rindex(b"\x1b[2 q")
