"""Which utterance is synthesized next: announcements and reading, each in a lane of its own."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable

from content.density import Density
from voices.catalogue import DEFAULT
from voices.choice import Languages, announcing_voice, reading_voice
from voices.contract import REFERENCE_PACE, Manner, Voice
from voices.health import Health
from voices.helper import Wait, wait_in_seconds
from voices.lane import Lane
from voices.messages import Configure
from voices.pacing import Pacing
from voices.sound import Sound

_GIVES_WAY = 0.25
"""Seconds that reading lets announcements go first, where both use the one library."""


class Synthesis:
    """Fills sounds. Requests come from one thread; ``run`` is another, and starts a third.

    A voice that reads slowly, or not at all, never delays an announcement: each lane has
    voices of its own.
    """

    def __init__(
        self,
        problem: Callable[[str], None],
        make: Callable[[str], Voice],
        wait: Wait | None = None,
        pacing: Pacing | None = None,
    ) -> None:
        """``problem`` is told what a person should know; ``make`` makes voices.

        ``pacing`` knows how fast they really are; without it they are taken at their word.

        ``wait`` is how a voice that may hang is waited for; without one, ``step`` lets voices
        speak in its own thread, and ``run`` waits by the clock.
        """
        self._make = make
        self._wait = wait
        self._pacing = pacing or Pacing()
        self._changed = threading.Condition()
        self._wanted = Configure(DEFAULT, REFERENCE_PACE)
        self._health = Health(problem)
        self._prompt: dict[str, bool] = {}
        self._waiting: tuple[deque[Sound], deque[Sound]] = (deque(), deque())
        """Announcements, and what is read."""
        self._announcing = False
        self._unprepared = DEFAULT
        """The main voice if nobody has asked for it yet."""
        self.lanes = (
            self._lane(self._announcer, self._announcement_manner),
            self._lane(reading_voice, self._reading_manner),
        )

    def _lane(
        self,
        choose: Callable[[Configure, str, Languages], str],
        manner: Callable[[Sound, Voice], Manner],
    ) -> Lane:
        lane = Lane(self._made, self._health, lambda: self._wanted, choose, manner)
        lane.wait = self._wait
        return lane

    def configure(self, wanted: Configure) -> None:
        """Speak as ``wanted`` what has not been synthesized yet."""
        with self._changed:
            before, self._wanted = self._wanted, wanted
            if before.voice != wanted.voice:
                self._unprepared = wanted.voice
                self._changed.notify_all()
        if _voices(before) != _voices(wanted):
            self._health.forgive()

    def add(self, sound: Sound) -> None:
        """Fill ``sound`` after what is to be read already."""
        self._add(1, sound)

    def announce(self, sound: Sound) -> None:
        """Fill ``sound`` after other announcements, whatever reading does."""
        self._add(0, sound)

    def _add(self, line: int, sound: Sound) -> None:
        with self._changed:
            self._waiting[line].append(sound)
            self._changed.notify_all()

    def run(self) -> None:
        """Synthesize for ever."""
        for lane in self.lanes:
            lane.wait = lane.wait or wait_in_seconds
        self.lanes[1].before_piece = self._give_way
        threading.Thread(target=self._run, args=(0,), name="announcements", daemon=True).start()
        self._run(1)

    def _run(self, line: int) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(
                    lambda: self._waiting[line] or (line == 1 and self._unprepared)
                )
                name = self._unprepared if line == 1 else ""
                if name:
                    self._unprepared = ""
            try:
                if name and not self._waiting[line]:
                    self.lanes[line].prepare(name)
                self._step(line)
            except Exception as error:  # a fault of ours must not be the end of all speech
                self._health.nobody_speaks("", f"Speech has an inner fault ({error!r}).")

    def step(self) -> bool:
        """Synthesize the most urgent utterance; return False when there is none."""
        return self._step(0) or self._step(1)

    def _step(self, line: int) -> bool:
        with self._changed:
            sound = self._next(line)
            if line == 0:
                self._announcing = sound is not None
        if sound is None:
            return False
        try:
            self.lanes[line].fill(sound)
            if line == 1:
                self._pacing.heard(sound)
        finally:
            if not sound.complete:
                sound.finish()  # else what follows would wait for it
            if line == 0:
                with self._changed:
                    self._announcing = False
                    self._changed.notify_all()
        return True

    def _next(self, line: int) -> Sound | None:
        waiting = self._waiting[line]
        while waiting:
            sound = waiting.popleft()
            if not sound.dropped:
                return sound
        return None

    def _give_way(self) -> None:
        with self._changed:
            self._changed.wait_for(
                lambda: not (self._announcing or self._waiting[0]), timeout=_GIVES_WAY
            )

    # Which voice, and how it speaks.

    def _made(self, name: str) -> Voice:
        voice = self._make(name)
        self._prompt[name] = voice.prompt
        return self._pacing.name(voice, name)

    def _announcer(self, wanted: Configure, language: str, languages_of: Languages) -> str:
        return announcing_voice(wanted, language, languages_of, self._is_prompt)

    def _is_prompt(self, name: str) -> bool:
        """Return whether it is known to be: making it to find out would itself take time."""
        return name.partition(":")[0] == DEFAULT or self._prompt.get(name, False)

    def _announcement_manner(self, sound: Sound, voice: Voice) -> Manner:
        with self._changed:
            pace = self._wanted.announcer_pace or self._wanted.pace
            return self._pacing.manner(sound, voice, self._wanted, pace)

    def _reading_manner(self, sound: Sound, voice: Voice) -> Manner:
        with self._changed:  # so that no change of the pace comes in between
            wanted = self._wanted
            density = Density(wanted.units_per_word, wanted.pause_ms_per_word)
            return self._pacing.manner(sound, voice, wanted, wanted.pace, density)


def _voices(wanted: Configure) -> tuple[str, dict[str, str], str]:
    return wanted.voice, wanted.voices, wanted.announcer
