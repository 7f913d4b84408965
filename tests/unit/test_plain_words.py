"""Which command a typed line means."""

from __future__ import annotations

import pytest

from tui.command import Command
from tui.menu import Outcome, Question
from tui.plain_help import not_one
from tui.plain_words import abbreviated, meant


def command(name: str, *short: str, asks: bool = False) -> Command:
    question = (lambda _: Question(name, lambda _: Outcome())) if asks else None
    return Command(name, name, f"{name}.", (), lambda _: None, question=question, short=short)


COMMANDS = (
    command("Next sentence"), command("Previous sentence"), command("Next section in the list"),
    command("Next heading"), command("Next heading at level 1"), command("Next heading at level 2"),
    command("Where am I"), command("Faster"), command("Find", asks=True), command("Find next"),
    command("Read a section", "read", asks=True), command("Read the section"),
    command("Go to percent", asks=True), command("Sound device"), command("Leave", "q", "quit"),
    command("Help", "?"),
)  # fmt: skip


@pytest.mark.parametrize(("line", "name", "argument"), [
    ("next sentence", "Next sentence", ""),
    ("NEXT Sentence", "Next sentence", ""),
    ("n sen", "Next sentence", ""),
    ("next heading", "Next heading", ""),
    ("n h", "Next heading", ""),
    ("n h 2", "Next heading at level 2", ""),
    ("next heading at level 1", "Next heading at level 1", ""),
    ("p", "Previous sentence", ""),
    ("whe", "Where am I", ""),
    ("device", "Sound device", ""),
    ("q", "Leave", ""),
    ("?", "Help", ""),
    ("find", "Find", ""),
    ("find next", "Find next", ""),
    ("find Dose of  IT", "Find", "Dose of IT"),
    ("read 3", "Read a section", "3"),
    ("read the section", "Read the section", ""),
    ("go to percent 50", "Go to percent", "50"),
    ("go 50", "Go to percent", "50"),
    ("fin dose", "Find", "dose"),
])  # fmt: skip
def test_a_line_means_one_command(line: str, name: str, argument: str) -> None:
    found = meant(line, COMMANDS)
    assert [command.name for command in found.commands] == [name]
    assert found.argument == argument


@pytest.mark.parametrize(("line", "names"), [
    ("n s", ["Next sentence"]),
    ("n", ["Next sentence", "Next section in the list", "Next heading", "Next heading at level 1",
           "Next heading at level 2"]),
    ("f", ["Faster", "Find"]),
    ("zebra", []),
    ("sentence next", []),
])  # fmt: skip
def test_letters_may_mean_several_or_none(line: str, names: list[str]) -> None:
    assert [command.name for command in meant(line, COMMANDS).commands] == names


@pytest.mark.parametrize("typed", ["put", "back", "put back", "p b"])
def test_an_action_is_found_by_letters_of_its_name(typed: str) -> None:
    names = ["Read it", "Put it back", "Go there"]
    assert abbreviated(typed.split(), names, lambda name: (name.casefold(),)) == ["Put it back"]


def test_of_many_that_may_be_meant_some_are_named() -> None:
    sentence = not_one(COMMANDS, "x")
    assert sentence.startswith("That can mean 16 commands: next sentence, previous sentence,")
    assert sentence.endswith(", faster and 8 more.")
