"""What the speech process is told to do, brought within what it can do."""

from __future__ import annotations

import math
from dataclasses import replace

from content.density import TYPICAL
from voices.contract import pace_within_reason
from voices.messages import Configure

MOST_VOLUME = 200
"""Percent; louder than twice the voice's own is noise."""
MOST_PAUSES = 500
"""Percent of the pauses that the script asks for."""
_UNITS_PER_WORD = (0.5, 50.0)
_MOST_PAUSE_MS_PER_WORD = 5000.0
"""Beyond what any language and any script comes to."""


def bounded(wanted: Configure) -> Configure:
    """Return ``wanted`` with every number within reason; what is no number has its default."""
    return replace(
        wanted,
        pace=pace_within_reason(wanted.pace),
        announcer_pace=pace_within_reason(wanted.announcer_pace) if wanted.announcer_pace else 0,
        volume=_percent(wanted.volume, MOST_VOLUME, 100),
        pitch=_percent(wanted.pitch, 100, 50),
        pitch_range=_percent(wanted.pitch_range, 100, 50),
        pauses=_percent(wanted.pauses, MOST_PAUSES, 100),
        units_per_word=_within(
            wanted.units_per_word, *_UNITS_PER_WORD, otherwise=TYPICAL.units_per_word
        ),
        pause_ms_per_word=_within(
            wanted.pause_ms_per_word,
            0,
            _MOST_PAUSE_MS_PER_WORD,
            otherwise=TYPICAL.pause_ms_per_word,
        ),
    )


def _percent(value: float, most: int, otherwise: int) -> int:
    return round(_within(value, 0, most, otherwise))


def _within(value: float, least: float, most: float, otherwise: float) -> float:
    return otherwise if math.isnan(value) else max(least, min(most, value))
