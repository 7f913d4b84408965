"""Finding by command: what is said while typing, where it goes, and what comes next."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from content.model import Position
from tests.support.articles import article
from tests.support.desk import Desk
from tui.menu import Question
from tui.mixed import written

MADE = article(
    "# Title",
    "Take one dose now. A second dose follows.",
    "## When to wait",
    "Nothing here is of interest to anybody at all.",
    "## Children",
    "For children the Dosé is half. Ask.",
)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path, MADE)


def asked(desk: Desk) -> Question:
    desk.do("find")
    assert desk.question is not None
    return desk.question


def typed(question: Question, line: str) -> str:
    assert question.typed is not None
    return written(question.typed(line))


def stepped(question: Question, by: int) -> str:
    assert question.step is not None
    return written(question.step(by))


def test_each_letter_tells_how_many_there_are_and_the_first_from_here(desk: Desk) -> None:
    question = asked(desk)
    assert typed(question, "") == ""
    assert typed(question, "d") == "7 found. 1 of 7: Take one dose now. A second dose."
    assert typed(question, "dose") == "3 found. 1 of 3: Take one dose now. A second dose."
    assert typed(question, "dose i") == (
        "1 found. 1 of 1: For children the Dosé is half. Ask, in Children."
    )
    assert typed(question, "dosex") == "dosex is not found."
    assert desk.block() == 0, "typing must not move the reading"


def test_the_first_is_that_after_the_place_and_then_that_from_the_beginning(desk: Desk) -> None:
    desk.session.change(lambda narrator: narrator.move_to(Position(3)))
    question = asked(desk)
    assert typed(question, "dose").startswith("3 found. 3 of 3: For children")
    assert typed(question, "dose n") == (
        "1 found. From the beginning. 1 of 1: Take one dose now. A second dose follows."
    )


def test_the_arrows_go_through_what_was_found_and_round(desk: Desk) -> None:
    question = asked(desk)
    assert stepped(question, 1) == "Type what to find."
    typed(question, "dose")
    assert stepped(question, 1).startswith("2 of 3: dose now. A second dose follows.")
    assert stepped(question, 1).startswith("3 of 3: For children the Dosé is half")
    assert stepped(question, 1).startswith("From the beginning. 1 of 3: ")
    assert stepped(question, -1).startswith("From the end. 3 of 3: ")
    typed(question, "dosex")
    assert stepped(question, 1) == "dosex is not found."


def test_enter_reads_the_sentence_that_was_chosen(desk: Desk) -> None:
    question = asked(desk)
    typed(question, "dose")
    stepped(question, 1)
    desk.said()
    assert desk.answer("dose") == ""
    assert desk.said() == []
    assert desk.heard() == "A second dose follows."
    assert desk.shows_text


def test_enter_reads_on_when_reading_was_on(desk: Desk) -> None:
    desk.do("play")
    typed(asked(desk), "interest")
    desk.answer("interest")
    assert desk.heard().startswith("Nothing here is of interest to anybody at all. Children")


def test_what_is_not_found_is_said_and_the_question_stays(desk: Desk) -> None:
    question = asked(desk)
    typed(question, "dosex")
    outcome = question.taken("dosex")
    assert (outcome.said, outcome.close) == ("dosex is not found.", False)
    assert question.taken(" ").said == "Type what to find."


def test_an_empty_line_goes_on_with_the_last_search(desk: Desk) -> None:
    assert asked(desk).taken("").said == "Type what to find."
    desk.answer("dose")
    desk.said()
    asked(desk)
    desk.answer("")
    assert desk.said() == ["2 of 3."]


def test_a_search_that_was_left_is_not_the_last_one(desk: Desk) -> None:
    asked(desk)
    desk.answer("dose")
    question = asked(desk)
    typed(question, "o")
    stepped(question, 1)
    desk.said()
    desk.do("find.next")
    assert desk.said() == ["2 of 3."]


def test_a_line_that_was_never_typed_letter_by_letter_tells_its_number(desk: Desk) -> None:
    asked(desk)
    desk.answer("dose")
    assert desk.said() == ["1 of 3."]
    assert desk.heard() == "Take one dose now."


def test_next_and_previous_go_round_and_say_so(desk: Desk) -> None:
    asked(desk)
    desk.answer("DOSE")
    desk.said()
    for command, said, heard in (
        ("find.next", "2 of 3.", "A second dose follows."),
        ("find.next", "3 of 3.", "For children the Dosé is half."),
        ("find.next", "From the beginning. 1 of 3.", "Take one dose now."),
        ("find.previous", "From the end. 3 of 3.", "For children the Dosé is half."),
        ("find.previous", "2 of 3.", "A second dose follows."),
    ):
        desk.do(command)
        assert desk.said() == [said]
        assert desk.heard() == heard


def test_several_in_one_sentence_are_gone_through_one_by_one(tmp_path: Path) -> None:
    desk = Desk(tmp_path, article("# T", "Bad, bad and bad. Good.", "Bad."))
    asked(desk)
    desk.answer("bad")
    desk.do("find.next", "find.next", "find.next", "find.next")
    numbers = [f"{number} of 4." for number in (1, 2, 3, 4)]
    assert desk.said() == [*numbers, "From the beginning. 1 of 4."]


def test_next_goes_on_from_where_the_reading_has_come(desk: Desk) -> None:
    asked(desk)
    desk.answer("dose")
    desk.session.change(lambda narrator: narrator.move_to(Position(3)))
    desk.said()
    desk.do("find.next")
    assert desk.said() == ["3 of 3."]
    desk.session.change(lambda narrator: narrator.move_to(Position(3)))
    desk.do("find.previous")
    assert desk.said() == ["2 of 3."]


@pytest.mark.parametrize("command", ["find.next", "find.previous"])
def test_without_a_search_there_is_nothing_to_go_on_with(desk: Desk, command: str) -> None:
    desk.do(command)
    assert desk.said() == ["Nothing has been looked for yet."]


def test_one_can_go_back_to_where_one_was_before(desk: Desk) -> None:
    desk.do("sentence.next")
    before = desk.session.narrator.position
    asked(desk)
    desk.answer("half")
    desk.do("find.next", "back", "back")
    assert desk.session.narrator.position == before


def test_which_place_it_is_stays_on_the_screen_and_with_the_messages(desk: Desk) -> None:
    asked(desk)
    desk.answer("dose")
    desk.do("find.next")
    assert desk.session.messages[-1] == "2 of 3."


def test_the_search_is_looked_for_anew_when_other_blocks_are_read(desk: Desk) -> None:
    asked(desk)
    desk.answer("dose")
    more = article(*(block.text for block in MADE.blocks), "The last dose.")
    desk.session.read(more, Position(5))
    desk.said()
    desk.do("find.next", "find.next")
    assert desk.said() == ["3 of 4.", "4 of 4."]
    desk.session.read(article("Nothing else."), Position(0))
    desk.do("find.next")
    assert desk.said() == ["dose is not found."]


def test_what_was_looked_for_is_kept_nowhere(tmp_path: Path) -> None:
    desk = Desk(tmp_path, MADE)
    typed(asked(desk), "interesting")
    desk.answer("children")
    desk.session.keep_place(now=True)
    desk.session.library.close()
    kept = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"children" not in kept
    assert b"interesting" not in kept
    assert sqlite3.connect(tmp_path / "library.sqlite3").execute("SELECT * FROM place").fetchall()


def test_an_article_without_text_finds_nothing(tmp_path: Path) -> None:
    desk = Desk(tmp_path, article())
    question = asked(desk)
    assert typed(question, "a") == "a is not found."
    assert question.taken("a").said == "a is not found."
