"""A terminal that runs the real program, as a person would see it and type into it.

    with Terminal(["article.md"], state=tmp_path, columns=80, rows=24) as terminal:
        terminal.wait_for("paused")
        terminal.press("space")
        terminal.wait_for(lambda: "playing" in terminal.text)
        terminal.screen          # the rows, as a list of strings without trailing blanks
        terminal.cursor          # (column, row), both from 0
        terminal.cursor_visible
        terminal.bytes_written   # how much the program has written until now
        terminal.pid             # of the reader
        terminal.speech_pids()   # of the speech processes that it runs

``environment`` comes on top of that of the tests. Without one, nothing can be heard: sound
servers are named that there are not. ``stdin`` is piped into the program, which then takes
its keys from the terminal. Needs Linux, for its ``/proc``.
"""

from __future__ import annotations

import contextlib
import fcntl
import importlib.util
import os
import pty
import re
import select
import signal
import string
import struct
import subprocess
import sys
import termios
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType

import pyte
from textual.keys import _character_to_key

SILENT = {
    "PULSE_SERVER": "unix:/nonexistent/pulse",
    "ALSA_CONFIG_PATH": "/dev/null",
    "JACK_NO_START_SERVER": "1",
    "PIPEWIRE_REMOTE": "/nonexistent/pipewire",
}
"""An environment in which no sound device is found."""

_LEFT_OUT = {
    "COLUMNS", "LINES", "ESCDELAY", "SSH_CONNECTION", "NO_COLOR", "INTONE_PLAIN", "INTONE_STATE",
    "PYTHONDONTWRITEBYTECODE",  # a person's own start does not compile every file again
}  # fmt: skip
_NAMED = {
    "space": b" ", "escape": b"\x1b", "enter": b"\r", "tab": b"\t", "shift+tab": b"\x1b[Z",
    "backspace": b"\x7f", "delete": b"\x1b[3~", "plus": b"+", "minus": b"-",
    "question_mark": b"?", "up": b"\x1b[A", "down": b"\x1b[B", "right": b"\x1b[C",
    "left": b"\x1b[D", "home": b"\x1b[H", "end": b"\x1b[F", "pageup": b"\x1b[5~",
    "pagedown": b"\x1b[6~", "f1": b"\x1bOP", "f2": b"\x1bOQ", "f3": b"\x1bOR", "f4": b"\x1bOS",
    "f5": b"\x1b[15~", "f6": b"\x1b[17~", "f7": b"\x1b[18~", "f8": b"\x1b[19~",
    "f9": b"\x1b[20~", "f10": b"\x1b[21~", "f11": b"\x1b[23~", "f12": b"\x1b[24~",
}  # fmt: skip
_MODIFIERS = {"shift": 2, "ctrl": 5}
_ARROWS = {"up": "A", "down": "B", "right": "C", "left": "D"}
_CHARACTERS = {_character_to_key(character): character for character in string.punctuation}
_UNKNOWN_TO_PYTE = re.compile(rb"\x1b\[[<=>][\d;]*[ -/]*[@-~]|\x1bP.*?\x1b\\", re.DOTALL)
_UNFINISHED = re.compile(rb"\x1b(?:\[[ -?]*[ -/]*|P[^\x1b]*\x1b?)?\Z")

_BOOT = "import sys; sys.path.insert(0, sys.argv.pop(1)); import app; app.main()"


def program() -> list[str]:
    """Return the command that starts Intone, installed or in its checkout."""
    found = importlib.util.find_spec("app")
    if found is None or found.origin is None:
        raise RuntimeError("Intone's own module app is not found; install it or go to its folder")
    return [sys.executable, "-P", "-c", _BOOT, str(Path(found.origin).parent)]


def environment_for(state: Path, extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return an environment to run Intone in that keeps its state in ``state``."""
    own = {name: value for name, value in os.environ.items() if name not in _LEFT_OUT}
    terminal = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8"}
    return own | SILENT | terminal | {"INTONE_STATE": str(state)} | dict(extra or {})


def key_bytes(key: str) -> bytes:
    """Return what a terminal sends for ``key``, named as Textual names it."""
    if key in _NAMED:
        return _NAMED[key]
    if key in _CHARACTERS:
        return _CHARACTERS[key].encode()
    modifier, _, bare = key.partition("+")
    if modifier in _MODIFIERS and bare in _ARROWS:
        return f"\x1b[1;{_MODIFIERS[modifier]}{_ARROWS[bare]}".encode()
    if key.startswith("ctrl+") and len(key) == 6:
        return bytes([ord(key[-1].upper()) ^ 64])
    if len(key) == 1:
        return key.encode()
    raise ValueError(f"a terminal has no key named {key}")


def is_running(pid: int) -> bool:
    """Whether a process is there that has not ended."""
    try:
        return _status(pid)[0] not in "ZX"
    except (OSError, IndexError):
        return False


def _status(pid: int | str) -> list[str]:
    """Return the fields of /proc/PID/stat from the state on; see proc_pid_stat(5)."""
    return Path(f"/proc/{pid}/stat").read_text(errors="replace").rpartition(")")[2].split()


def _command(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()
    except OSError:
        return ""


class Terminal:
    """Runs Intone, or another ``command``, in a pseudo-terminal until its block ends."""

    def __init__(
        self,
        arguments: Sequence[str | Path] = (),
        *,
        state: Path,
        columns: int = 80,
        rows: int = 24,
        environment: Mapping[str, str] | None = None,
        stdin: bytes | None = None,
        command: Sequence[str] | None = None,
    ) -> None:
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._unfed = b""
        self._changed = threading.Condition()
        self.output: list[tuple[float, bytes]] = []
        """What was written, with the moments (``time.perf_counter``) at which it came."""
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self._wake, self._waker = os.pipe()
        self.started = time.perf_counter()
        # Standard error is the terminal even when standard input is not.
        self._process = subprocess.Popen(
            [*(command or program()), *map(str, arguments)],
            stdin=slave if stdin is None else subprocess.PIPE,
            stdout=slave,
            stderr=slave,
            env=environment_for(state, environment),
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(2, termios.TIOCSCTTY, 0),
        )
        os.close(slave)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        if stdin is not None:
            threading.Thread(target=self._pipe, args=(stdin,), daemon=True).start()

    def _pipe(self, data: bytes) -> None:
        with contextlib.suppress(BrokenPipeError):
            self._process.communicate(data)

    def _read(self) -> None:
        while self._wake not in (ready := select.select([self._master, self._wake], [], [])[0]):
            if self._master not in ready:
                continue
            try:
                data = os.read(self._master, 65536)
            except OSError:
                data = b""
            with self._changed:
                if data:
                    self.output.append((time.perf_counter(), data))
                    self._feed(data)
                self._changed.notify_all()
            if not data:
                return

    def _feed(self, data: bytes) -> None:
        data = _UNKNOWN_TO_PYTE.sub(b"", self._unfed + data)
        unfinished = _UNFINISHED.search(data)
        cut = unfinished.start() if unfinished else len(data)
        self._unfed = data[cut:]
        self._stream.feed(data[:cut])

    # What a person sees.

    @property
    def screen(self) -> list[str]:
        """The rows of the screen, without the blanks at their ends."""
        with self._changed:
            return [row.rstrip() for row in self._screen.display]

    @property
    def text(self) -> str:
        """The screen as one string."""
        return "\n".join(self.screen)

    @property
    def cursor(self) -> tuple[int, int]:
        """Where the terminal's own cursor stands: column and row, from 0."""
        with self._changed:
            return self._screen.cursor.x, self._screen.cursor.y

    @property
    def cursor_visible(self) -> bool:
        """Whether the terminal shows its cursor."""
        with self._changed:
            return not self._screen.cursor.hidden

    @property
    def bytes_written(self) -> int:
        """How many bytes the program has written."""
        with self._changed:
            return sum(len(data) for _, data in self.output)

    def word_at_cursor(self) -> str:
        """Return what stands from the cursor on up to the next blank."""
        with self._changed:
            row = self._screen.display[self._screen.cursor.y]
            return (row[self._screen.cursor.x :].split() or [""])[0]

    def wait_for(self, condition: str | Callable[[], object], timeout: float = 10) -> None:
        """Wait until a text is on the screen or ``condition()`` is true; else fail."""
        wanted = condition if callable(condition) else lambda: condition in self.text
        end = time.monotonic() + timeout
        while not wanted():
            left = end - time.monotonic()
            if left <= 0:
                name = condition if isinstance(condition, str) else "what was waited for"
                raise AssertionError(
                    f"not within {timeout} s: {name}; the screen:\n{self.text}\n"
                    f"cursor: {self.cursor}, exit code: {self._process.poll()}"
                )
            with self._changed:
                self._changed.wait(min(left, 0.02))

    def wait_until_quiet(self, seconds: float = 0.5, timeout: float = 10) -> None:
        """Wait until nothing has been written for ``seconds`` from now on."""
        called = time.perf_counter()

        def quiet() -> bool:
            last = self.output[-1][0] if self.output else called
            return time.perf_counter() - max(called, last) >= seconds

        self.wait_for(quiet, timeout)

    # What a person does.

    def press(self, *keys: str) -> float:
        """Type ``keys``, named as Textual names them; return the moment of the last."""
        moment = time.perf_counter()
        for key in keys:
            moment = time.perf_counter()
            os.write(self._master, key_bytes(key))
        return moment

    def paste(self, data: bytes) -> None:
        """Send bytes as they are."""
        os.write(self._master, data)

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size."""
        with self._changed:
            self._screen.resize(rows, columns)
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    # The processes behind it.

    @property
    def pid(self) -> int:
        """Process number of the reader."""
        return self._process.pid

    def pids(self) -> list[int]:
        """Return every process that was started from this terminal and has not ended."""
        found = []
        for folder in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError, IndexError):
                fields = _status(folder.name)
                if int(fields[3]) == self.pid and fields[0] not in "ZX":
                    found.append(int(folder.name))
        return sorted(found)

    def speech_pids(self) -> list[int]:
        """Return the speech processes that run."""
        return [pid for pid in self.pids() if "voices.server" in _command(pid)]

    def kill(self, number: signal.Signals = signal.SIGKILL) -> float:
        """Send the reader a signal; return the moment."""
        self._process.send_signal(number)
        return time.perf_counter()

    def wait(self, timeout: float = 10) -> int:
        """Wait until the reader has ended; return its exit code."""
        return self._process.wait(timeout)

    def hang_up(self) -> float:
        """Close the terminal, as closing its window does; return the moment."""
        if self._master < 0:
            return time.perf_counter()
        os.write(self._waker, b"x")
        self._reader.join()
        moment = time.perf_counter()
        os.close(self._master)
        self._master = -1
        os.close(self._wake)
        os.close(self._waker)
        return moment

    def close(self) -> None:
        """End what still runs."""
        for pid in self.pids():
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self._process.wait()
        self.hang_up()

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
