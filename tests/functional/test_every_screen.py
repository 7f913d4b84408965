"""Every command of the registry in a real terminal: where the cursor is, and nothing unasked.

One reader goes through all of them. After each key the terminal's own cursor is visible and on
what has the focus; no screen has decoration; and in every screen that a command opens nothing is
written while nothing happens.
"""

from __future__ import annotations

import re
import sys
import time
import unicodedata
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("a pseudo-terminal is needed", allow_module_level=True)

from tests.support.terminal import Terminal, key_bytes
from tui.commands import COMMANDS, Command

ARTICLE = """# A short article

Alpha bravo [charlie](https://example.org/c) delta.[^1] Echo foxtrot golf hotel.

## India

Juliet kilo lima mike. November oscar papa.

- Quebec romeo
- Sierra tango

> A quotation stands here.

| Drug | Dose |
|------|------|
| Alba | 5 mg |
| Cura | 9 mg |

![A chart of doses](chart.png)

## Uniform

Victor whiskey x-ray yankee zulu.

[^1]: The note itself.
"""
_QUIET = 3.0
"""Seconds in which nothing is to be written."""
_AT_ONCE = 5
"""Readers that are watched at the same time, each through a part of the commands."""
_STATUS = re.compile(r"(paused|playing)")
_DECORATION = re.compile("[─-╿⠀-⣿]")
"""Boxes and braille."""
_WORDS = {word[at:] for word in [*ARTICLE.split(), "charlie"] for at in range(len(word))}
"""The words of the article, from any of their letters on."""
_LEFT_OUT = {"leave", "curtain", "hush"}
"""What leaves, and what blanks the screen: see ``test_privacy``."""


def sendable(command: Command) -> str:
    """Return the first key of a command that a terminal can send."""
    for key in command.keys:
        try:
            key_bytes(key)
        except ValueError:
            continue
        return key
    raise AssertionError(f"{command.id} has no key that a terminal can send")


class Walk:
    """Goes through the commands, in the pane that each is for."""

    def __init__(self, terminal: Terminal) -> None:
        self.terminal = terminal
        self._in_text = False

    def press(self, command: Command) -> None:
        if command.pane != "anywhere" and self._in_text != (command.pane == "text"):
            self._do("tab")
            self._in_text = not self._in_text
        self._do(sendable(command))
        if command.id == "pane":
            self._in_text = not self._in_text

    def _do(self, key: str) -> None:
        self.terminal.press(key)
        self.terminal.wait_until_quiet(0.08)

    @property
    def is_open(self) -> bool:
        """Whether a menu or a question is over the article."""
        return not any(_STATUS.search(row) for row in self.terminal.screen[-2:])

    def is_on_a_row_or_in_a_field(self) -> bool:
        """Whether the cursor is on the chosen row, or in the line that is typed."""
        screen = self.terminal.screen
        _, row = self.terminal.cursor
        return screen[row].startswith(">") or (
            row == 1 and not any(line.startswith(">") for line in screen)
        )

    def is_on_the_row_or_a_word(self) -> bool:
        """Whether the cursor is at the start of the chosen section, or on the article's text."""
        column, row = self.terminal.cursor
        on_row = column == 0 and self.terminal.screen[row].startswith("> ")
        return on_row or self.terminal.word_at_cursor() in _WORDS

    def back(self) -> None:
        """Leave what is open, and be silent."""
        for _ in range(3):
            self._do("escape")
            if not self.is_open:
                return
        raise AssertionError(f"escape does not leave:\n{self.terminal.text}")


@pytest.fixture
def article(tmp_path: Path) -> Path:
    file = tmp_path / "article.md"
    file.write_text(ARTICLE)
    return file


def walks() -> Iterator[Command]:
    return (command for command in COMMANDS if command.id not in _LEFT_OUT)


def goes_through(article: Path, state: Path, columns: int, rows: int) -> None:
    """Assert of a terminal of one size that the cursor is where it should be."""
    with Terminal([article], state=state, columns=columns, rows=rows) as terminal:
        terminal.wait_for("paused")
        terminal.wait_until_quiet(0.3)
        walk = Walk(terminal)
        for command in walks():
            walk.press(command)
            where = f"after {command.id}:\n{terminal.text}\n{terminal.cursor}"
            assert terminal.cursor_visible, where
            column, row = terminal.cursor
            assert 0 <= row < rows, where
            assert 0 <= column < columns, where
            assert not _DECORATION.search(terminal.text), where
            icons = [char for char in terminal.text if unicodedata.category(char) == "So"]
            assert not icons, where
            if walk.is_open:
                terminal.wait_for(walk.is_on_a_row_or_in_a_field)
            else:
                terminal.wait_for(walk.is_on_the_row_or_a_word)
            walk.back()


def written_unasked(article: Path, state: Path, part: int) -> list[str]:
    """Assert that nothing is written in every screen of a part; return their titles."""
    opened: list[str] = []
    with Terminal([article], state=state) as terminal:
        terminal.wait_for("paused")
        terminal.wait_until_quiet(0.3)
        walk = Walk(terminal)
        for command in list(walks())[part::_AT_ONCE]:
            walk.press(command)
            title = terminal.screen[0]
            if walk.is_open and title not in opened:
                opened.append(title)
                terminal.wait_until_quiet(0.8)  # what is looked for has been found
                before = terminal.bytes_written
                time.sleep(_QUIET)
                written = terminal.bytes_written - before
                assert not written, f"{written} bytes in {title} without a key"
            walk.back()
    return opened


def test_the_cursor_is_on_what_has_the_focus_after_every_command(
    tmp_path: Path, article: Path
) -> None:
    with ThreadPoolExecutor() as threads:
        for done in [
            threads.submit(goes_through, article, tmp_path / f"{columns}", columns, rows)
            for columns, rows in ((80, 24), (40, 12))
        ]:
            done.result()


def test_nothing_is_written_while_nothing_happens_in_any_screen(
    tmp_path: Path, article: Path
) -> None:
    with ThreadPoolExecutor() as threads:
        readers = [
            threads.submit(written_unasked, article, tmp_path / f"{part}", part)
            for part in range(_AT_ONCE)
        ]
        assert len({title for reader in readers for title in reader.result()}) > 10
