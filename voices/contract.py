"""What every voice is: text in, samples and word marks out."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from content import density
from content.errors import IntoneError

if TYPE_CHECKING:  # the speech process needs no article
    from content.utterance import Phonemes


class VoiceError(IntoneError):
    """A voice could not speak."""


@dataclass(frozen=True, slots=True)
class Mark:
    """From ``sample`` on, the word at ``offset`` of the text is heard."""

    sample: int
    """Counted from the start of the utterance."""
    offset: int
    """Characters into the spoken text."""
    length: int


@dataclass(frozen=True, slots=True)
class Chunk:
    """A stretch of speech."""

    samples: bytes
    """Signed 16-bit mono, in the machine's byte order."""
    rate: int
    """Of the samples, in hertz."""
    marks: tuple[Mark, ...] = ()
    """Words that begin in this chunk or, where a voice tells late, before it."""


@dataclass(frozen=True, slots=True)
class VoiceInfo:
    """A voice as a person chooses it."""

    id: str
    """What ``--voice`` takes: the engine, a colon, the engine's own name."""
    name: str
    languages: tuple[str, ...]
    """BCP 47 tags."""
    made_on: str = "this machine"
    """Where the sound is made: what the text is sent to."""
    marks: str = "exact"
    """How words are marked: exact or estimated."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How a voice is to speak."""

    pace: float = 180
    """Words a minute as the engine reckons them, between its slowest and its fastest."""
    pitch: int = 50
    """From 0 to 100; 50 is the voice's own."""
    pitch_range: int = 50
    """How lively, from 0 (monotonous) to 100; 50 is the voice's own."""
    phonemes: tuple[Phonemes, ...] = ()
    """How stretches of the text sound, in order."""


Sink = Callable[[Chunk], bool]
"""Takes speech as it is made; returns False when no more is wanted."""


class Voice(Protocol):
    """An engine. It has no device and no threads of its own.

    Speech is pushed, not pulled, because engines in C call back while they speak: so the
    first samples are on their way long before the sentence is finished.
    """

    slowest: int
    """Pace in words a minute below which its sound is stretched for it."""
    fastest: int
    prompt: bool
    """Whether its first sound comes soon enough to answer keys."""
    languages: tuple[str, ...]
    """BCP 47 tags of what it speaks; empty when it speaks any, or nobody knows."""

    def speak(self, text: str, language: str, manner: Manner, sink: Sink) -> None:
        """Push the speech of ``text`` to ``sink``; raise VoiceError when it can't.

        What a voice can't change of the manner it leaves as it is.
        """

    def close(self) -> None:
        """Let go of what the engine holds."""


PLAYER_RATE = 22050
"""Hertz; what the player mixes and the device is opened with."""
SLOWEST, FASTEST = 60, 900
"""Words a minute."""
REFERENCE_PACE = density.REFERENCE_PACE
"""The pace at which a script's pauses are as long as they say."""


def pace_within_reason(pace: float) -> int:
    """Return ``pace`` as a whole number of words a minute between 60 and 900.

    What is no number (NaN) becomes the pace of reference.
    """
    return REFERENCE_PACE if math.isnan(pace) else round(max(SLOWEST, min(FASTEST, pace)))
