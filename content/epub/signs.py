"""How an EPUB book is known by its bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from content.zips import holds, is_zip

if TYPE_CHECKING:
    from content.formats import Document

_MIMETYPE = b"mimetypeapplication/epub+zip"
"""What a book begins with, behind the 30 bytes that come before a member's name."""


def recognises(document: Document) -> bool:
    """Whether a document is a book: it says so first, or it has the file that books must have.

    Another archive that is called a book, and bytes that are no text, are told of as books.
    """
    data = document.data
    if data[30:58] == _MIMETYPE or holds(data, "META-INF/container.xml"):
        return True
    return document.extension == ".epub" and (is_zip(data) or b"\0" in data[:4096])
