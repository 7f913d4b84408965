"""The espeak-ng library that comes inside the package espeakng-loader, through ctypes."""

from __future__ import annotations

import ctypes
import os
from functools import cache
from pathlib import Path

import espeakng_loader


@cache
def load() -> ctypes.CDLL:
    """Return the library, loaded so that later requests for it by soname find it too."""
    data = Path(espeakng_loader.get_data_path())
    # pyttsx3's driver gives no path; this is where the library then looks.
    os.environ.setdefault("ESPEAK_DATA_PATH", str(data))
    return ctypes.CDLL(espeakng_loader.get_library_path(), mode=ctypes.RTLD_GLOBAL)


@cache
def variants() -> tuple[str, ...]:
    """Return the names of other ways to speak, for every language: men, women, a whisper."""
    folder = Path(espeakng_loader.get_data_path()) / "voices" / "!v"
    return tuple(sorted((file.name for file in folder.glob("*")), key=str.casefold))


def data_path() -> bytes:
    """Return the folder of espeak-ng's own data as the library wants it."""
    return os.fsencode(espeakng_loader.get_data_path())
