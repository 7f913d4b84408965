"""The SQLite file that the library is: made, opened, and set aside when it is damaged."""

from __future__ import annotations

import os
import sqlite3
import time
from pathlib import Path

_SCHEMA = """
CREATE TABLE IF NOT EXISTS article (
    id INTEGER PRIMARY KEY, source TEXT NOT NULL UNIQUE, title TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS version (
    article INTEGER NOT NULL REFERENCES article (id), digest TEXT NOT NULL,
    opened REAL NOT NULL, PRIMARY KEY (article, digest)
);
CREATE TABLE IF NOT EXISTS place (
    article INTEGER PRIMARY KEY REFERENCES article (id), digest TEXT NOT NULL,
    block INTEGER NOT NULL, "offset" INTEGER NOT NULL,
    prefix TEXT NOT NULL, exact TEXT NOT NULL, suffix TEXT NOT NULL, saved REAL NOT NULL
);
CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS pronunciation (
    id INTEGER PRIMARY KEY, article INTEGER REFERENCES article (id), folded TEXT NOT NULL,
    written TEXT NOT NULL, spoken TEXT NOT NULL, alphabet TEXT NOT NULL,
    language TEXT NOT NULL, whole INTEGER NOT NULL, "case" INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS pronunciation_of ON pronunciation (article, folded);
"""
"""``article`` is NULL for a pronunciation that holds in all of them."""


def open_file(path: Path) -> sqlite3.Connection:
    """Open the file, or make it; raise sqlite3.Error or OSError when that can't be done."""
    # SQLite gives its other files the permissions of the first.
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    database = sqlite3.connect(path, isolation_level=None, timeout=5)
    try:
        # A write ahead log survives kill -9 and lets two readers in at once.
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = NORMAL")
        # What is damaged further in would else be met in the middle of the reading.
        if database.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise sqlite3.DatabaseError("the file is damaged")
        database.executescript(_SCHEMA)
    except BaseException:
        database.close()
        raise
    return database


def begin_anew(path: Path) -> tuple[sqlite3.Connection, str]:
    """Set a damaged file aside; return a new library, and the sentence that says so."""
    aside = path.with_suffix(f".damaged-{time.time_ns()}")
    try:
        path.rename(aside)
        for extra in ("-wal", "-shm"):
            path.with_name(path.name + extra).unlink(missing_ok=True)
        return open_file(path), f"Your library was damaged and is set aside as {aside.name}."
    except (OSError, sqlite3.Error):
        return in_memory(), (
            f"Your place can't be kept, because {path} is damaged and can't be set aside; "
            "delete it, or set INTONE_STATE to another folder."
        )


def in_memory() -> sqlite3.Connection:
    """Return a library that is gone when the reading ends."""
    database = sqlite3.connect(":memory:", isolation_level=None)
    database.executescript(_SCHEMA)
    return database
