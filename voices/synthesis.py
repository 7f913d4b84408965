"""Which utterance is synthesized next, by which voice, at which pace."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from content.errors import IntoneError
from voices.catalogue import DEFAULT
from voices.contract import REFERENCE_PACE, Voice, VoiceError
from voices.sound import Sound
from voices.speaking import native_pace, speak_into


@dataclass(frozen=True, slots=True)
class _Task:
    sound: Sound
    text: str
    language: str


class Synthesis:
    """Fills sounds, the most urgent first. Requests come from one thread, ``run`` is another."""

    def __init__(self, problem: Callable[[str], None], make: Callable[[str], Voice]) -> None:
        """``problem`` is told what a person should know; ``make`` makes voices."""
        self._problem = problem
        self._make = make
        self._changed = threading.Condition()
        self._reading: deque[_Task] = deque()
        self._announcements: deque[_Task] = deque()
        self._wanted = DEFAULT
        self._voices: dict[str, Voice] = {}
        self._pace = REFERENCE_PACE

    def configure(self, voice: str, pace: int) -> None:
        """Use ``voice`` and ``pace`` for what has not been synthesized yet."""
        with self._changed:
            self._wanted, self._pace = voice, pace

    def add(self, sound: Sound, text: str, language: str) -> None:
        """Synthesize ``text`` into ``sound`` after what waits already."""
        with self._changed:
            self._reading.append(_Task(sound, text, language))
            self._changed.notify()

    def announce(self, sound: Sound, text: str, language: str) -> None:
        """Synthesize ``text`` before anything else."""
        with self._changed:
            self._announcements.append(_Task(sound, text, language))
            self._changed.notify()

    def run(self) -> None:
        """Synthesize for ever."""
        while True:
            with self._changed:
                while not self._announcements and not self._reading:
                    self._changed.wait()
            self.step()

    def step(self) -> bool:
        """Synthesize the most urgent utterance; return False when there is none."""
        with self._changed:
            task = self._next()
        if task is None:
            return False
        try:
            self._synthesize(task)
        except IntoneError as error:
            self._problem(str(error))
        task.sound.finish()
        return True

    def _next(self) -> _Task | None:
        for waiting in (self._announcements, self._reading):
            while waiting:
                task = waiting.popleft()
                if not task.sound.dropped:
                    return task
        return None

    def _voice(self) -> Voice:
        """Return the voice that was asked for, or the embedded one when it can't be had."""
        wanted = self._wanted
        if wanted not in self._voices:
            try:
                self._voices[wanted] = self._make(wanted)
            except VoiceError as error:
                self._problem(f"{error} The embedded voice speaks meanwhile.")
                self._voices[wanted] = self._make(DEFAULT)
        return self._voices[wanted]

    def _synthesize(self, task: _Task) -> None:
        sound = task.sound

        def speak(voice: Voice) -> None:
            with self._changed:
                sound.native_pace = native_pace(voice, self._pace)
                sound.set_pace(self._pace)
            speak_into(sound, voice, task.text, task.language)

        try:
            speak(self._voice())
        except VoiceError as error:
            if not sound.empty or self._wanted == DEFAULT:
                raise
            self._problem(f"{error} The embedded voice speaks meanwhile.")
            speak(self._make(DEFAULT))
