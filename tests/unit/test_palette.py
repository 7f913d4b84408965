"""The menu of all commands: which go with what is typed, and that they are done."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.articles import article
from tests.support.desk import Desk
from tui.command import Command
from tui.commands import COMMANDS
from tui.menu import Menu
from tui.palette_menu import fitting
from tui.phrases import keys_of

MADE = article("# Title", "First here.", "## One", "Under one.")


@pytest.fixture
def menu(tmp_path: Path) -> Menu:
    return open_palette(Desk(tmp_path, MADE))


def open_palette(desk: Desk) -> Menu:
    desk.do("palette")
    assert desk.menu is not None
    return desk.menu


def narrowed(menu: Menu, typed: str) -> list[str]:
    assert menu.narrow is not None
    menu.narrow(typed)
    return [row.text for row in menu.rows()]


def test_every_command_is_there_with_its_keys_and_what_it_does(menu: Menu) -> None:
    assert [row.text for row in menu.rows()] == [
        f"{command.name}, {keys_of(command.keys)}: {command.description}" for command in COMMANDS
    ]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_is_found_by_its_name(command: Command) -> None:
    found = [COMMANDS[index] for index in fitting(COMMANDS, command.name)]
    assert found[0].name.startswith(command.name)
    begun = [COMMANDS[index] for index in fitting(COMMANDS, command.name[:5].lower())]
    assert command in begun


def _command(name: str, description: str) -> Command:
    return Command(name.lower(), name, description, (), lambda _: None)


def test_the_best_come_first() -> None:
    commands = [
        _command("Rehead", "Far off."),
        _command("Turn", "Goes ahead."),
        _command("Text", "Shows the head."),
        _command("Next heading", "Goes on."),
        _command("Heading", "Goes there."),
        _command("Hear each day", "Sounds."),
        _command("Other", "Nothing of it."),
    ]
    assert fitting(commands, "head") == [4, 3, 2, 0, 1, 5]
    assert fitting(commands, "HEAD next") == [3]
    assert fitting(commands, "") == [0, 1, 2, 3, 4, 5, 6]
    assert fitting(commands, "xyz") == []


def test_what_fits_nothing_is_told(menu: Menu) -> None:
    assert narrowed(menu, "qqqq") == []
    assert menu.sentence() == "No command goes with qqqq."
    assert len(narrowed(menu, "")) == len(COMMANDS)


def test_a_cyrillic_keyboard_narrows_too(menu: Menu) -> None:
    assert narrowed(menu, "дшы") == narrowed(menu, "lis") != []


def test_a_chosen_command_is_done_once_the_menu_is_closed(tmp_path: Path) -> None:
    desk = Desk(tmp_path, MADE)
    menu = open_palette(desk)
    narrowed(menu, "next heading")
    outcome = menu.rows()[0].actions[0].run()
    assert outcome.close
    assert desk.block() == 0, "it is done when the menu is closed"
    desk.close(outcome)
    assert desk.block() == 2
