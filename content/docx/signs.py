"""Tells DOCX by what is in the archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from content.zips import holds, is_zip

if TYPE_CHECKING:
    from content.formats import Document

_ENDINGS = frozenset({".docx", ".docm", ".dotx"})


def recognises(document: Document) -> bool:
    """Whether a document is DOCX; an archive that lacks the text is by its extension."""
    data = document.data
    return holds(data, "word/document.xml") or (is_zip(data) and document.extension in _ENDINGS)
