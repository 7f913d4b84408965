"""Why something is said as it is."""

from __future__ import annotations

import pytest

from content.errors import IntoneError
from content.model import Article, Block, Pronunciation, Section, Span
from content.rules import RULES
from content.rules.descriptions import DESCRIPTIONS
from content.script import Script, ScriptSettings
from content.transcript import why_json, why_lines

TEXT = "She takes 20–40 mg of it; PCT passes. Then pain, and 20–40 more."
ARTICLE = Article(
    "T", "en", "-",
    (
        Block("heading", "Doses", level=1),
        Block("paragraph", TEXT, (Span(26, 29, "abbreviation", "postcoital tristesse"),)),
    ),
    sections=(Section("Doses", 1, 0, 2, 10, 0),),
)  # fmt: skip


def script(*dictionary: Pronunciation) -> Script:
    return Script(ARTICLE, ScriptSettings(dictionary=dictionary))


def test_every_occurrence_is_told_with_its_rules() -> None:
    assert list(why_lines(script(), "20–40")) == [
        "Doses: Written: 20–40. Said: 20 to 40. "
        "Rule: range, the dash between two numbers is said as to.",
    ] * 2  # fmt: skip
    assert list(why_lines(script(), "20–40  MG")) == [
        "Doses: Written: 20–40 mg. Said: 20 to 40 milligrams. "
        "Rules: range, the dash between two numbers is said as to; unit, a unit is said in full.",
    ]  # fmt: skip


def test_a_part_of_what_is_changed_is_told_as_the_whole() -> None:
    some = Pronunciation("20–40 mg", "a little")
    assert list(why_lines(script(some), "0 mg")) == [
        "Doses: Written: 20–40 mg. Said: a little. "
        "Rule: dictionary, your dictionary says how this is said.",
    ]  # fmt: skip


def test_what_is_said_as_it_is_written_is_told_so() -> None:
    assert list(why_lines(script(), "takes")) == ["Doses: Written: takes. Said as it is written."]


def test_the_dictionary_is_told_and_its_phonemes() -> None:
    pain = Pronunciation("pain", "ˈpeɪn", "ipa")
    assert list(why_lines(script(pain), "pain")) == [
        "Doses: Written: pain. Said by its sounds: ˈpeɪn. "
        "Rule: dictionary, your dictionary says how this is said.",
    ]  # fmt: skip


def test_what_a_short_form_stands_for_is_told() -> None:
    (line,) = why_lines(script(), "PCT")
    assert "It stands for postcoital tristesse." in line


def test_what_the_text_explains_is_told_too() -> None:
    blocks = (
        Block("paragraph", "Irritable bowel syndrome (IBS) hurts."),
        Block("item", "Two IBSs."),
    )
    (_, line) = why_lines(Script(Article("T", "en", "-", blocks)), "IBS")
    assert "It stands for Irritable bowel syndrome." in line


def test_a_phrase_over_two_sentences_is_told_whole() -> None:
    (line,) = why_lines(script(), "passes. Then")
    assert line == "Doses: Written: passes. Then. Said as it is written."


def test_json_has_all_of_it() -> None:
    found = why_json(script(), "20–40 mg")
    assert found[0] == {
        "written": "20–40 mg",
        "said": "20 to 40 milligrams",
        "phonemes": None,
        "stands_for": None,
        "section": "Doses",
        "rules": [
            {"name": "range", "description": "the dash between two numbers is said as to"},
            {"name": "unit", "description": "a unit is said in full"},
        ],
    }


@pytest.mark.parametrize("phrase", ["zebra", "[/]"])
def test_what_is_not_there_is_told_in_a_sentence(phrase: str) -> None:
    with pytest.raises(IntoneError, match=r"is not in T; give words as they are written there\.$"):
        list(why_lines(script(), phrase))


@pytest.mark.parametrize("phrase", [" ", ""])
def test_no_words_are_told_in_a_sentence(phrase: str) -> None:
    with pytest.raises(IntoneError, match=r"^No words were named; give some .*\.$"):
        list(why_lines(script(), phrase))


def test_every_rule_is_described() -> None:
    missing = {rule.name for rule in RULES} - DESCRIPTIONS.keys()
    assert not missing, f"content/rules/descriptions.py lacks {sorted(missing)}"
    for name, description in DESCRIPTIONS.items():
        assert description[0].islower(), name
        assert description[-1] not in ".;", name
