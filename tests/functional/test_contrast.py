"""Every screen in every theme: contrast computed from what is drawn, and looks without colours."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from rich.color import Color, ColorSystem
from rich.style import Style
from textual.pilot import Pilot

from tests.support.articles import article
from tests.support.contrast import Cell, cells_of, contrast, is_terminals_own
from tests.support.screens import app_of
from tests.support.studio import Studio
from tui.app import IntoneApp
from tui.command import Command
from tui.commands import COMMANDS
from tui.display import THEME, VIEW, WORD
from tui.menu import Menu, Outcome, Question
from tui.palettes import PALETTES
from tui.preference import prefer
from voices import listing
from voices.messages import Problem

MADE = article(
    "# The article",
    "First sentence here. Second sentence here.",
    "## One",
    "- An item",
    "Under one, a paragraph that is longer than a line has room for at forty columns.",
    *(f"Paragraph number {number}." for number in range(30)),
)
SIZES = [(80, 24), (40, 12), (200, 60)]
OWN = ("dark", "light", "yellow")


@asynccontextmanager
async def shown(
    folder: Path, theme: str, size: tuple[int, int]
) -> AsyncIterator[tuple[IntoneApp, Studio, Pilot[None]]]:
    first, _ = app_of(folder, MADE)
    first.session.settings.keep_setting(THEME.name, theme)
    first.session.library.close()
    app, studio = app_of(folder, MADE)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield app, studio, pilot


def check_without_colours(cells: list[Cell]) -> None:
    """Check that what has other colours in a row looks otherwise without colours too."""
    looks: dict[tuple[int, object], set[object]] = {}
    for cell in cells:
        if cell.text.strip():
            looks.setdefault((cell.row, cell.marks), set()).add((cell.ink, cell.paper))
    alike = [where for where, colours in looks.items() if len(colours) > 1]
    assert not alike, alike


def check(app: IntoneApp, theme: str) -> list[Cell]:
    """Check the colours of all that is on the screen, and return it."""
    cells = list(cells_of(app))
    assert "".join(cell.text for cell in cells).strip()
    for cell in cells:
        if theme in OWN:
            assert cell.paper is not None, cell
            assert contrast(cell) >= 7 or not cell.is_seen, cell
        else:
            assert is_terminals_own(cell.ink), cell
            assert is_terminals_own(cell.paper), cell
        assert not cell.style.dim, cell
    return cells


async def read_second_sentence(pilot: Pilot[None], app: IntoneApp, studio: Studio) -> None:
    await pilot.press("tab", "right", "right", "space", "space")
    studio.play(0.5)
    app.follow()
    await pilot.pause()


def opened(app: IntoneApp) -> list[tuple[Command, Menu | Question]]:
    """Return what each command of the registry opens, without opening it."""
    found: list[tuple[Command, Menu | Question]] = []
    for command in COMMANDS:
        if command.id in ("leave", "explain"):
            continue
        app.show = lambda menu, command=command: found.append((command, menu))  # type: ignore[method-assign,misc]
        app.ask = lambda question, command=command: found.append((command, question))  # type: ignore[method-assign,misc]
        command.run(app.session)
    del app.show, app.ask
    app.session.explaining = False
    return found


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("theme", THEME.values)
async def test_the_article_is_seen_in_every_theme_size_and_view(
    tmp_path: Path, theme: str, size: tuple[int, int]
) -> None:
    async with shown(tmp_path, theme, size) as (app, studio, pilot):
        check(app, theme)
        await read_second_sentence(pilot, app, studio)
        for view in VIEW.values:
            app.hear(Problem("No sound device was found, so reading is silent."))
            for _ in range(3):
                await pilot.pause()
            cells = check(app, theme)
            word = [cell.text for cell in cells if cell.marks == (True, True, True)]
            assert [text for text in word if text.isascii() and text.strip()] == ["sentence"]
            marks = [c.marks for c in cells if c.text in ("Second ", " here.") and c.row > 1]
            assert all(any(mark) for mark in marks) or view != "normal"
            place = app.cursor_position
            row = "".join(cell.text for cell in cells if cell.row == place.y)
            assert row[place.x :].startswith("sentence")
            assert app.session.narrator.playing
            await pilot.press("ctrl+l")


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
@pytest.mark.parametrize("theme", THEME.values)
async def test_every_menu_and_question_is_seen_in_every_theme(
    tmp_path: Path, theme: str, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "find_voices", lambda: ([], []))
    monkeypatch.setattr(listing, "find_devices", lambda: [])
    async with shown(tmp_path, theme, size) as (app, _, pilot):
        app.session.report("Something has happened.")
        screens = opened(app)
        assert len(screens) >= 8
        for _, screen in screens:
            if isinstance(screen, Menu):
                app.show(screen)
            else:
                app.ask(screen)
            await pilot.pause()
            cells = check(app, theme)
            if isinstance(screen, Menu) and screen.search is None:
                marked = [cell for cell in cells if cell.marks[0]]
                assert marked[0].text.startswith(">"), screen.title
                assert marked[0].row == app.cursor_position.y
            await pilot.press("escape")
            await pilot.pause()
            assert app.screen is app.screen_stack[0]


@pytest.mark.parametrize("theme", THEME.values)
async def test_nothing_is_told_by_colour_alone(
    tmp_path: Path, theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "find_voices", lambda: ([], []))
    monkeypatch.setattr(listing, "find_devices", lambda: [])
    # In a narrow screen a row is of one pane alone.
    async with shown(tmp_path, theme, (40, 12)) as (app, studio, pilot):
        for _, screen in opened(app):
            if isinstance(screen, Menu):
                app.show(screen)
            else:
                app.ask(screen)
            await pilot.pause()
            check_without_colours(list(cells_of(app)))
            await pilot.press("escape")
            await pilot.pause()
    async with shown(tmp_path / "reading", theme, (40, 12)) as (app, studio, pilot):
        await read_second_sentence(pilot, app, studio)
        coloured = 0
        for mark in WORD.values:
            prefer(app.session, WORD, mark)
            for _ in VIEW.values:
                await pilot.pause()
                cells = list(cells_of(app))
                coloured += len({(cell.ink, cell.paper) for cell in cells}) > 1
                check_without_colours(cells)
                await pilot.press("ctrl+l")
        assert coloured, "there are colours to do without"


@pytest.mark.parametrize("theme", THEME.values)
async def test_a_field_shows_its_cursor_and_what_is_selected(tmp_path: Path, theme: str) -> None:
    async with shown(tmp_path, theme, (40, 12)) as (app, _, pilot):
        app.ask(Question("Find", lambda _: Outcome(close=True), value="words"))
        await pilot.pause()
        await pilot.press("shift+left", "shift+left")
        await pilot.pause()
        cells = check(app, theme)
        assert "".join(cell.text for cell in cells if cell.marks[1]) == "ds"
        (cursor,) = [cell for cell in cells if cell.marks[0]]
        assert (cursor.text, cursor.row) == ("d", app.cursor_position.y)


@pytest.mark.parametrize("theme", THEME.values)
async def test_a_theme_is_seen_at_once_in_the_menu_and_behind_it(
    tmp_path: Path, theme: str
) -> None:
    before = list(THEME.values)[list(THEME.values).index(theme) - 1]
    async with shown(tmp_path, before, (80, 24)) as (app, _, pilot):
        await pilot.press("D")
        await pilot.pause()
        await pilot.press("right")
        await pilot.pause()
        check(app, theme)
        await pilot.press("escape")
        await pilot.pause()
        cells = check(app, theme)
    async with shown(tmp_path / "new", theme, (80, 24)) as (app, _, pilot):
        assert [cell.style for cell in cells_of(app)] == [cell.style for cell in cells]


@pytest.mark.parametrize("system", [ColorSystem.EIGHT_BIT, ColorSystem.STANDARD])
@pytest.mark.parametrize("theme", OWN)
def test_contrast_holds_where_a_terminal_has_few_colours(theme: str, system: ColorSystem) -> None:
    palette = PALETTES[theme]
    for paper, ink in (
        (palette.paper, palette.ink),
        (palette.sentence_paper, palette.sentence_ink),
    ):
        nearest = [Color.parse(color).downgrade(system).get_truecolor() for color in (ink, paper)]
        style = Style.from_color(*map(Color.from_triplet, nearest))
        assert contrast(Cell(0, "x", style)) >= 7


async def test_without_colours_none_is_drawn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with shown(tmp_path, "yellow", (80, 24)) as (app, studio, pilot):
        await read_second_sentence(pilot, app, studio)
        cells = list(cells_of(app))
        assert all(color is None or color.is_default for c in cells for color in (c.ink, c.paper))
        assert [c.text for c in cells if c.marks == (True, True, True)] == ["sentence"]
        assert [c.text for c in cells if c.text == "Second " and c.marks[1]] == ["Second "]
        await pilot.press("D", "right")
        await pilot.pause()
        cells = list(cells_of(app))
        assert all(color is None or color.is_default for c in cells for color in (c.ink, c.paper))
