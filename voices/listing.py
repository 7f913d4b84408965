"""The voices and the sound devices there are, listed by a process of its own.

The libraries that know them may write to the terminal, hang, or end their process.
"""

from __future__ import annotations

import json
import os
import threading
from dataclasses import asdict, dataclass
from typing import Any

from content.errors import IntoneError
from voices.contract import VoiceInfo
from voices.spawn import Child, requests_until_starter_ends, take_pipes

_PATIENCE = 40.0
"""Seconds; the system's voices alone may take 20."""


@dataclass(frozen=True, slots=True)
class DeviceInfo:
    """A sound device as a person chooses it."""

    name: str
    usual: bool
    """Whether it is the system's own choice."""


def find_voices() -> tuple[list[VoiceInfo], list[str]]:
    """Return every voice that can speak here, and a sentence for each engine that can't."""
    answer = _ask("voices")
    voices = [
        VoiceInfo(**{**voice, "languages": tuple(voice["languages"])})
        for voice in answer["voices"]
    ]  # fmt: skip
    return voices, answer["problems"]


def find_devices() -> list[DeviceInfo]:
    """Return the devices that sound can be played on."""
    return [DeviceInfo(**device) for device in _ask("devices")["devices"]]


def _ask(what: str) -> dict[str, Any]:
    child = Child("voices.listing")
    timer = threading.Timer(_PATIENCE, child.end)
    timer.daemon = True
    timer.start()
    try:
        child.send(what.encode() + b"\n")
        answer: dict[str, Any] = json.loads(child.answers.read())
        return answer
    except (OSError, ValueError) as error:
        raise IntoneError(
            f"The {what} can't be listed; run intone doctor to see what is wrong."
        ) from error
    finally:
        timer.cancel()
        child.end()


def _voices() -> dict[str, Any]:
    from voices.catalogue import all_voices

    voices, problems = all_voices()
    return {"voices": [asdict(voice) for voice in voices], "problems": problems}


def _devices() -> dict[str, Any]:
    from voices.device import listed_devices

    names = [device.name for device in listed_devices()]
    usual = _usual_device() if names else ""
    return {"devices": [{"name": name, "usual": name == usual} for name in names]}


def _usual_device() -> str:
    """Return the name of the system's choice, which miniaudio knows but does not tell."""
    from voices.device import import_miniaudio

    miniaudio = import_miniaudio()
    ffi, library = miniaudio.ffi, miniaudio.lib
    try:
        devices = miniaudio.Devices()
    except miniaudio.MiniaudioError:
        return ""
    infos, count = ffi.new("ma_device_info**"), ffi.new("ma_uint32*")
    library.ma_context_get_devices(devices._context, infos, count, ffi.NULL, ffi.NULL)
    for index in range(count[0]):
        if infos[0][index].isDefault:
            return str(ffi.string(infos[0][index].name).decode("utf-8", "replace"))
    return ""


def main() -> None:
    """Answer one request, and end."""
    lines, answers = take_pipes()
    asked = threading.Event()
    what: list[bytes] = []

    def take(line: bytes) -> None:
        what.append(line)
        asked.set()

    requests_until_starter_ends(lines, take)
    asked.wait()
    answer = _voices() if what[0].strip() == b"voices" else _devices()
    answers.write(json.dumps(answer).encode())
    answers.close()
    os._exit(0)  # whatever threads the libraries have left
