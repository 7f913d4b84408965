"""Samples of any rate become samples of the player's, in stretches that join without a seam."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from voices.contract import PLAYER_RATE

_REACH = 24
"""Samples of the source on each side that a sample is made of."""


def at_player_rate(stretches: Iterable[tuple[Any, bool]], rate: int) -> Iterator[tuple[Any, bool]]:
    """Yield ``stretches`` of ``rate`` hertz at the player's rate.

    They are float arrays, each with whether it is the last.
    A sample is the sum of those around it, each weighed by a windowed sinc that lets nothing
    through that the slower of the two rates can't carry.
    """
    if rate == PLAYER_RATE:
        yield from stretches
        return
    import numpy

    step = rate / PLAYER_RATE
    narrow = min(1.0, 1 / step)
    reach = round(_REACH / narrow)
    around = numpy.arange(-reach, reach + 1)
    held: Any = numpy.zeros(reach)
    origin = -reach  # of ``held``, in samples of the source
    made = 0
    for samples, last in stretches:
        held = numpy.concatenate((held, samples, numpy.zeros(2 * reach if last else 0)))
        end = int((origin + len(held) - reach - 1) / step)
        places = numpy.arange(made, max(made, end)) * step
        nearest = numpy.floor(places).astype(int)
        distance = around[None, :] - (places - nearest)[:, None]
        weights = narrow * numpy.sinc(narrow * distance)
        weights *= 0.5 + 0.5 * numpy.cos(numpy.pi * distance / (reach + 1))
        taken = held[nearest[:, None] + around[None, :] - origin]
        made += len(places)
        yield (taken * weights).sum(axis=1), last
        passed = max(0, int(made * step) - reach - origin)
        held, origin = held[passed:], origin + passed
