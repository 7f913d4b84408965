"""Members of ZIP archives, read within limits and never written to disk."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib

from content.errors import IntoneError
from content.zips import is_crowded

MEMBERS = 20_000
"""The most members an archive may have."""
MEMBER_BYTES = 50_000_000
"""The most bytes that one member may unpack to; a million words of a DOCX file have 30."""
ALL_BYTES = 150_000_000
"""The most that is unpacked of one archive: its texts, never its pictures or sounds."""
BROKEN = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    lzma.LZMAError,
    struct.error,
    zlib.error,
    EOFError,
    MemoryError,  # a field that says how much to read, and lies
    OSError,
    RuntimeError,  # also a way of compressing that Python does not know
    ValueError,
)
"""What Python's zipfile raises for archives that are damaged."""


class UnreadableError(Exception):
    """One member cannot be read; the message ends a sentence that begins with its name."""


class Archive:
    """An archive that is being read; what it unpacks to is counted."""

    def __init__(self, data: bytes, name: str) -> None:
        """Open it; raise IntoneError when it can't be opened, or holds far too much."""
        self.name = name
        """What messages call it."""
        self._unpacked = 0
        if is_crowded(data):
            raise self._crowded()
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except BROKEN as error:
            raise IntoneError(
                f"{name} is cut short or damaged, and its contents can't be found; "
                "get it again and open that."
            ) from error
        members = self._zip.infolist()
        if len(members) > MEMBERS:
            raise self._crowded()
        self.members = {info.filename: info for info in members if not info.is_dir()}
        """What is in it, by name."""

    def read(self, member: str) -> bytes:
        """Return the bytes of a member; raise UnreadableError when there are none to be had.

        What unpacks to more than the limits is an IntoneError: it is made to do harm.
        """
        info = self.members.get(member)
        if info is None:
            raise UnreadableError("is missing")
        if info.flag_bits & 1:
            raise UnreadableError("is locked with a password")
        try:
            with self._zip.open(info) as stream:
                # What the archive says of sizes may be a lie, so the bytes themselves count.
                data = stream.read(min(MEMBER_BYTES, ALL_BYTES - self._unpacked) + 1)
        except BROKEN as error:
            raise UnreadableError("is damaged") from error
        self._unpacked += len(data)
        if len(data) > MEMBER_BYTES or self._unpacked > ALL_BYTES:
            raise self.too_much()
        return data

    def _crowded(self) -> IntoneError:
        return IntoneError(
            f"{self.name} holds more than {MEMBERS} files, far more than a document has; "
            "get it from somebody you trust."
        )

    def too_much(self) -> IntoneError:
        """Return the error for an archive that is made to do harm."""
        return IntoneError(
            f"{self.name} unpacks to far more than a document has, which may be meant to do "
            "harm; get it from somebody you trust."
        )
