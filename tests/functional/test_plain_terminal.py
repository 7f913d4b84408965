"""Plain mode as a terminal, a pipe and a recording receive it: lines only, and none unasked."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("a pseudo-terminal is needed", allow_module_level=True)

from content.library import Library
from content.opening import open_article
from tests.support.terminal import Terminal, environment_for, is_running, program

ARTICLE = """# A short article

Alpha bravo charlie delta. Echo foxtrot golf hotel.

## India

Juliet kilo lima mike. November oscar papa.

## Uniform

Victor whiskey x-ray yankee zulu.
"""
GREETING = "A short article. 2 sections, less than a minute left. Press enter to read."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "article.md"
    file.write_text(ARTICLE)
    return file


def typed(terminal: Terminal, line: str) -> None:
    terminal.paste(line.encode() + b"\r")


def written(terminal: Terminal) -> bytes:
    return b"".join(data for _, data in terminal.output)


def piped(
    tmp_path: Path, *arguments: str | Path, stdin: bytes = b"", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """Run Intone without any terminal."""
    return subprocess.run(
        [*program(), *map(str, arguments)], input=stdin, capture_output=True, timeout=60,
        env=environment_for(tmp_path, environment), start_new_session=True,
    )  # fmt: skip


def test_no_escape_is_written_and_nothing_while_nothing_happens(tmp_path: Path, path: Path) -> None:
    situations = ([], [""], ["sections"], ["find"], ["speech off", "", ""])
    with contextlib.ExitStack() as together:  # they are idle at the same time
        terminals = [
            together.enter_context(
                Terminal(["--plain", path, "--pace", "300"], state=tmp_path / str(number))
            )
            for number in range(len(situations))
        ]
        for terminal, lines in zip(terminals, situations, strict=True):
            terminal.wait_for(GREETING)
            for line in lines:
                typed(terminal, line)
        for terminal in terminals:
            terminal.wait_until_quiet(1)
        before = [terminal.bytes_written for terminal in terminals]
        time.sleep(3)
        assert [terminal.bytes_written for terminal in terminals] == before
        for terminal in terminals:
            for line in ("", "where", "faster", "?", "quit", "q"):
                typed(terminal, line)
            assert terminal.wait() == 0
            assert b"\x1b" not in written(terminal)
            assert not any(byte < 32 and byte not in b"\r\n\t" for byte in written(terminal))


@pytest.mark.parametrize("environment", [
    {"TERM": "dumb"}, {"TERM": ""}, {"INTONE_PLAIN": "1"}, {"INTONE_PLAIN": "yes", "TERM": "xterm"},
])  # fmt: skip
def test_plain_mode_is_chosen_by_the_terminal_and_by_the_variable(
    tmp_path: Path, path: Path, environment: dict[str, str]
) -> None:
    with Terminal([path], state=tmp_path, environment=environment) as terminal:
        terminal.wait_for(GREETING)
        typed(terminal, "q")
        assert terminal.wait() == 0
        assert b"\x1b" not in written(terminal)


def test_plain_mode_is_chosen_by_the_setting(tmp_path: Path, path: Path) -> None:
    (tmp_path / "settings.toml").write_text("plain = true\n")
    with Terminal([path], state=tmp_path) as terminal:
        terminal.wait_for(GREETING)
        assert b"\x1b" not in written(terminal)


@pytest.mark.parametrize(("arguments", "environment"), [
    (["--no-plain"], {"INTONE_PLAIN": "1"}), ([], {"INTONE_PLAIN": "0"}),
])  # fmt: skip
def test_the_option_goes_before_the_variable_and_that_before_the_setting(
    tmp_path: Path, path: Path, arguments: list[str], environment: dict[str, str]
) -> None:
    (tmp_path / "settings.toml").write_text("plain = true\n")
    with Terminal([*arguments, path], state=tmp_path, environment=environment) as terminal:
        terminal.wait_for("paused")
        assert b"\x1b[?1049h" in written(terminal)


def test_lines_may_be_piped_in_and_answers_piped_out(tmp_path: Path, path: Path) -> None:
    stdin = b"sections\nread 2\n\nwhere\nq\nwhere\n"
    done = piped(tmp_path, "--plain", "--speech", "off", path, stdin=stdin)
    *lines, where = done.stdout.decode().splitlines()
    assert lines == [
        GREETING,
        "Sections, 2. Type a number to read it; enter goes back.",
        "1. India, level 2",
        "2. Uniform",
        "Uniform",
        "Victor whiskey x-ray yankee zulu.",
    ]
    assert where.startswith("Section 2 of 2, Uniform.")
    assert done.stderr == b""
    assert done.returncode == 0


def test_the_end_of_what_is_piped_in_leaves(tmp_path: Path, path: Path) -> None:
    done = piped(tmp_path, "--plain", "--speech", "off", path, stdin=b"next heading\nnext s")
    assert done.stdout.decode().splitlines()[1:] == ["India", "Juliet kilo lima mike."]
    assert done.returncode == 0
    again = piped(tmp_path, "--plain", "--speech", "off", path, stdin=b"\n")
    assert again.stdout.decode().splitlines()[1:] == ["Juliet kilo lima mike."]


def test_without_plain_mode_a_pipe_gets_the_script(tmp_path: Path, path: Path) -> None:
    script = piped(tmp_path, "script", path).stdout
    assert piped(tmp_path, path, stdin=b"q\n").stdout == script
    assert piped(tmp_path, path, stdin=b"q\n", TERM="dumb").stdout == script
    assert piped(tmp_path, "--no-plain", path, stdin=b"q\n", INTONE_PLAIN="1").stdout == script
    by_variable = piped(tmp_path, path, stdin=b"q\n", INTONE_PLAIN="1").stdout
    assert by_variable.decode().startswith(GREETING)


def test_an_article_from_a_pipe_without_any_keyboard_is_printed(tmp_path: Path, path: Path) -> None:
    done = piped(tmp_path, "--plain", "-", "--from", "markdown", stdin=ARTICLE.encode())
    assert done.stdout == piped(tmp_path, "script", path).stdout


def test_an_article_from_a_pipe_is_steered_from_the_terminal(tmp_path: Path) -> None:
    with Terminal(["--plain", "-", "--from", "markdown", "--speech", "off"], state=tmp_path,
                  stdin=ARTICLE.encode()) as terminal:  # fmt: skip
        terminal.wait_for(GREETING)
        typed(terminal, "next heading")
        terminal.wait_for("India")
        typed(terminal, "q")
        assert terminal.wait() == 0


def test_a_problem_is_a_sentence_and_a_code(tmp_path: Path) -> None:
    done = piped(tmp_path, "--plain", "--speech", "off", tmp_path / "none.md")
    assert done.returncode == 1
    assert done.stdout == b""
    assert done.stderr.decode().startswith("There is no file called ")


@pytest.mark.skipif(shutil.which("script") is None, reason="script is not installed")
def test_a_recording_holds_the_conversation(tmp_path: Path, path: Path) -> None:
    command = " ".join([sys.executable, "-P", "-c", f"'{program()[3]}'", program()[4],
                        "--plain", "--speech", "off", str(path)])  # fmt: skip
    recording = tmp_path / "recording"
    subprocess.run(
        ["script", "-q", "-c", command, str(recording)], input=b"next heading\nq\n", timeout=60,
        env=environment_for(tmp_path), start_new_session=True, capture_output=True, check=True,
    )  # fmt: skip
    text = recording.read_bytes()
    assert b"India\r\n" in text
    assert b"\x1b" not in text


@pytest.mark.parametrize("end", ["terminate", "hang up", "quit", "ctrl+c", "ctrl+d", "kill"])
def test_however_it_ends_the_place_is_kept_and_no_process_is_left(
    tmp_path: Path, path: Path, end: str
) -> None:
    with Terminal(["--plain", path], state=tmp_path) as terminal:
        terminal.wait_for(GREETING)
        typed(terminal, "read 2")
        typed(terminal, "where")
        terminal.wait_for("Section 2 of 2")
        processes = terminal.pids()
        assert len(processes) == 2
        match end:
            case "terminate":
                terminal.kill(signal.SIGTERM)
                assert terminal.wait(3) == 128 + signal.SIGTERM
            case "hang up":
                terminal.hang_up()
            case "quit":
                typed(terminal, "q")
                assert terminal.wait() == 0
            case "ctrl+c":
                terminal.press("ctrl+c")
                terminal.wait_for("Silenced. Press Ctrl C again to leave.")
                terminal.press("ctrl+c")
                assert terminal.wait() == 0
            case "ctrl+d":
                terminal.press("ctrl+d")
                assert terminal.wait() == 0
            case "kill":
                terminal.kill()
        terminal.wait_for(lambda: not any(is_running(pid) for pid in processes), timeout=3)
    article = open_article(str(path))
    place = Library(tmp_path).place(article)
    assert place is not None
    assert article.blocks[place.block].text.startswith(("Uniform", "Victor"))


def test_a_speech_process_that_hangs_keeps_nobody_from_typing(tmp_path: Path, path: Path) -> None:
    with Terminal(["--plain", path], state=tmp_path) as terminal:
        terminal.wait_for(GREETING)
        (speech,) = terminal.speech_pids()
        os.kill(speech, signal.SIGSTOP)
        for _ in range(30):
            typed(terminal, "where")
        typed(terminal, "q")
        assert terminal.wait(3) == 0
        assert not is_running(speech)


def test_plain_mode_does_without_what_draws_screens(tmp_path: Path, path: Path) -> None:
    code = (
        "import sys, app\n"
        "try:\n    app.main()\nexcept SystemExit:\n    pass\n"
        "print([name for name in ('textual', 'rich', 'asyncio', 'readline')"
        " if name in sys.modules])"
    )
    lines = b"\nwhere\nsections\n2\nhow it is said\n\nsettings\n\nfaster\n"
    done = subprocess.run(
        [sys.executable, "-c", code, "--plain", "--speech", "off", str(path)], input=lines,
        capture_output=True, env=environment_for(tmp_path), check=True, timeout=60,
        cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert done.stdout.decode().splitlines()[-1] == "[]"
