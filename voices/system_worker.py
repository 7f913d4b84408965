"""The process that drives pyttsx3 for the system's voices."""

from __future__ import annotations

import json
import queue
import signal
import sys
from typing import Any

from voices.spawn import requests_until_starter_ends, take_pipes


def _list(engine: Any) -> dict[str, Any]:
    voices = [
        {
            "id": voice.id,
            "name": voice.name or voice.id,
            "languages": [_tag(language) for language in voice.languages or ()],
        }
        for voice in engine.getProperty("voices")
    ]
    return {"voices": voices, "current": engine.getProperty("voice") or ""}


def _tag(language: str | bytes) -> str:
    """Return a BCP 47 tag: drivers give bytes with a priority, or ``en_GB``, or NULs."""
    if isinstance(language, bytes):
        language = language.lstrip(bytes(range(32))).decode("utf-8", "replace")
    return language.split("\0")[0].replace("_", "-")


def _save(engine: Any, request: dict[str, Any]) -> dict[str, Any]:
    for name in ("voice", "rate"):
        if request[name]:
            _set(engine, name, request[name])
    engine.save_to_file(request["text"], request["path"])
    engine.runAndWait()
    return {}


def _set(engine: Any, name: str, value: Any) -> None:
    """Set a property so that what is saved next has it."""
    if sys.platform != "linux":
        engine.setProperty(name, value)
        return
    # The espeak driver hands properties to a thread of the library and doesn't wait for it,
    # so that the next sentence is still spoken with the old ones.
    from voices.espeak_library import load

    engine.proxy._driver.setProperty(name, value)
    load().espeak_Synchronize()


def _engine() -> Any:
    if sys.platform == "linux":
        from voices.espeak_library import load

        load()  # pyttsx3's driver then finds this one, and needs no other
    import pyttsx3

    return pyttsx3.init()


def main() -> None:
    """Answer requests until the starter ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    lines, answers = take_pipes()
    requests: queue.Queue[bytes] = queue.Queue()
    requests_until_starter_ends(lines, requests.put)
    engine: Any = None
    while True:
        request = json.loads(requests.get())
        try:
            if engine is None:
                engine = _engine()
            answer = _list(engine) if request["do"] == "list" else _save(engine, request)
            line = json.dumps(answer)
        except Exception as error:  # pyttsx3 raises whatever its drivers do
            reason = " ".join(str(error).split()) or type(error).__name__
            line = json.dumps({"error": reason.rstrip("."), "no_driver": engine is None})
        answers.write(line.encode() + b"\n")
