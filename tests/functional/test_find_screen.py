"""Finding, links, notes and the list of all commands by keys, through Textual's pilot."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from textual.events import Key
from textual.pilot import Pilot

from content.markdown import load
from content.model import Article, Block, Span
from tests.support import screens
from tests.support.screens import rows_of, said
from tests.support.studio import Studio
from tui.app import IntoneApp
from tui.menu_screen import MenuScreen
from tui.question_screen import QuestionScreen
from voices.messages import Announce

MADE = load(
    "# Title\n\nTake one dose [/] now. See [the advice](https://www.example.org/a/very/long/"
    "address/that/is/broken/on/narrow/screens?really=yes).\n\n## Children\n\nFor them the dose is "
    "half.[^1]\n\nNo more than that.\n\n[^1]: The note says why.\n",
    "t.md",
    "en",
)
ADDRESS = "https://www.example.org/a/very/long/address/that/is/broken/on/narrow/screens?really=yes"
SIZES = [(80, 24), (40, 12)]


def app_of(folder: Path, made: Article = MADE) -> tuple[IntoneApp, Studio]:
    return screens.app_of(folder, made)


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()
    await pilot.pause()


def on_screen(app: IntoneApp) -> str:
    return " ".join(" ".join(rows_of(app)).split())


@pytest.mark.parametrize("size", SIZES)
async def test_each_letter_is_said_and_what_it_finds_is_said_and_shown(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app, studio = app_of(tmp_path)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "slash")
        assert isinstance(app.screen, QuestionScreen)
        assert said(studio) == ["Find: empty, edit"]
        await press(pilot, "d", "o")
        first = "1 of 2: Take one dose [/] now. See the."
        assert said(studio)[2:] == ["o", f"2 found. {first}"]
        assert on_screen(app) == f"Find do 2 found. {first}"
        assert app.cursor_position == (2, 1), "the cursor stays where one types"
        await press(pilot, "down")
        assert said(studio) == ["2 of 2: For them the dose is half, in Children."]
        assert app.cursor_position == (2, 1)
        await press(pilot, "x", "enter")
        assert said(studio) == ["x", "dox is not found.", "dox is not found."]
        assert on_screen(app) == "Find dox dox is not found."


@pytest.mark.parametrize("size", SIZES)
async def test_enter_goes_there_and_f_goes_on(tmp_path: Path, size: tuple[int, int]) -> None:
    app, studio = app_of(tmp_path)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "ctrl+f", *"half", "enter")
        assert not isinstance(app.screen, QuestionScreen)
        assert "For them the dose is half" in on_screen(app), "a narrow screen turns to the text"
        studio.play(5)
        assert " ".join(studio.words()) == "For them the dose is half."
        await press(pilot, "slash", *"dose", "enter")
        said(studio)
        await press(pilot, "f")
        assert said(studio) == ["From the beginning. 1 of 2."]
        assert "From the beginning. 1 of 2." in rows_of(app)
        await press(pilot, "F")
        assert said(studio) == ["From the end. 2 of 2."]


async def test_what_is_found_is_said_in_the_articles_language(tmp_path: Path) -> None:
    app, studio = app_of(tmp_path, load("# Titel\n\nEine Dosis am Tag.", "t.md", "de"))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash", "D")
        counted, found = [each for each in studio.requests if isinstance(each, Announce)][-2:]
        assert (counted.text, counted.language) == ("1 found. 1 of 1:", "en")
        assert (found.text, found.language) == ("Eine Dosis am Tag.", "de")


async def test_escape_leaves_the_place_as_it_was(tmp_path: Path) -> None:
    app, studio = app_of(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        before = app.session.narrator.position
        await press(pilot, "slash", *"half", "down", "escape")
        assert said(studio)[-1] == "Back to the article."
        assert app.session.narrator.position == before


async def test_what_is_typed_right_behind_the_key_is_looked_for(tmp_path: Path) -> None:
    app, studio = app_of(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for key in ("slash", *"half", "enter"):
            app.post_message(Key(key, key if len(key) == 1 else None))
        for _ in range(5):
            await pilot.pause()
        studio.play(5)
        assert " ".join(studio.words()) == "For them the dose is half."


@pytest.mark.parametrize("size", SIZES)
async def test_a_link_is_opened_by_a_second_key_only(
    tmp_path: Path, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("tui.links_menu.open_address", opened.append)
    app, studio = app_of(tmp_path)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "ctrl+k")
        assert said(studio)[-1].startswith(
            "Links, list. the advice, example.org, 1 of 1. Enter goes"
        )
        await press(pilot, "o")
        assert said(studio)[-1] == f"Link to example.org, list. {ADDRESS}, 1 of 3"
        shown = "".join(row.strip("> ") for row in rows_of(app))
        assert ADDRESS in shown, "the whole address is shown"
        await press(pilot, "enter", "enter")
        assert opened == [], "holding enter down opens nothing"
        await press(pilot, "down", "enter")
        assert opened == [ADDRESS]
        assert said(studio)[-1] == "It is opened in your browser."
        assert not isinstance(app.screen, MenuScreen)


@pytest.mark.parametrize("size", SIZES)
async def test_enter_in_the_text_asks_about_the_link(tmp_path: Path, size: tuple[int, int]) -> None:
    app, studio = app_of(tmp_path)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "tab", "enter")
        assert said(studio)[-1] == "There is no link here."
        assert "There is no link here." in rows_of(app)
        await press(pilot, "right", "right", "enter")
        assert isinstance(app.screen, MenuScreen)
        assert said(studio)[-1].startswith("Link to example.org, list. https://")


async def test_without_a_browser_the_address_is_said_and_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SSH_TTY", "/dev/pts/1")
    monkeypatch.setattr("sys.platform", "linux")
    app, studio = app_of(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "ctrl+k", "o", "down", "enter")
        sentence = (
            "There is no browser where this terminal runs; open the address elsewhere: " + ADDRESS
        )
        assert said(studio)[-1] == sentence
        assert app.session.messages[-1] == sentence
        assert "There is no browser where this terminal runs" in on_screen(app)


async def test_n_with_shift_goes_to_the_note_and_back(tmp_path: Path) -> None:
    app, studio = app_of(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "tab", "h", "down")
        studio.play(10)
        await press(pilot, "N")
        studio.play(10)
        assert " ".join(studio.words()).endswith("The note says why.")
        await press(pilot, "N")
        assert said(studio)[-1] == "Back in the text."
        assert app.session.narrator.position.block == 3


@pytest.mark.parametrize("size", SIZES)
async def test_typing_narrows_the_list_of_commands(tmp_path: Path, size: tuple[int, int]) -> None:
    app, studio = app_of(tmp_path)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "colon")
        assert said(studio)[-1].startswith("Commands, list. Play or pause, space or F5: Reads on")
        await press(pilot, *"where")
        assert said(studio)[-1].startswith("Where am I, w or F2: Says the section")
        rows = rows_of(app)
        assert rows[0] == "Commands: where"
        (row,) = [y for y, text in enumerate(rows) if text.startswith("> Where am I")]
        assert app.cursor_position == (0, row), "the cursor stands on the best command"
        await press(pilot, "x", "q")
        assert said(studio)[-1] == "No command goes with wherexq."
        assert "No command goes with wherexq." in on_screen(app)
        assert isinstance(app.screen, MenuScreen), "letters never leave it"
        await press(pilot, "backspace", "backspace", "enter")
        assert not isinstance(app.screen, MenuScreen)
        assert said(studio)[-1].startswith("Before section 1 of 1. ")


async def test_a_command_from_the_list_is_done_in_the_pane_one_was_in(tmp_path: Path) -> None:
    app, _ = app_of(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "tab", "ctrl+p", *"next paragraph", "enter")
        assert app.session.narrator.position.block == 1
        await press(pilot, "down")
        assert app.session.narrator.position.block == 2, "the text still has the focus"


@pytest.mark.parametrize(
    ("typed", "title"), [("help", "Help"), ("links", "Links"), ("find", "Find")]
)
async def test_a_command_from_the_list_may_open_another(
    tmp_path: Path, typed: str, title: str
) -> None:
    app, studio = app_of(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "ctrl+p", *typed, "enter")
        assert rows_of(app)[0] == title
        await press(pilot, "escape")
        assert said(studio)[-1] == "Back to the article."


async def test_a_line_of_the_help_can_be_done_too(tmp_path: Path) -> None:
    app, studio = app_of(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "question_mark", "down", "down", "enter")
        assert not isinstance(app.screen, MenuScreen)
        studio.play(5)
        assert " ".join(studio.words()) == "Take one dose [/] now."


async def test_reading_goes_on_behind_the_list_of_commands(tmp_path: Path) -> None:
    app, studio = app_of(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "space", "ctrl+p")
        assert app.session.state() == "paused"
        await press(pilot, *"where", "enter")
        assert app.session.state() == "playing"
        studio.play(60)
        assert app.session.narrator.ended


@pytest.mark.parametrize("key", ["end", "pagedown"])
async def test_the_end_of_a_very_long_list_is_reached_at_once(tmp_path: Path, key: str) -> None:
    blocks = [
        Block("paragraph", f"Link {n}.", (Span(0, 5 + len(str(n)), "link", f"https://a.org/{n}"),))
        for n in range(5_000)
    ]
    made = replace(MADE, blocks=(*MADE.blocks[:1], *blocks), sections=())
    app, studio = app_of(tmp_path, made)
    async with app.run_test(size=(40, 12)) as pilot:
        await press(pilot, "ctrl+k", *[key] * 3)
        chosen = {"end": "Link 4999, a.org", "pagedown": "Link 24, a.org"}[key]
        assert said(studio)[-1].startswith(f"{chosen}, ")
        (row,) = [y for y, text in enumerate(rows_of(app)) if text.startswith(">")]
        assert rows_of(app)[row] == f"> {chosen}"
        assert app.cursor_position == (0, row)
