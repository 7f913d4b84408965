"""The list of sections: a tree with a cursor."""

from __future__ import annotations

from tests.support.articles import article
from tui.entries import EntryList, entries_of

MADE = article("# Title", "Lead.", "## A", "a", "### A1", "a1", "### A2", "a2", "## B", "b")


def listed() -> EntryList:
    return EntryList(entries_of(MADE))


def titles(entries: EntryList) -> list[str]:
    return [
        "  " * entries.entries[index].depth + entries.entries[index].title
        for index in entries.shown()
    ]


def test_the_list_is_a_tree_by_heading_level() -> None:
    assert titles(listed()) == ["Title", "A", "  A1", "  A2", "B"]


def test_levels_that_are_left_out_indent_by_one() -> None:
    made = article("## A", "### B", "###### C", "## D")
    assert titles(EntryList(entries_of(made))) == ["A", "  B", "    C", "D"]


def test_an_article_without_sections_has_one_row() -> None:
    assert titles(EntryList(entries_of(article("Only text.")))) == ["test.md"]
    assert titles(EntryList(entries_of(article()))) == ["test.md"]


def test_steps_stop_at_the_ends() -> None:
    entries = listed()
    assert not entries.step(-1)
    assert entries.step(1)
    assert not entries.step(1000)
    assert entries.entries[entries.chosen].title == "B"


def test_folding_hides_and_unfolding_shows() -> None:
    entries = listed()
    entries.step(1)
    assert entries.fold()
    assert titles(entries) == ["Title", "A", "B"]
    entries.step(1)
    assert entries.entries[entries.chosen].title == "B"
    entries.step(-1)
    assert entries.unfold()
    assert entries.unfold()
    assert entries.entries[entries.chosen].title == "A1"
    assert not entries.unfold()


def test_folding_a_leaf_goes_to_what_it_belongs_to() -> None:
    entries = listed()
    entries.chosen = 3
    assert entries.fold()
    assert entries.entries[entries.chosen].title == "A"
    entries.chosen = 0
    assert not entries.fold()


def test_the_list_follows_the_reading_even_into_what_is_folded() -> None:
    entries = listed()
    entries.follow(MADE.sections[2].first + 1)
    assert entries.entries[entries.chosen].title == "A2"
    entries.chosen = 1
    entries.fold()
    entries.follow(MADE.sections[2].first)
    assert entries.entries[entries.chosen].title == "A"
