"""Between a voice and a Sound: what both playing and exporting do with speech and pauses."""

from __future__ import annotations

from voices.contract import PLAYER_RATE, REFERENCE_PACE, Chunk, Manner, Voice
from voices.resample import resampled
from voices.sound import Sound
from voices.trim import KEEP, Trim


def native_pace(voice: Voice, pace: float) -> float:
    """Return what to ask ``voice`` for; what it cannot do of ``pace`` is left to stretching."""
    return max(voice.slowest, min(voice.fastest, pace))


def speak_into(sound: Sound, voice: Voice, manner: Manner) -> None:
    """Let ``voice`` fill ``sound`` in this manner, until it is dropped.

    The silence that the voice adds at both ends is taken off.
    """

    def receive(chunk: Chunk) -> bool:
        sound.add(chunk)
        return not sound.dropped

    voice.speak(sound.text, sound.language, manner, resampled(Trim(receive)))


def pause_samples(pause_ms: float, pace: float) -> int:
    """Return the samples of silence after an utterance, at the player's rate.

    Pauses shrink with the pace. The silence left at both ends of the speech is part of them.
    """
    seconds = pause_ms / 1000 * REFERENCE_PACE / pace
    return max(0, round(seconds * PLAYER_RATE) - 2 * KEEP)
