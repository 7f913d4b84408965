"""Which pace to ask of a voice for the pace that was wanted, corrected by what was spoken.

The first words are asked for by what is known of the voice. From then on the speed of what it
really said, of this article, sets it right: an article may be of words that the count of units
misjudges, or in a language in which the voice was never measured.
"""

from __future__ import annotations

import threading
import weakref
from collections.abc import Callable
from dataclasses import dataclass

from content.density import TYPICAL, Density, units
from voices.calibration import Measurement, measure, supposed
from voices.contract import PLAYER_RATE, REFERENCE_PACE, Manner, Voice
from voices.measurements import Measurements
from voices.messages import Configure
from voices.sound import Sound
from voices.speaking import Plan, native_pace, plan
from voices.trim import KEEP

_TRUST = 200.0
"""Units that what was known before counts as: some thirty-five words."""
_REMEMBERED = 6000.0
"""Units after which older speech fades: a long article may change."""
_ENOUGH = 3000.0
"""Units of speech that measure a voice which can't be measured beforehand."""
ASIDE = "espeak"
"""Begins the names of voices that speak in a thread aside without anyone having to wait."""


@dataclass(slots=True)
class _Course:
    """One voice in one language: what is known of it, and how it has spoken since."""

    known: Measurement
    measured: bool
    tried: bool = False
    """Whether what is kept of it has been looked for, and it been measured, aside."""
    said: float = _TRUST
    """Units that were said."""
    due: float = _TRUST
    """Units that should have been said in the same time."""

    @property
    def now(self) -> Measurement:
        return self.known.scaled(self.said / self.due)

    def learn(self, text: str, asked: float, samples: int) -> bool:
        """Learn from ``text`` as it was spoken; return whether that makes a measurement."""
        said = units(text)
        due = self.known.speed_at(asked) * (samples - 2 * KEEP) / PLAYER_RATE
        if not said / 3 < due < said * 3:
            return False  # that was no speech of this text
        self.said += said
        self.due += due
        if self.said > _REMEMBERED:
            fade = _REMEMBERED / self.said
            self.said, self.due = self.said * fade, self.due * fade
        if self.measured or self.said < _ENOUGH:
            return False
        self.measured = True
        return True

    def know(self, measurement: Measurement) -> None:
        """Go by ``measurement`` from now on, with what was learned."""
        factor = measurement.speed_at(REFERENCE_PACE) / self.known.speed_at(REFERENCE_PACE)
        self.due = _TRUST + max(0.0, self.due - _TRUST) * factor
        self.known, self.measured = measurement, True


class Pacing:
    """What is known of every voice that speaks. May be used from several threads."""

    def __init__(
        self,
        measurements: Measurements | None = None,
        make: Callable[[str], Voice] | None = None,
    ) -> None:
        """Without ``measurements`` voices are taken at their word.

        ``make`` makes a voice to be measured aside; without it none is.
        """
        self._measurements = measurements
        self._make = make
        self._names: weakref.WeakKeyDictionary[Voice, str] = weakref.WeakKeyDictionary()
        self._courses: dict[tuple[str, str], _Course] = {}
        self._asked: weakref.WeakKeyDictionary[Sound, set[tuple[str, float]]]
        self._asked = weakref.WeakKeyDictionary()
        """What was asked of whom for a sound that is read: once unless a voice broke off."""
        self._lock = threading.Lock()

    def name(self, voice: Voice, name: str) -> Voice:
        """Note what ``voice`` is called; return it."""
        with self._lock:
            self._names[voice] = name
        return voice

    def manner(
        self, sound: Sound, voice: Voice, wanted: Configure, pace: float,
        density: Density | None = None,
    ) -> Manner:  # fmt: skip
        """Return how ``voice`` is to speak ``sound``, or the rest of it, for ``pace``.

        A sound is stretched as a whole: what goes on with one is asked for the pace of its
        start. What belongs to no article has no ``density``, and none is learned from it.
        """
        with self._lock:
            begun = not sound.empty
            chosen = self._plan(
                voice,
                sound.language,
                sound.native_pace if begun else pace,
                density or TYPICAL,
                wanted.pauses if density else 100,
            )
            if not begun:
                sound.native_pace = chosen.native_pace
                sound.set_pace(pace)
            if density:
                spoken_by = self._asked.setdefault(sound, set())
                spoken_by.add((self._names.get(voice, ""), chosen.asked))
        return Manner(chosen.asked, wanted.pitch, wanted.pitch_range)

    def _plan(
        self, voice: Voice, language: str, pace: float, density: Density, pauses: float
    ) -> Plan:
        course = self._course(voice, language)
        if course is None:
            asked = native_pace(voice, pace)
            return Plan(asked, asked)
        return plan(course.now, pace, density, pauses)

    def heard(self, sound: Sound) -> None:
        """Learn from ``sound``, filled now, unless it was dropped or two voices spoke it."""
        with self._lock:
            spoken_by = self._asked.pop(sound, set())
            if len(spoken_by) != 1 or sound.dropped or self._measurements is None:
                return
            name, asked = spoken_by.pop()
            key = (name, sound.language)
            course = self._courses[key]
            learned = course.learn(sound.text, asked, sound.length)
            aside = not (course.measured or course.tried) and name.startswith(ASIDE)
            course.tried = True
            now = course.now
        if learned:
            self._measurements.put(*key, now)
        elif aside and self._make is not None:
            threading.Thread(
                target=self._know_aside, args=key, name="measuring", daemon=True
            ).start()

    def _know_aside(self, name: str, language: str) -> None:
        if self._make is None or self._measurements is None:
            return
        found = self._measurements.get(name, language)
        if found is None:
            voice = self._make(name)
            try:
                found = self._measured(name, voice, language)
            finally:
                voice.close()
        if found is not None:
            with self._lock:
                self._courses[name, language].know(found)

    def know(self, voice: Voice, language: str) -> None:
        """Measure ``voice`` now, unless it is known or slow, so that its first words are right."""
        name = self._names.get(voice, "")
        if voice.prompt and self._measurements and not self._measurements.get(name, language):
            self._measured(name, voice, language)

    def _measured(self, name: str, voice: Voice, language: str) -> Measurement | None:
        found = measure(name, voice, language)
        if found is not None and self._measurements is not None:
            self._measurements.put(name, language, found)
        return found

    def _course(self, voice: Voice, language: str) -> _Course | None:
        if self._measurements is None:
            return None
        name = self._names.get(voice, "")
        course = self._courses.get((name, language))
        if course is None:
            # Reading the file would delay the first word of one that speaks at once.
            later = self._make is not None and name.startswith(ASIDE)
            kept = None if later else self._measurements.get(name, language)
            course = _Course(kept or supposed(name, voice), kept is not None)
            self._courses[name, language] = course
        return course
