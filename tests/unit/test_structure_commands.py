"""Letters that go by structure: what is said, where one stands, what comes at the edges."""

from __future__ import annotations

from pathlib import Path

import pytest

from content.model import Position
from tests.support.desk import Desk
from tests.support.structured import STRUCTURED, article_of, linked


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path, STRUCTURED)


@pytest.mark.parametrize(
    ("commands", "words"),
    [
        (["list.next"], "one"),
        (["list.next", "list.next"], "inner"),
        (["list.next", "list.next", "list.previous"], "one"),
        (["item.next", "item.next"], "two"),
        (["item.next", "item.next", "item.previous"], "one"),
        (["table.next"], "Medicine"),
        (["figure.next"], "A hand"),
        (["end", "figure.previous"], "A hand"),
        (["quote.next"], "He said."),
        (["end", "quote.previous"], "He said."),
        (["end", "table.previous"], "Medicine"),
        (["end"], "The end."),
    ],
)
def test_paused_a_letter_says_only_that(desk: Desk, commands: list[str], words: str) -> None:
    assert desk.heard(*commands) == words
    assert desk.session.state() == "paused"


def test_a_link_is_said_as_one_and_is_the_place(desk: Desk) -> None:
    assert desk.heard("link.next") == ""
    assert desk.said() == ["dose page, link"]
    assert (desk.here(), desk.session.narrator.position) == ("dose page", Position(9, 8))
    desk.do("link.next")
    assert desk.said() == ["other one, link"]
    desk.do("link.previous")
    assert desk.said() == ["dose page, link"]
    assert desk.heard("play", seconds=1.2).startswith("dose page and")


def test_a_link_in_another_language_is_said_in_that_language(tmp_path: Path) -> None:
    german = article_of(linked("Lies bitte die Dosis für Kinder nach.", "Dosis"), language="de")
    desk = Desk(tmp_path, german)
    desk.do("link.next")
    assert desk.said() == ["Dosis", "link"]


def test_while_reading_a_letter_reads_on_from_there(desk: Desk) -> None:
    desk.heard("play", seconds=0.5)
    assert desk.heard("link.next").startswith("dose page and the other one. Last He said.")
    desk.heard("start")
    desk.heard("play", seconds=0.5)
    assert desk.heard("table.next", seconds=1.2).startswith("Medicine Dose")


@pytest.mark.parametrize(
    ("commands", "sentence"),
    [
        (["end", "list.next"], "No further list."),
        (["list.previous"], "No earlier list."),
        (["end", "item.next"], "No further item."),
        (["item.previous"], "No earlier item."),
        (["end", "table.next"], "No further table."),
        (["table.previous"], "No earlier table."),
        (["end", "link.next"], "No further link."),
        (["link.previous"], "No earlier link."),
        (["end", "figure.next"], "No further figure."),
        (["figure.previous"], "No earlier figure."),
        (["end", "quote.next"], "No further quote. Press ctrl q to leave."),
        (["quote.previous"], "No earlier quote."),
    ],
)
def test_where_there_is_none_that_is_said(desk: Desk, commands: list[str], sentence: str) -> None:
    desk.do(*commands)
    assert desk.said() == [sentence]


def test_an_item_is_said_before_which_it_is_of_how_many(desk: Desk) -> None:
    assert desk.heard("item.next", "item.next", seconds=0.2) == "two"
    assert desk.said() == []
    desk.studio.play(2)
    assert desk.said() == ["2 of 2"]


def test_who_goes_on_at_once_does_not_hear_which_item_it_was(desk: Desk) -> None:
    desk.heard("item.next", seconds=0.1)
    desk.heard("item.next")
    assert desk.said() == ["2 of 2"]


def test_while_reading_the_number_of_the_item_comes_first(desk: Desk) -> None:
    desk.heard("play", seconds=0.5)
    desk.do("item.next")
    assert desk.said() == ["1 of 2"]
    assert desk.heard(seconds=10).startswith("one two inner")
