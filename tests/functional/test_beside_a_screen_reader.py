"""What a terminal receives for each key, where a screen reader and a braille display follow it.

Of a screen, only the lines that become others are written, and the cursor stands on what was
asked for; while reading, only the sentence and the word are marked.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("a pseudo-terminal is needed", allow_module_level=True)

from tests.support.terminal import Terminal

ARTICLE = """# A short article

Alpha bravo charlie delta. Echo foxtrot golf hotel.

## India

Juliet kilo lima mike. November oscar papa.
"""
_MOVE = re.compile(rb"\x1b\[(\d+);(\d+)H")
_CONTROL = re.compile(rb"\x1b\[[\d;?]*[ -/]*[@-~]")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "article.md"
    file.write_text(ARTICLE)
    return file


@pytest.fixture(params=["content", "off"])
def terminal(request: pytest.FixtureRequest, tmp_path: Path, path: Path) -> Iterator[Terminal]:
    (tmp_path / "settings.toml").write_text("pace = 200\n")
    with Terminal([path, "--speech", request.param], state=tmp_path) as made:
        made.wait_for("paused")
        made.wait_until_quiet(1)
        yield made


def written(data: bytes) -> dict[int, str]:
    """Return what was written in each row, from 0."""
    rows: dict[int, str] = {}
    parts = _MOVE.split(data)
    for row, _, text in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
        shown = _CONTROL.sub(b"", text).decode()
        if shown:
            rows[int(row) - 1] = rows.get(int(row) - 1, "") + shown
    return rows


def after(terminal: Terminal, key: str) -> dict[int, str]:
    """Press a key; return what was written for it, in each row."""
    before = len(terminal.output)
    terminal.press(key)
    terminal.wait_until_quiet(0.5)
    return written(b"".join(data for _, data in terminal.output[before:]))


def under_cursor(terminal: Terminal) -> str:
    column, row = terminal.cursor
    assert terminal.cursor_visible
    return terminal.screen[row][column:]


def test_a_key_writes_what_it_changes_and_nothing_that_stands_there(terminal: Terminal) -> None:
    place = terminal.cursor
    assert min(after(terminal, "w")) > 12, "the message, and what it covers"
    assert "Before section 1 of 1" in "".join(terminal.screen[13:])
    assert terminal.cursor == place
    assert after(terminal, "w") == {}, "the same answer stands there"
    answer = after(terminal, "N")
    assert " ".join("".join(answer.values()).split()).startswith("No note or source before here.")
    rows = after(terminal, "down")
    assert under_cursor(terminal).startswith("> India")
    assert "Alpha" not in "".join(rows.values()), "the text beside stands as it was"
    rows = after(terminal, "up")
    assert under_cursor(terminal).startswith("> A short article")
    assert not set(rows) & set(range(2, 13)), "the text"


def test_in_a_list_two_rows_are_written(terminal: Terminal) -> None:
    after(terminal, "question_mark")
    assert under_cursor(terminal).startswith("> ")
    rows = after(terminal, "down")
    assert len(rows) == 2
    assert under_cursor(terminal).startswith("> escape: Silence.")
    after(terminal, "escape")
    after(terminal, "S")
    after(terminal, "down")
    assert after(terminal, "right") == {3: "210"}, "a value that changes is one word"
    assert under_cursor(terminal).startswith("> Pace: 210")


def test_what_is_typed_is_written_and_what_it_finds(terminal: Terminal) -> None:
    after(terminal, "slash")
    rows = after(terminal, "k")
    assert rows[1].startswith("k")
    assert rows[2].startswith("2 found. 1 of 2: ")
    assert set(rows) == {1, 2}
    assert terminal.cursor == (1, 1)


def test_while_reading_only_the_marks_and_the_cursor_move(terminal: Terminal) -> None:
    terminal.press("tab")
    terminal.wait_until_quiet(0.5)
    shown = list(terminal.screen)
    terminal.press("space")
    terminal.wait_for("playing")
    terminal.wait_for(lambda: under_cursor(terminal).startswith("bravo"))
    before = len(terminal.output)
    terminal.wait_for(lambda: under_cursor(terminal).startswith("foxtrot"))
    rows = written(b"".join(data for _, data in terminal.output[before:]))
    assert set(rows) == {2}, "the line that is read"
    assert terminal.screen[:20] == shown[:20]
