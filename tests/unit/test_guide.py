"""The guide is an article, and knows every command."""

from __future__ import annotations

from collections.abc import Iterator

import click
import pytest

from app import GUIDE, cli
from content.opening import open_article
from tui.commands import COMMANDS, Command, help_line

GUIDE_TEXT = GUIDE.read_text(encoding="utf-8")


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_has_its_line_in_the_guide(command: Command) -> None:
    assert f"- {help_line(command)}\n" in GUIDE_TEXT


def test_the_guide_lists_no_key_that_there_is_not() -> None:
    keys = GUIDE_TEXT.split("## Every key")[1]
    assert keys.count("\n- ") == len(COMMANDS)


def test_every_subcommand_and_option_is_in_the_guide() -> None:
    for name, command in _commands(cli):
        if name != "read":
            assert f"`intone {name}" in GUIDE_TEXT
        for parameter in command.params:
            for option in parameter.opts:
                if option.startswith("--") and option != "--output":
                    assert option in GUIDE_TEXT


def _commands(group: click.Group, before: str = "") -> Iterator[tuple[str, click.Command]]:
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from _commands(command, f"{before}{name} ")
        else:
            yield before + name, command


def test_the_guide_opens_as_an_article_with_sections() -> None:
    guide = open_article(str(GUIDE))
    assert guide.title == "The Intone guide"
    assert len(guide.sections) >= 8
    assert guide.skipped == (), "nothing in our own guide is furniture"
