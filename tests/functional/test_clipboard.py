"""The clipboard: asked of the system's own program, never for long."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from content import clipboard
from content.errors import IntoneError
from content.opening import open_clipboard
from tests.functional.test_command_line import run  # noqa: F401 - a fixture

pytestmark = pytest.mark.skipif(
    sys.platform in ("win32", "darwin"), reason="the programs that Linux has are played here"
)
COPIED = "A cold gets better by itself, and most colds last a week or a little more than that.\n"


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-9")
    monkeypatch.setenv("DISPLAY", ":9")
    return folder


def script(path: Path, body: str) -> None:
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o755)


@pytest.mark.parametrize("name", ["wl-paste", "xclip", "xsel"])
def test_what_was_copied_is_an_article_with_a_title(programs: Path, name: str) -> None:
    (programs / "copied").write_text(COPIED)
    script(programs / name, f'while read -r line; do echo "$line"; done < {programs}/copied')

    article, encoding = open_clipboard("en")

    assert article.blocks[0].text == COPIED.strip()
    assert (article.source, encoding) == ("-", "")
    assert article.title == "A cold gets better by itself, and most colds last a week or"


def test_a_heading_in_it_is_the_title(programs: Path) -> None:
    script(programs / "xclip", "echo '# Colds'; echo; echo 'A cold.'; echo; echo '## Causes'")
    assert open_clipboard("en").article.title == "Colds"


@pytest.mark.parametrize("body", ["exit 1", "echo '  '", "true"])
def test_an_empty_clipboard_is_said(programs: Path, body: str) -> None:
    script(programs / "xclip", body)
    with pytest.raises(IntoneError, match="The clipboard is empty"):
        open_clipboard()


def test_a_clipboard_that_hangs_is_left(programs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clipboard, "_SECONDS", 0.2)
    script(programs / "xclip", "while true; do :; done")
    with pytest.raises(IntoneError, match="does not answer"):
        open_clipboard()


def test_a_program_that_does_not_start_is_said(programs: Path) -> None:
    (programs / "xclip").write_bytes(b"\x7fELF")
    (programs / "xclip").chmod(0o755)
    with pytest.raises(IntoneError, match="can't be started"):
        open_clipboard()


def test_no_program_and_no_desktop_are_said(
    programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(IntoneError, match="install wl-paste or xclip or xsel"):
        open_clipboard()
    monkeypatch.delenv("WAYLAND_DISPLAY")
    monkeypatch.delenv("DISPLAY")
    with pytest.raises(IntoneError, match="no desktop is running"):
        open_clipboard()


def test_the_command_line_takes_it(programs: Path, run) -> None:  # type: ignore[no-untyped-def]  # noqa: F811
    script(programs / "xclip", "echo '# Colds'; echo; echo 'A cold.'")
    desktop = {"PATH": str(programs), "DISPLAY": ":9"}
    assert run("--clipboard", **desktop).out == "Colds\nA cold.\n"
    assert run("outline", "--clipboard", **desktop).out.startswith("Colds")
    both = run("--clipboard", "a.md", **desktop)
    assert (both.code, both.err.count("\n")) == (2, 1)


def test_a_clipboard_without_end_is_left_at_the_limit(programs: Path) -> None:
    line = "word " * 2000
    script(programs / "xclip", f"while true; do echo '{line}'; done")
    with pytest.raises(IntoneError, match="more than the 20 megabytes"):
        open_clipboard()
