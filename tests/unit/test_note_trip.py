"""To the note or the source that was cited last, and back again."""

from __future__ import annotations

from pathlib import Path

import pytest

from content.markdown import load
from content.model import Position
from tests.support.desk import Desk

TEXT = """# Title

First sentence.[^one] It was shown later [2]. The last one.

Next paragraph.

[^one]: The note says this.

## References

1. A book on it.
2. A study of it.
3. Another study.
"""


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path, load(TEXT, "t.md", "en"))


def at(desk: Desk, words: str) -> None:
    """Put the place on the first of some words."""
    blocks = desk.session.article.blocks
    block = next(index for index, block in enumerate(blocks) if words in block.text)
    offset = blocks[block].text.index(words)
    desk.session.change(lambda narrator: narrator.move_to(Position(block, offset)))


def test_it_goes_to_the_note_and_back(desk: Desk) -> None:
    at(desk, "It was")
    desk.do("note.go")
    assert desk.heard().endswith("The note says this.")
    assert desk.shows_text
    desk.said()
    desk.do("note.go")
    assert desk.said() == ["Back in the text."]
    assert desk.heard().startswith("It was shown later")


def test_it_goes_to_the_source_and_back_while_reading_goes_on(desk: Desk) -> None:
    at(desk, "The last")
    desk.do("play", "note.go")
    assert desk.heard(seconds=1.5).startswith("2, A study of")
    desk.heard(seconds=1.5)
    assert desk.session.narrator.playing
    desk.do("note.go")
    assert desk.heard().startswith("The last one. Next paragraph.")


def test_from_the_notes_that_follow_it_goes_back_too(desk: Desk) -> None:
    at(desk, "The last")
    desk.do("note.go", "paragraph.next", "note.go")
    assert desk.said()[-1] == "Back in the text."


def test_who_has_gone_elsewhere_is_not_taken_back(desk: Desk) -> None:
    at(desk, "The last")
    desk.do("note.go")
    at(desk, "First")
    desk.said()
    desk.do("note.go")
    assert desk.said() == ["No note or source before here."]
    assert desk.block() == 1


def test_a_source_that_is_not_listed_is_told(tmp_path: Path) -> None:
    desk = Desk(tmp_path, load("# T\n\nShown once [7]. Then more of it.", "t.md", "en"))
    at(desk, "Then")
    desk.do("note.go")
    assert desk.said() == ["What was cited is not listed in this article."]


def test_saying_the_note_does_not_move(desk: Desk) -> None:
    at(desk, "It was")
    desk.do("note")
    assert desk.said()[-1].endswith("The note says this.")
    assert desk.block() == 1


@pytest.mark.parametrize("command", ["note", "note.go"])
def test_a_sentence_that_was_gone_to_and_heard_has_been_heard_whole(
    desk: Desk, command: str
) -> None:
    desk.do("paragraph.next", "sentence.next", "sentence.previous")
    assert desk.heard() == "First sentence."
    desk.do(command)
    assert desk.said() == (["The note says this."] if command == "note" else [])
