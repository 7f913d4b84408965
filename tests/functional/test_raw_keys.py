"""The bytes that terminals send for keys, without the protocol of kitty, through a pty."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("a pseudo-terminal is needed", allow_module_level=True)

from tests.support.terminal import Terminal
from tui.commands import COMMANDS
from tui.phrases import key_name

XTERM = {
    "up": b"\x1bOA", "down": b"\x1bOB", "right": b"\x1bOC", "left": b"\x1bOD", "home": b"\x1bOH",
    "end": b"\x1bOF", "pageup": b"\x1b[5~", "pagedown": b"\x1b[6~", "delete": b"\x1b[3~",
    "shift+tab": b"\x1b[Z", "backspace": b"\x7f", "enter": b"\r", "tab": b"\t", "space": b" ",
    "f1": b"\x1bOP", "f2": b"\x1bOQ", "f3": b"\x1bOR", "f4": b"\x1bOS", "f5": b"\x1b[15~",
    "f6": b"\x1b[17~", "f7": b"\x1b[18~", "f8": b"\x1b[19~", "f9": b"\x1b[20~",
    "f10": b"\x1b[21~", "f11": b"\x1b[23~", "f12": b"\x1b[24~", "escape": b"\x1b",
    "shift+right": b"\x1b[1;2C", "shift+left": b"\x1b[1;2D", "ctrl+right": b"\x1b[1;5C",
    "ctrl+left": b"\x1b[1;5D",
}  # fmt: skip
"""As terminfo has them, in the application mode of cursor keys."""
NORMAL = {
    "up": b"\x1b[A", "down": b"\x1b[B", "right": b"\x1b[C", "left": b"\x1b[D", "home": b"\x1b[H",
    "end": b"\x1b[F",
}  # fmt: skip
"""What xterm sends in the other mode, which is Textual's."""
SCREEN = XTERM | {"home": b"\x1b[1~", "end": b"\x1b[4~"}
LINUX = SCREEN | NORMAL | {
    "home": b"\x1b[1~", "end": b"\x1b[4~", "f1": b"\x1b[[A", "f2": b"\x1b[[B", "f3": b"\x1b[[C",
    "f4": b"\x1b[[D", "f5": b"\x1b[[E", "shift+tab": b"\x1b\t",
}  # fmt: skip
NOT_ON_LINUX = ("shift+right", "shift+left", "ctrl+right", "ctrl+left")
TERMINALS = {
    "xterm-256color": XTERM | NORMAL, "xterm": XTERM, "screen": SCREEN, "tmux": SCREEN,
    "linux": {key: sent for key, sent in LINUX.items() if key not in NOT_ON_LINUX},
}  # fmt: skip
ARTICLE = "# A\n\nAlpha bravo. Charlie.\n\n## One\n\nDelta echo.\n\n## Two\n\nFoxtrot.\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "article.md"
    file.write_text(ARTICLE)
    return file


def _asked() -> Iterator[tuple[str, str]]:
    """Yield the keys with names, and what is said of them in the list of sections."""
    for command in COMMANDS:
        for key in command.keys:
            if command.pane != "text" and len(key) > 1 and (key in XTERM or "ctrl" in key):
                yield key, f"{key_name(key)}: {command.name}."


@pytest.mark.parametrize("term", TERMINALS)
def test_every_named_key_arrives(tmp_path: Path, path: Path, term: str) -> None:
    sends = TERMINALS[term]
    environment = {"TERM": term, "COLORTERM": ""}
    with Terminal([path], state=tmp_path, columns=150, environment=environment) as terminal:
        terminal.wait_for("No sound device")
        for key, told in _asked():
            sent = sends.get(key)
            if sent is None and key.startswith("ctrl+") and len(key) == 6:
                sent = bytes([ord(key[-1]) & 31])
            if sent is not None:
                terminal.paste(sends["f12"])
                terminal.wait_for("Press a key to hear what it does.")
                terminal.paste(sent)
                terminal.wait_for(told)


@pytest.mark.parametrize("term", ["xterm-256color", "linux"])
def test_escape_is_not_lost_before_a_letter_in_the_same_read(
    tmp_path: Path, path: Path, term: str
) -> None:
    with Terminal([path], state=tmp_path, environment={"TERM": term}) as terminal:
        terminal.wait_for("No sound device")
        for sent, then in [
            (b"\x1bh", "One"), (b"\x1bH", "A"), (b"\x1b2", "One"), (b"\x1b\x1b2", "Two"),
            (b"\x1b\x1b[6~\x1bh", "Two"), (b"\x1b[5~\x1bH", "A"), (b"\x1bf", "A"),
        ]:  # fmt: skip
            terminal.press("space")
            terminal.wait_for("playing")
            terminal.paste(sent)
            terminal.wait_for("paused")
            terminal.wait_for(
                lambda then=then: (
                    f"> {then}" in [row[: len(then) + 2].rstrip() for row in terminal.screen]
                )
            )


def test_half_a_key_that_is_followed_by_escape_is_what_was_typed(
    tmp_path: Path, path: Path
) -> None:
    with Terminal([path], state=tmp_path) as terminal:
        terminal.wait_for("No sound device")
        terminal.press("space")
        terminal.wait_for("playing")
        terminal.paste(b"\x1bO\x1b")  # escape, shift o, escape
        terminal.wait_for("paused")
        terminal.press("m")
        terminal.wait_for("Messages")
        terminal.paste(b"\x1b[")
        terminal.wait_for(lambda: "Messages" not in terminal.text)


def test_what_is_pasted_does_nothing_but_stand_in_a_line_or_narrow_a_list(
    tmp_path: Path, path: Path
) -> None:
    begin, end = b"\x1b[200~", b"\x1b[201~"
    with Terminal([path], state=tmp_path) as terminal:
        terminal.wait_for("No sound device")
        # Arrows, F10, which leaves, and letters that are commands, within a text.
        terminal.paste(begin + b"m\x1b[B\x1b[21~ 0m\nS\x1bm" + end)
        terminal.wait_for("There is nothing here to paste into.")
        terminal.paste(begin + b"m" + end[:3])
        terminal.wait_until_quiet(0.3)
        terminal.paste(end[3:] + b"/" + begin + b"Charlie\x1b[21~.\n Delta" + end)
        terminal.wait_for("Charlie[21~. Delta")
        terminal.press("escape")
        terminal.paste(b":" + begin + b"find next" + end)
        terminal.wait_for("> Find next")
        terminal.press("escape")
        terminal.paste(b"m")
        terminal.wait_for("Messages")


def test_letters_of_a_cyrillic_layout_arrive_also_in_halves(tmp_path: Path, path: Path) -> None:
    with Terminal([path], state=tmp_path) as terminal:
        terminal.wait_for("No sound device")
        first, second = "р".encode()[:1], "р".encode()[1:]
        terminal.paste(first)
        terminal.wait_until_quiet(0.3)
        terminal.paste(second)
        terminal.wait_for(lambda: any(row.startswith("> One") for row in terminal.screen))
        terminal.paste("рь".encode())  # h, m
        terminal.wait_for("Messages")
