"""Between a voice and a Sound: what both playing and exporting do with speech and pauses."""

from __future__ import annotations

from dataclasses import dataclass, replace

from content.density import Density, speech_share
from voices.calibration import Measurement
from voices.contract import PLAYER_RATE, REFERENCE_PACE, Chunk, Manner, Voice
from voices.resample import resampled
from voices.sound import Sound
from voices.trim import KEEP, Trim


@dataclass(frozen=True, slots=True)
class Plan:
    """How a wanted pace is reached."""

    asked: float
    """What to ask the voice for, in words a minute as it reckons them."""
    native_pace: float
    """Words a minute that the article then has, pauses included, if nothing is stretched."""


def native_pace(voice: Voice, pace: float) -> float:
    """Return what to ask of a voice that is trusted; stretching does what it cannot."""
    return max(voice.slowest, min(voice.fastest, pace))


def plan(measurement: Measurement, pace: float, density: Density, pauses: float = 100) -> Plan:
    """Return how an article of ``density`` is read at ``pace`` words a minute.

    The voice is asked for as much of it as it can do; the rest is left to stretching.
    """
    per_unit = 60 * speech_share(density, pauses) / density.units_per_word
    slowest, fastest = (measurement.points[end][1] * per_unit for end in (0, -1))
    asked = round(measurement.asked_for(pace / per_unit))
    # Voices take whole numbers: what they leave is less than stretching would cost in sound.
    return Plan(asked, max(slowest, min(fastest, float(pace))))


def speak_into(sound: Sound, voice: Voice, manner: Manner) -> None:
    """Let ``voice`` fill ``sound`` in this manner, until it is dropped.

    The silence that the voice adds at both ends is taken off.
    """

    def receive(chunk: Chunk) -> bool:
        sound.add(chunk)
        return not sound.dropped

    manner = replace(manner, phonemes=sound.phonemes)
    voice.speak(sound.text, sound.language, manner, resampled(Trim(receive)))


def pause_samples(pause_ms: float, pace: float, pauses: float = 100, speed: float = 1) -> int:
    """Return the samples of silence after an utterance, at the player's rate.

    Pauses shrink with the pace; ``pauses`` is how much of them is wanted, in percent. The
    silence left at both ends of the speech is part of them, shorter by ``speed`` when the
    speech is stretched.
    """
    seconds = pause_ms / 1000 * pauses / 100 * REFERENCE_PACE / pace
    return max(0, round(seconds * PLAYER_RATE - 2 * KEEP / speed))
