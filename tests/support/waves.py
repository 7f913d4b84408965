"""Where a recorded stretch of speech stands in the whole of it.

The embedded voice does not say a sentence twice with the very same samples. A place is found
by how the spectrum goes, or to a fraction of a millisecond by correlation, where the samples
happen to be alike enough.
"""

from __future__ import annotations

import wave
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Match:
    """Where a stretch was found."""

    sample: int
    """Its first sample, counted in the whole."""
    likeness: float
    """1 for the same samples, about 0 for others."""


@dataclass(frozen=True, slots=True)
class Wave:
    """Speech to look into."""

    samples: NDArray[np.float64]
    rate: int

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return len(self.samples) / self.rate

    def first_silence(self, lasting: float) -> float:
        """Return at which second a silence of ``lasting`` seconds or more first begins."""
        loud = np.flatnonzero(np.abs(self.samples) > 60)
        pauses = np.flatnonzero(np.diff(loud) >= lasting * self.rate)
        return float(loud[pauses[0]] if len(pauses) else loud[-1]) / self.rate

    def find_spectrum(self, stretch: array[int]) -> Match:
        """Return where the spectrum goes as in ``stretch``, of a tenth of a second or more."""
        whole = _spectra(self.samples)
        mean = whole.mean(axis=0)
        whole = whole - mean
        wanted = _spectra(np.asarray(stretch, dtype=np.float64)) - mean
        places = len(whole) - len(wanted) + 1
        if places < 1:
            return Match(0, 0.0)
        products = whole @ wanted.T
        alike = sum(products[i : places + i, i] for i in range(len(wanted)))
        power = np.concatenate(([0.0], np.cumsum((whole**2).sum(axis=1))))
        energy = (power[len(wanted) :] - power[: -len(wanted)]) * (wanted**2).sum()
        likeness = alike / np.sqrt(energy + 1e-9)
        best = int(np.argmax(likeness))
        return Match(best * _HOP, float(likeness[best]))

    def find(self, stretch: array[int], begin: int = 0, end: int | None = None) -> Match:
        """Return where ``stretch`` is most likely, between samples ``begin`` and ``end``."""
        wanted = np.asarray(stretch, dtype=np.float64)
        begin = max(0, begin)
        whole = self.samples[begin:end]
        places = len(whole) - len(wanted) + 1
        if places < 1:
            return Match(begin, 0.0)
        size = 1 << (len(whole) + len(wanted)).bit_length()
        spectrum = np.fft.rfft(whole, size) * np.conj(np.fft.rfft(wanted, size))
        products = np.fft.irfft(spectrum, size)[:places]
        power = np.concatenate(([0.0], np.cumsum(whole**2)))
        energy = power[len(wanted) :] - power[: -len(wanted)]
        least = 1e-3 * float(wanted @ wanted) + 1.0
        likeness = products / np.sqrt(np.maximum(energy, least) * (wanted @ wanted + 1.0))
        best = int(np.argmax(likeness))
        return Match(begin + best, float(likeness[best]))


_FRAME, _HOP, _BANDS = 512, 110, 32


def _spectra(samples: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return how loud each band of frequencies is, every 5 ms, as logarithms."""
    padded = np.concatenate((samples, np.zeros(_FRAME)))
    frames = np.lib.stride_tricks.sliding_window_view(padded, _FRAME)[: len(samples) : _HOP]
    loud = np.abs(np.fft.rfft(frames * np.hanning(_FRAME)))[:, : _BANDS * 6]
    bands = loud.reshape(len(frames), _BANDS, 6).mean(axis=2)
    return np.asarray(np.log(bands + 1000.0))


def read_wave(path: Path) -> Wave:
    """Return the speech in a WAV file of 16-bit mono samples."""
    with wave.open(str(path)) as file:
        samples = np.frombuffer(file.readframes(file.getnframes()), dtype=np.int16)
        return Wave(samples.astype(np.float64), file.getframerate())


def tempo_change(places: Sequence[tuple[float, float]], quicker: float) -> float:
    """Return when speech became ``quicker`` times as fast.

    ``places`` are moments, and how many seconds of the whole had been said at each. Every
    millisecond is tried as the moment of change.
    """
    at, place = np.asarray(places).T
    best, found = np.inf, float(at[0])
    for knee in np.arange(at[0], at[-1], 0.001):
        said = at + np.maximum(0.0, at - knee) * (quicker - 1)
        # Absolute errors: a stretch that was found elsewhere must not move the change.
        errors = np.abs(place - said - np.median(place - said))
        if (error := float(errors.sum())) < best:
            best, found = error, float(knee)
    return found
