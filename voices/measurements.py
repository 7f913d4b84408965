"""What was measured of voices, kept in a small file between sessions."""

from __future__ import annotations

import contextlib
import json
import os
import threading
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Any

from voices.calibration import Measurement, valid

FILE = "measured.json"
_FORM = 1
"""Raised when units are counted or measured in another way: then all is measured again."""
_LARGEST = 1_000_000
_DISTRIBUTIONS = {"espeak": "espeakng-loader", "piper": "piper-tts"}


def engine_version(voice_id: str) -> str:
    """Return the version of the engine that speaks the voice; empty when it can't be told."""
    from importlib import metadata

    engine = voice_id.partition(":")[0]
    with contextlib.suppress(metadata.PackageNotFoundError, ValueError):
        return metadata.version(_DISTRIBUTIONS.get(engine, engine))
    return ""


class Measurements:
    """Measurements by voice and language. What can't be written is kept in memory.

    A file that is damaged, or of another version of an engine, counts as not there. Nothing
    is read, nor asked where it is, before it is needed: that costs tens of milliseconds.
    """

    def __init__(self, folder: Callable[[], Path] | None = None) -> None:
        """``folder`` tells where the file is; without it nothing is kept between sessions."""
        self._folder = folder
        self._lock = threading.Lock()
        self._versions: dict[str, str] = {}
        self._new: dict[str, Any] = {}

    @cached_property
    def _path(self) -> Path | None:
        return self._folder() / FILE if self._folder else None

    @cached_property
    def _old(self) -> dict[str, Any]:
        return self._read()

    def get(self, voice_id: str, language: str) -> Measurement | None:
        """Return what was measured of the voice in ``language``, if it still holds."""
        key = _key(voice_id, language)
        entry = self._new.get(key) or self._old.get(key)
        if not isinstance(entry, dict) or entry.get("version") != self._version(voice_id):
            return None
        points = entry.get("points")
        return valid(points) if isinstance(points, list) else None

    def put(self, voice_id: str, language: str, measurement: Measurement) -> None:
        """Keep ``measurement``, here and in the file, whose other entries stay."""
        points = [[asked, round(speed, 3)] for asked, speed in measurement.points]
        entry = {"version": self._version(voice_id), "points": points}
        with self._lock:
            self._new[_key(voice_id, language)] = entry
            with contextlib.suppress(OSError):
                self._write({**self._read(), **self._new})

    def _version(self, voice_id: str) -> str:
        if voice_id not in self._versions:
            self._versions[voice_id] = engine_version(voice_id)
        return self._versions[voice_id]

    def _read(self) -> dict[str, Any]:
        if self._path is None:
            return {}
        try:
            if self._path.stat().st_size > _LARGEST:
                return {}
            content = json.loads(self._path.read_bytes())
        except (OSError, ValueError, RecursionError):
            return {}
        if not isinstance(content, dict) or content.get("form") != _FORM:
            return {}
        voices = content.get("voices")
        return voices if isinstance(voices, dict) else {}

    def _write(self, voices: dict[str, Any]) -> None:
        if self._path is None:
            return
        import tempfile

        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=self._path.parent, prefix=".measured-")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump({"form": _FORM, "voices": voices}, file, indent=1)
            Path(name).replace(self._path)
        finally:
            Path(name).unlink(missing_ok=True)


def _key(voice_id: str, language: str) -> str:
    return f"{voice_id} {language.casefold()}"
