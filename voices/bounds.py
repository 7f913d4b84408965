"""What the speech process is told to do, brought within what it can do."""

from __future__ import annotations

import math
from dataclasses import replace

from voices.contract import pace_within_reason
from voices.messages import Configure

MOST_VOLUME = 200
"""Percent; louder than twice the voice's own is noise."""
MOST_PAUSES = 500
"""Percent of the pauses that the script asks for."""


def bounded(wanted: Configure) -> Configure:
    """Return ``wanted`` with every number within reason; what is no number has its default."""
    return replace(
        wanted,
        pace=pace_within_reason(wanted.pace),
        announcer_pace=pace_within_reason(wanted.announcer_pace) if wanted.announcer_pace else 0,
        volume=_within(wanted.volume, MOST_VOLUME, 100),
        pitch=_within(wanted.pitch, 100, 50),
        pitch_range=_within(wanted.pitch_range, 100, 50),
        pauses=_within(wanted.pauses, MOST_PAUSES, 100),
    )


def _within(value: float, most: int, otherwise: int) -> int:
    return otherwise if math.isnan(value) else round(max(0, min(most, value)))
