"""What a person keeps: the articles heard and the place in each, in one SQLite file.

A place is kept as position plus the words around it, as W3C Web Annotation's
TextQuoteSelector has it, so that it survives an edited article.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

from content.library_file import begin_anew, in_memory, open_file
from content.model import Article, Position
from content.web.address import is_web_address

_AROUND = 32
"""Characters kept before and after a place."""
_EXACT = 48


def state_folder() -> Path:
    """Return the folder in which Intone keeps its state; ``INTONE_STATE`` names another."""
    if folder := os.environ.get("INTONE_STATE"):
        return Path(folder)
    import platformdirs

    return platformdirs.user_state_path("intone", appauthor=False)


def library_path(folder: Path) -> Path:
    """Return the file that the library in ``folder`` is."""
    return folder / "library.sqlite3"


class Library:
    """The open library. Every change is on disk when its method returns."""

    def __init__(self, folder: Path) -> None:
        self.private = False
        """Whether nothing of an article is to be kept from now on."""
        self.problem = ""
        """A sentence, when something had to be set aside or can't be kept."""
        path = library_path(folder)
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._database = open_file(path)
        except sqlite3.OperationalError as error:
            self._database = in_memory()
            self.problem = f"Your place can't be kept, because {path} can't be opened: {error}."
        except OSError as error:
            self._database = in_memory()
            self.problem = (
                f"Your place can't be kept, because {folder} can't be used: {error.strerror}."
            )
        except sqlite3.DatabaseError:
            self._database, self.problem = begin_anew(path)

    @property
    def database(self) -> sqlite3.Connection:
        """The open file; it writes what it is told to at once."""
        return self._database

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def place(self, article: Article) -> Position | None:
        """Note that ``article`` is opened, and return where it was left, if it ever was."""
        try:
            return self._place(article)
        except sqlite3.Error as error:
            self.problem = f"Your place can't be found: {error}."
            return None

    def _place(self, article: Article) -> Position | None:
        number = self.number(article)
        select = 'SELECT digest, block, "offset", prefix, exact, suffix FROM place WHERE '
        row = (
            self._database.execute(select + "article = ?", (number,)).fetchone()
            # A file that was moved is known by its content.
            or self._database.execute(
                select + "digest = ? ORDER BY saved DESC", (article.digest,)
            ).fetchone()
        )
        if row is None:
            return None
        digest, block, offset, prefix, exact, suffix = row
        same = digest == article.digest and block < len(article.blocks)
        # What was skipped may have been put back since, and the blocks have moved.
        if same and article.blocks[block].text[offset:].startswith(exact):
            return Position(block, offset)
        return _find(article, prefix, exact, suffix, block)

    def keep_place(self, article: Article, position: Position) -> None:
        """Keep ``position`` as the place in ``article``, unless it is read privately."""
        if self.private:
            return
        text = article.blocks[position.block].text if article.blocks else ""
        at = position.offset
        with self._kept():
            self._database.execute(
                "REPLACE INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    self.number(article), article.digest, position.block, at,
                    text[max(0, at - _AROUND) : at], text[at : at + _EXACT],
                    text[at + _EXACT : at + _EXACT + _AROUND], time.time(),
                ),
            )  # fmt: skip

    def setting(self, name: str) -> str | None:
        """Return what was kept under ``name``."""
        try:
            row = self._database.execute(
                "SELECT value FROM setting WHERE name = ?", (name,)
            ).fetchone()
        except sqlite3.Error:
            return None
        return None if row is None else str(row[0])

    def keep_setting(self, name: str, value: str) -> None:
        """Keep ``value`` under ``name``."""
        with self._kept():
            self._database.execute("REPLACE INTO setting VALUES (?, ?)", (name, value))

    def drop_setting(self, *names: str) -> None:
        """Keep nothing under ``names`` any more."""
        with self._kept():
            self._database.executemany(
                "DELETE FROM setting WHERE name = ?", [(name,) for name in names]
            )

    def settings(self) -> dict[str, str]:
        """Return everything that is kept under a name."""
        try:
            return dict(self._database.execute("SELECT name, value FROM setting").fetchall())
        except sqlite3.Error:
            return {}

    def number(self, article: Article) -> int:
        """Return the number of ``article`` in the library, which knows it from then on.

        It is 0 for one that is read privately and was not known before.
        """
        source = identity(article)
        found = self._database.execute(
            "SELECT article.id FROM article JOIN version ON version.article = article.id "
            "WHERE source = ? AND digest = ?",
            (source, article.digest),
        ).fetchone()
        if found is not None:
            return int(found[0])
        if not self.private:
            self._add(article, source)
        row = self._database.execute(
            "SELECT id FROM article WHERE source = ?", (source,)
        ).fetchone()
        return int(row[0]) if row else 0

    def _add(self, article: Article, source: str) -> None:
        with self._kept():
            self._database.execute(
                "INSERT INTO article (source, title) VALUES (?, ?) "
                "ON CONFLICT (source) DO UPDATE SET title = excluded.title",
                (source, article.title),
            )
            self._database.execute(
                "INSERT OR IGNORE INTO version SELECT id, ?, ? FROM article WHERE source = ?",
                (article.digest, time.time(), source),
            )

    def forget(self, source: str | None) -> bool:
        """Delete what is kept of the article at ``source``, or of all; say if there was any.

        ``source`` is an identity. Raises sqlite3.Error when it can't be deleted.
        """
        which = "SELECT id FROM article WHERE ? IS NULL OR source = ?"
        # Otherwise what was deleted could still be read in the file.
        self._database.execute("PRAGMA secure_delete = ON")
        self._database.execute("BEGIN IMMEDIATE")
        for table in ("place", "version", "pronunciation"):
            self._database.execute(
                f"DELETE FROM {table} WHERE article IN ({which})",  # noqa: S608 - our own names
                (source, source),
            )
        gone = self._database.execute(
            f"DELETE FROM article WHERE id IN ({which})",  # noqa: S608
            (source, source),
        )
        self._database.execute("COMMIT")
        self._database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return gone.rowcount > 0

    @contextlib.contextmanager
    def _kept(self) -> Iterator[None]:
        """Keep going when the disk is full: a place lost must not end the reading."""
        try:
            yield
        except sqlite3.Error as error:
            self.problem = f"Your place can't be kept: {error}."


def identity(article: Article) -> str:
    """Return what tells ``article`` from others: its path, its address, or its content."""
    if article.source == "-":
        return f"-:{article.digest}"
    return identity_of(article.source)


def identity_of(source: str) -> str:
    """Return what tells the article at a path or an address from others."""
    if is_web_address(source):
        return source
    return str(Path(source).expanduser().absolute())


def _find(article: Article, prefix: str, exact: str, suffix: str, near: int) -> Position | None:
    """Find the words of a place in an article that has changed since, nearest its old block."""
    order = sorted(range(len(article.blocks)), key=lambda index: abs(index - near))
    for quote, into in ((prefix + exact + suffix, len(prefix)), (exact + suffix, 0), (exact, 0),
                        (prefix, len(prefix))):  # fmt: skip
        if not quote.strip():
            continue
        for index in order:
            found = article.blocks[index].text.find(quote)
            if found >= 0:
                return Position(index, found + into)
    return None
