"""The lists of voices and devices on the screen, driven by keys through Textual's pilot."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from content.errors import IntoneError
from content.library import Library
from tests.support import screens
from tests.support.articles import article
from tests.support.screens import rows_of, said
from tests.support.studio import Studio
from tui import menu_search
from tui.app import IntoneApp
from tui.delivery import kept
from tui.menu_screen import MenuScreen
from voices import listing
from voices.contract import VoiceInfo
from voices.listing import DeviceInfo

MADE = article("# Title", "First sentence here. Second sentence here.", "## One", "Under one.")
VOICES = [
    VoiceInfo("espeak:en-gb", "English [/] (Great Britain)", ("en-gb",)),
    VoiceInfo("espeak:fr-fr", "French", ("fr-fr",)),
    VoiceInfo("piper", "jo\x1b[31me", ("en-US",)),
    VoiceInfo("cloud:anna", "Anna", ("en",), made_on="speech.example.org"),
]
SIZES = [(80, 24), (40, 12)]


@pytest.fixture(autouse=True)
def found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "find_voices", lambda: (VOICES, []))
    devices = [DeviceInfo("Speakers", True), DeviceInfo("Headphones", False)]
    monkeypatch.setattr(listing, "find_devices", lambda: devices)


def app_of(folder: Path) -> tuple[IntoneApp, Studio]:
    return screens.app_of(folder, MADE)


async def until(pilot: Pilot[None], happened: Callable[[], bool]) -> None:
    for _ in range(1000):
        if happened():
            await pilot.pause()
            return
        await pilot.pause(0.01)
    raise AssertionError("it did not happen")


async def open_list(pilot: Pilot[None], app: IntoneApp, key: str = "o") -> None:
    await pilot.press(key)
    await until(pilot, lambda: any(row.startswith(">") for row in rows_of(app)))
    assert isinstance(app.screen, MenuScreen)


@pytest.mark.parametrize("size", SIZES)
async def test_the_voices_are_shown_said_and_the_cursor_is_on_the_row(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app, studio = app_of(tmp_path)
    async with app.run_test(size=size) as pilot:
        await open_list(pilot, app)
        assert said(studio) == [
            "Voices for English, list. The voice of each language, embedded, any language, "
            "made on this machine, words marked exactly, 1 of 4. Enter takes one, escape leaves "
            "all as it was."
        ]
        shown = " ".join(" ".join(rows_of(app)).split())
        assert "English [/] (Great Britain), embedded, en-gb, made on this machine" in shown
        assert rows_of(app)[0] == "Voices for English"
        assert "French" not in shown
        await pilot.press("down", "down")
        await pilot.pause()
        assert said(studio)[-1] == (
            "joe, neural, en-US, made on this machine, words marked exactly, 3 of 4"
        )
        (marked,) = [y for y, row in enumerate(rows_of(app)) if row.startswith(">")]
        assert rows_of(app)[marked].startswith("> joe")
        assert app.cursor_position == (0, marked)


async def test_enter_takes_the_voice_and_keeps_it(tmp_path: Path) -> None:
    app, studio = app_of(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_list(pilot, app)
        await pilot.press("down", "down", "enter")
        await pilot.pause()
        assert said(studio)[-1] == "Voice: joe"
        assert app.session.narrator.delivery.voice == "piper"
        assert kept(Library(tmp_path)).voice == "piper"
        await open_list(pilot, app)
        assert said(studio)[-1].startswith("Voices for English, list. joe"), (
            "the current one is chosen"
        )


async def test_announcements_can_have_a_voice_of_their_own(tmp_path: Path) -> None:
    app, studio = app_of(tmp_path)
    async with app.run_test(size=(40, 12)) as pilot:
        await open_list(pilot, app, "O")
        assert ", 1 of 5. " in said(studio)[-1]
        await pilot.press("down", "down", "enter")
        await pilot.pause()
        assert said(studio)[-1] == "Voice of announcements: English [/] (Great Britain)"
        assert kept(Library(tmp_path)).announcer == "espeak:en-gb"
        await open_list(pilot, app, "O")
        await pilot.press("home", "enter")
        await pilot.pause()
        assert app.session.narrator.delivery.announcer == ""
        assert kept(Library(tmp_path)).announcer == ""


@pytest.mark.parametrize("key", ["o", "O", "d"])
async def test_escape_leaves_all_as_it_was(tmp_path: Path, key: str) -> None:
    app, studio = app_of(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        before = app.session.narrator.delivery
        await open_list(pilot, app, key)
        await pilot.press("down", "down", "escape")
        await pilot.pause()
        assert said(studio)[-1] == "Back to the article."
        assert app.session.narrator.delivery == before == kept(Library(tmp_path))
        assert rows_of(app)[-1].endswith("paused")
        assert app.cursor_position == (0, 0)


async def test_reading_waits_and_goes_on_with_the_new_voice(tmp_path: Path) -> None:
    app, studio = app_of(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("space")
        studio.play(1)
        await open_list(pilot, app)
        assert app.session.state() == "paused"
        await pilot.press("down", "enter")
        await pilot.pause()
        assert app.session.state() == "playing"
        studio.play(30)
        assert studio.words()[-1] == "one."


async def test_a_device_is_chosen_from_its_list(tmp_path: Path) -> None:
    app, studio = app_of(tmp_path)
    async with app.run_test(size=(40, 12)) as pilot:
        await open_list(pilot, app, "d")
        assert said(studio) == [
            "Sound devices, list. The system's own choice, now Speakers, 1 of 3. Enter takes one, "
            "escape leaves all as it was."
        ]
        await pilot.press("end", "enter")
        await pilot.pause()
        assert said(studio)[-1] == "Sound device: Headphones"
        assert app.session.narrator.delivery.device == "Headphones"


async def test_a_voice_that_is_made_elsewhere_is_refused(tmp_path: Path) -> None:
    app, studio = app_of(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_list(pilot, app)
        await pilot.press("end", "enter")
        await pilot.pause()
        assert "would be sent" in said(studio)[-1]
        assert isinstance(app.screen, MenuScreen)
        assert app.session.narrator.delivery.voice == "espeak"


async def test_a_slow_search_is_said_once_and_freezes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    release = threading.Event()

    def find() -> tuple[list[VoiceInfo], list[str]]:
        release.wait(10)
        return VOICES, []

    monkeypatch.setattr(listing, "find_voices", find)
    monkeypatch.setattr(menu_search, "A_MOMENT", 0.01)
    app, studio = app_of(tmp_path)
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("o")
        await until(pilot, lambda: any("Looking for voices" in row for row in rows_of(app)))
        assert said(studio) == ["Looking for voices"]
        await pilot.press("down")
        assert said(studio) == ["Looking for voices"], "a key is answered"
        release.set()
        await until(pilot, lambda: any("Great Britain" in row for row in rows_of(app)))
        assert said(studio)[0].startswith("Voices for English, list.")


async def test_leaving_before_anything_was_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    release = threading.Event()

    def find() -> tuple[list[VoiceInfo], list[str]]:
        release.wait(10)
        return VOICES, []

    monkeypatch.setattr(listing, "find_voices", find)
    app, _ = app_of(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("o", "escape")
        await pilot.pause()
        release.set()
        await pilot.press("h")
        await pilot.pause()
        assert rows_of(app)[-1].endswith("playing")


async def test_what_cannot_be_listed_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def find() -> tuple[list[VoiceInfo], list[str]]:
        raise IntoneError("The voices can't be listed; run intone doctor to see what is wrong.")

    monkeypatch.setattr(listing, "find_voices", find)
    app, studio = app_of(tmp_path)
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("o")
        await until(pilot, lambda: "can't be listed" in " ".join(rows_of(app)))
        assert "can't be listed" in said(studio)[-1]
        await pilot.press("enter", "escape")
        await pilot.pause()
        assert not isinstance(app.screen, MenuScreen)
