"""How fast voices really speak: measured once over a text of ours, and kept.

What a voice makes of "180 words a minute" is its own affair. Here its speed is known in units
of speech a second (``content.density``) for several asked paces between its slowest and its
fastest.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from content.density import TYPICAL, speech_share, units
from voices.contract import PLAYER_RATE, REFERENCE_PACE, Chunk, Manner, Voice, VoiceInfo
from voices.measuring_texts import TEXTS
from voices.resample import resampled
from voices.trim import KEEP, Trim

_ESPEAK = (
    (80, 8.39), (90, 8.93), (100, 9.91), (120, 11.83), (180, 17.64), (250, 24.05),
    (320, 30.5), (400, 37.7), (450, 42.4),
)  # fmt: skip
"""Of the embedded voice in English: medians over real articles."""


@dataclass(frozen=True, slots=True)
class Measurement:
    """The real speed of a voice at several asked paces, both rising."""

    points: tuple[tuple[float, float], ...]
    """Words a minute as asked, and units of speech a second; at least two."""

    def speed_at(self, asked: float) -> float:
        """Return units a second at ``asked``, which is brought within what was measured."""
        return _between(self.points, asked)

    def asked_for(self, speed: float) -> float:
        """Return the pace to ask for ``speed``, or the nearest that the voice can do."""
        return _between([(real, asked) for asked, real in self.points], speed)

    def scaled(self, factor: float) -> Measurement:
        """Return the measurement of a voice that is ``factor`` times as fast."""
        return Measurement(tuple((asked, speed * factor) for asked, speed in self.points))


def _between(points: Sequence[tuple[float, float]], at: float) -> float:
    index = bisect_right([x for x, _ in points], at)
    if index == 0:
        return points[0][1]
    if index == len(points):
        return points[-1][1]
    (x, y), (next_x, next_y) = points[index - 1], points[index]
    return y + (next_y - y) * (at - x) / (next_x - x)


def valid(points: Any) -> Measurement | None:
    """Return the measurement of ``points``, pairs of numbers; None when they can't be one."""
    try:
        pairs = tuple((float(asked), float(speed)) for asked, speed in points)
    except (TypeError, ValueError):
        return None
    rises = all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(pairs))
    within = all(1 <= asked <= 10_000 and 0.1 <= speed <= 10_000 for asked, speed in pairs)
    return Measurement(pairs) if len(pairs) > 1 and rises and within else None


def supposed(voice_id: str, voice: Voice) -> Measurement:
    """Return what is taken for true of a voice before it has been measured."""
    if voice_id.partition(":")[0] == "espeak":
        return Measurement(_ESPEAK)
    # One that holds what it is asked for, over ordinary text with the pauses left out.
    speed = _between(_ESPEAK, REFERENCE_PACE) / REFERENCE_PACE
    return Measurement(
        ((voice.slowest, voice.slowest * speed), (voice.fastest, voice.fastest * speed))
    )


def spoken_seconds(voice: Voice, text: str, language: str, manner: Manner) -> float:
    """Return how long ``voice`` speaks, without the silence at both ends."""
    samples = 0

    def count(chunk: Chunk) -> bool:
        nonlocal samples
        samples += len(chunk.samples) // 2
        return True

    voice.speak(text, language, manner, resampled(Trim(count)))
    return max(0, samples - 2 * KEEP) / PLAYER_RATE


def measure(
    voice_id: str, voice: Voice, language: str, wanted: Callable[[], bool] = lambda: True
) -> Measurement | None:
    """Measure a voice over our text in ``language``; None when there is none, or no sound.

    Short sentences one by one, so that whoever shares the voice's library waits for no more
    than one; ``wanted`` is asked before each.
    """
    sentences = TEXTS.get(language.casefold().split("-")[0])
    if not sentences:
        return None
    before = supposed(voice_id, voice)
    length = sum(map(units, sentences))
    ratios: list[tuple[float, float]] = []
    for asked in (voice.slowest, REFERENCE_PACE, voice.fastest):
        seconds = 0.0
        for sentence in sentences:
            if not wanted():
                return None
            seconds += spoken_seconds(voice, sentence, language, Manner(asked))
        if not seconds:
            return None
        ratios.append((asked, length / seconds / before.speed_at(asked)))
    paces = {asked for asked, _ in (*before.points, *ratios)}
    return valid(
        (asked, before.speed_at(asked) * _between(ratios, asked)) for asked in sorted(paces)
    )


def words_a_minute(measurement: Measurement, asked: float = REFERENCE_PACE) -> int:
    """Return what the voice speaks of ordinary text when asked for ``asked``, pauses included."""
    speed = measurement.speed_at(asked)
    return round(60 * speech_share(TYPICAL) * speed / TYPICAL.units_per_word)


def measured_words(info: VoiceInfo, kept: Callable[[str, str], Measurement | None]) -> int | None:
    """Return what a listed voice speaks at its natural setting; None if not measured yet."""
    engine = info.id.partition(":")[0]
    # The embedded voice speaks as in Great Britain when an article says no more than "en".
    languages = (*info.languages, "en") if "en-gb" in info.languages else info.languages
    for voice_id in (info.id, engine):
        for language in languages:
            if (found := kept(voice_id, language)) is not None:
                return words_a_minute(found)
    return None
