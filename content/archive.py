"""Members of ZIP archives, read within limits and never written to disk."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib

from content.errors import IntoneError
from content.zips import MEMBERS, is_crowded

MEMBER_BYTES = 50_000_000
"""The most bytes that one member may unpack to; a million words of a DOCX file have 30."""
ALL_BYTES = 150_000_000
"""The most that is unpacked of one archive."""
BROKEN = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    lzma.LZMAError,
    struct.error,
    zlib.error,
    EOFError,
    MemoryError,  # a field that says how much to read, and lies
    OSError,
    RuntimeError,  # also a password, and a way of compressing that Python does not know
    ValueError,
)
"""What Python's zipfile raises for archives that are damaged."""


class Archive:
    """An archive that is being read; what it unpacks to is counted."""

    def __init__(self, data: bytes, name: str) -> None:
        """Open it; ``name`` is what messages call it."""
        self._name = name
        self._unpacked = 0
        if is_crowded(data):
            raise self._too_much()
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except BROKEN as error:
            raise self._damaged() from error
        if len(self._zip.infolist()) > MEMBERS:
            raise self._too_much()

    @property
    def members(self) -> list[str]:
        """The names of what is in it, each once."""
        return list(dict.fromkeys(self._zip.namelist()))

    def read(self, member: str) -> bytes | None:
        """Return a member's bytes, or None when there is no such member.

        Raises IntoneError for what is damaged or larger than a person's document is.
        """
        try:
            with self._zip.open(member) as stream:
                # What the archive says of sizes may be a lie, so the bytes themselves count.
                data = stream.read(min(MEMBER_BYTES, ALL_BYTES - self._unpacked) + 1)
        except KeyError:
            return None
        except BROKEN as error:
            raise self._damaged() from error
        self._unpacked += len(data)
        if len(data) > MEMBER_BYTES or self._unpacked > ALL_BYTES:
            raise self._too_much()
        return data

    def _damaged(self) -> IntoneError:
        return IntoneError(
            f"{self._name} is damaged, since its contents can't be unpacked; "
            "get it again and open that."
        )

    def _too_much(self) -> IntoneError:
        return IntoneError(
            f"{self._name} unpacks to far more than a document has, which may be meant to do "
            "harm; get it from somebody you trust."
        )
