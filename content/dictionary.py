"""A person's dictionary: words that are to be said otherwise, kept in the library."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from content.errors import IntoneError
from content.folding import fold
from content.library import Library, identity, library_path, state_folder
from content.model import Article, Pronunciation
from content.pls import MOST
from content.pronunciation_checks import checked

_HERE = """
SELECT written, spoken, alphabet, language, whole, "case", article FROM pronunciation
WHERE article IS NULL
   OR article IN (SELECT id FROM article WHERE source = ?
                  UNION SELECT article FROM version WHERE digest = ?)
ORDER BY article IS NULL, language = '', id
"""
_ALL = """
SELECT written, spoken, alphabet, language, whole, "case", article, pronunciation.id, source, title
FROM pronunciation LEFT JOIN article ON article.id = article
ORDER BY article IS NULL, language = '', folded, pronunciation.id
"""
_DELETE_SAME = """
DELETE FROM pronunciation WHERE article IS ? AND language = ? AND folded = ? AND "case" = ?
"""
_INSERT = """
INSERT INTO pronunciation (article, language, folded, "case", written, spoken, alphabet, whole)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the dictionary."""

    number: int
    said: Pronunciation
    source: str = ""
    """Where the article is that it is for; empty when it holds in all, as is the next."""
    title: str = ""


def dictionary_for(library: Library, article: Article) -> tuple[Pronunciation, ...]:
    """Return what holds in ``article``, for ``ScriptSettings.dictionary``.

    An article that was moved is known by its content. What can't be read is told as a problem
    of the library's.
    """
    try:
        rows = library.database.execute(
            _HERE,
            (identity(article), article.digest),
        ).fetchall()
    except sqlite3.Error as error:
        library.problem = f"Your dictionary can't be read: {error}."
        return ()
    return tuple(map(_pronunciation, rows))


def kept_dictionary(article: Article) -> tuple[Pronunciation, ...]:
    """Return what holds in ``article`` by the person's library, if there is one yet."""
    if not library_path(state_folder()).exists():
        return ()
    library = Library(state_folder())
    try:
        return dictionary_for(library, article)
    finally:
        library.close()


def entries(library: Library) -> list[Entry]:
    """Return every line of the dictionary, in the order in which they go before each other.

    Raises IntoneError when they can't be read, as the next two do when they can't be written.
    """
    with _told("read"):
        rows = library.database.execute(_ALL).fetchall()
    return [Entry(row[7], _pronunciation(row), row[8] or "", row[9] or "") for row in rows]


def add(
    library: Library, said: Iterable[Pronunciation], article: Article | None = None
) -> tuple[Pronunciation, ...]:
    """Keep how words are ``said``, in ``article`` alone if it is given; return what is kept.

    An entry for the very same words takes the place of the one there was. Raises IntoneError
    for one that can't be used; then none is kept.
    """
    if article is not None and library.private:
        raise IntoneError(
            "This reading is private, so no word is kept for this article; choose another scope."
        )
    wanted = [replace(checked(each), own=article is not None) for each in said]
    with _told("written"), _at_once(library.database) as database:
        number = None if article is None else library.number(article)
        for each in wanted:
            folded = fold(each.written).written if each.case else fold(each.written).text
            same = (number, each.language, folded, each.case)
            database.execute(_DELETE_SAME, same)
            database.execute(_INSERT, (*same, each.written, each.spoken, each.alphabet, each.whole))
        count = database.execute("SELECT count(*) FROM pronunciation").fetchone()[0]
        if count > MOST:
            raise IntoneError(f"A dictionary has at most {MOST} entries; remove some first.")
    return tuple(wanted)


def remove(library: Library, gone: Sequence[Entry]) -> None:
    """Delete these lines."""
    with _told("written"), _at_once(library.database) as database:
        database.executemany(
            "DELETE FROM pronunciation WHERE id = ?", [(entry.number,) for entry in gone]
        )


def _pronunciation(row: Sequence[Any]) -> Pronunciation:
    written, spoken, alphabet, language, whole, case, article = row[:7]
    return Pronunciation(
        written, spoken, alphabet, language, bool(whole), bool(case), article is not None
    )


@contextlib.contextmanager
def _at_once(database: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """Write all that is done inside, or nothing."""
    database.execute("BEGIN IMMEDIATE")
    try:
        yield database
        database.execute("COMMIT")
    finally:
        if database.in_transaction:  # a full disk may have ended it already
            database.execute("ROLLBACK")


@contextlib.contextmanager
def _told(done: str) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise IntoneError(
            f"Your dictionary can't be {done}: {error}; run intone doctor to see what is wrong."
        ) from error
