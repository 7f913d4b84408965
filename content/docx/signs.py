"""Tells DOCX by what is in the archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from content.formats import Document

_ENDINGS = frozenset({".docx", ".docm", ".dotx"})


def recognises(document: Document) -> bool:
    """Whether a document is DOCX; a damaged archive is by its extension."""
    if not document.data.startswith(b"PK\x03\x04"):
        return False
    import io
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(document.data)) as archive:
            return any(name.startswith("word/document") for name in archive.namelist())
    except (zipfile.BadZipFile, OSError, RuntimeError, ValueError):
        return document.extension in _ENDINGS
