"""Whatever is shown until the next key is also in the log of messages."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from content.errors import IntoneError
from content.markdown import load
from tests.support.screens import app_of
from tui.app import IntoneApp
from tui.commands import COMMANDS
from tui.menu_screen import MenuScreen
from tui.notice import Notice
from tui.question_screen import QuestionScreen
from tui.speech_level import ALL, CONTENT
from voices import listing

MADE = load(
    "# Title\n\nAlpha [bravo](https://example.org/b) charlie.[^1] Delta echo.\n\n## One\n\n"
    "- Hotel\n- India\n\n| Drug | Dose |\n|---|---|\n| Alba | 5 mg |\n\n[^1]: The note.\n",
    "a.md",
)


def shown(app: IntoneApp) -> list[str]:
    """Return what the screen shows until the next key."""
    notices = app.screen.query(Notice)
    ids = ("message",) if isinstance(app.screen, MenuScreen) else ("message", "found")
    return [notice._text for notice in notices if notice.id in ids and notice._text]


async def check(app: IntoneApp, pilot: Pilot[None], where: str) -> int:
    await pilot.pause()
    for text in shown(app):
        for message in sorted(app.session.messages, key=len, reverse=True):
            text = text.replace(message, "")
        assert not text.strip(), f"{where}: {text}"
    return len(shown(app))


@pytest.mark.parametrize("level", [ALL, CONTENT])
async def test_whatever_is_shown_until_the_next_key_is_kept(
    tmp_path: Path, level: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "find_voices", _fail)
    monkeypatch.setattr(listing, "find_devices", _fail)
    app, _ = app_of(tmp_path, MADE)
    seen = 0
    async with app.run_test(size=(80, 24)) as pilot:
        for command in COMMANDS:
            if command.id == "leave":
                continue
            app.session.speech, app.session.curtain, app.session.first_start = level, False, None
            app.session.explaining = False
            command.run(app.session)
            app.follow()
            seen += await check(app, pilot, command.id)
            if isinstance(app.screen, QuestionScreen):
                await pilot.press(*"zzz", "enter")
                seen += await check(app, pilot, f"{command.id}, zzz")
            elif isinstance(app.screen, MenuScreen):
                for key in ("enter", "delete", "down", "enter"):
                    if isinstance(app.screen, MenuScreen):
                        await pilot.press(key)
                        seen += await check(app, pilot, f"{command.id}, {key}")
            for _ in range(5):
                if len(app.screen_stack) > 1:
                    await pilot.press("escape")
                    await pilot.pause()
    assert seen > 5


@pytest.mark.parametrize("key", ["o", "d"])
async def test_what_cannot_be_listed_is_kept(
    tmp_path: Path, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "find_voices", _fail)
    monkeypatch.setattr(listing, "find_devices", _fail)
    app, _ = app_of(tmp_path, MADE)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(key)
        for _ in range(200):
            await pilot.pause(0.01)
            if "They can't be listed." in app.session.messages:
                break
        assert "They can't be listed." in app.session.messages


def _fail() -> object:
    raise IntoneError("They can't be listed.")
