"""Where the next and the previous heading, list, link … stand, and which item of how many."""

from __future__ import annotations

import pytest

from content.landmarks import Landmark, Landmarks
from content.model import Block, Position, Span
from tests.support.structured import article_of, item, linked, table

MADE = article_of(
    Block("heading", "One", level=2),
    linked("A dose, then another dose page.", "dose,", "dose page"),
    item("first"),
    item("inner", 2),
    item("inner too", 2),
    item("second"),
    Block("paragraph", "Between."),
    item("step", number=1),
    Block("code", "run()"),
    item("step", number=2),
    Block("quote", "Said.", level=1),
    Block("quote", "Said more.", level=1),
    Block("quote", "Said by another.", level=2),
    table("# A | # B", "1 | 2"),
    Block("figure", "A hand"),
    Block(
        "paragraph",
        "Press X and go there.",
        (Span(6, 7, "image", "x.png"), Span(12, 20, "link", "#there"), Span(3, 3, "link", "#no")),
    ),
    Block("heading", "Two", level=3),
)


@pytest.mark.parametrize(
    ("kind", "blocks"),
    [
        ("heading", [0, 16]),
        ("list", [2, 3, 7]),
        ("item", [2, 3, 4, 5, 7, 9]),
        ("table", [13]),
        ("quote", [10, 12]),
        ("link", [1, 1, 15]),
        ("figure", [14, 15]),
    ],
)
def test_landmarks_are_met_in_order_and_again_on_the_way_back(
    kind: Landmark, blocks: list[int]
) -> None:
    landmarks = Landmarks(MADE)
    there, at = [], Position(-1)
    while (found := landmarks.nearest(kind, at, 1)) is not None:
        there.append(found)
        at = Position(found[0], found[1])
    assert [block for block, _, _ in there] == blocks
    back, at = [], Position(len(MADE.blocks))
    while (found := landmarks.nearest(kind, at, -1)) is not None:
        back.append(found)
        at = Position(found[0], found[1])
    assert back == there[::-1]


def test_a_heading_of_a_level() -> None:
    landmarks = Landmarks(MADE)
    assert landmarks.nearest("heading", Position(0), 1, level=3) == (16, 0, 0)
    assert landmarks.nearest("heading", Position(0), 1, level=2) is None


def test_in_the_middle_of_a_link_the_previous_is_its_beginning() -> None:
    found = Landmarks(MADE).nearest("link", Position(1, 27), -1)
    assert found is not None
    block, start, end = found
    assert MADE.blocks[block].text[start:end] == "dose page"


def test_a_figure_is_one_thing_wherever_in_it_one_stands() -> None:
    landmarks = Landmarks(MADE)
    assert landmarks.nearest("figure", Position(14, 4), -1) is None
    assert landmarks.nearest("figure", Position(14, 4), 1) == (15, 6, 7)


@pytest.mark.parametrize(
    ("block", "place"),
    [(2, (1, 2)), (3, (1, 2)), (4, (2, 2)), (5, (2, 2)), (7, (1, 2)), (9, (2, 2)), (6, None)],
)
def test_which_item_of_how_many(block: int, place: tuple[int, int] | None) -> None:
    assert Landmarks(MADE).place_in_list(block) == place


def test_a_list_too_long_to_count_has_no_places() -> None:
    landmarks = Landmarks(article_of(*(item(f"number {number}") for number in range(5_000))))
    assert landmarks.place_in_list(4_000) is None
