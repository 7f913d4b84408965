"""The sound device, through miniaudio; a silent one keeps time where there is none."""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Listed:
    """A device as the system lists it."""

    name: str
    """For a person."""
    id: Any
    """For the system; with PulseAudio, the name of the sink in bytes up to a NUL."""

    @property
    def sink(self) -> str:
        """What PulseAudio calls it."""
        return (
            bytes(import_miniaudio().ffi.buffer(self.id)).split(b"\0")[0].decode("utf-8", "replace")
        )


def listed_devices() -> list[Listed]:
    """Return the devices that sound can be played on; none where there is no sound system."""
    miniaudio = import_miniaudio()
    try:
        devices = miniaudio.Devices()
        if devices.backend == "Null":
            return []
        return [Listed(device["name"], device["id"]) for device in devices.get_playbacks()]
    except miniaudio.MiniaudioError:
        return []


def find_device(name: str) -> Listed | None:
    """Return the device that a person calls ``name``: exactly, or by a part of its name."""
    wanted = name.casefold()
    devices = listed_devices()
    for device in devices:
        if wanted in (device.name.casefold(), device.sink.casefold()):
            return device
    return next((device for device in devices if wanted in device.name.casefold()), None)


class Device:
    """An open device that asks ``fill`` for samples, mono, until it is closed."""

    def __init__(self, fill: Callable[[int], bytes], name: str = "") -> None:
        """Open the device called ``name``, else the system's choice, else a silent one."""
        miniaudio = import_miniaudio()
        chosen = find_device(name) if name else None
        self.found = chosen is not None
        options = {
            "output_format": miniaudio.SampleFormat.SIGNED16,
            "nchannels": 1,
            "sample_rate": PLAYER_RATE,
            "buffersize_msec": PERIOD_MS,
            "app_name": "Intone",
        }
        try:
            self._device = miniaudio.PlaybackDevice(
                device_id=None if chosen is None else chosen.id, **options
            )
        except miniaudio.MiniaudioError:
            self._device = miniaudio.PlaybackDevice(backends=[miniaudio.Backend.NULL], **options)
        self.silent = self._device.backend == "Null"
        system = str(self._device.backend)
        self.name = "none" if self.silent else system if chosen is None else chosen.name

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
