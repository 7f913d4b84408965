"""The list of voices that intone voices prints, for people and for programs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from typing import Any

from content.library import state_folder
from content.text import clean_line
from voices.calibration import measured_words
from voices.contract import VoiceInfo
from voices.measurements import Measurements
from voices.privacy import privacy_sentence

_MARKS = {"exact": "words exact", "estimated": "words estimated", "sentence": "sentences only"}
_MOST_LANGUAGES = 5


def voice_list(voices: Sequence[VoiceInfo]) -> Iterator[str]:
    """Give a line on privacy, then one for each voice."""
    yield privacy_sentence(voices)
    speed_of = _speeds()
    for voice in voices:
        languages = " ".join(voice.languages[:_MOST_LANGUAGES]) or "any language"
        if more := len(voice.languages) - _MOST_LANGUAGES:
            languages += f" and {more} more" if more > 0 else ""
        speed = speed_of(voice)
        measured = f"{speed} words a minute" if speed else "not measured yet"
        yield clean_line(
            f"{voice.id}: {voice.name}, {languages}, made on {voice.made_on}, "
            f"{_MARKS.get(voice.marks, voice.marks)}, {measured}"
        )


def voice_list_json(voices: Sequence[VoiceInfo]) -> list[dict[str, Any]]:
    """Return the voices as JSON has them; the speed is in words a minute, or null."""
    speed_of = _speeds()
    return [{**asdict(voice), "words_a_minute": speed_of(voice)} for voice in voices]


def _speeds() -> Callable[[VoiceInfo], int | None]:
    kept = Measurements(state_folder)
    return lambda voice: measured_words(voice, kept.get)
