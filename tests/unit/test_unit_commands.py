"""Words and characters, spelling, and the sentence again, from the keyboard and by ear."""

from __future__ import annotations

from pathlib import Path

import pytest

from content.model import Block, Position
from tests.support.desk import Desk
from tests.support.structured import STRUCTURED, article_of, paragraph
from tui.speech_level import CONTENT


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path, STRUCTURED)


def test_words_are_said_one_by_one_across_blocks(desk: Desk) -> None:
    said = []
    for _ in range(4):
        desk.do("word.next")
        said += [(*desk.said(), desk.here())]
    assert said == [("it", "it"), ("all.", "all."), ("Doses", "Doses"), ("Read", "Read")]
    desk.do("word.previous", "word.previous")
    assert desk.said() == ["Doses", "all."]


def test_a_word_pauses_the_reading_which_goes_on_there(desk: Desk) -> None:
    desk.heard("play", seconds=0.4)
    desk.do("word.next")
    assert desk.said() == ["all."]
    assert desk.session.state() == "paused"
    desk.studio.play(2)
    assert desk.heard("play", seconds=1.8) == "all. Doses Read"


def test_characters_stand_out_and_reading_goes_on_at_their_word(desk: Desk) -> None:
    desk.do("word.next", "character.next")
    assert desk.said() == ["it", "t"]
    assert (desk.here(), desk.session.narrator.position) == ("t", Position(0, 8))
    desk.do("character.previous", "character.previous", "character.previous")
    assert desk.said() == ["i", "space", "e"]
    assert desk.heard("play", seconds=0.8) == "Before it all."


def test_a_character_within_what_a_rule_says_at_once(tmp_path: Path) -> None:
    desk = Desk(tmp_path, article_of(paragraph("For ages 20–40 mostly.")))
    desk.do("word.next", "word.next", "character.next", "character.next")
    assert desk.said() == ["ages", "20 to 40", "0", "dash"]
    assert desk.here() == "–"
    assert desk.heard("play").endswith("40 mostly.")


@pytest.mark.parametrize(
    ("commands", "sentence"),
    [
        (["word.previous"], "Start of the article."),
        (["character.previous"], "Start of the article."),
    ],
)
def test_there_is_nothing_before_the_first(desk: Desk, commands: list[str], sentence: str) -> None:
    desk.do(*commands)
    assert desk.said() == [sentence]


def test_there_is_nothing_after_the_last(desk: Desk) -> None:
    desk.heard("end")
    desk.said()
    desk.do("word.next", "character.next")
    assert desk.said() == ["End of the article.", "End of the article."]


def test_a_word_is_spelled(desk: Desk) -> None:
    desk.do("word.next", "word.next", "word.next", "spell", "spell.phonetic", "word.previous")
    assert desk.said()[3:] == [
        "capital D, o, s, e, s", "capital Delta, Oscar, Sierra, Echo, Sierra", "all.",
    ]  # fmt: skip
    desk.do("spell")
    assert desk.said() == ["a, l, l"]


def test_an_article_that_says_nothing_has_no_units(tmp_path: Path) -> None:
    desk = Desk(tmp_path, article_of(Block("rule", "")))
    desk.do("word.next", "spell", "spell.phonetic", "repeat", "link.next", "table.row", "back")
    assert desk.said() == [
        "End of the article.", "There is no word here.", "There is no word here.",
        "Nothing to read.", "No further link.", "You are not in a table.",
        "Nowhere to go back to.",
    ]  # fmt: skip


def test_the_sentence_is_repeated_from_its_start(desk: Desk) -> None:
    desk.heard("heading.next", "sentence.next")
    desk.do("word.next")
    assert desk.heard("repeat") == "Read this."
    desk.heard("play", seconds=0.5)
    assert desk.heard("repeat", seconds=2) == "Read this. It is long."


def test_who_hears_the_article_alone_hears_its_words_cells_and_letters(desk: Desk) -> None:
    desk.session.announcer.level = CONTENT
    desk.do("word.next", "character.next", "spell", "spell.phonetic", "link.next")
    assert desk.said() == ["it", "t", "i, t", "India, Tango", "dose page, link"]
    desk.heard("table.previous")
    desk.do("sentence.next", "table.row", "table.column", "sentence.next")
    assert desk.said() == ["Dose", "Medicine. Dose.", "Dose. Aspirin: 500 milligrams. "
                           "Codeine: 30 milligrams."]  # fmt: skip
    assert list(desk.session.messages)[-1] == "End of the row."
