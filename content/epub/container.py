"""The archive a book comes in: its members by name, within limits, never on disk."""

from __future__ import annotations

import io
import posixpath
import unicodedata
import zipfile
from typing import NamedTuple
from urllib.parse import unquote

from content.archive import BROKEN
from content.epub.markup import children, parse_xml
from content.errors import IntoneError
from content.patterns import lazily
from content.zips import MEMBERS, is_crowded

MEMBER_SIZE = 32_000_000
"""The most bytes one member may have when it is unpacked; a million words have eight."""
WHOLE_SIZE = 100_000_000
"""The most bytes that are unpacked of one book: its texts, never its pictures or sounds."""
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


class UnreadableError(Exception):
    """One member cannot be read; the message ends a sentence that begins with its name."""


class Archive:
    """A book's archive, opened. Names are found whatever their case or Unicode form."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        """What messages call the book."""
        self._unpacked = 0
        self._tags = 0
        if is_crowded(data):
            raise self._crowded()
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except BROKEN as error:
            raise IntoneError(
                f"{name} is cut short or damaged, and its contents cannot be found; "
                "get the book again and open that."
            ) from error
        members = self._zip.infolist()
        if len(members) > MEMBERS:
            raise self._crowded()
        self._members = {info.filename: info for info in members if not info.is_dir()}
        self._alike: dict[str, str] = {}
        for member in self._members:
            self._alike.setdefault(_plain(member), member)

    def _crowded(self) -> IntoneError:
        return IntoneError(
            f"{self.name} holds more than the {MEMBERS} files that Intone looks through; "
            "open a book that was made with fewer."
        )

    def find(self, member: str) -> str:
        """Return the member's name as the archive spells it, or an empty text."""
        if member in self._members:
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
        info = self._members.get(member)
        if info is None:
            raise UnreadableError("is missing")
        if info.flag_bits & 1:
            raise UnreadableError("is locked with a password")
        try:
            with self._zip.open(info) as stream:
                # What the archive says of sizes may be a lie, so the bytes themselves count.
                data = stream.read(MEMBER_SIZE + 1)
        except BROKEN as error:
            raise UnreadableError("is damaged") from error
        self._unpacked += len(data)
        self._tags += data.count(b"<")
        bomb = len(data) > 1_000_000 and len(data) > RATIO * max(info.compress_size, 1)
        if bomb or len(data) > MEMBER_SIZE or self._unpacked > WHOLE_SIZE or self._tags > TAGS:
            raise IntoneError(
                f"{self.name} unpacks to far more than a book has, which may be meant to do harm; "
                "get it from somebody you trust."
            )
        return data


def package_name(archive: Archive) -> str:
    """Return the member that describes the book: the first that container.xml names."""
    container = archive.find(CONTAINER)
    if not container:
        raise IntoneError(
            f"{archive.name} is no EPUB book, since it lacks the file container.xml; "
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


def _no_package(archive: Archive) -> IntoneError:
    return IntoneError(
        f"{archive.name} does not say where its text is: its container.xml leads nowhere; "
        "get the book again, or open another."
    )


def _plain(member: str) -> str:
    return unicodedata.normalize("NFC", member.replace("\\", "/")).casefold()
