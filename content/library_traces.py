"""What a reading leaves in the library, and how it is taken back for one that is to be private."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from content.library import Library, identity
from content.model import Article

_SETTINGS = "SELECT * FROM setting WHERE name LIKE '%' || ?"
_Row = tuple[str | int | float, ...]


@dataclass(frozen=True, slots=True)
class Traces:
    """What was kept of an article at some moment."""

    article: _Row | None
    """The rows of the library's tables; None where there was none."""
    version: _Row | None
    place: _Row | None
    settings: tuple[_Row, ...]
    """Those of this article alone, whose names end with its digest."""
    words: int
    """The number of the last entry of the dictionary."""


def traces_of(library: Library, article: Article) -> Traces:
    """Return what is kept of ``article`` now."""
    database, source = library.database, identity(article)
    try:
        known = database.execute("SELECT * FROM article WHERE source = ?", (source,)).fetchone()
        number = known[0] if known else 0
        version = database.execute(
            "SELECT * FROM version WHERE article = ? AND digest = ?", (number, article.digest)
        ).fetchone()
        place = database.execute("SELECT * FROM place WHERE article = ?", (number,)).fetchone()
        settings = database.execute(_SETTINGS, (article.digest,)).fetchall()
        (words,) = database.execute("SELECT ifnull(max(id), 0) FROM pronunciation").fetchone()
    except sqlite3.Error:  # told of where the place is looked for
        return Traces(None, None, None, (), 0)
    return Traces(known, version, place, tuple(settings), words)


def take_back(library: Library, article: Article, before: Traces) -> None:
    """Let what is kept of ``article`` be as it was ``before``; raise sqlite3.Error if it can't be.

    That it was read is then not to be found in the file either.
    """
    database = library.database
    database.execute("PRAGMA secure_delete = ON")
    database.execute("BEGIN IMMEDIATE")
    try:
        _take_back(database, article, before)
        database.execute("COMMIT")
    except BaseException:
        database.execute("ROLLBACK")
        raise
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _take_back(database: sqlite3.Connection, article: Article, before: Traces) -> None:
    source = identity(article)
    gone = database.execute(_SETTINGS, (article.digest,)).fetchall()
    database.executemany("DELETE FROM setting WHERE name = ? AND value = ?", gone)
    database.executemany("INSERT INTO setting VALUES (?, ?)", before.settings)
    known = database.execute("SELECT id FROM article WHERE source = ?", (source,)).fetchone()
    if known is None:
        return
    database.execute("DELETE FROM place WHERE article = ?", known)
    database.execute(
        "DELETE FROM pronunciation WHERE article = ? AND id > ?", (*known, before.words)
    )
    if before.version is None:
        database.execute(
            "DELETE FROM version WHERE article = ? AND digest = ?", (*known, article.digest)
        )
    if before.article is None:
        database.execute("DELETE FROM article WHERE id = ?", known)
        return
    database.execute("UPDATE article SET title = ? WHERE id = ?", (before.article[2], *known))
    if before.place is not None:
        database.execute("INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?)", before.place)
