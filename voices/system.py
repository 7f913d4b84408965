"""The system's voices, through pyttsx3, which runs in a process of its own.

pyttsx3 blocks, prints, and on Linux drives the same library as the embedded voice, whose
state it would overwrite. Its worker can be killed without harm. Sound is taken through
``save_to_file``, so that the player's pace, pause and marks work on it too.

A worker that hangs or ends is replaced with the next sentence, until it has hung twice in a
row. Whoever asked is told by a VoiceError, and has the sentence spoken by another voice.
"""

from __future__ import annotations

import itertools
import json
import queue
import re
import tempfile
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from voices.audio_file import read_sound
from voices.contract import Chunk, Manner, Mark, Sink, VoiceError, VoiceInfo
from voices.pieces import has_words, speakable
from voices.spawn import Child
from voices.words import Words

_START_PATIENCE = 15.0
"""Seconds for the interpreter and the driver to start, which the first answer waits for."""
_PATIENCE = 5.0
_PATIENCE_A_CHARACTER = 0.02
"""Seconds; drivers write speech many times faster than it is heard, 0.06 s a character."""
_MOST_HANGS = 2
"""In a row, after which no more is asked."""
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]+)*")


class _HungError(VoiceError):
    """The worker did not answer in time."""


class _Worker:
    """The process that drives pyttsx3: one JSON object in, one out, at a time."""

    def __init__(self) -> None:
        self._child = Child("voices.system_worker")
        self._answers: queue.Queue[bytes] = queue.Queue()
        self._begun = False
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        for line in self._child.answers:
            self._answers.put(line)
        self._answers.put(b"")

    def ask(self, patience: float, **request: Any) -> dict[str, Any]:
        """Return the worker's answer, due in ``patience`` seconds once it has started.

        Raises VoiceError when there is none or it tells of an error; the worker has then been
        ended, as nobody knows what state it is in.
        """
        try:
            self._child.send(json.dumps(request).encode() + b"\n")
            line = self._answers.get(timeout=patience + (0 if self._begun else _START_PATIENCE))
            self._begun = True
            answer = json.loads(line)
            if not isinstance(answer, dict):
                raise ValueError("An answer is an object.")
        except queue.Empty as error:
            self.close()
            raise _HungError("The system's voice does not answer.") from error
        except (OSError, ValueError) as error:
            self.close()
            raise VoiceError("The system's voice has broken off.") from error
        if reason := answer.get("error"):
            self.close()
            if answer.get("no_driver"):
                raise VoiceError(f"The system has no voices that pyttsx3 can use: {reason}.")
            raise VoiceError(f"The system's voice cannot speak: {reason}.")
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


def _spoken_languages(voices: Sequence[dict[str, Any]]) -> tuple[str, ...]:
    """Return what ``voices`` speak; nothing when one of them does not tell."""
    tags = [[tag for tag in voice["languages"] if _TAG.fullmatch(tag)] for voice in voices]
    return tuple(dict.fromkeys(tag for of_one in tags for tag in of_one)) if all(tags) else ()


class SystemVoice:
    """A voice of the operating system; ``name`` is its pyttsx3 id, else the system's own."""

    slowest = 80
    fastest = 400
    prompt = False

    def __init__(self, name: str = "") -> None:
        self._name = name
        self._worker = _Worker()
        self._hangs = 0
        self.patience = _PATIENCE
        """Seconds that it may take to say nothing; each character adds to that."""
        listing = self._worker.ask(self.patience, do="list")
        self._voices: list[dict[str, Any]] = listing["voices"]
        self._current: str = listing["current"]
        speaking = [voice for voice in self._voices if name in ("", voice["id"])]
        if name and not speaking:
            self._worker.close()
            raise VoiceError(
                f"The system has no voice named {name}; see the list that intone voices gives."
            )
        self.languages = _spoken_languages(speaking)
        self._folder = tempfile.TemporaryDirectory(prefix="intone-")
        self._files = (Path(self._folder.name) / f"{number}.wav" for number in itertools.count())

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
        if self._hangs >= _MOST_HANGS:
            raise VoiceError("The system's voice hung twice; choose another with --voice.")
        if not self._worker.alive:
            self._worker.close()
            self._worker = _Worker()
        path = next(self._files)  # its own, so that a late writer mixes with nothing
        try:
            self._worker.ask(
                self.patience + len(text) * _PATIENCE_A_CHARACTER,
                do="save",
                # macOS would obey what stands in double brackets.
                text=speakable(text).replace("[[", "[ ["),
                voice=self._voice_for(language),
                rate=round(manner.pace),
                path=str(path),
            )
            self._hangs = 0
            samples, rate = read_sound(path) if has_words(text) or path.exists() else (b"", 0)
        except _HungError:
            self._hangs += 1
            raise
        finally:
            path.unlink(missing_ok=True)
        if samples:
            sink(Chunk(samples, rate, estimated_marks(text, len(samples) // 2)))

    def close(self) -> None:
        """End the worker and remove its files."""
        self._worker.close()
        self._folder.cleanup()


def system_voices() -> list[VoiceInfo]:
    """Return the voices that pyttsx3 finds; raise VoiceError when it finds no driver."""
    worker = _Worker()
    try:
        voices = worker.ask(_PATIENCE, do="list")["voices"]
    finally:
        worker.close()
    return [
        VoiceInfo(
            f"pyttsx3:{voice['id']}", voice["name"], tuple(voice["languages"]), marks="estimated"
        )
        for voice in voices
    ]
