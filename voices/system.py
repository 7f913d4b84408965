"""The system's voices, through pyttsx3, which runs in a process of its own.

pyttsx3 blocks, prints, and on Linux drives the same library as the embedded voice, whose
state it would overwrite. Its worker can be killed without harm. Sound is taken through
``save_to_file``, so that the player's pace, pause and marks work on it too.
"""

from __future__ import annotations

import json
import queue
import tempfile
import threading
import wave
from pathlib import Path
from typing import Any

from voices.contract import Chunk, Manner, Mark, Sink, VoiceError, VoiceInfo
from voices.spawn import Child
from voices.words import Words

_PATIENCE = 10.0
"""Seconds that the worker may take to answer."""


class _Worker:
    """The process that drives pyttsx3: one JSON object in, one out, at a time."""

    def __init__(self) -> None:
        self._child = Child("voices.system_worker")
        self._answers: queue.Queue[bytes] = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        for line in self._child.answers:
            self._answers.put(line)
        self._answers.put(b"")

    def ask(self, **request: Any) -> dict[str, Any]:
        """Return the worker's answer; raise VoiceError when it has none."""
        try:
            self._child.send(json.dumps(request).encode() + b"\n")
            line = self._answers.get(timeout=_PATIENCE)
        except (OSError, queue.Empty):
            line = b""
        if not line:
            self.close()
            raise VoiceError("The system's voice does not answer; choose another with --voice.")
        answer: dict[str, Any] = json.loads(line)
        if error := answer.get("error"):
            raise VoiceError(f"The system's voice cannot speak: {error}.")
        return answer

    @property
    def alive(self) -> bool:
        return self._child.alive

    def close(self) -> None:
        self._child.end()


def estimated_marks(text: str, samples: int) -> tuple[Mark, ...]:
    """Spread the words of ``text`` over ``samples`` by their lengths in characters."""
    spans = Words(text).spans
    total = sum(end - start + 1 for start, end in spans) or 1
    marks = []
    before = 0
    for start, end in spans:
        marks.append(Mark(samples * before // total, start, end - start))
        before += end - start + 1
    return tuple(marks)


class SystemVoice:
    """A voice of the operating system; ``name`` is its pyttsx3 id, else the system's own."""

    slowest = 80
    fastest = 400
    prompt = False

    def __init__(self, name: str = "") -> None:
        self._name = name
        self._worker = _Worker()
        self._folder = tempfile.TemporaryDirectory(prefix="intone-")
        listing = self._worker.ask(do="list")
        self._voices: list[dict[str, Any]] = listing["voices"]
        self._current: str = listing["current"]
        if name and name not in {voice["id"] for voice in self._voices}:
            self.close()
            raise VoiceError(
                f"The system has no voice named {name}; see the list that intone voices gives."
            )

    def _voice_for(self, language: str) -> str:
        """Return the id of the chosen voice, else of one that speaks ``language``."""
        if self._name:
            return self._name
        wanted = language.casefold().split("-")[0]
        speaking = [
            voice["id"]
            for voice in self._voices
            if any(tag.casefold().split("-")[0] == wanted for tag in voice["languages"])
        ]
        if self._current in speaking or not speaking:
            return self._current
        return str(speaking[0])

    def speak(self, text: str, language: str, manner: Manner, sink: Sink) -> None:
        """Push the speech of ``text`` in one chunk, its words marked by estimate."""
        if not text.strip():
            return
        if not self._worker.alive:
            self._worker = _Worker()
        path = Path(self._folder.name) / "speech.wav"
        voice = self._voice_for(language)
        self._worker.ask(do="save", text=text, voice=voice, rate=round(manner.pace), path=str(path))
        try:
            with wave.open(str(path)) as file:
                if file.getsampwidth() != 2:
                    raise VoiceError("The system's voice gives a sound that is not 16 bits wide.")
                samples, rate = file.readframes(file.getnframes()), file.getframerate()
                step = 2 * file.getnchannels()
        except (OSError, EOFError, wave.Error) as error:
            raise VoiceError(f"The system's voice gave no sound: {error}.") from error
        finally:
            path.unlink(missing_ok=True)
        if step > 2:
            samples = b"".join(samples[i : i + 2] for i in range(0, len(samples), step))
        sink(Chunk(samples, rate, estimated_marks(text, len(samples) // 2)))

    def close(self) -> None:
        """End the worker and remove its files."""
        self._worker.close()
        self._folder.cleanup()


def system_voices() -> list[VoiceInfo]:
    """Return the voices that pyttsx3 finds; raise VoiceError when it finds no driver."""
    worker = _Worker()
    try:
        voices = worker.ask(do="list")["voices"]
    finally:
        worker.close()
    return [
        VoiceInfo(
            f"pyttsx3:{voice['id']}", voice["name"], tuple(voice["languages"]), marks="estimated"
        )
        for voice in voices
    ]
