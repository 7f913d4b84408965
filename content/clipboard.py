"""The text that a person has copied, asked of the program that knows it on this system."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from typing import BinaryIO

from content.errors import IntoneError
from content.reading import LIMIT, read_stream

_SECONDS = 5
_LOOK = 0.05
"""Seconds between two looks at how much has come."""
_WINDOWS = "[Console]::OutputEncoding = [Text.UTF8Encoding]::new($false); Get-Clipboard -Raw"


def read_clipboard() -> bytes:
    """Return the text in the clipboard as UTF-8, up to the limit of an article.

    Raises IntoneError when there is no clipboard, or nothing in it.
    """
    command = _command()
    # A file and no pipe: what a program that hangs has left behind then keeps nothing open.
    with tempfile.TemporaryFile() as file:
        if not _run(command, file):
            raise IntoneError("The clipboard is empty; copy the text of an article and try again.")
        file.seek(0)
        data = read_stream(file, "The clipboard")
    if not data.strip():
        raise IntoneError("The clipboard is empty; copy the text of an article and try again.")
    return data


def _run(command: Sequence[str], file: BinaryIO) -> bool:
    """Whether the program gave out what it has; what has no text fails."""
    try:
        running = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=file, stderr=subprocess.DEVNULL
        )
    except OSError as error:
        raise IntoneError(
            f"{command[0]} can't be started to read the clipboard; "
            "paste the text into a file and open that."
        ) from error
    end = time.monotonic() + _SECONDS
    try:
        while time.monotonic() < end:
            with contextlib.suppress(subprocess.TimeoutExpired):
                return running.wait(_LOOK) == 0
            if os.fstat(file.fileno()).st_size > LIMIT:
                return True  # it may never stop; what is there is already too much
    finally:
        running.kill()
        running.wait()
    raise IntoneError("The clipboard does not answer; paste the text into a file and open that.")


def _command() -> Sequence[str]:
    """Return the command that prints the clipboard, or raise IntoneError."""
    known: list[tuple[str, ...]] = []
    if sys.platform == "win32":
        known = [("powershell", "-NoProfile", "-NonInteractive", "-Command", _WINDOWS)]
    elif sys.platform == "darwin":
        known = [("pbpaste", "-Prefer", "txt")]
    else:
        if os.environ.get("WAYLAND_DISPLAY"):
            known.append(("wl-paste", "--no-newline", "--type", "text"))
        if os.environ.get("DISPLAY"):
            known.append(("xclip", "-selection", "clipboard", "-out"))
            known.append(("xsel", "--clipboard", "--output"))
        if not known:
            raise IntoneError(
                "There is no clipboard here, since no desktop is running; "
                "paste the text into a file and open that."
            )
    for command in known:
        if path := shutil.which(command[0]):
            return path, *command[1:]
    names = " or ".join(command[0] for command in known)
    raise IntoneError(
        f"Nothing here can read the clipboard; install {names}, or paste the text into a file."
    )
