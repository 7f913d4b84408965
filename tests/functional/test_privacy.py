"""Reading where others hear or see, or look afterwards: the curtain, and private reading."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from content.errors import IntoneError
from content.library import Library
from content.model import Pronunciation, Skipped
from tests.support import screens
from tests.support.articles import article
from tests.support.web_server import WebServer, answer
from tui.app import IntoneApp
from tui.corrections import keep
from tui.putting_back import put_back
from tui.reader import _describe_fault
from tui.sources import Source
from tui.whereabouts import status

MADE = replace(
    article("# Zanzibar", "Quagga words here.", "## One", "Under one.", source="quokka.md"),
    skipped=(Skipped("promotion", "Buy now", 2),),
)
TELLING = [b"Zanzibar", b"Quagga", b"quokka", MADE.digest.encode()]
"""What would tell that this article was read."""


def traces(state: Path) -> list[str]:
    """Return where in the state folder something tells of the article."""
    return [
        f"{path.name}: {word.decode()}"
        for path in state.rglob("*")
        if path.is_file()
        for word in TELLING
        if word in path.read_bytes()
    ]


def leave(app: IntoneApp) -> None:
    app.session.keep_place(now=True)
    app.session.library.close()


async def read_a_little(app: IntoneApp, *keys: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab", "right", "right", "h", *keys)
        put_back(app.session, 0)
        await pilot.press("right", "escape")


async def test_a_usual_reading_leaves_traces(tmp_path: Path) -> None:
    app, _ = screens.app_of(tmp_path, MADE)
    await read_a_little(app)
    leave(app)
    assert len(traces(tmp_path)) >= 3, "else the next tests prove nothing"


async def test_a_reading_that_is_private_from_its_start_leaves_no_trace(tmp_path: Path) -> None:
    Library(tmp_path).close()
    app, _ = screens.app_of(tmp_path, MADE, private=True)
    await read_a_little(app)
    with pytest.raises(IntoneError, match="private"):
        keep(app.session, Pronunciation("Quagga", "kwagga", own=True))
    leave(app)
    assert traces(tmp_path) == []


async def test_what_a_reading_has_left_is_gone_when_it_becomes_private(tmp_path: Path) -> None:
    app, _ = screens.app_of(tmp_path, MADE)
    keep(app.session, Pronunciation("Quagga", "kwagga", own=True))
    await read_a_little(app, "8")
    leave(app)
    assert traces(tmp_path) == []


async def test_an_article_that_was_known_keeps_its_old_place(tmp_path: Path) -> None:
    app, _ = screens.app_of(tmp_path, MADE)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab", "right")
    leave(app)
    before = Library(tmp_path).place(MADE)
    again, _ = screens.app_of(tmp_path, MADE)
    await read_a_little(again, "8")
    assert again.session.narrator.position != before
    leave(again)
    assert Library(tmp_path).place(MADE) == before
    third, _ = screens.app_of(tmp_path, MADE)
    assert third.session.resumed
    assert len(third.session.article.blocks) == len(MADE.blocks), "nothing stays put back"


async def test_the_place_is_kept_again_when_reading_is_no_longer_private(tmp_path: Path) -> None:
    app, _ = screens.app_of(tmp_path, MADE)
    await read_a_little(app, "8", "8")
    leave(app)
    article_then = app.session.article
    assert Library(tmp_path).place(article_then) == app.session.narrator.position


def test_the_status_says_private_at_every_width(tmp_path: Path) -> None:
    app, _ = screens.app_of(tmp_path, MADE, private=True)
    for width in (40, 80, 200):
        line = status(app.session, width)
        assert line.endswith("private, paused")
        assert len(line) <= width


def test_no_copy_is_kept_of_a_page_that_is_read_privately(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INTONE_STATE", str(tmp_path))
    with WebServer({"/": answer(b"# Zanzibar\n\nQuagga words here.")}) as server:
        source = Source(server.address("/"), format="markdown")
        source.open(lambda _: None, copied=False)
        assert traces(tmp_path) == []
        source.open(lambda _: None)
        assert traces(tmp_path) != []


@pytest.mark.parametrize("known", [False, True])
async def test_the_copy_goes_with_the_rest_unless_the_page_was_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, known: bool
) -> None:
    monkeypatch.setenv("INTONE_STATE", str(tmp_path))
    with WebServer({"/": answer(b"# Zanzibar\n\nQuagga words here.")}) as server:
        page = Source(server.address("/"), format="markdown").open(lambda _: None)
    if known:
        leave(screens.app_of(tmp_path, page)[0])
    app, _ = screens.app_of(tmp_path, page)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("8")
    leave(app)
    assert any(trace.endswith("Quagga") for trace in traces(tmp_path)) == known


def test_an_error_of_ours_tells_nothing_of_a_private_article(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INTONE_STATE", str(tmp_path))
    try:
        raise ValueError(MADE.blocks[1].text)
    except ValueError as error:
        _describe_fault(error, private=True)
        assert traces(tmp_path) == []
        assert "ValueError" in (tmp_path / "fault.txt").read_text()
        _describe_fault(error, private=False)
        assert traces(tmp_path) != []


if sys.platform != "win32":
    from tests.support.terminal import Terminal

    ARTICLE = "# Zanzibar\n\n" + "Quagga alpha bravo charlie delta echo foxtrot. " * 40

    @pytest.fixture
    def path(tmp_path: Path) -> Path:
        file = tmp_path / "article.md"
        file.write_text(ARTICLE)
        return file

    def written_since(terminal: Terminal, when: int) -> bytes:
        return b"".join(data for _, data in terminal.output)[when:]

    def is_stopped(pid: int) -> bool:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "T"

    def until_blank(terminal: Terminal) -> None:
        terminal.wait_for(lambda: not terminal.text.strip())

    @pytest.mark.parametrize("end", ["leave", "terminate", "suspend"])
    def test_behind_the_curtain_there_is_nothing(tmp_path: Path, path: Path, end: str) -> None:
        with Terminal([path, "--pace", "400", "--play"], state=tmp_path / "state") as terminal:
            terminal.wait_for("playing")
            terminal.wait_for("No sound device")
            terminal.press("9")
            until_blank(terminal)
            assert terminal.cursor == (0, 0)
            terminal.wait_until_quiet(1)
            before = terminal.bytes_written
            with pytest.raises(AssertionError, match="not within"):
                terminal.wait_for(lambda: terminal.bytes_written > before, timeout=1.5)
            terminal.press("s", "down", "s", "tab")
            terminal.resize(60, 20)
            terminal.wait_until_quiet(1)
            assert not terminal.text.strip()
            assert terminal.cursor == (0, 0)
            if end == "leave":
                terminal.press("f10")
            elif end == "terminate":
                terminal.kill(signal.SIGTERM)
            else:
                terminal.kill(signal.SIGTSTP)
                terminal.wait_for(lambda: is_stopped(terminal.pid))
                assert b"\x1b[?1049l" in written_since(terminal, before)
                terminal.kill(signal.SIGCONT)
                terminal.wait_for(lambda: b"\x1b[?1049h" in written_since(terminal, before))
                terminal.wait_until_quiet(0.5)
                terminal.press("9")
                terminal.wait_for("Quagga")
                assert terminal.cursor_visible
                terminal.press("9")
                until_blank(terminal)
                before = terminal.bytes_written
                terminal.press("f10")
            terminal.wait()
            written = written_since(terminal, before)
            assert b"Quagga" not in written
            assert b"Zanzibar" not in written
            assert b"\x1b[?1049l" in written, "the screen of before is shown again"
            assert not terminal.text.strip()

    @pytest.mark.parametrize("key", ["9", "0"])
    def test_the_curtain_goes_up_again(tmp_path: Path, path: Path, key: str) -> None:
        with Terminal([path, "--pace", "400"], state=tmp_path / "state") as terminal:
            terminal.wait_for("paused")
            terminal.press("tab", "space")
            terminal.wait_for("playing")
            terminal.press(key)
            until_blank(terminal)
            terminal.press(*(["space", "9"] if key == "9" else ["0"]))
            terminal.wait_for("paused")
            terminal.wait_for("Quagga")
            terminal.wait_for(lambda: terminal.word_at_cursor() in ARTICLE.split())
            assert terminal.cursor != (0, 0)

    def test_the_title_of_the_window_is_left_alone(tmp_path: Path, path: Path) -> None:
        with Terminal([path], state=tmp_path / "state") as terminal:
            terminal.wait_for("paused")
            terminal.press("space")
            terminal.wait_for("playing")
            for sequence in (b"\x1b]0;", b"\x1b]1;", b"\x1b]2;", b"\x1bk"):
                assert sequence not in written_since(terminal, 0)

    def test_private_on_the_command_line_leaves_no_trace(tmp_path: Path, path: Path) -> None:
        state = tmp_path / "state"
        with Terminal([path, "--private"], state=state) as terminal:
            terminal.wait_for("private, paused")
            terminal.press("tab", "space")
            terminal.wait_for("private, playing")
            terminal.press("f10")
            assert terminal.wait() == 0
        assert traces(state) == []
        assert not any(str(path).encode() in data for data in files(state))

    def files(folder: Path) -> list[bytes]:
        return [path.read_bytes() for path in folder.rglob("*") if path.is_file()]

    def first_question(terminal: Terminal) -> Callable[[], bool]:
        return lambda: "Is a screen reader running?" in " ".join(terminal.text.split())

    def test_the_first_questions_are_asked_once_and_any_key_skips_them(
        tmp_path: Path, path: Path
    ) -> None:
        state = tmp_path / "state"
        with Terminal([path], state=state) as terminal:
            terminal.wait_for(first_question(terminal))
            terminal.press("space")
            terminal.wait_for("playing")
            assert not first_question(terminal)()
            terminal.press("f10")
            assert terminal.wait() == 0
        with Terminal([path], state=state) as terminal:
            terminal.wait_for("paused")
            terminal.wait_until_quiet(0.5)
            assert not first_question(terminal)()

    @pytest.mark.parametrize("level", ["content", "off"])
    def test_the_level_holds_from_the_first_moment(tmp_path: Path, path: Path, level: str) -> None:
        state = tmp_path / "state"
        with Terminal([path, "--speech", level], state=state, columns=100) as terminal:
            terminal.wait_for("Press space to read.")
            terminal.press("tab", "space")
            terminal.wait_for(lambda: terminal.word_at_cursor() == "charlie", timeout=20)
            terminal.press("w")
            terminal.wait_for("words a minute. Playing.")
