"""Sonic, which changes how fast speech is without changing its pitch.

The library of espeak-ng exports it (https://github.com/waywardgeek/sonic).
"""

from __future__ import annotations

import ctypes
from functools import cache

from voices.espeak_library import load


@cache
def _sonic() -> ctypes.CDLL:
    library = load()
    library.sonicCreateStream.restype = ctypes.c_void_p
    library.sonicCreateStream.argtypes = [ctypes.c_int, ctypes.c_int]
    library.sonicDestroyStream.argtypes = [ctypes.c_void_p]
    library.sonicSetSpeed.argtypes = [ctypes.c_void_p, ctypes.c_float]
    library.sonicWriteShortToStream.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]
    library.sonicReadShortFromStream.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]
    library.sonicFlushStream.argtypes = [ctypes.c_void_p]
    library.sonicSamplesAvailable.argtypes = [ctypes.c_void_p]
    return library


class Sonic:
    """A stream of signed 16-bit mono samples whose speed can be set at any moment."""

    def __init__(self, rate: int, speed: float) -> None:
        self._library = _sonic()
        self._stream = self._library.sonicCreateStream(rate, 1)
        if not self._stream:
            raise MemoryError("Sonic made no stream")
        self.speed = speed

    @property
    def speed(self) -> float:
        """How many samples go in for each that comes out."""
        return self._speed

    @speed.setter
    def speed(self, speed: float) -> None:
        self._speed = speed
        self._library.sonicSetSpeed(self._stream, speed)

    @property
    def available(self) -> int:
        """Samples that ``read`` can give."""
        return int(self._library.sonicSamplesAvailable(self._stream))

    def write(self, samples: bytes) -> None:
        """Put samples in."""
        self._library.sonicWriteShortToStream(self._stream, samples, len(samples) // 2)

    def read(self, count: int) -> bytes:
        """Take up to ``count`` samples out."""
        buffer = ctypes.create_string_buffer(count * 2)
        got = self._library.sonicReadShortFromStream(self._stream, buffer, count)
        return buffer.raw[: got * 2]

    def flush(self) -> None:
        """Push out what is still inside; after it only the last reads make sense."""
        self._library.sonicFlushStream(self._stream)

    def __del__(self) -> None:
        if stream := getattr(self, "_stream", None):
            self._library.sonicDestroyStream(stream)
