"""Reads the bytes of a file, a pipe or standard input, never too many and never for ever."""

from __future__ import annotations

import os
import select
import stat
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from content.errors import IntoneError

LIMIT = 20_000_000
"""The most bytes an article may have; a long novel has one million."""
LARGEST = 200_000_000
"""The most bytes of a book or document that holds pictures; of these only the text is read."""
_WITH_PICTURES = (b"PK\x03\x04", b"%PDF-")
"""How such files begin: archives, as EPUB and DOCX are, and PDF."""
SILENCE = 10.0
"""Seconds to wait for a pipe whose other end says nothing."""
_CHUNK = 1 << 20


def read_file(path: Path, name: str) -> bytes:
    """Return the bytes of the file or pipe at ``path``, which messages call ``name``."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise IntoneError(f"{name} is a folder; give the name of a file in it.")
        if not (stat.S_ISREG(mode) or stat.S_ISFIFO(mode)):
            raise IntoneError(f"{name} is a device and not a file; give the name of a text file.")
        size = path.stat().st_size if stat.S_ISREG(mode) else None
        # Without O_NONBLOCK, opening a pipe waits for somebody to write into it.
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        descriptor = os.open(path, flags)
        try:
            if stat.S_ISFIFO(os.fstat(descriptor).st_mode):
                return _read(lambda size: _wait_and_read(descriptor, size, name), name)
            return _read(lambda size: os.read(descriptor, size), name, size)
        finally:
            os.close(descriptor)
    except FileNotFoundError as error:
        raise IntoneError(
            f"There is no file called {name}; check the spelling, or give its whole path."
        ) from error
    except PermissionError as error:
        raise IntoneError(
            f"You may not read {name}; ask its owner for permission, or open a copy of your own."
        ) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "the name can't be used"
        raise IntoneError(
            f"{name} could not be read, the system says: {reason}; check the name and try again."
        ) from error


def read_stream(stream: BinaryIO | None, name: str) -> bytes:
    """Return all bytes of a stream, such as standard input, up to the limit."""
    if stream is None:
        raise IntoneError(f"{name} is closed; give the name of a file instead.")
    try:
        return _read(stream.read, name)
    except (OSError, ValueError) as error:
        raise IntoneError(f"{name} could not be read; give the name of a file instead.") from error


def _read(read: Callable[[int], bytes | None], name: str, size: int | None = None) -> bytes:
    """Read to the end, or to the limit; ``size`` is the number of bytes where that is known."""
    parts: list[bytes] = []
    taken = 0
    limit = LIMIT
    while part := read(_CHUNK):
        if not parts and part.startswith(_WITH_PICTURES):
            limit = LARGEST
        parts.append(part)
        taken += len(part)
        if max(taken, size or 0) > limit:
            raise _too_large(name, limit, size)
    return b"".join(parts)


def _wait_and_read(descriptor: int, size: int, name: str) -> bytes:
    if not select.select([descriptor], [], [], SILENCE)[0]:
        raise IntoneError(
            f"Nothing came through the pipe {name} for {SILENCE:.0f} seconds; "
            "check the program that writes into it."
        )
    return os.read(descriptor, size)


def _too_large(name: str, limit: int, size: int | None) -> IntoneError:
    how_large = f"is {megabytes(size)} large" if size else "goes on"
    return IntoneError(
        f"{name} {how_large}, more than the {megabytes(limit)} that Intone opens; "
        "split it into smaller files and open one of them."
    )


def megabytes(size: int) -> str:
    """Return "1.5 megabytes"."""
    return f"{size / 1_000_000:.1f}".removesuffix(".0") + " megabytes"
