"""Every command of the registry by its keys alone: it can be reached, and something is heard."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from content.markdown import load
from tests.support.screens import app_of, said
from tests.support.terminal import key_bytes
from tui.command import Command
from tui.commands import COMMANDS
from voices import listing

MADE = load(
    "# Title\n\nAlpha [bravo](https://example.org/b) charlie.[^1] Delta echo.\n\n## One\n\n"
    "Foxtrot golf.\n\n- Hotel\n- India\n\n> A quotation.\n\n"
    "| Drug | Dose |\n|---|---|\n| Alba | 5 mg |\n\n![A chart](chart.png)\n\n## Two\n\nJuliet.\n\n"
    "[^1]: The note.\n",
    "a.md",
)
_QUIET = {"silence", "hush"}
"""Commands whose effect is that nothing is heard."""
_NAME = re.compile(r"[A-Z][a-z0-9]*( [a-zA-Z0-9]+)*")


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_a_command_has_all_that_every_front_end_needs(command: Command) -> None:
    assert command.keys, "a key"
    assert any(_is_sent(key) for key in command.keys), "a key that any terminal can send"
    assert _NAME.fullmatch(command.name), "a name that can be typed"
    assert command.description.endswith("."), "a sentence that describes it"
    assert command.description.count(". ") == 0


def _is_sent(key: str) -> bool:
    try:
        return bool(key_bytes(key))
    except ValueError:
        return False


def test_names_tell_commands_apart() -> None:
    names = [command.name.casefold() for command in COMMANDS]
    names += [short for command in COMMANDS for short in command.short]
    assert len(set(names)) == len(names)
    assert len({command.id for command in COMMANDS}) == len(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
async def test_every_command_is_heard_when_its_key_is_pressed(
    tmp_path: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "find_voices", lambda: ([], []))
    monkeypatch.setattr(listing, "find_devices", lambda: [])
    app, studio = app_of(tmp_path, MADE)
    async with app.run_test(size=(80, 24)) as pilot:
        if command.pane == "text":
            await pilot.press("tab")
        said(studio)
        await pilot.press(command.keys[0])
        heard: list[str] = []
        for _ in range(100):  # voices and devices are looked for on another thread
            await pilot.pause()
            studio.play(0.1)
            heard += said(studio) + studio.words()
            if heard or command.id in _QUIET or app._exit:
                break
        assert heard or command.id in _QUIET or app._exit
        assert not app._exit or command.id == "leave"
