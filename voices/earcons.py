"""Short sounds that tell what comes, made of a few numbers: no files, no libraries.

Fundamentals lie between 300 and 1500 Hz and overtones stay low, as many who listen hear little
above; the sounds differ in direction, rhythm and number of notes before they differ in colour.
"""

from __future__ import annotations

import array
import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from voices.contract import PLAYER_RATE, Chunk, Mark
from voices.sound import Sound

EARCONS = {
    "heading": "Two notes that rise, before a heading.",
    "link": "One short note that slides upwards, before a sentence with a link.",
    "list": "Three quick ticks, before the first item of a list.",
    "table": "Four ticks, low and high in turn, before a table.",
    "section": "Two notes that fall, at the end of a section.",
    "note": "Two short notes of one pitch, before a sentence that leaves out a note or a source.",
    "skipped": "A long slide downwards, where something was skipped.",
    "error": "Two low buzzes, before a message that something is wrong.",
}
"""Every short sound: its name, and what it is in one sentence."""

PEAK = 0.25
"""Of full scale, that is -12 dB: speech stays the louder."""
_ATTACK, _RELEASE = 0.004, 0.010
"""Seconds in which a note rises and fades; one that begins or ends at once clicks."""
_SILENCE_AFTER = 0.04
"""Seconds between a sound and what it announces."""

_SOFT, _CLEAR, _BUZZ = (1.0, 0.15), (1.0, 0.5, 0.25), (1.0, 0.0, 0.7, 0.0, 0.5)
"""How strong the fundamental and its overtones are."""


@dataclass(frozen=True, slots=True)
class _Note:
    """A tone that slides from one pitch to another, and the silence before it."""

    milliseconds: int
    pitch: int
    """In hertz, as is the next; 0 for one that stays."""
    last_pitch: int = 0
    rest: int = 0
    overtones: tuple[float, ...] = _SOFT


_NOTES = {
    "heading": (_Note(60, 520), _Note(70, 780)),
    "link": (_Note(60, 900, 1400),),
    "list": tuple(_Note(20, 700, rest=rest, overtones=_CLEAR) for rest in (0, 22, 22)),
    "table": tuple(
        _Note(24, pitch, rest=rest, overtones=_CLEAR)
        for pitch, rest in ((420, 0), (1000, 14), (420, 14), (1000, 14))
    ),
    "section": (_Note(70, 660), _Note(75, 440)),
    "note": (_Note(24, 1100), _Note(24, 1100, rest=30)),
    "skipped": (_Note(130, 1200, 400),),
    "error": (_Note(60, 300, overtones=_BUZZ), _Note(60, 300, rest=25, overtones=_BUZZ)),
}


@cache
def samples_of(name: str) -> bytes:
    """Return a sound's samples at the player's rate, computed when it is first asked for."""
    waves: list[float] = []
    for note in _NOTES[name]:
        waves += [0.0] * (note.rest * PLAYER_RATE // 1000)
        waves += _wave(note)
    factor = PEAK * 32767 / max(abs(value) for value in waves)
    return array.array("h", (round(value * factor) for value in waves)).tobytes()


def _wave(note: _Note) -> list[float]:
    length = note.milliseconds * PLAYER_RATE // 1000
    turn = 2 * math.pi * note.pitch / PLAYER_RATE
    # What a pitch that slides evenly gains, summed up.
    gain = 2 * math.pi * ((note.last_pitch or note.pitch) - note.pitch) / PLAYER_RATE / length / 2
    turned = [at * (turn + gain * at) for at in range(length)]
    wave = [0.0] * length
    for multiple, strength in enumerate(note.overtones, start=1):
        if strength:
            wave = [
                value + strength * math.sin(multiple * angle)
                for value, angle in zip(wave, turned, strict=True)
            ]
    for at in range(attack := round(_ATTACK * PLAYER_RATE)):
        wave[at] *= _ramp(at / attack)
    for at in range(release := round(_RELEASE * PLAYER_RATE)):
        wave[-1 - at] *= _ramp(at / release)
    return wave


def _ramp(part: float) -> float:
    """Return how far a note has risen, without a corner at either end of the rise."""
    return (1 - math.cos(math.pi * part)) / 2


class Earcon(Sound):
    """A short sound in the queue of what is read or announced: it has no words and no number.

    One that is not wanted any more when its turn comes ends without being heard.
    """

    def __init__(self, name: str, wanted: Callable[[], bool]) -> None:
        super().__init__(0)
        self._name = name
        self._wanted = wanted
        if wanted():
            self._fill()
        self.finish()

    def _fill(self) -> None:
        if self.empty:
            silence = bytes(2 * round(_SILENCE_AFTER * PLAYER_RATE))
            self.add(Chunk(samples_of(self._name) + silence, PLAYER_RATE))

    def read(self, count: int) -> tuple[bytes, list[Mark]]:
        """Return up to ``count`` samples, none if they are not wanted."""
        if not self._wanted():
            return b"", []
        self._fill()
        return super().read(count)

    @property
    def ended(self) -> bool:
        """Whether it has been played, or need not be."""
        return not self._wanted() or (super().ended and not self.empty)
