"""The person's dictionary in the library."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from content.dictionary import add, dictionary_for, entries, kept_dictionary, remove
from content.errors import IntoneError
from content.library import Library, identity, library_path
from content.model import Pronunciation
from tests.support.articles import article

ONE, TWO = article("# One", "Words.", source="one.md"), article("# Two", "More.", source="two.md")
WORD = Pronunciation("nausea", "ˈnɔːziə", "ipa")


def spoken(library: Library, where: object = ONE) -> list[str]:
    return [said.spoken for said in dictionary_for(library, where)]  # type: ignore[arg-type]


def test_entries_are_kept_in_the_order_in_which_they_go_before_each_other(tmp_path: Path) -> None:
    library = Library(tmp_path)
    add(library, [Pronunciation("PCT", "always"), Pronunciation("PCT", "English", language="en")])
    add(library, [Pronunciation("PCT", "in one")], ONE)
    library.close()

    again = Library(tmp_path)
    assert spoken(again) == ["in one", "English", "always"]
    assert [said.own for said in dictionary_for(again, ONE)] == [True, False, False]
    assert spoken(again, TWO) == ["English", "always"]
    assert [(entry.said.spoken, entry.title) for entry in entries(again)] == [
        ("in one", "One"), ("English", ""), ("always", ""),
    ]  # fmt: skip


def test_an_entry_for_the_same_words_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    library = Library(tmp_path)
    add(library, [WORD, replace(WORD, case=True), replace(WORD, language="en")])
    add(library, [replace(WORD, written="NAUSEA", spoken="sickness", alphabet="")])

    assert sorted(spoken(library)) == ["sickness", "ˈnɔːziə", "ˈnɔːziə"]


def test_an_entry_is_found_where_its_article_was_moved_to(tmp_path: Path) -> None:
    library = Library(tmp_path)
    add(library, [WORD], ONE)

    assert spoken(library, replace(ONE, source="elsewhere.md")) == ["ˈnɔːziə"]


def test_a_removed_entry_is_gone(tmp_path: Path) -> None:
    library = Library(tmp_path)
    add(library, [WORD, Pronunciation("pain", "ache")])
    remove(library, entries(library)[:1])

    assert spoken(library) == ["ache"]


def test_of_entries_with_a_bad_one_none_is_kept(tmp_path: Path) -> None:
    library = Library(tmp_path)
    with pytest.raises(IntoneError, match="is not IPA"):
        add(library, [WORD, Pronunciation("pain", "HELLO", "ipa")])

    assert spoken(library) == []


def test_what_is_for_an_article_goes_when_that_is_forgotten(tmp_path: Path) -> None:
    library = Library(tmp_path)
    add(library, [WORD], ONE)
    add(library, [Pronunciation("pain", "ache")])
    library.forget(identity(ONE))

    assert [entry.said.spoken for entry in entries(library)] == ["ache"]


def test_every_field_comes_back(tmp_path: Path) -> None:
    library = Library(tmp_path)
    (kept,) = add(library, [Pronunciation("a  b\x1b[31m", "c", "", "fr-CA", False, True)])

    assert kept == Pronunciation("a b", "c", "", "fr-CA", False, True)
    assert entries(library)[0].said == kept


def test_a_library_of_before_gets_its_dictionary(tmp_path: Path) -> None:
    library = Library(tmp_path)
    library.place(ONE)
    library.database.execute("DROP TABLE pronunciation")
    library.close()

    again = Library(tmp_path)
    add(again, [WORD], ONE)
    assert spoken(again) == ["ˈnɔːziə"]


def test_what_cannot_be_written_is_told_in_a_sentence(tmp_path: Path) -> None:
    library = Library(tmp_path)
    library.database.execute("PRAGMA query_only = ON")
    with pytest.raises(IntoneError, match=r"^Your dictionary can't be written: .*doctor"):
        add(library, [WORD])
    library.database.execute("PRAGMA query_only = OFF")
    library.database.execute("DROP TABLE pronunciation")
    assert spoken(library) == []
    assert "dictionary can't be read" in library.problem


def test_two_readers_at_once_keep_the_words_of_both(tmp_path: Path) -> None:
    one, other = Library(tmp_path), Library(tmp_path)
    add(one, [Pronunciation("PCT", "first"), WORD])
    add(other, [Pronunciation("PCT", "second")])
    assert sorted(spoken(one)) == sorted(spoken(other)) == ["second", WORD.spoken]

    other.database.execute("BEGIN IMMEDIATE")  # which goes on writing
    one.database.execute("PRAGMA busy_timeout = 10")
    with pytest.raises(IntoneError, match="can't be written"):
        add(one, [Pronunciation("ECG", "heart")])
    other.database.execute("COMMIT")
    add(one, [Pronunciation("ECG", "heart")])
    assert "heart" in spoken(other)


def test_on_a_full_disk_nothing_is_lost_and_writing_works_again_later(tmp_path: Path) -> None:
    library = Library(tmp_path)
    add(library, [WORD])
    pages = library.database.execute("PRAGMA page_count").fetchone()[0]
    library.database.execute(f"PRAGMA max_page_count = {pages}")
    many = [Pronunciation(f"word{number}", "x" * 100) for number in range(1_000)]
    with pytest.raises(IntoneError, match="written: database or disk is full"):
        add(library, many)
    assert spoken(library) == [WORD.spoken]

    library.database.execute("PRAGMA max_page_count = 1000000")
    add(library, many)
    assert len(spoken(Library(tmp_path))) == 1_001


def test_to_look_into_no_library_makes_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INTONE_STATE", str(tmp_path))
    assert kept_dictionary(ONE) == ()
    assert not library_path(tmp_path).exists()
    add(Library(tmp_path), [WORD])
    assert kept_dictionary(ONE) == (WORD,)
