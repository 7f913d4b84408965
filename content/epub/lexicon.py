"""Pronunciation lexicons (PLS) of a book become how its words are said."""

from __future__ import annotations

from collections.abc import Iterator

from content.epub.container import Archive, UnreadableError
from content.epub.markup import Element, attribute, children, local, parse_xml, text_of
from content.epub.package import Package
from content.model import Pronunciation
from content.text import clean_line

_MEDIA = "application/pls+xml"
_ALPHABETS = frozenset({"ipa", "x-sampa"})
_MOST = 20_000
"""Entries that are taken of one book."""
_LONGEST = 200
"""Characters that an entry may have."""


def lexicon(archive: Archive, package: Package) -> tuple[Pronunciation, ...]:
    """Return what the book's lexicons say, each spelling once: the first entry holds."""
    entries: dict[tuple[str, str], Pronunciation] = {}
    for item in package.items.values():
        if item.media != _MEDIA or not item.member:
            continue
        try:
            root = parse_xml(archive.read(item.member))
        except UnreadableError:
            continue  # a word said by the voice's own rules is no loss that needs telling
        for entry in _entries(root):
            entries.setdefault((entry.written, entry.language), entry)
            if len(entries) >= _MOST:
                return tuple(entries.values())
    return tuple(entries.values())


def _entries(root: Element | None) -> Iterator[Pronunciation]:
    if root is None:
        return
    language, alphabet = attribute(root, "lang"), root.get("alphabet", "ipa")
    for lexeme in children(root, "lexeme"):
        said = _said(lexeme, alphabet)
        for grapheme in children(lexeme, "grapheme"):
            written = clean_line(text_of(grapheme))
            if said and 0 < len(written) <= _LONGEST:
                # A capital in the lexicon tells a name from a word; small letters mean both.
                named = written != written.lower()
                yield Pronunciation(written, *said, language=language, case=named)


def _said(lexeme: Element, alphabet: str) -> tuple[str, str] | None:
    """Return how a lexeme is said and in which alphabet: the preferred way, else the first."""
    ways = []
    for way in lexeme:
        spoken = clean_line(text_of(way))
        if not 0 < len(spoken) <= _LONGEST:
            continue
        if local(way) == "alias":
            ways.append((way, spoken, ""))
        elif local(way) == "phoneme":
            written_in = way.get("alphabet", alphabet).strip().lower()
            if written_in in _ALPHABETS:
                ways.append((way, spoken, written_in))
    ways.sort(key=lambda way: way[0].get("prefer", "") != "true")
    return ways[0][1:] if ways else None
