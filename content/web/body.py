"""The body of an answer: unpacked, whole, and never larger than an article may be."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable

from content.reading import LIMIT, megabytes
from content.web.failure import FetchError

_SAVE = "open it in a browser, save the page and open the file"
_EITHER = 32 + zlib.MAX_WBITS
"""Makes zlib take gzip and deflate by their headers."""


def read(
    chunks: Iterable[bytes],
    encoding: str,
    name: str,
    expected: int | None,
    progress: Callable[[int, int | None], None],
) -> bytes:
    """Return the bytes of a page called ``name``, packed as ``encoding`` says.

    ``progress`` is told of the bytes that came and of all there will be, if that is known.
    """
    if (expected or 0) > LIMIT:
        raise _too_large(name)
    unpack = _unpacker(encoding.strip().lower(), name)
    parts: list[bytes] = []
    came = size = 0
    for chunk in chunks:
        came += len(chunk)
        part = unpack.take(chunk, LIMIT + 1 - size)
        size += len(part)
        if came > LIMIT or size > LIMIT:
            raise _too_large(name)
        parts.append(part)
        progress(came, expected)
    if not unpack.whole:
        raise broken(name)
    return b"".join(parts)


class _Plain:
    whole = True

    def take(self, chunk: bytes, most: int) -> bytes:
        return chunk


class _Packed:
    """Undoes gzip and deflate a bounded piece at a time: what grows a thousandfold stays small."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._inner = zlib.decompressobj(_EITHER)
        self._begun = self._raw = False

    @property
    def whole(self) -> bool:
        return self._inner.eof or not self._begun

    def take(self, chunk: bytes, most: int) -> bytes:
        done = b""
        while chunk and len(done) < most:
            if self._inner.eof:  # gzip may come in several members
                self._inner = zlib.decompressobj(_EITHER)
            try:
                done += self._inner.decompress(chunk, most - len(done))
            except zlib.error as error:
                if self._begun or self._raw:
                    raise broken(self._name) from error
                self._raw = True  # some servers leave out the header of deflate
                self._inner = zlib.decompressobj(-zlib.MAX_WBITS)
                continue
            self._begun = True
            chunk = self._inner.unused_data or self._inner.unconsumed_tail
        return done


def _unpacker(encoding: str, name: str) -> _Plain | _Packed:
    if encoding in ("", "identity"):
        return _Plain()
    if encoding in ("gzip", "x-gzip", "deflate"):
        return _Packed(name)
    raise FetchError(f"{name} is packed in a way that Intone can't undo", _SAVE)


def broken(name: str) -> FetchError:
    """Return what to say of a page that came in part."""
    return FetchError(f"{name} broke off before it was whole", "try again", passing=True)


def _too_large(name: str) -> FetchError:
    return FetchError(
        f"{name} is larger than the {megabytes(LIMIT)} that Intone opens",
        "download it with a browser and open the file",
    )
