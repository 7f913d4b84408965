"""What a real terminal receives: the cursor, the bytes, the escapes; and what becomes of it."""

from __future__ import annotations

import os
import re
import signal
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("a pseudo-terminal is needed", allow_module_level=True)

from content.library import Library
from content.opening import open_article
from tests.support.terminal import Terminal, is_running
from tests.support.web_server import WebServer, answer

ARTICLE = """# A short article

Alpha bravo charlie delta. Echo foxtrot golf hotel.

## India

Juliet kilo lima mike. November oscar papa.

- Quebec romeo
- Sierra tango

## Uniform

Victor whiskey x-ray yankee zulu.
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "article.md"
    file.write_text(ARTICLE)
    return file


def test_a_copy_that_is_read_in_place_of_a_page_is_told_of(tmp_path: Path) -> None:
    with WebServer({"/": answer(ARTICLE.encode())}) as server:
        address = server.address("/")
        open_page = [address, "--from", "markdown"]
        with Terminal(open_page, state=tmp_path) as terminal:
            terminal.wait_for("paused")
            terminal.wait_for("Juliet")
        server.pages["/"] = answer(b"", status="503 Away")
        with Terminal(open_page, state=tmp_path) as terminal:
            terminal.wait_for("paused")
            terminal.press("m")
            terminal.wait_for("this is the copy of today")


def cursor_rests_on(terminal: Terminal, word: str) -> None:
    terminal.wait_for(lambda: terminal.word_at_cursor() == word)


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (40, 12), (200, 60)])
def test_the_cursor_is_visible_and_on_what_has_the_focus(
    tmp_path: Path, path: Path, columns: int, rows: int
) -> None:
    with Terminal([path], state=tmp_path, columns=columns, rows=rows) as terminal:
        terminal.wait_for("paused")
        assert terminal.cursor_visible
        terminal.wait_for(lambda: terminal.cursor == (0, 0))
        terminal.press("down")
        terminal.wait_for(lambda: terminal.screen[terminal.cursor[1]].startswith("> India"))
        terminal.press("tab")
        cursor_rests_on(terminal, "A")
        for key, word in [
            ("right", "Alpha"), ("right", "Echo"), ("left", "Alpha"), ("down", "India"),
            ("down", "Juliet"), ("right", "November"), ("h", "Uniform"), ("H", "India"),
            ("2", "Uniform"), ("home", "A"),
        ]:  # fmt: skip
            terminal.press(key)
            cursor_rests_on(terminal, word)
        assert terminal.cursor_visible


def test_the_cursor_goes_with_the_words_that_are_read(tmp_path: Path, path: Path) -> None:
    with Terminal([path, "--pace", "300"], state=tmp_path) as terminal:
        terminal.wait_for("paused")
        terminal.press("tab", "space")
        for word in ("Alpha", "bravo", "charlie", "delta.", "Echo", "foxtrot"):
            cursor_rests_on(terminal, word)


def test_the_cursor_stays_on_the_word_while_the_terminal_is_resized(
    tmp_path: Path, path: Path
) -> None:
    with Terminal([path, "--pace", "120"], state=tmp_path) as terminal:
        terminal.wait_for("paused")
        terminal.press("tab", "space")
        for (columns, rows), word in zip(
            [(40, 12), (200, 60), (20, 6), (80, 24)],
            ["bravo", "charlie", "delta.", "Echo"],
            strict=True,
        ):
            terminal.resize(columns, rows)
            cursor_rests_on(terminal, word)
            assert terminal.cursor_visible


def test_the_cursor_is_on_the_row_of_help(tmp_path: Path, path: Path) -> None:
    with Terminal([path], state=tmp_path, columns=40, rows=12) as terminal:
        terminal.wait_for("paused")
        terminal.press("question_mark")
        terminal.wait_for("Help")
        terminal.press("down", "down", "down")
        terminal.wait_for(lambda: terminal.screen[terminal.cursor[1]].startswith("> left"))
        terminal.press("escape")
        terminal.wait_for("paused")
        terminal.wait_for(lambda: terminal.cursor == (0, 0))


def test_the_cursor_is_on_the_row_of_a_voice(tmp_path: Path, path: Path) -> None:
    with Terminal([path], state=tmp_path, columns=40, rows=12) as terminal:
        terminal.wait_for("paused")
        terminal.press("o")
        terminal.wait_for("> The voice of each language")
        terminal.press(*["down"] * 5)
        terminal.wait_for(lambda: terminal.screen[terminal.cursor[1]].startswith("> English"))
        assert terminal.cursor_visible
        terminal.press("escape")
        terminal.wait_for("paused")
        terminal.wait_for(lambda: terminal.cursor == (0, 0))


@pytest.mark.parametrize(
    "keys", [[], ["tab", "space", "space"], ["n", "enter"], ["ctrl+l"], ["ctrl+l", "ctrl+l"], ["9"]]
)
def test_nothing_is_written_while_nothing_happens(
    tmp_path: Path, path: Path, keys: list[str]
) -> None:
    with Terminal([path], state=tmp_path) as terminal:
        terminal.wait_for("No sound device")  # the last thing that happens by itself
        terminal.press(*keys)
        terminal.wait_until_quiet(1)
        before = terminal.bytes_written
        with pytest.raises(AssertionError, match="not within"):
            terminal.wait_for(lambda: terminal.bytes_written > before, timeout=3)


def test_the_mouse_is_left_to_the_terminal(tmp_path: Path, path: Path) -> None:
    with Terminal([path], state=tmp_path) as terminal:
        terminal.wait_for("paused")
        terminal.press("space", "question_mark")
        terminal.wait_for("Help")
        terminal.press("f10")
        assert terminal.wait() == 0
        written = b"".join(data for _, data in terminal.output)
    turned_on = re.findall(rb"\x1b\[\?([0-9;]+)h", written)
    modes = {mode for modes in turned_on for mode in modes.split(b";")}
    assert b"25" in modes, "the cursor is turned on"
    assert not modes & {b"9", b"1000", b"1001", b"1002", b"1003", b"1005", b"1006", b"1015"}


def test_while_reading_a_word_costs_few_bytes(tmp_path: Path, path: Path) -> None:
    with Terminal([path], state=tmp_path) as terminal:
        terminal.wait_for("paused")
        terminal.press("tab", "space")
        cursor_rests_on(terminal, "Alpha")
        before = terminal.bytes_written
        cursor_rests_on(terminal, "delta.")
        assert terminal.bytes_written - before < 3 * 1500


ESCAPES = (
    "# Title \x1b]0;owned\x07 and \x9b31m &#27;[2J\n\n"
    "Text \x1b[31mred\x1b[0m \u202eevil\u202c [link](http://a/\x1b[5m) &#x9b;2J end.\n\n"
    "## [/] [@click=app.quit]x[/] \x1b[1m\n\nAfter.\n"
)


def test_no_escape_of_an_article_or_its_name_reaches_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "na\x1b[31mme\x07.md"
    path.write_text(ESCAPES)
    with Terminal([path], state=tmp_path) as terminal:
        terminal.wait_for("paused")
        terminal.press("tab", "right", "right", "h", "m")
        terminal.wait_for("Messages")
        terminal.press("escape")
        terminal.wait_for(lambda: "Messages" not in terminal.text and "After." in terminal.text)
        terminal.press("f10")
        assert terminal.wait() == 0
        written = b"".join(data for _, data in terminal.output)
    for sequence in (b"owned\x07", b"\x1b[31mred", b"\x1b[31mme", b"\x1b[5m", b"\xc2\x9b",
                     "\u202e".encode(), b"\x1b]0;"):  # fmt: skip
        assert sequence not in written


@pytest.mark.parametrize("end", ["kill", "terminate", "hang up", "quit"])
def test_however_it_ends_the_place_is_kept_and_no_process_is_left(
    tmp_path: Path, path: Path, end: str
) -> None:
    with Terminal([path, "--pace", "300"], state=tmp_path) as terminal:
        terminal.wait_for("paused")
        terminal.press("tab", "space")
        cursor_rests_on(terminal, "November")
        processes = terminal.pids()
        assert len(processes) == 2
        match end:
            case "kill":
                terminal.kill()
            case "terminate":
                terminal.kill(signal.SIGTERM)
                assert terminal.wait(3) == 128 + signal.SIGTERM
                terminal.wait_for(
                    lambda: b"\x1b[?1049l" in b"".join(data for _, data in terminal.output)
                )
            case "hang up":
                terminal.hang_up()
            case "quit":
                terminal.press("f10")
                assert terminal.wait() == 0
        terminal.wait_for(lambda: not any(is_running(pid) for pid in processes), timeout=1)
    article = open_article(str(path))
    place = Library(tmp_path).place(article)
    assert place is not None
    # At most a second is lost: five words.
    assert article.blocks[place.block].text.startswith(("India", "Juliet"))
    with Terminal([path], state=tmp_path) as again:
        again.wait_for("paused")
        again.press("tab")
        again.wait_for(lambda: again.cursor != (26, 0))
        assert again.cursor_visible


def test_the_article_may_come_through_a_pipe(tmp_path: Path) -> None:
    with Terminal(["-"], state=tmp_path, stdin=ARTICLE.encode()) as terminal:
        terminal.wait_for("paused")
        terminal.press("tab", "right")
        cursor_rests_on(terminal, "Alpha")
        terminal.press("f10")
        assert terminal.wait() == 0


def test_without_a_sound_device_it_works_and_says_so(tmp_path: Path, path: Path) -> None:
    with Terminal([path, "--pace", "400"], state=tmp_path) as terminal:
        terminal.wait_for("No sound device was found")
        terminal.press("tab", "space")
        cursor_rests_on(terminal, "Juliet")


def test_the_speech_process_is_killed_and_reading_goes_on(tmp_path: Path, path: Path) -> None:
    with Terminal([path, "--pace", "200"], state=tmp_path) as terminal:
        terminal.wait_for("paused")
        terminal.press("tab", "space")
        cursor_rests_on(terminal, "bravo")
        (speech,) = terminal.speech_pids()
        os.kill(speech, signal.SIGKILL)
        terminal.wait_for(lambda: terminal.speech_pids() not in ([], [speech]), timeout=1)
        for word in ("charlie", "delta.", "Echo"):
            cursor_rests_on(terminal, word)


def test_a_speech_process_that_hangs_does_not_freeze_the_reader(tmp_path: Path, path: Path) -> None:
    with Terminal([path], state=tmp_path) as terminal:
        terminal.wait_for("paused")
        terminal.press("tab", "space")
        cursor_rests_on(terminal, "Alpha")
        (speech,) = terminal.speech_pids()
        os.kill(speech, signal.SIGSTOP)
        for _ in range(30):  # more requests than a pipe holds
            terminal.paste(b"w" * 30)
        terminal.press("question_mark")
        terminal.wait_for("Help")
        terminal.press("escape")
        terminal.wait_for("playing")
        terminal.press("f10")
        assert terminal.wait(3) == 0
        assert not is_running(speech)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("missing.md", None, ["missing.md"]),
        ("empty.md", b"", ["empty"]),
        ("noise.txt", bytes(range(256)) * 99, ["noise.txt"]),
    ],
)
def test_an_article_that_cannot_be_read_is_said_in_a_sentence(
    tmp_path: Path, name: str, content: bytes | None, words: list[str]
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with Terminal([path], state=tmp_path, columns=200) as terminal:
        assert terminal.wait(20) == 1
        terminal.wait_for(words[0])
        assert "Traceback" not in terminal.text
        assert terminal.pids() == []


def test_no_color_means_no_colour(tmp_path: Path, path: Path) -> None:
    with Terminal([path], state=tmp_path, environment={"NO_COLOR": "1"}) as terminal:
        terminal.wait_for("paused")
        terminal.press("tab", "right")
        cursor_rests_on(terminal, "Alpha")
        written = b"".join(data for _, data in terminal.output)
    attributes = {
        part
        for sequence in re.findall(rb"\x1b\[([0-9;]*)m", written)
        for part in sequence.split(b";")
    }
    # No colour at all, but 39 and 49, which are the terminal's own; and the word is marked.
    assert attributes <= {b"", b"0", b"1", b"4", b"7", b"39", b"49"}
    assert b"7" in attributes


def test_everything_is_shown_again_after_a_suspension(tmp_path: Path, path: Path) -> None:
    with Terminal([path], state=tmp_path) as terminal:
        terminal.wait_for("paused")
        terminal.wait_for("No sound device")
        terminal.kill(signal.SIGTSTP)
        state = Path(f"/proc/{terminal.pid}/stat")
        terminal.wait_for(lambda: state.read_text().rpartition(")")[2].split()[0] == "T")
        before = terminal.bytes_written
        terminal.kill(signal.SIGCONT)
        terminal.wait_for(
            lambda: b"Juliet" in b"".join(data for _, data in terminal.output)[before:]
        )
        terminal.wait_for(lambda: terminal.cursor_visible)
