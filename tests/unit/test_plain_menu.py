"""Menus as numbered rows: what numbers, words behind them and letters do."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from content.errors import IntoneError
from tests.support.articles import article
from tests.support.conversation import Conversation
from tui.menu import STAY, Action, Menu, Outcome, Question, Row, Search
from tui.plain_input import Interrupted, Typed


class Shelf:
    """A conversation with a menu of three pieces, which tells what was done with them."""

    def __init__(self, folder: Path) -> None:
        self.done: list[str] = []
        self.shown = [self.row(name) for name in ("One", "Two", "Three")]
        self.level = ["none", "few", "some"]
        self.at = 0
        self.conversation = Conversation(article("# Title", "Text."), folder)

    def row(self, name: str) -> Row:
        def does(what: str, outcome: Outcome = STAY) -> Callable[[], Outcome]:
            def run() -> Outcome:
                self.done.append(f"{what} {name}")
                return outcome

            return run

        return Row(name, (
            Action("Read it", does("read", Outcome(f"{name} is read."))),
            Action("Put it back or skip it", does("put", Outcome("Put back.")), "p"),
            Action("Go there", does("go", Outcome("There.", close=True)), "g"),
        ))  # fmt: skip

    def show(self, menu: Menu) -> list[str]:
        front = self.conversation.front
        front.answer.begin()
        front.show(menu)
        front.finish()
        written, self.conversation.written[:] = list(self.conversation.written), []
        return written

    def choice(self) -> Row:
        def change(by: int) -> str:
            self.at = (self.at + by) % 3
            return f"Level: {self.level[self.at]}"

        return Row(f"Level: {self.level[self.at]}", change=change)

    def question(self) -> Row:
        def taken(line: str) -> Outcome:
            if line == "bad":
                raise IntoneError("That is not good; type another.")
            self.done.append(line)
            return Outcome(f"Name: {line}, edit", close=True)

        return Row("Name: empty, edit", question=lambda: Question("Name", taken, "empty"))

    def type(self, *lines: str) -> list[str]:
        return [answer for line in lines for answer in self.conversation.type(line)]


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path)


def test_rows_are_numbered_and_what_can_be_typed_is_told(shelf: Shelf) -> None:
    assert shelf.show(Menu("Pieces", lambda: shelf.shown)) == [
        "Pieces, 3. Type a number to read it, or a number and put it back or skip it or go "
        "there; enter goes back.",
        "1. One", "2. Two", "3. Three",
    ]  # fmt: skip


@pytest.mark.parametrize(("line", "done", "answer"), [
    ("2", ["read Two"], ["Two is read."]),
    ("2.", ["read Two"], ["Two is read."]),
    ("2 read", ["read Two"], ["Two is read."]),
    ("3 put back", ["put Three"], ["Put back."]),
    ("3 p", ["put Three"], ["Put back."]),
    ("3 skip it", ["put Three"], ["Put back."]),
    ("1 G", ["go One"], ["There."]),
    ("4", [], ["There is no row 4; there are 3."]),
    ("0", [], ["There is no row 0; there are 3."]),
    ("1 zebra", [], ["What can be done with it: Read it, Put it back or skip it, Go there."]),
    ("more", [], ["That is all there is."]),
    ("", [], ["Back to the article."]),
    ("BACK", [], ["Back to the article."]),
])  # fmt: skip
def test_a_number_does_something_with_its_row(
    shelf: Shelf, line: str, done: list[str], answer: list[str]
) -> None:
    shelf.show(Menu("Pieces", lambda: shelf.shown))
    assert shelf.type(line) == answer
    assert shelf.done == done


@pytest.mark.parametrize(("lines", "answer", "level"), [
    (["1"], "Level: few", "few"),
    (["1 next", "1 next"], "Level: some", "some"),
    (["1 previous"], "Level: some", "some"),
    (["1 some"], "Level: some", "some"),
    (["1 = few"], "Level: few", "few"),
    (["1 = NO"], "Level: none", "none"),
    (["1", "1 zebra"], "zebra is none of these: few, some, none.", "few"),
])  # fmt: skip
def test_a_value_is_stepped_through_or_named(
    shelf: Shelf, lines: list[str], answer: str, level: str
) -> None:
    shelf.show(Menu("Choices", lambda: [shelf.choice()]))
    assert shelf.type(*lines)[-1] == answer
    assert shelf.level[shelf.at] == level


def test_a_range_that_has_ends_is_gone_through_both_ways(shelf: Shelf) -> None:
    pace = [30]

    def change(by: int) -> str:
        pace[0] = max(10, min(50, pace[0] + 10 * by))
        return f"Pace: {pace[0]}"

    shelf.show(Menu("Choices", lambda: [Row(f"Pace: {pace[0]}", change=change)]))
    assert shelf.type("1 50") == ["Pace: 50"]
    assert shelf.type("1 10") == ["Pace: 10"]
    assert shelf.type("1 70") == ["70 is none of these: 10, 20, 30, 40, 50."]
    assert pace == [10]


def test_a_text_is_typed_behind_its_number_or_when_it_is_asked_for(shelf: Shelf) -> None:
    shelf.show(Menu("Form", lambda: [shelf.question()]))
    assert shelf.type("1 a word") == ["Name: a word, edit"]
    assert shelf.type("1") == ["Name? It is empty now. Enter goes back."]
    assert shelf.type("bad") == ["That is not good; type another. Enter goes back."]
    assert shelf.type("2 words") == ["Name: 2 words, edit"]
    assert shelf.type("1 bad") == ["That is not good; type another."]
    assert shelf.done == ["a word", "2 words"]


def test_a_menu_over_a_menu_goes_back_to_it(shelf: Shelf) -> None:
    def over() -> Outcome:
        shelf.conversation.front.show(Menu("Pieces", lambda: shelf.shown))
        return STAY

    shelf.show(Menu("First", lambda: [Row("More", (Action("Open it", over),))]))
    assert len(shelf.type("1")) == 4
    assert shelf.type("3") == ["Three is read."]
    assert shelf.type("") == ["Back to First."]
    assert shelf.type("") == ["Back to the article."]


def test_letters_narrow_a_menu_that_can_be_narrowed(shelf: Shelf) -> None:
    everything = shelf.shown

    def narrow(typed: str) -> None:
        shelf.shown = [row for row in everything if typed in row.text.casefold()]

    shelf.show(Menu("Pieces", lambda: shelf.shown, narrow=narrow, empty="None goes with it."))
    assert shelf.type("t")[1:] == ["1. Two", "2. Three"]
    assert shelf.type("z") == ["Pieces. None goes with it."]
    assert shelf.type("two")[1:] == ["1. Two"]
    assert shelf.type("1") == ["Two is read."]


def search(find: Callable[[], Any], rows: list[Row]) -> Menu:
    return Menu("Found", lambda: rows, search=Search("Looking for it", find, rows.extend))


def test_what_takes_a_while_to_find_is_told_and_lines_wait(shelf: Shelf) -> None:
    front, written = shelf.conversation.front, shelf.conversation.written

    def find() -> list[Row]:
        front.arrivals.put(Typed("2"))
        end = time.monotonic() + 10
        while not written and time.monotonic() < end:
            time.sleep(0.01)
        return shelf.shown

    lines = shelf.show(search(find, []))
    assert lines[0] == "Looking for it."
    assert lines[2:] == ["1. Chosen now: One", "2. Two", "3. Three"]
    assert front.waiting == [Typed("2")]


def test_what_cannot_be_found_is_told_and_kept(shelf: Shelf) -> None:
    def find() -> list[Row]:
        raise IntoneError("There is nothing to find.")

    assert shelf.show(search(find, [])) == ["There is nothing to find."]
    assert list(shelf.conversation.session.messages) == ["There is nothing to find."]
    assert shelf.conversation.front.over == []


def test_looking_can_be_given_up(shelf: Shelf) -> None:
    front = shelf.conversation.front

    def find() -> list[Row]:
        front.arrivals.put(Interrupted())
        time.sleep(0.2)
        return shelf.shown

    assert shelf.show(search(find, [])) == ["Back to the article."]
    assert front.over == []


def test_of_rows_in_groups_a_group_is_listed_when_it_is_asked_for(shelf: Shelf) -> None:
    rows = [Row("Voice, 1 setting", under=1), Row("Pace: 100"), Row("Keys, 1 setting", under=1),
            Row("Keys: usual"), Row("Kept")]  # fmt: skip
    assert shelf.show(Menu("Settings", lambda: rows))[1:] == [
        "1. Voice, 1 setting", "3. Keys, 1 setting", "5. Kept",
    ]  # fmt: skip
    assert shelf.type("3")[1:] == ["4. Keys: usual"]
    assert shelf.type("2") == ["Pace: 100"], "a number that was seen before still holds"
    assert shelf.type("list") == ["1. Voice, 1 setting", "3. Keys, 1 setting", "5. Kept"]
