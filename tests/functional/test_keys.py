"""Keys on the screen: other keymaps, other layouts, and help for the key that is pressed next."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from textual.events import Key

from content.markdown import load
from tests.support.articles import article
from tests.support.screens import app_of, rows_of, said
from tui.app import IntoneApp
from tui.commands import COMMANDS
from tui.key_names import character_of
from tui.key_presets import PRESETS
from tui.key_settings import KEYMAP
from tui.menu import Action, Menu, Outcome, Question, Row
from tui.menu_screen import MenuScreen
from tui.preference import prefer
from tui.session import Session
from tui.settings_file import SettingsFile
from tui.whereabouts import greet

MADE = article("# Title", "First here. Second here.", "## One", "Second.", "## Two", "Third.")
SIZE = (100, 24)


def form(done: list[str]) -> Menu:
    def act(name: str) -> Action:
        return Action(f"Do {name}", lambda: Outcome(done.append(name) or name), name[0])

    rows = [
        Row("With actions", (act("go"), act("put"))),
        Row("To change", change=lambda by: f"changed by {by}"),
        Row("To type", question=lambda: Question("Name", lambda text: Outcome(text, close=True))),
    ]
    return Menu("A form", lambda: rows)


@pytest.mark.parametrize("pane", ["list", "text"])
async def test_the_next_key_is_told_of_and_not_done(tmp_path: Path, pane: str) -> None:
    app, studio = app_of(tmp_path, MADE)
    async with app.run_test(size=SIZE) as pilot:
        if pane == "text":
            await pilot.press("tab")
        told = {"right": "right: Unfold the section. "} if pane == "list" else {
            "right": "right: Next sentence. "
        }  # fmt: skip
        told |= {
            "f10": "F10: Leave. ", "escape": "escape: Silence. ", "space": "space: Play or pause. ",
            "f12": "F12: Say what a key does. ", "ctrl+w": "ctrl w does nothing here.",
            "H": "shift h: Previous heading. ",
        }  # fmt: skip
        for key, beginning in told.items():
            said(studio)
            await pilot.press("f12", key)
            await pilot.pause()
            asked, answer = said(studio)
            assert asked == "Press a key to hear what it does."
            assert answer.startswith(beginning)
            assert any(answer[:60] in row for row in rows_of(app))
            assert answer in app.session.messages
        assert app.is_running
        assert not app.session.narrator.playing
        await pilot.press("space")
        assert app.session.narrator.playing, "only one key is told of"


async def test_a_key_is_told_of_in_a_menu_and_where_a_line_is_typed(tmp_path: Path) -> None:
    app, studio = app_of(tmp_path, MADE)
    done: list[str] = []
    async with app.run_test(size=SIZE) as pilot:
        app.show(form(done))
        await pilot.pause()
        for keys, answer in [
            ("f12 down", "down: Goes to the next row."), ("f12 g", "g: Do go."),
            ("f12 enter", "enter: Do go."), ("f12 right", "right: Chooses what else enter does."),
            ("f12 escape", "escape: Goes back."), ("f12 y", "y does nothing here."),
            ("down f12 right", "right: Takes the next value."),
            ("f12 space", "space: Takes the next value."), ("down f12 y", "y: Edits the row."),
            ("f12 f10", "F10: Leave. Leaves Intone; your place is kept."),
            ("enter f12 y", "y: Types it."), ("f12 enter", "enter: Takes what is typed."),
            ("f12 escape", "escape: Goes back without an answer."),
        ]:  # fmt: skip
            await pilot.press(*keys.split())
            await pilot.pause()
            assert said(studio)[-1] == answer
            assert any(answer in row for row in rows_of(app))
        assert not done
        assert app.is_running
        assert len(app.screen_stack) == 3


async def test_a_keymap_holds_at_once_and_sentences_name_its_keys(tmp_path: Path) -> None:
    app, studio = app_of(tmp_path, MADE)
    session = app.session
    async with app.run_test(size=SIZE) as pilot:
        prefer(session, KEYMAP, "one-hand-right")
        said(studio)
        greet(session, "Title")
        assert said(studio)[-1].endswith("Press p to read.")
        await pilot.press("u")
        assert said(studio)[0].startswith("Text")
        await pilot.press("p")
        assert session.narrator.playing
        await pilot.press("o")
        assert not session.narrator.playing
        await pilot.press("f1")
        await pilot.pause()
        assert said(studio)[-1].startswith("Help, list. p or space or F5: Play")
        await pilot.press("f9")
        assert len(app.screen_stack) == 1
        prefer(session, KEYMAP, "letters-off")
        await pilot.press("p", "h", "1", "plus", "question_mark")
        assert not session.narrator.playing
        assert session.narrator.position.block == 0
        assert len(app.screen_stack) == 1


async def test_without_letters_a_menu_is_used_with_arrows_and_enter(tmp_path: Path) -> None:
    app, _ = app_of(tmp_path, MADE)
    done: list[str] = []
    async with app.run_test(size=SIZE) as pilot:
        app.show(form(done))
        await pilot.press("p")
        assert done == ["put"]
        prefer(app.session, KEYMAP, "letters-off")
        await pilot.press("p", "g")
        assert done == ["put"]
        await pilot.press("enter", "right", "enter")
        assert done == ["put", "go", "put"]


async def test_without_letters_no_hint_names_one(tmp_path: Path) -> None:
    made = load("# Title\n\n[A link](https://example.org) here.", "article.md", "en")
    app, _ = app_of(tmp_path, made)
    async with app.run_test(size=SIZE) as pilot:
        prefer(app.session, KEYMAP, "letters-off")
        opened = set()
        for command in COMMANDS:
            if command.id not in ("leave", "curtain", "hush"):
                command.run(app.session)
                await pilot.pause()
                if isinstance(app.screen, MenuScreen):
                    opened.add(command.id)
                    assert not re.search(r"\b[A-Z]\b", app.screen.menu.hint), command.id
                while len(app.screen_stack) > 1:
                    await pilot.press("escape")
        assert opened > {"links", "help", "settings", "palette"}


async def test_one_hand_moves_chooses_and_goes_back_in_a_menu(tmp_path: Path) -> None:
    app, studio = app_of(tmp_path, MADE)
    done: list[str] = []
    async with app.run_test(size=SIZE) as pilot:
        prefer(app.session, KEYMAP, "one-hand-left")
        app.show(form(done))
        await pilot.press("f")
        assert done == ["go"]
        await pilot.press("s", "d")
        assert said(studio)[-1] == "changed by 1"
        await pilot.press("f3", "s", "d", "f4")
        await pilot.pause()
        assert len(app.screen_stack) == 2, "what was typed is taken"
        assert said(studio)[-1] == "sd"
        await pilot.press("escape")
        assert len(app.screen_stack) == 1


@pytest.mark.parametrize("name", PRESETS)
async def test_every_command_with_a_key_is_carried_out_by_it(tmp_path: Path, name: str) -> None:
    app, _ = app_of(tmp_path, MADE)
    async with app.run_test(size=SIZE) as pilot:
        prefer(app.session, KEYMAP, name)
        done = _noted(app)
        for place in ("list", "text"):
            keys = {key: id for (key, there), id in _ids(app) if there == place}
            for key in keys:
                app.post_message(Key(key, character_of(key) or None))
            await pilot.pause()
            assert done == list(keys.values())
            done.clear()
            app.switch_pane()


def _ids(app: IntoneApp) -> list[tuple[tuple[str, str], str]]:
    return [(where, command.id) for where, command in app.session.keys.commands.items()]


def _noted(app: IntoneApp) -> list[str]:
    """Let every command only be noted from now on; return where."""
    done: list[str] = []
    keymap = app.session.keys
    commands = {
        where: replace(command, run=lambda _, id=command.id: done.append(id))
        for where, command in keymap.commands.items()
    }
    app.session.keys = replace(keymap, commands=commands)
    return done


async def test_a_cyrillic_layout_steers_but_is_typed_as_text(tmp_path: Path) -> None:
    app, studio = app_of(tmp_path, MADE)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("р")
        assert app.session.narrator.position.block == 2
        await pilot.press("Р")
        assert app.session.narrator.position.block == 0
        done: list[str] = []
        app.show(form(done))
        await pilot.press("з")
        assert done == ["put"]
        await pilot.press("down", "down", "п", "р", "enter")
        await pilot.pause()
        assert said(studio)[-1] == "пр"


async def test_what_is_wrong_with_own_keys_is_told_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(
        'keymap = "default"\npace 20\n[keys]\n"sentence.previous" = 5\n'
        'sentence.next = ["ctrl+b"]\n"where" = "ctrl+m"\n'
    )
    app, studio = app_of(tmp_path, MADE)
    old = app.session
    session = Session(MADE, studio, old.library, old.narrator.delivery, choices=SettingsFile(file))
    session.front = app
    assert session.keys.keys["where"] == ("w", "f2")
    assert session.keys.keys["sentence.next"] == ("ctrl+b",)
    assert session.messages == [
        "Line 4 of settings.toml: sentence.previous: its keys must be a list of names, such as "
        '["f11", "ctrl+o"].',
        "Line 6 of settings.toml: where: the key ctrl+m can't be used: terminals can't tell it "
        "from enter.",
    ]
