"""The letters of large print: what they are made of, and that none is ever lost."""

from __future__ import annotations

import string
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from content.model import Block, Position
from tests.support.articles import article
from tui.display import Display
from tui.large_letters import BASE, letters_of
from tui.large_view import LargeView
from tui.view import Reading

LATIN = string.ascii_letters + "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿ"
MORE_LATIN = "ĀāĂăĄąĆćČčĎďĐđĒēĖėĘęĚěĞğĢģĪīĮįİıĶķĹĺĻļĽľŁłŃńŅņŇňŐőŒœŔŕŘřŚśŞşŠšŢţŤťŪūŮůŰűŲųŸŹźŻżŽž"
VIETNAMESE = "ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộ"
GREEK = "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰΆΈΉΊΌΎΏἀἁᾶᾳ"
CYRILLIC = "".join(map(chr, range(0x410, 0x450))) + "ЁёІіЇїЄєҐґЎўЂђЋћЉљЊњЏџЈјЅѕЌќЃѓЙй"
MARKS = string.punctuation + string.digits + "–—…“”‘’„«»‹›•·°§©®™€£¥¢×÷±−≤≥≠≈→←¡¿²³"


def drawn(
    text: str, width: int = 80, height: int = 24, word: tuple[int, int] = (0, 0)
) -> LargeView:
    view = LargeView(article(text))
    view.show(Reading(Position(0, word[0]), (0, len(text)), word))
    view.lay_out(width, height, Display())
    return view


def rows_of(view: LargeView, height: int = 24) -> list[str]:
    return ["".join(text for text, _ in view.row(y)) for y in range(height)]


@pytest.mark.parametrize("letter", LATIN + MORE_LATIN + GREEK + CYRILLIC + MARKS)
def test_a_letter_has_a_picture(letter: str) -> None:
    (found,) = letters_of(letter)
    assert any("#" in dots for dots in found.rows.values())
    assert {len(dots) for dots in found.rows.values()} == {found.width}


@pytest.mark.parametrize(
    "letters", [string.ascii_letters + string.digits, "абвгдежзийклмнопрстуфхцчшщъыьэюя"]
)
def test_no_two_letters_of_an_alphabet_look_the_same(letters: str) -> None:
    pictures = {letter: tuple(sorted(letters_of(letter)[0].rows.items())) for letter in letters}
    assert len(set(pictures.values())) == len(letters)


@pytest.mark.parametrize("letter", "éñžőůậŞĢ" + VIETNAMESE)
def test_composed_and_decomposed_letters_are_the_same(letter: str) -> None:
    (composed,) = letters_of(letter)
    (decomposed,) = letters_of(unicodedata.normalize("NFD", letter))
    assert composed.rows == decomposed.rows != letters_of(letter[0])[0].text
    assert composed.rows != letters_of(unicodedata.normalize("NFD", letter)[0])[0].rows


def test_an_accent_stands_over_its_letter_and_takes_the_place_of_a_dot() -> None:
    (acute,) = letters_of("é")
    (plain,) = letters_of("e")
    assert {row: dots for row, dots in acute.rows.items() if row > 0} == {
        row: dots for row, dots in plain.rows.items() if row > 0
    }
    assert min(acute.rows) == -1
    (dotted,) = letters_of("ï")
    assert sum(dots.count("#") for dots in dotted.rows.values()) == 5 + 2


def test_letters_stand_on_one_line() -> None:
    for letter in LATIN.translate(str.maketrans("", "", "gjpqyQÇçþÿý")):
        lowest = max(row for row, dots in letters_of(letter)[0].rows.items() if "#" in dots)
        assert lowest == BASE, letter


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=40))
def test_nothing_is_left_out_whatever_the_script(text: str) -> None:
    assert "".join(letter.text for letter in letters_of(text)) == text


def test_a_script_without_pictures_stands_in_the_same_place_as_it_is() -> None:
    rows = rows_of(drawn("About 頭痛 here"))
    (row,) = [row for row in rows[:-1] if "頭" in row]
    assert "頭 痛" in row
    assert "█" in row


def test_letters_are_blocks_and_spaces_only() -> None:
    rows = rows_of(drawn("The quick brown fox jumps over the lazy dog."))
    assert {char for row in rows[:-1] for char in row} <= set(" █▀▄")
    assert rows[-1].startswith("The quick brown fox")


@pytest.mark.parametrize(("size", "letters"), [((80, 24), 12), ((200, 60), 12), ((40, 12), 6)])
def test_a_line_has_room_for_enough_letters(size: tuple[int, int], letters: int) -> None:
    text = "migraine treatments relieve symptoms quickly without interactions"
    view = drawn(text, *size)
    lines = [line for line in view._lines if line is not view._lines[-1]]
    seen = [line[-1].end - line[0].start for line in lines]
    assert sum(seen) / len(seen) >= letters
    for y in range(size[1]):
        assert sum(len(part) for part, _ in view.row(y)) <= size[0]


def test_letters_grow_with_the_screen() -> None:
    small = [row for row in rows_of(drawn("Hope", 80, 24))[:-1] if row.strip()]
    large = [row for row in rows_of(drawn("Hope", 200, 60), 60)[:-1] if row.strip()]
    assert len(large) >= 1.5 * len(small)
    assert len(small) >= 4


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (20, 8), (200, 60)])
def test_each_word_of_a_long_sentence_is_marked_and_has_the_cursor(size: tuple[int, int]) -> None:
    words = ["headaches", "and", "pneumonoultramicroscopicsilicovolcanoconiosis", "é頭"] * 12
    text = " ".join(words)
    at = 0
    for word in words:
        view = drawn(text, *size, word=(at, at + len(word)))
        column, row = view.cursor()
        assert row == size[1] - 1
        plain = "".join(part for part, _ in view.row(row))
        under = "".join(char * cell_len(char) for char in plain)[column:]
        assert under[0] == word[0]
        marked = [y for y in range(size[1] - 1) if any(role == "word" for _, role in view.row(y))]
        assert marked, word
        assert "word" in [role for _, role in view.row(row)]
        at += len(word) + 1


def test_the_number_of_an_item_is_not_lost() -> None:
    made = replace(article("Rest."), blocks=(Block("item", "Rest.", level=1, number=3),))
    view = LargeView(made)
    view.show(Reading(Position(0, 0), (0, 5), (0, 5)))
    view.lay_out(80, 24, Display())
    assert rows_of(view)[-1] == "3. Rest."
    assert view.cursor() == (3, 23)
