"""Back and forward through the places, to a percentage, to a section; and the pace exactly."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from content.errors import IntoneError
from content.model import Position, Skipped
from tests.support.desk import Desk
from tests.support.structured import STRUCTURED, article_of
from tui.putting_back import put_back


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path, STRUCTURED)


def test_back_and_forward_through_the_places_one_was(desk: Desk) -> None:
    desk.heard("heading2.next", "heading3.next")
    desk.heard("word.next", "sentence.next")
    desk.said()
    assert desk.heard("back") == "Doses"
    assert desk.said() == ["Doses, 7 percent"]
    assert desk.heard("back") == "Before it all."
    assert desk.said() == ["Beginning, 0 percent"]
    desk.do("back")
    assert desk.said() == ["Nowhere to go back to."]
    assert desk.heard("forward") == "Doses"
    assert desk.heard("forward") == "one", "where one had come to by steps"
    desk.said()
    desk.do("forward")
    assert desk.said() == ["Nowhere to go forward to."]
    desk.do("back", "quote.next", "forward")
    assert desk.said()[-1] == "Nowhere to go forward to.", "a new jump forgets what was ahead"


def test_back_while_reading_reads_on_there(desk: Desk) -> None:
    desk.heard("play", seconds=0.5)
    desk.heard("quote.next", seconds=0.5)
    assert desk.heard("back", seconds=4).startswith("Before it all. Doses")


def test_choosing_in_the_list_is_a_jump(desk: Desk) -> None:
    desk.do("entry.last")
    desk.heard("entry.read", seconds=0.5)
    assert desk.heard("back").startswith("Before it all. Doses")


def test_the_places_are_right_after_something_was_put_back(tmp_path: Path) -> None:
    skipped = (Skipped("promotion", "Buy this.\nBuy it now.", before=1),)
    made = article_of(*STRUCTURED.blocks)
    desk = Desk(tmp_path, replace(made, skipped=skipped))
    desk.heard("quote.next", "start")
    put_back(desk.session, 0)
    assert desk.heard("back") == "He said."


@pytest.mark.parametrize(
    ("line", "first"),
    [("50 %", "For"), ("99.5 percent", "The"), ("100", "The"), (" 7%", "Doses")],
)
def test_a_percentage_is_gone_to(desk: Desk, line: str, first: str) -> None:
    desk.type("percent", line)
    titles = {"For": "For children", "The": "Last", "Doses": "Doses"}
    assert desk.said() == [titles[first]]
    assert desk.heard().startswith(first)
    assert desk.heard("back") == "Before it all."


@pytest.mark.parametrize(
    ("line", "first"),
    [("2", "For"), ("for", "For"), ("LAST", "Last"), ("For  Children", "For"), ("d", "Doses")],
)
def test_a_section_is_read_by_number_or_first_words(desk: Desk, line: str, first: str) -> None:
    desk.type("section", line)
    assert desk.heard(seconds=0.2) == first
    assert desk.session.state() == "playing"


def test_the_pace_is_set_exactly(desk: Desk) -> None:
    desk.type("pace.exactly", "333")
    assert desk.session.narrator.pace == 333
    assert desk.said() == ["333 words a minute"]
    assert desk.session.settings.setting("pace") == "333"


@pytest.mark.parametrize(
    ("command", "line", "sentence"),
    [
        ("percent", "half", "Type a number from 0 to 100, such as 50."),
        ("percent", "101", "Type a number from 0 to 100, such as 50."),
        ("percent", "", "Type a number from 0 to 100, such as 50."),
        ("section", "4", "There is no section 4; the article has 3 sections."),
        ("section", "0", "No section begins with 0; type its number, or its first words."),
        ("section", "zzz", "No section begins with zzz; type its number, or its first words."),
        ("section", " ", "Type the number of a section, or the first words of its title."),
        ("pace.exactly", "59", "The pace is from 60 to 900 words a minute: "
         "type a number such as 250."),
        ("pace.exactly", "1e3", "The pace is from 60 to 900 words a minute: "
         "type a number such as 250."),
    ],
)  # fmt: skip
def test_what_can_not_be_is_refused_in_one_sentence(
    desk: Desk, command: str, line: str, sentence: str
) -> None:
    with pytest.raises(IntoneError) as refused:
        desk.type(command, line)
    assert str(refused.value) == sentence
    assert desk.session.narrator.position == Position(0)
