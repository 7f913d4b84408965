"""Archives of the ZIP kind as the formats in them are known: by what they hold, unopened."""

from __future__ import annotations

_MOST_ENTRIES = 100_000
_ENTRY = b"PK\x01\x02"
_BEGINNINGS = (b"PK\x03\x04", b"PK\x05\x06")


def is_zip(data: bytes) -> bool:
    """Whether ``data`` begins as an archive does."""
    return data.startswith(_BEGINNINGS)


def is_crowded(data: bytes) -> bool:
    """Whether an archive lists far more members than a document has.

    It is told before the list is read, which would take much more memory than the archive; a
    list in a member that is not packed counts as well, so it may take more than are read.
    """
    return data.count(_ENTRY) > _MOST_ENTRIES


def holds(data: bytes, member: str) -> bool:
    """Whether ``data`` is an archive with a member of that name, even if it is cut short."""
    if not is_zip(data):
        return False
    named = member.encode("utf-8")
    if is_crowded(data):
        return named in data
    import io
    import zipfile

    from content.archive import BROKEN

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return member in archive.NameToInfo
    except BROKEN:
        # Each member's name stands before its bytes as well as in the list at the end.
        return named in data
