"""What is encrypted in a book, and whether that keeps its text from being read."""

from __future__ import annotations

from content.archive import UnreadableError
from content.epub.container import BookArchive
from content.epub.markup import attribute, local, parse_xml
from content.errors import IntoneError

_ENCRYPTION = "META-INF/encryption.xml"
_FONTS = frozenset({"http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"})
"""Algorithms that only keep fonts from being copied; the text is free."""


def encrypted(archive: BookArchive) -> frozenset[str]:
    """Return the members that are encrypted, but for fonts that are merely obfuscated."""
    name = archive.find(_ENCRYPTION)
    if not name:
        return frozenset()
    try:
        root = parse_xml(archive.read(name))
    except UnreadableError:
        return frozenset()
    members = set()
    for data in root.iter() if root is not None else ():
        if local(data) != "EncryptedData":
            continue
        parts = {local(part): part for part in data.iter()}
        method, reference = parts.get("EncryptionMethod"), parts.get("CipherReference")
        if reference is None or (method is not None and method.get("Algorithm") in _FONTS):
            continue
        place = archive.resolve("", attribute(reference, "URI"))
        if place:
            members.add(place.member)
    return frozenset(members)


def locked(archive: BookArchive) -> IntoneError:
    """Return what to tell a person whose book is encrypted."""
    return IntoneError(
        f"{archive.name} is protected by its shop or library, and only their programs can read it; "
        "ask them for a copy without protection."
    )
