"""Copies of pages that were read, so that they can be read again without a network.

Each is one file in the state folder: a line of JSON, then the page as it came. Nobody but the
person may read them.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from pathlib import Path

from content.library import state_folder
from content.reading import LIMIT
from content.web.fetch import Page

MOST = 200
"""Copies that are kept; the oldest go."""
ALL_BYTES = 100_000_000
_FRESH = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
"""How a copy is made: exclusively, so that a link somebody put there leads nowhere."""
_LONGEST_HEAD = 20_000
_LATEST = 100_000_000_000
"""Seconds since 1970 beyond which no date can be told."""


def keep(page: Page) -> None:
    """Keep a copy of ``page`` in place of an older one; raise OSError when it can't be."""
    path = _path(page.address)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    head = json.dumps(
        {"address": page.address, "type": page.type, "charset": page.charset, "final": page.final,
         "fetched": page.fetched}
    )  # fmt: skip
    fresh = path.with_name(f"{path.name}.{os.getpid()}")
    fresh.unlink(missing_ok=True)
    try:
        descriptor = os.open(fresh, _FRESH, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(head.encode() + b"\n" + page.data)
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
    _tidy()


def find(address: str) -> Page | None:
    """Return the copy of the page at ``address``, in its normal form, if a good one is kept."""
    try:
        with _path(address).open("rb") as file:
            head = json.loads(file.readline(_LONGEST_HEAD))
            if head["address"] != address:
                return None
            page = Page(
                address, file.read(LIMIT + 1), str(head["type"]), str(head["charset"]),
                str(head["final"]),                float(head["fetched"]),
            )  # fmt: skip
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None  # a copy is a convenience: a damaged one is none
    sound = page.data and len(page.data) <= LIMIT and 0 <= page.fetched < _LATEST
    return page if sound else None


def forget(address: str) -> bool:
    """Delete the copy of a page; return whether there was one."""
    try:
        _path(address).unlink()
    except FileNotFoundError:
        return False
    return True


def forget_all() -> int:
    """Delete all copies; return how many there were."""
    paths = _all()
    for path in paths:
        path.unlink(missing_ok=True)
    return len(paths)


def _folder() -> Path:
    return state_folder() / "copies"


def _path(address: str) -> Path:
    return _folder() / hashlib.sha256(address.encode()).hexdigest()


def _all() -> list[Path]:
    with contextlib.suppress(OSError):
        return [path for path in _folder().iterdir() if path.is_file()]
    return []


def _tidy() -> None:
    """Let the oldest copies go until the others are few and small enough."""
    sizes = []
    for path in _all():
        with contextlib.suppress(OSError):
            status = path.stat()
            sizes.append((status.st_mtime, status.st_size, path))
    room = ALL_BYTES
    for number, (_, size, path) in enumerate(sorted(sizes, reverse=True)):
        room -= size
        if number >= MOST or room < 0:
            with contextlib.suppress(OSError):
                path.unlink()
