"""Reading by structure and by units, from the keyboard and by ear: what is said, and where."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from content.errors import IntoneError
from content.model import Block, Position, Skipped
from tests.support.desk import Desk
from tests.support.studio import loud_seconds
from tests.support.tables import article_of, linked, table
from tui.putting_back import put_back


def paragraph(text: str) -> Block:
    return Block("paragraph", text)


def item(text: str, level: int = 1) -> Block:
    return Block("item", text, level=level)


MADE = article_of(
    paragraph("Before it all."),
    Block("heading", "Doses", level=2),
    paragraph("Read this. It is long."),
    table("# Medicine | # Dose", "# Aspirin | 500 mg", "# Codeine | 30 mg"),
    paragraph("After the table."),
    Block("heading", "For children", level=3),
    item("one"),
    item("two"),
    item("inner", 2),
    linked("See the dose page and the other one.", "dose page", "other one"),
    Block("heading", "Last", level=2),
    Block("quote", "He said.", level=1),
    Block("figure", "A hand"),
    paragraph("The end."),
)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path, MADE)


# By structure.


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
        (["end", "quote.next"], "No further quote. To leave, press F10."),
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


# By words and characters.


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


# In a table.


def test_a_table_is_read_cell_by_cell(desk: Desk) -> None:
    desk.heard("table.next")
    said = []
    for step in ("paragraph.next", "sentence.next", "paragraph.next", "sentence.previous"):
        assert desk.heard(step) == ""
        said += [(*desk.said(), desk.here())]
    assert said == [
        ("Aspirin", "Aspirin"), ("Dose: 500 milligrams", "500 mg"),
        ("Codeine: 30 milligrams", "30 mg"), ("Medicine: Codeine", "Codeine"),
    ]  # fmt: skip


def test_the_edges_of_a_table_are_said_and_down_leaves_it(desk: Desk) -> None:
    desk.heard("table.next", "sentence.previous")
    assert desk.said() == ["Start of the row."]
    desk.do("sentence.next", "sentence.next")
    assert desk.said() == ["Dose", "End of the row."]
    desk.do("paragraph.next", "paragraph.next")
    desk.said()
    assert desk.heard("paragraph.next") == "After the table."
    assert desk.said() == ["End of the table."]
    desk.heard("paragraph.previous")
    assert desk.heard("paragraph.previous") == "Read this. It is long."
    assert desk.said() == ["Start of the table."]


def test_a_table_is_announced_before_one_goes_into_it(tmp_path: Path) -> None:
    desk = Desk(tmp_path, MADE, structure="some")
    assert desk.heard("table.next") == "table, 2 columns, 2 rows"
    desk.do("sentence.next")
    assert desk.said() == ["Medicine, column 1 of 2"]
    desk.do("sentence.next", "paragraph.next")
    assert desk.said() == ["Dose, column 2 of 2", "Aspirin: 500 milligrams, row 1 of 2"]


def test_a_table_whose_size_alone_is_said_can_be_gone_through(tmp_path: Path) -> None:
    desk = Desk(tmp_path, MADE, tables="summary")
    assert desk.heard("table.next") == "table, 2 columns, 2 rows: Medicine, Dose"
    desk.do("paragraph.next", "paragraph.next", "sentence.next", "table.row", "table.column")
    assert desk.said() == [
        "Medicine", "Aspirin", "Dose: 500 milligrams",
        "Aspirin. Dose: 500 milligrams.", "Dose. Aspirin: 500 milligrams. Codeine: 30 milligrams.",
    ]  # fmt: skip
    desk.heard("start")
    desk.heard("play", seconds=0.5)
    desk.said()
    desk.do("table.next", "paragraph.next", "paragraph.next", "paragraph.next")
    assert desk.said()[-1:] == ["Codeine"]


def test_while_reading_the_cells_are_read_on_from(desk: Desk) -> None:
    desk.heard("play", seconds=0.5)
    desk.do("table.next", "paragraph.next")
    assert desk.heard("sentence.next", seconds=2).startswith("500 milligrams Codeine")
    assert desk.said() == []


def test_a_column_is_kept_through_a_cell_that_spans_it(tmp_path: Path) -> None:
    spanning = table("# A | # B | # C", "1 | 2 | 3", "all of it | < | <", "4 | 5 | 6")
    desk = Desk(tmp_path, article_of(spanning, paragraph("After.")))
    desk.do("table.column")
    assert desk.said() == ["A. 1. all of it. 4."]
    desk.do("sentence.next", "sentence.next", "paragraph.next", "paragraph.next", "paragraph.next")
    assert desk.said() == ["B", "C", "3", "A, B, C: all of it", "C: 6"]
    desk.do("paragraph.previous", "paragraph.previous")
    assert desk.said() == ["A, B, C: all of it", "C: 3"]


def test_outside_a_table_there_is_no_row(desk: Desk) -> None:
    desk.do("table.row", "table.column")
    assert desk.said() == ["You are not in a table."] * 2


# Places.


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
    made = article_of(*MADE.blocks)
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
    assert desk.said()[0].endswith(" percent"), "it says where that is"
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


# One part only.


def test_only_this_section_with_those_under_it(desk: Desk) -> None:
    desk.heard("heading.next", "sentence.next", "sentence.next")
    assert desk.heard("only.section").startswith("Doses Read this.")
    assert desk.said() == ["End of the section."]
    assert desk.session.narrator.position == Position(10)
    assert desk.heard("play").startswith("Last He said.")
    assert desk.said() == ["End of the article."]


def test_a_pause_in_a_section_read_alone_does_not_let_it_go_on(desk: Desk) -> None:
    desk.heard("heading.next", "only.section", seconds=1)
    desk.do("play")
    assert loud_seconds(desk.studio.play(1)) < 0.01
    assert desk.heard("play").endswith("the other one.")
    assert desk.said() == ["End of the section."]


def test_while_reading_only_this_section_stops_at_its_end(desk: Desk) -> None:
    desk.heard("play", seconds=0.4)
    assert desk.heard("only.section") == "it all.", "what is begun is said anew, and no more"
    assert desk.said() == ["End of the section."]


def test_who_leaves_the_section_reads_on(desk: Desk) -> None:
    desk.heard("heading.next", "only.section", seconds=0.5)
    assert desk.heard("quote.next").endswith("The end.")
    assert desk.said() == ["End of the article."]


def test_a_step_within_the_section_still_stops_at_its_end(desk: Desk) -> None:
    desk.heard("heading.next", "only.section", seconds=0.5)
    assert desk.heard("link.next") == "dose page and the other one."
    assert desk.said() == ["End of the section."]


def test_only_this_paragraph(desk: Desk) -> None:
    desk.heard("heading.next", "sentence.next", "sentence.next")
    assert desk.heard("only.paragraph") == "Read this. It is long."
    assert desk.said() == ["End of the paragraph."]
    assert desk.heard("play", seconds=0.5).startswith("Medicine")


def test_before_the_first_section_what_stands_there_is_read(desk: Desk) -> None:
    assert desk.heard("only.section") == "Before it all."
    assert desk.said() == ["End of the section."]
