"""The library: a place is never lost."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from content.library import Library, state_folder
from content.model import Position
from tests.support.articles import article

TEXT = ("# Title", "A first paragraph with words.", "# Next", "A second one, about pain relief.")


def test_a_place_is_kept_and_found(tmp_path: Path) -> None:
    made = article(*TEXT)
    library = Library(tmp_path)
    assert library.place(made) is None
    library.keep_place(made, Position(3, 9))
    library.close()
    assert Library(tmp_path).place(made) == Position(3, 9)


def test_articles_have_places_of_their_own(tmp_path: Path) -> None:
    library = Library(tmp_path)
    one, two = article(*TEXT, source="one.md"), article("Other words.", source="two.md")
    library.keep_place(one, Position(1, 2))
    library.keep_place(two, Position(0, 6))
    assert library.place(one) == Position(1, 2)
    assert library.place(two) == Position(0, 6)


def test_a_place_survives_an_edited_article(tmp_path: Path) -> None:
    library = Library(tmp_path)
    library.keep_place(article(*TEXT), Position(3, TEXT[3].index("about")))
    edited = article("# Title", "A wholly new one.", *TEXT[1:3], "A second one, about pain relief!")
    assert library.place(edited) == Position(4, TEXT[3].index("about"))


def test_a_place_survives_when_only_the_words_after_it_are_left(tmp_path: Path) -> None:
    library = Library(tmp_path)
    library.keep_place(article(*TEXT), Position(3, TEXT[3].index("about")))
    edited = article("New beginning, about pain relief.")
    assert library.place(edited) == Position(0, "New beginning, ".__len__())


def test_a_place_in_words_that_are_gone_is_no_place(tmp_path: Path) -> None:
    library = Library(tmp_path)
    library.keep_place(article(*TEXT), Position(3, 2))
    assert library.place(article("Nothing of the kind.")) is None


def test_a_moved_file_keeps_its_place(tmp_path: Path) -> None:
    library = Library(tmp_path)
    library.keep_place(article(*TEXT, source="old.md"), Position(3, 2))
    assert library.place(article(*TEXT, source="new.md")) == Position(3, 2)


def test_two_readers_at_once_the_last_place_wins(tmp_path: Path) -> None:
    made = article(*TEXT)
    one, two = Library(tmp_path), Library(tmp_path)
    one.keep_place(made, Position(1, 2))
    two.keep_place(made, Position(3, 2))
    one.keep_place(made, Position(1, 8))
    assert two.place(made) == Position(1, 8)
    assert not one.problem
    assert not two.problem


def test_kill_minus_nine_loses_nothing_that_was_kept(tmp_path: Path) -> None:
    code = (
        "import os, signal, sys, pathlib\n"
        "from content.library import Library\n"
        "from content.model import Position\n"
        "from tests.support.articles import article\n"
        f"made = article(*{TEXT!r})\n"
        "Library(pathlib.Path(sys.argv[1])).keep_place(made, Position(3, 9))\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], cwd=root, check=False)
    assert done.returncode == -signal.SIGKILL
    assert Library(tmp_path).place(article(*TEXT)) == Position(3, 9)


def test_a_damaged_file_is_set_aside_and_said_so(tmp_path: Path) -> None:
    (tmp_path / "library.sqlite3").write_bytes(b"this is no database at all" * 99)
    library = Library(tmp_path)
    assert "damaged" in library.problem
    assert [path for path in tmp_path.iterdir() if "damaged" in path.name]
    library.keep_place(article(*TEXT), Position(1))
    assert Library(tmp_path).place(article(*TEXT)) == Position(1)


def test_damage_further_in_is_found_before_it_is_met(tmp_path: Path) -> None:
    library = Library(tmp_path)
    for number in range(200):
        library.keep_place(article(*TEXT, source=f"{number}.md"), Position(1))
    library.close()
    path = tmp_path / "library.sqlite3"
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    again = Library(tmp_path)
    assert "damaged" in again.problem
    assert again.setting("pace") is None
    again.keep_place(article(*TEXT), Position(1))
    assert again.place(article(*TEXT)) == Position(1)


def test_a_library_that_breaks_while_it_is_used_ends_nothing(tmp_path: Path) -> None:
    library = Library(tmp_path)
    library._database.execute("DROP TABLE place")
    library._database.execute("DROP TABLE setting")
    assert library.place(article(*TEXT)) is None
    assert library.setting("pace") is None
    library.keep_place(article(*TEXT), Position(1))
    assert "place" in library.problem


def test_a_folder_that_cannot_be_made_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    library = Library(tmp_path / "file" / "state")
    assert "can't be kept" in library.problem
    library.keep_place(article(*TEXT), Position(1))


def test_a_disk_that_is_full_does_not_end_the_reading(tmp_path: Path) -> None:
    library = Library(tmp_path)
    library._database.execute("PRAGMA query_only = ON")  # refuses to write, as a full disk does
    library.keep_place(article(*TEXT), Position(1))
    library.keep_setting("pace", "200")
    assert "can't be kept" in library.problem


def test_settings_are_kept(tmp_path: Path) -> None:
    Library(tmp_path).keep_setting("pace", "250")
    assert Library(tmp_path).setting("pace") == "250"
    assert Library(tmp_path).setting("other") is None


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps other permissions")
def test_nobody_else_can_read_what_was_read(tmp_path: Path) -> None:
    Library(tmp_path / "state").keep_place(article(*TEXT), Position(1))
    assert (tmp_path / "state").stat().st_mode & 0o077 == 0
    for path in (tmp_path / "state").iterdir():
        assert path.stat().st_mode & 0o077 == 0, path


def test_the_state_folder_can_be_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("INTONE_STATE", str(tmp_path))
    assert state_folder() == tmp_path
    monkeypatch.delenv("INTONE_STATE")
    assert state_folder().name == "intone"


def test_an_older_library_is_an_sqlite_file_people_can_open(tmp_path: Path) -> None:
    Library(tmp_path).keep_place(article(*TEXT), Position(1, 3))
    rows = sqlite3.connect(tmp_path / "library.sqlite3").execute(
        'SELECT block, "offset" FROM place'
    )
    assert rows.fetchall() == [(1, 3)]
