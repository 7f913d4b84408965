"""Samples made louder or quieter, and heard over one another."""

from __future__ import annotations

import array

_DUCKED = 0.25
"""How loud the reading is under an announcement that is heard over it."""


def scaled(data: bytes, factor: float) -> bytes:
    """Return the samples, 16 bits each, times ``factor``."""
    samples = array.array("h", data)
    for i, value in enumerate(samples):
        samples[i] = max(-32768, min(32767, int(value * factor)))
    return samples.tobytes()


def mixed(data: bytes, under: bytes) -> bytes:
    """Return ``data`` over what is heard under it, which is made quiet."""
    over = array.array("h", data)
    for i, value in enumerate(array.array("h", under)):
        over[i] = max(-32768, min(32767, over[i] + int(value * _DUCKED)))
    return over.tobytes()
