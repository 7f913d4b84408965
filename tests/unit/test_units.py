"""Words and characters one after the other, and how each is said and spelled."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.model import Article, Block, Position
from content.moves import Direction
from content.script import Script, ScriptSettings
from content.spelling import character_name, phonetic, spelled_word, spoken_character
from content.units import Unit, next_character, next_word, said_for, word_at
from tests.support.structured import article_of, table

NONE = ScriptSettings(structure="none")


def paragraphs(*texts: str, language: str = "en") -> Script:
    made: Article = article_of(*(Block("paragraph", text) for text in texts), language=language)
    return Script(made, NONE)


def walk(script: Script, direction: Direction, by: str = "word") -> list[str]:
    """Return what stands at each step from one edge of the article to the other."""
    blocks = script.article.blocks
    last = script.before((len(blocks), 0))
    if last is None:
        return []
    at = Position(0) if direction == 1 else Position(last[0], len(blocks[last[0]].text))
    first = word_at(script, at) if direction == 1 and by == "word" else None
    found = []
    if first is not None:
        found, at = [_written(script, first)], Position(first.place[0], first.start)
    step = next_word if by == "word" else next_character
    while (unit := step(script, at, direction)) is not None:
        found.append(_written(script, unit))
        at = Position(unit.place[0], unit.start)
    return found


def _written(script: Script, unit: Unit) -> str:
    return script.article.blocks[unit.place[0]].text[unit.start : unit.end]


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        (("One two. Three!", "Four"), ["One", "two.", "Three!", "Four"]),
        (("Take 5 mg now.",), ["Take", "5", "mg", "now."]),
        (("ages 20–40 mostly",), ["ages", "20–40", "mostly"]),
        (("the end—really",), ["the", "end", "really"]),
        (("so [3] it is",), ["so", "[3]", "it", "is"]),
        (("東京に",), ["東", "京", "に"]),
    ],
)
def test_words_there_and_back(texts: tuple[str, ...], words: list[str]) -> None:
    script = paragraphs(*texts)
    assert walk(script, 1) == words
    assert walk(script, -1) == words[::-1]


def test_a_change_of_a_rule_is_one_word() -> None:
    script = paragraphs("It costs $5 million a year.")
    words = walk(script, 1)
    assert "$5 million" in words
    assert walk(script, -1) == words[::-1]


def test_blocks_without_words_are_passed_over() -> None:
    made = article_of(
        Block("paragraph", "One."), Block("rule", ""), Block("figure", ""),
        Block("item", "", level=1, number=2), Block("paragraph", "Two."),
    )  # fmt: skip
    script = Script(made, ScriptSettings(structure="most"))
    assert walk(script, 1) == ["One.", "Two."]
    assert walk(script, -1) == ["Two.", "One."]


def test_words_of_a_table_also_where_only_its_size_is_said() -> None:
    made = article_of(table("# Name | # Dose", "Aspirin | 5 mg"))
    for tables in ("read", "summary"):
        script = Script(made, ScriptSettings(tables=tables))  # type: ignore[arg-type]
        assert walk(script, 1) == ["Name", "Dose", "Aspirin", "5", "mg"]


@pytest.mark.parametrize(
    ("text", "offset", "said"),
    [
        ("ages 20–40 mostly", 5, "20 to 40"),
        ("Dr. Smith came", 0, "Doctor"),
        ("so [3] it is", 3, "3"),
        ("plain words", 6, "words"),
    ],
)
def test_a_word_is_said_as_the_voice_says_it(text: str, offset: int, said: str) -> None:
    script = paragraphs(text)
    unit = word_at(script, Position(0, offset))
    assert unit is not None
    assert said_for(script, unit)[0].strip("[]") == said


def test_characters_keep_their_marks_and_cross_blocks() -> None:
    script = paragraphs("ne\u0301 👩🏽‍⚕️", "🇩🇪!")
    there = walk(script, 1, "character")
    assert there == ["e\u0301", " ", "👩🏽‍⚕️", "🇩🇪", "!"]
    assert walk(script, -1, "character") == [*there[::-1], "n"]


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("a", "a"), ("A", "capital A"), ("7", "7"), (" ", "space"), (",", "comma"),
        (".", "dot"), ("é", "e acute"), ("É", "capital e acute"), ("e\u0301", "e acute"),
        ("ß", "sharp s"), ("–", "dash"), ("\n", "new line"), ("β", "beta"), ("ɔ", "open o"),
    ],
)  # fmt: skip
def test_names_of_characters(character: str, name: str) -> None:
    assert character_name(character) == name


def test_words_are_spelled_with_a_pause_after_each_letter() -> None:
    assert spelled_word("Dose", "en") == ("capital D, o, s, e", "en")
    assert spelled_word("20–40", "en") == ("2, 0, dash, 4, 0", "en")
    assert spelled_word("Größe", "de") == ("groß g, r, ö, ß, e", "de")
    assert spelled_word("Где-то", "ru") == ("Г, д, е, hyphen, т, о", "ru")
    assert spelled_word("Zoo", "en-GB") == ("capital Z, o, o", "en-GB")
    assert spelled_word("d'été", "fr") == ("d, apostrophe, é, t, é", "fr")


def test_words_in_the_spelling_alphabet() -> None:
    assert phonetic("Dé1-x") == "capital Delta, Echo acute, one, hyphen, X-ray"


def test_a_letter_is_named_by_the_voice_of_its_language() -> None:
    assert spoken_character("я", "ru") == ("я", "ru")
    assert spoken_character(",", "de") == ("Komma", "de")
    assert spoken_character(",", "ru") == ("comma", "en")


_STRETCHES = st.sampled_from(
    ["(8 March 2023)", "$5 million", "20–40 mg", "—", " ", "[3]", "Dr. Smith", "é", "e\u0301",
     "\n", "\t", "東京", "…", "(", ")", "word", "3.5", "5 mg/mL", "10:30", "?!", "👩🏽‍⚕️", "/"]
)  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(st.lists(st.lists(_STRETCHES, max_size=8).map(" ".join), min_size=1, max_size=4))
def test_the_way_back_is_the_way_there(texts: list[str]) -> None:
    script = paragraphs(*texts)
    assert walk(script, -1) == walk(script, 1)[::-1]
    there, back = walk(script, 1, "character"), walk(script, -1, "character")
    assert back[::-1][-len(there) :] == there if there else len(back) <= 1
