"""Which utterance is synthesized next, by which voice, at which pace."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable

from content.errors import IntoneError
from voices.catalogue import DEFAULT
from voices.contract import REFERENCE_PACE, Manner, Voice, VoiceError
from voices.messages import Configure
from voices.sound import Sound
from voices.speaking import native_pace, speak_into


class Synthesis:
    """Fills sounds, the most urgent first. Requests come from one thread, ``run`` is another."""

    def __init__(self, problem: Callable[[str], None], make: Callable[[str], Voice]) -> None:
        """``problem`` is told what a person should know; ``make`` makes voices."""
        self._problem = problem
        self._make = make
        self._changed = threading.Condition()
        self._reading: deque[Sound] = deque()
        self._announcements: deque[Sound] = deque()
        self._voices: dict[str, Voice] = {}
        self._wanted = Configure(DEFAULT, REFERENCE_PACE)

    def configure(self, wanted: Configure) -> None:
        """Speak as ``wanted`` what has not been synthesized yet."""
        with self._changed:
            self._wanted = wanted

    def add(self, sound: Sound) -> None:
        """Fill ``sound`` after what waits already."""
        with self._changed:
            self._reading.append(sound)
            self._changed.notify()

    def announce(self, sound: Sound) -> None:
        """Fill ``sound`` before anything else."""
        with self._changed:
            self._announcements.append(sound)
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
            sound = self._next()
        if sound is None:
            return False
        try:
            self._synthesize(sound)
        except IntoneError as error:
            self._problem(str(error))
        sound.finish()
        return True

    def _next(self) -> Sound | None:
        for waiting in (self._announcements, self._reading):
            while waiting:
                sound = waiting.popleft()
                if not sound.dropped:
                    return sound
        return None

    def _voice(self) -> Voice:
        """Return the voice that was asked for, or the embedded one when it can't be had."""
        wanted = self._wanted.voice
        if wanted not in self._voices:
            try:
                self._voices[wanted] = self._make(wanted)
            except VoiceError as error:
                self._problem(f"{error} The embedded voice speaks meanwhile.")
                self._voices[wanted] = self._make(DEFAULT)
        return self._voices[wanted]

    def _synthesize(self, sound: Sound) -> None:
        def speak(voice: Voice) -> None:
            with self._changed:
                wanted = self._wanted
                sound.native_pace = native_pace(voice, wanted.pace)
                sound.set_pace(wanted.pace)
            speak_into(sound, voice, Manner(sound.native_pace, wanted.pitch, wanted.pitch_range))

        try:
            speak(self._voice())
        except VoiceError as error:
            if not sound.empty or self._wanted.voice == DEFAULT:
                raise
            self._problem(f"{error} The embedded voice speaks meanwhile.")
            speak(self._make(DEFAULT))
