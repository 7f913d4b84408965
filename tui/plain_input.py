"""What reaches plain mode: typed lines, events of the speech process, and signals, in one queue."""

from __future__ import annotations

import os
import queue
import signal
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from types import FrameType
from typing import Any

from tui.menu import Search
from tui.signals import end_in_time
from voices.messages import Event

_CHUNK = 65536
_LONGEST = 1_000_000
"""Bytes after which a line is taken as it is."""
_LOOK = 0.2
"""Seconds: on Windows a signal does not end waiting for a queue."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A line."""

    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """What a search has found, or why it could not."""

    search: Search
    found: Any


@dataclass(frozen=True, slots=True)
class Interrupted:
    """Ctrl+C."""


@dataclass(frozen=True, slots=True)
class Ended:
    """There will be no more lines; told by a signal, ``code`` is the process's exit code."""

    code: int = 0


Came = Typed | Found | Interrupted | Ended | Event


class Arrivals:
    """Everything that happens, in its order; taken on one thread."""

    def __init__(self) -> None:
        self._queue: queue.SimpleQueue[Came] = queue.SimpleQueue()
        self.put = self._queue.put

    def next(self, seconds: float | None = None) -> Came | None:
        """Wait for what comes next; None when nothing has come within ``seconds``."""
        while True:
            wait = _LOOK if seconds is None and sys.platform == "win32" else seconds
            try:
                return self._queue.get(timeout=wait)
            except queue.Empty:
                if seconds is not None:
                    return None

    def read_lines(self, descriptor: int) -> None:
        """Take lines from a file descriptor from now on."""

        def work() -> None:
            for line in _lines(descriptor):
                self.put(Typed(line))
            self.put(Ended())

        # Not by sys.stdin: a thread that waits in it may not be left behind at the end.
        threading.Thread(target=work, daemon=True).start()

    def take_signals(self) -> None:
        """Take Ctrl+C and the signals that end a process. To be called on the main thread."""

        def interrupted(_: int, __: FrameType | None) -> None:
            self.put(Interrupted())

        def told(number: int, _: FrameType | None) -> None:
            end_in_time(number)
            self.put(Ended(128 + number))

        signal.signal(signal.SIGINT, interrupted)
        if sys.platform != "win32":
            for number in (signal.SIGTERM, signal.SIGHUP):
                signal.signal(number, told)


def _lines(descriptor: int) -> Iterator[str]:
    """Yield the lines that come, each when it is complete, until they end."""
    rest = b""
    while True:
        try:
            data = os.read(descriptor, _CHUNK)
        except OSError:  # the terminal is gone, or there never was one
            data = b""
        *whole, rest = (rest + data).split(b"\n")
        if len(rest) > _LONGEST:
            whole, rest = [*whole, rest], b""
        for line in whole:
            yield line.decode("utf-8", "replace")
        if not data:
            if rest:
                yield rest.decode("utf-8", "replace")
            return
