"""Starts one of Intone's own modules in a process that ends when its starter does."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

_ROOT = str(Path(__file__).resolve().parent.parent)
# -P: a folder named voices where the person happens to be must not be taken for ours.
_BOOT = (
    "import sys, importlib; sys.path.insert(0, sys.argv.pop(1)); "
    "importlib.import_module(sys.argv.pop(1)).main()"
)


class Child:
    """A running module of ours, with pipes to and from it."""

    def __init__(self, module: str) -> None:
        """Start ``module``'s ``main()``."""
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-X", "utf8", "-c", _BOOT, _ROOT, module],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # where Textual draws is no place for C libraries
            bufsize=0,
        )
        if self._process.stdin is None or self._process.stdout is None:
            raise OSError("A process was started without its pipes.")
        self._requests = self._process.stdin
        self.answers = self._process.stdout
        """Its answers, line by line; they end when it does."""

    @property
    def pid(self) -> int:
        """Its number."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether it still runs."""
        return self._process.poll() is None

    def send(self, line: bytes) -> None:
        """Write a request to it; raise OSError when it has ended."""
        self._requests.write(line)

    def end(self) -> None:
        """Close its requests, at which it ends by itself, and see that it has."""
        with contextlib.suppress(OSError):
            self._requests.close()
        try:
            self._process.wait(timeout=0.5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


def take_pipes() -> tuple[BinaryIO, BinaryIO]:
    """In a started process: return what it reads requests from and writes answers to.

    Standard input and output are then nobody's, for libraries that print.
    """
    requests = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb", buffering=0)
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    return requests, answers


def requests_until_starter_ends(requests: BinaryIO, take: Callable[[bytes], object]) -> None:
    """Call ``take`` with each line, and end the process at once when there are no more.

    Runs in a thread of its own: a library that hangs elsewhere must not keep the process
    alive after its starter has gone.
    """

    def listen() -> None:
        try:
            for line in requests:
                take(line)
        finally:
            os._exit(0)

    threading.Thread(target=listen, name="requests", daemon=True).start()
