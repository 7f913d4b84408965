"""Words a minute and SSIP's rate, a number from -100 to 100 without a unit.

A word is reckoned as six characters with the space behind it, as long as English ones are on
average, so that a sentence of long words is not taken for a slow one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from statistics import median

_RATES = (-100, -80, -60, -40, -20, 0, 20, 40, 60, 80, 100)
_PACES = (89, 114, 130, 155, 173, 190, 256, 319, 376, 432, 490)
"""Words a minute that each rate gave with Debian's espeak-ng module (0.11.4) for a sentence of
34 English words, from its first index mark to its last."""
SLOWEST, FASTEST = _PACES[0], _PACES[-1]
CHARACTERS = 6
"""Of a word, the space included."""
_LEAST, _MOST = 0.7, 1.3
"""How far a module is corrected."""
MEMORY = 15
"""Sentences that a module is judged by."""


def rate_for(pace: float) -> int:
    """Return the rate that gives ``pace`` words a minute, or the nearest there is."""
    if pace <= SLOWEST:
        return _RATES[0]
    if pace >= FASTEST:
        return _RATES[-1]
    index = bisect_right(_PACES, pace) - 1
    slow, fast = _PACES[index : index + 2]
    low, high = _RATES[index : index + 2]
    return round(low + (high - low) * (pace - slow) / (fast - slow))


def achieved(characters: int, seconds: float) -> float:
    """Return the words a minute of ``characters`` that were spoken in ``seconds``."""
    return 60 * characters / CHARACTERS / seconds


def correction(ratios: Iterable[float]) -> float:
    """Return the factor on the pace that a module is asked for, so that it keeps the wished one.

    ``ratios`` are those of the achieved to the asked pace of the latest sentences. The middle
    one counts, since numbers, names and commas make single sentences slow; and two that were
    right are added, so that the first sentence alone changes nothing.
    """
    return max(_LEAST, min(_MOST, 1 / median([1.0, 1.0, *ratios])))
