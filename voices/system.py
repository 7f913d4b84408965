"""The system's voices, through pyttsx3, which runs in a process of its own.

pyttsx3 blocks, prints, and on Linux drives the same library as the embedded voice, whose
state it would overwrite. Its worker can be killed without harm. Sound is taken through
``save_to_file``, so that the player's pace, pause and marks work on it too.

A worker that hangs or ends is replaced with the next sentence, until it has hung twice in a
row. Whoever asked is told by a VoiceError, and has the sentence spoken by another voice.
"""

from __future__ import annotations

import itertools
import re
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from voices.audio_file import read_sound
from voices.contract import Chunk, Manner, Mark, Sink, VoiceError, VoiceInfo
from voices.pieces import has_words, speakable, without_commands
from voices.system_driver import HungError, Worker
from voices.words import Words

_PATIENCE = 5.0
_PATIENCE_A_CHARACTER = 0.02
"""Seconds; drivers write speech many times faster than it is heard, 0.06 s a character."""
_MOST_HANGS = 2
"""In a row, after which no more is asked."""
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]+)*")


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
        self._worker = Worker()
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
            self._worker = Worker()
        path = next(self._files)  # its own, so that a late writer mixes with nothing
        try:
            self._worker.ask(
                self.patience + len(text) * _PATIENCE_A_CHARACTER,
                do="save",
                # macOS would obey what stands in double brackets.
                text=without_commands(speakable(text)),
                voice=self._voice_for(language),
                rate=round(manner.pace),
                path=str(path),
            )
            self._hangs = 0
            samples, rate = read_sound(path) if has_words(text) or path.exists() else (b"", 0)
        except HungError:
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
    worker = Worker()
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
