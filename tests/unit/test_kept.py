"""What was skipped is put back where it stood, and no word is added or lost."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.errors import IntoneError
from content.kept import Moved, put_back, with_kept
from content.left_out import in_full, parse_kinds, place, row, summary
from content.model import Article, Page, Position, Skipped, SkippedKind
from content.script import Script
from content.settings import ScriptSettings, Structure
from tests.support.articles import article

MADE = replace(
    article(
        "# Title", "Opening words.", "## One", "Under one.", "More under one.", "## Two", "End."
    ),
    skipped=(
        Skipped("navigation", "Menu\nSearch", 0),
        Skipped("promotion", "Try it\nOur app helps you.", 2, 30),
        Skipped("share", "Share this", 4),
        Skipped("promotion", "Buy now", 4),
        Skipped("related", "Read this next\nAnother", 7),
    ),
    pages=(Page("1", Position(0)), Page("2", Position(4, 5))),
)


def _words(made: Article) -> Counter[str]:
    texts = [block.text for block in made.blocks] + [piece.text for piece in made.skipped]
    return Counter(word for text in texts for word in text.split())


def _texts(made: Article) -> list[str]:
    return [block.text for block in made.blocks]


def test_a_piece_is_back_where_it_stood_a_paragraph_a_line() -> None:
    kept = with_kept(MADE, ["promotion"])
    assert _texts(kept) == [
        "Title", "Opening words.", "Try it", "Our app helps you.", "One", "Under one.", "Buy now",
        "More under one.", "Two", "End.",
    ]  # fmt: skip
    assert kept.blocks[2].kind == "paragraph"
    assert kept.blocks[2].source_start == 30
    assert [(piece.kind, piece.before) for piece in kept.skipped] == [
        ("navigation", 0), ("share", 6), ("related", 10),
    ]  # fmt: skip


def test_sections_and_pages_stay_with_their_words() -> None:
    kept = with_kept(MADE, ["all"])
    assert [kept.blocks[section.first].text for section in kept.sections] == ["One", "Two"]
    one, two = kept.sections
    assert (one.end, two.end) == (two.first, len(kept.blocks))
    assert one.words == 2 + 2 + 2 + 3
    assert [kept.blocks[page.position.block].text for page in kept.pages] == [
        "Title", "More under one.",
    ]  # fmt: skip
    assert kept.skipped == ()


def test_nothing_to_keep_is_the_same_article() -> None:
    assert with_kept(MADE, []) is MADE
    assert with_kept(MADE, ["cookies"]) is MADE


@given(st.sets(st.integers(0, len(MADE.skipped) - 1)))
def test_no_word_is_added_or_lost_and_places_are_found_again(pieces: set[int]) -> None:
    kept = put_back(MADE, pieces)
    moved = Moved(MADE, pieces)
    assert _words(kept) == _words(MADE)
    for index, block in enumerate(MADE.blocks):
        assert kept.blocks[moved.block(index)].text == block.text
        assert moved.original(moved.block(index)) == index
    for index in pieces:
        assert kept.blocks[moved.piece(index)].text == MADE.skipped[index].text.split("\n")[0]
    assert _texts(with_kept(kept, ["all"])) == _texts(with_kept(MADE, ["all"]))


def test_each_piece_is_told_in_a_line() -> None:
    assert row(MADE, MADE.skipped[1]) == (
        "Promotion: Try it Our app helps you. (before section 1, 6 words)"
    )
    assert [place(MADE, piece) for piece in MADE.skipped] == [
        "at the beginning", "before section 1", "in section 1", "in section 1", "at the end",
    ]  # fmt: skip
    assert in_full(MADE.skipped[1]) == "Try it. Our app helps you."


@pytest.mark.parametrize(
    ("kinds", "said"),
    [
        ([], ""),
        (["promotion"], "1 promotion skipped"),
        (["promotion"] * 3, "3 promotions skipped"),
        (["promotion", "share", "share"], "3 pieces skipped"),
    ],
)
def test_how_many_were_skipped_is_told_shortly(kinds: list[SkippedKind], said: str) -> None:
    assert summary([Skipped(kind, "x", 0) for kind in kinds]) == said


@pytest.mark.parametrize(
    ("level", "said"),
    [("some", "More under one."), ("most", "2 pieces skipped: page 2: More under one.")],
)
def test_what_is_passed_is_told_to_who_hears_most(level: Structure, said: str) -> None:
    script = Script(MADE, ScriptSettings(structure=level))
    assert script.block(4)[0].text == said


def test_a_kind_that_there_is_not_is_refused_with_those_there_are() -> None:
    assert parse_kinds(["share", "all", "share"]) == ("share", "all")
    with pytest.raises(IntoneError, match=r"of the kind adverts; use promotion, .* or all\."):
        parse_kinds(["adverts"])
