"""Pronunciation lexicons (PLS) of a book become how its words are said."""

from __future__ import annotations

from content.archive import UnreadableError
from content.epub.container import BookArchive
from content.epub.markup import parse_xml
from content.epub.package import Package
from content.model import Pronunciation
from content.pls import lexemes

_MEDIA = "application/pls+xml"
_MOST = 20_000
"""Entries that are taken of one book."""


def lexicon(archive: BookArchive, package: Package) -> tuple[Pronunciation, ...]:
    """Return what the book's lexicons say, each spelling once: the first entry holds.

    What is damaged is passed over: a word said by the voice's own rules needs no telling.
    """
    entries: dict[tuple[str, str], Pronunciation] = {}
    for item in package.items.values():
        if item.media != _MEDIA or not item.member:
            continue
        try:
            root = parse_xml(archive.read(item.member))
        except UnreadableError:
            continue
        for entry in lexemes(root) if root is not None else ():
            entries.setdefault((entry.written, entry.language), entry)
            if len(entries) >= _MOST:
                return tuple(entries.values())
    return tuple(entries.values())
