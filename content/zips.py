"""Archives of the ZIP kind as the formats in them are known: by what they hold, unopened."""

from __future__ import annotations

_BEGINNINGS = (b"PK\x03\x04", b"PK\x05\x06")


def is_zip(data: bytes) -> bool:
    """Whether ``data`` begins as an archive does."""
    return data.startswith(_BEGINNINGS)


def holds(data: bytes, member: str) -> bool:
    """Whether ``data`` is an archive with a member of that name, even if it is cut short."""
    if not is_zip(data):
        return False
    import io
    import zipfile

    from content.archive import BROKEN

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return member in archive.NameToInfo
    except BROKEN:
        # Each member's name stands before its bytes as well as in the list at the end.
        return member.encode("utf-8") in data
