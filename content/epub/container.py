"""The archive a book comes in: its members by name, within limits, never on disk."""

from __future__ import annotations

import posixpath
import unicodedata
from typing import NamedTuple
from urllib.parse import unquote

from content.archive import Archive, UnreadableError
from content.epub.markup import children, parse_xml
from content.errors import IntoneError
from content.patterns import lazily

TAGS = 4_000_000
"""The most tags a book may have: two for each of a million words, when every word has its own."""
RATIO = 200
"""How many times larger than packed a member of more than a megabyte may be."""
CONTAINER = "META-INF/container.xml"
_PACKAGE = "application/oebps-package+xml"
_SCHEME = lazily(r"[A-Za-z][A-Za-z0-9+.-]*:")


class Place(NamedTuple):
    """What a reference means: a member of the archive, and the id of an element in it."""

    member: str
    fragment: str = ""


class BookArchive:
    """A book's archive. Names are found whatever their case or Unicode form."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        """What messages call the book."""
        self._tags = 0
        self._archive = Archive(data, name)
        self._alike: dict[str, str] = {}
        for member in self._archive.members:
            self._alike.setdefault(_plain(member), member)

    def find(self, member: str) -> str:
        """Return the member's name as the archive spells it, or an empty text."""
        if member in self._archive.members:
            return member
        return self._alike.get(_plain(member), "")

    def resolve(self, base: str, reference: str) -> Place | None:
        """Return what ``reference``, standing in the member ``base``, means in this archive.

        None for addresses elsewhere and for names that are not in the archive.
        """
        path, _, fragment = reference.strip().partition("#")
        path = path.partition("?")[0]
        fragment = unquote(fragment)
        if not path:
            return Place(base, fragment)
        if _SCHEME.match(path) or path.startswith("//"):
            return None
        for written in (path, unquote(path), unquote(path).replace("\\", "/")):
            # An absolute path begins at the archive's root, and .. never leads out of it.
            joined = posixpath.join(posixpath.dirname(base), written)
            member = self.find(posixpath.normpath("/" + joined).lstrip("/"))
            if member:
                return Place(member, fragment)
        return None

    def read(self, member: str) -> bytes:
        """Return the bytes of a member; raise UnreadableError when there are none to be had.

        A book that unpacks to more than the limits is an IntoneError: it is made to do harm.
        """
        data = self._archive.read(member)
        self._tags += data.count(b"<")
        packed = max(self._archive.members[member].compress_size, 1)
        if self._tags > TAGS or (len(data) > 1_000_000 and len(data) > RATIO * packed):
            raise self._archive.too_much()
        return data


def package_name(archive: BookArchive) -> str:
    """Return the member that describes the book: the first that container.xml names."""
    container = archive.find(CONTAINER)
    if not container:
        raise IntoneError(
            f"{archive.name} is not an EPUB book, since it lacks the file container.xml; "
            "get the book again, or open another."
        )
    try:
        root = parse_xml(archive.read(container))
    except UnreadableError as error:
        raise _no_package(archive) from error
    for files in children(root, "rootfiles"):
        for file in children(files, "rootfile"):
            place = archive.resolve("", file.get("full-path", ""))
            if place and place.member and file.get("media-type", _PACKAGE).strip() == _PACKAGE:
                return place.member
    raise _no_package(archive)


def _no_package(archive: BookArchive) -> IntoneError:
    return IntoneError(
        f"{archive.name} does not say where its text is: its container.xml leads nowhere; "
        "get the book again, or open another."
    )


def _plain(member: str) -> str:
    return unicodedata.normalize("NFC", member.replace("\\", "/")).casefold()
