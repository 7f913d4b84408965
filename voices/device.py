"""The sound device, through miniaudio; a silent one keeps time where there is none."""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator
from typing import Any

from voices.contract import PLAYER_RATE

PERIOD_MS = 10
"""The device asks for this much at a time; a key is heard after one or two of them."""


def import_miniaudio() -> Any:
    """Return miniaudio, imported without NumPy, which it takes if it finds it but we don't use.

    NumPy would be most of the time that the speech process needs to start.
    """
    if "numpy" in sys.modules:
        import miniaudio

        return miniaudio
    sys.modules["numpy"] = None  # type: ignore[assignment]
    try:
        import miniaudio
    finally:
        del sys.modules["numpy"]
    return miniaudio


class Device:
    """An open device that asks ``fill`` for samples, mono, until it is closed."""

    def __init__(self, fill: Callable[[int], bytes]) -> None:
        miniaudio = import_miniaudio()
        options = {
            "output_format": miniaudio.SampleFormat.SIGNED16,
            "nchannels": 1,
            "sample_rate": PLAYER_RATE,
            "buffersize_msec": PERIOD_MS,
            "app_name": "Intone",
        }
        try:
            self._device = miniaudio.PlaybackDevice(**options)
        except miniaudio.MiniaudioError:
            self._device = miniaudio.PlaybackDevice(backends=[miniaudio.Backend.NULL], **options)
        self.silent = self._device.backend == "Null"
        self.name = "none" if self.silent else str(self._device.backend)

        def samples() -> Generator[bytes, int, None]:
            count = yield b""
            while True:
                count = yield fill(count)

        self._samples = samples()
        next(self._samples)
        self.start()

    def start(self) -> None:
        """Begin to ask for samples, at once."""
        self._device.start(self._samples)

    def stop(self) -> None:
        """Ask for no more samples until ``start``."""
        self._device.stop()

    def close(self) -> None:
        """Stop for good."""
        self._device.close()
