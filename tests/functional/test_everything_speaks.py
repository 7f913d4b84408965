"""Nothing that can have the focus is silent; and below the level of all, nothing is said of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from content.model import Skipped
from tests.support import screens
from tests.support.articles import article
from tests.support.screens import said
from tests.support.studio import Studio, loud_seconds
from tui.app import IntoneApp
from tui.commands import COMMANDS, Command
from tui.menu_screen import MenuScreen
from tui.question_screen import QuestionScreen
from tui.speech_level import CONTENT, OFF, SPEECH
from voices import listing
from voices.contract import VoiceInfo
from voices.listing import DeviceInfo
from voices.messages import Announce, Configure, Problem

MADE = replace(
    article("# Title", "First here.", "## One", "Under one.", "- An item", "### Two", "Under two."),
    skipped=(Skipped("promotion", "Buy now", 2), Skipped("share", "Share this", 4)),
)
_OF_THE_ARTICLE = {
    "note", "word.next", "word.previous", "character.next", "character.previous", "spell",
    "spell.phonetic", "table.row", "table.column", "link.next", "link.previous", "skipped.hear",
    "first",
}  # fmt: skip
"""Commands that say what the level content has spoken: words of the article, and who speaks."""
ROWS = 6
"""How many rows of each list are gone through."""


@pytest.fixture(autouse=True)
def found(monkeypatch: pytest.MonkeyPatch) -> None:
    voices = [VoiceInfo("espeak:en-gb", "English", ("en-gb",))]
    monkeypatch.setattr(listing, "find_voices", lambda: (voices, []))
    monkeypatch.setattr(listing, "find_devices", lambda: [DeviceInfo("Speakers", True)])


def commands() -> list[Command]:
    return [command for command in COMMANDS if command.id != "leave"]


class Walk:
    """Goes through whatever a command has opened, and listens at each step."""

    def __init__(self, app: IntoneApp, studio: Studio, pilot: Pilot[None]) -> None:
        self.app, self.studio, self.pilot = app, studio, pilot

    async def heard_after(self, *keys: str) -> str:
        said(self.studio)
        await self.pilot.press(*keys)
        await self.pilot.pause()
        heard = " ".join(said(self.studio))
        assert heard.strip(), f"{keys} is silent on {self.app.screen!r}"
        return heard

    async def through(self, opened: str) -> None:
        screen = self.app.screen
        if isinstance(screen, MenuScreen):
            assert screen.menu.title in opened
            await self._menu(screen)
        elif isinstance(screen, QuestionScreen):
            assert screen._question.title in opened
            await self._question()

    async def _menu(self, screen: MenuScreen) -> None:
        for _ in range(ROWS):
            row = screen.menu.row()
            if row is not None and row.change is not None:
                await self.heard_after("right")
                await self.heard_after("left")
            elif row is not None and row.question is not None:
                heard = await self.heard_after("enter")
                assert isinstance(self.app.screen, QuestionScreen)
                assert self.app.screen._question.title in heard
                await self._question()
            elif row is not None and len(row.actions) > 1:
                assert await self.heard_after("right") == row.actions[1].name
            await self.heard_after("down")
        for key in ("end", "home", "pagedown", "pageup", "up", "space"):
            await self.heard_after(key)
        await self.heard_after("escape")

    async def _question(self) -> None:
        await self.heard_after("home")
        for key in ("a", "b", "space", "left", "home", "shift+right", "end", "backspace", "tab"):
            await self.heard_after(key)
        await self.heard_after("escape")


async def settled(app: IntoneApp, pilot: Pilot[None]) -> None:
    for _ in range(1000):
        await pilot.pause()
        screen = app.screen
        if not (isinstance(screen, MenuScreen) and screen._searching):
            return
        await pilot.pause(0.01)
    raise AssertionError("nothing was found")


async def test_every_list_and_question_speaks_at_every_move(tmp_path: Path) -> None:
    app, studio = screens.app_of(tmp_path, MADE)
    opened = 0
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.session.report("Something happened.")
        for command in commands():
            app.session.announcer.level = "all"
            app.session.curtain, app.session.first_start = False, None
            app.session.change(lambda narrator: narrator.pause())
            said(studio)
            command.run(app.session)
            await settled(app, pilot)
            if len(app.screen_stack) > 1:
                opened += 1
                await Walk(app, studio, pilot).through(" ".join(said(studio)))
            assert len(app.screen_stack) == 1, command.id
    assert opened >= 8


async def test_each_pane_and_row_speaks(tmp_path: Path) -> None:
    app, studio = screens.app_of(tmp_path, MADE)
    async with app.run_test(size=(40, 12)) as pilot:
        walk = Walk(app, studio, pilot)
        assert await walk.heard_after("tab") == "Text, before section 1 of 2"
        assert await walk.heard_after("shift+tab") == "Sections, list Title Beginning"
        assert await walk.heard_after("down") == "One 1 of 2, level 2, unfolded"
        for key in ("down", "up", "left", "right", "end", "home", "left", "right"):
            await walk.heard_after(key)


@pytest.mark.parametrize("level", [CONTENT, OFF])
async def test_the_interface_is_not_spoken_but_shown(tmp_path: Path, level: str) -> None:
    app, studio = screens.app_of(tmp_path, MADE)
    app.session.settings.keep_setting(SPEECH.name, level)
    app, studio = screens.app_of(tmp_path, MADE)
    async with app.run_test(size=(80, 24)) as pilot:
        for command in commands():
            if command.id == "speech" or (level == CONTENT and command.id in _OF_THE_ARTICLE):
                continue
            app.session.curtain, app.session.first_start = False, None
            command.run(app.session)
            await settled(app, pilot)
            if len(app.screen_stack) > 1:
                await pilot.press("down", "down", "up", "escape")
            await pilot.pause()
            spoken = [r.text for r in studio.requests if isinstance(r, Announce)]
            assert spoken == [], command.id
        app.hear(Problem("The device is gone."))
        await pilot.pause()
        await pilot.pause()
        assert "The device is gone." in " ".join(screens.rows_of(app))
        assert said(studio) == []


async def test_with_nothing_spoken_the_words_go_by_without_a_sound(tmp_path: Path) -> None:
    app, studio = screens.app_of(tmp_path, MADE)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("7", "7")
        studio.play(5)
        await pilot.press("space")
        samples = studio.play(2)
        app.follow()
        assert not any(samples)
        assert studio.words()[-1:] != ["Title"], "reading has gone on"
        assert app.session.narrator.point.word != (0, 5)
        assert app.session.narrator.delivery.volume == 100, "what is kept stays"
        told = [request for request in studio.requests if isinstance(request, Configure)]
        assert told[-1].volume == 0
        await pilot.press("7")
        assert any(studio.play(2))


async def test_going_to_silence_is_said_and_then_nothing(tmp_path: Path) -> None:
    app, studio = screens.app_of(tmp_path, MADE)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("space", "7")
        studio.play(3)
        await pilot.press("7")
        assert said(studio)[-1] == "Speech: off"
        assert any(studio.play(1)), "the switch is heard"
        studio.play(1)
        assert not any(studio.play(2))
        await pilot.press("7", "7", "7", "escape")
        assert loud_seconds(studio.play(2)) < 0.01, "also when what it says is broken off"


@pytest.mark.parametrize(
    ("typing", "heard"),
    [
        ("both", ["a", "b", "ab", "c"]),
        ("letters", ["a", "b", "space", "c"]),
        ("words", ["ab"]),
        ("none", []),
    ],
)
async def test_what_is_said_of_typing_can_be_chosen(
    tmp_path: Path, typing: str, heard: list[str]
) -> None:
    app, studio = screens.app_of(tmp_path, MADE)
    app.session.settings.keep_setting("typing", typing)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab", "c", "enter")
        await pilot.pause()
        said(studio)
        await pilot.press("a", "b", "space", "c")
        await pilot.pause()
        assert said(studio) == heard
