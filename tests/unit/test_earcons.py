"""The short sounds: none clicks, none is louder than speech, no two are alike."""

from __future__ import annotations

import array
import itertools
import time

import numpy as np
import pytest

from voices.contract import PLAYER_RATE
from voices.earcons import EARCONS, samples_of


def samples(name: str) -> list[int]:
    return array.array("h", samples_of(name)).tolist()


def pitches(name: str, parts: int = 5) -> tuple[int, ...]:
    """Return roughly what pitch is heard, from part to part: rises through zero in a second."""
    values = samples(name)
    length = len(values) // parts
    found = []
    for part in range(parts):
        window = values[part * length : (part + 1) * length]
        rises = sum(1 for a, b in itertools.pairwise(window) if a < 0 <= b)
        found.append(round(rises * PLAYER_RATE / length, -2))
    return tuple(int(pitch) for pitch in found)


@pytest.mark.parametrize("name", EARCONS)
def test_it_lasts_40_to_150_ms(name: str) -> None:
    assert 0.04 <= len(samples(name)) / PLAYER_RATE <= 0.15


@pytest.mark.parametrize("name", EARCONS)
def test_it_neither_clicks_nor_drowns_speech(name: str) -> None:
    values = samples(name)
    assert abs(values[0]) < 10
    assert abs(values[-1]) < 10
    assert max(map(abs, values)) == pytest.approx(32767 / 4, abs=1)
    quick = values[: PLAYER_RATE // 1000]
    assert max(map(abs, quick)) < 0.2 * 32767 / 4, "it is not there all at once"


@pytest.mark.parametrize("name", EARCONS)
def test_it_can_be_heard_without_the_high_frequencies(name: str) -> None:
    spectrum = np.abs(np.fft.rfft(samples(name))) ** 2
    hertz = np.fft.rfftfreq(len(samples(name)), 1 / PLAYER_RATE)
    assert spectrum[(hertz > 250) & (hertz < 2000)].sum() > 0.9 * spectrum.sum()


def test_no_two_are_alike() -> None:
    for one, other in itertools.combinations(EARCONS, 2):
        difference = (
            sum(abs(a - b) for a, b in zip(pitches(one), pitches(other), strict=True))
            + 5 * abs(len(samples(one)) - len(samples(other))) * 1000 // PLAYER_RATE
        )
        assert difference >= 500, (one, other, pitches(one), pitches(other))


def test_rising_falling_and_sliding_are_as_they_are_described() -> None:
    assert pitches("heading")[0] < pitches("heading")[-1]
    assert pitches("section")[0] > pitches("section")[-1]
    slide = pitches("skipped")
    assert list(slide) == sorted(slide, reverse=True)
    assert pitches("link", 2)[0] < pitches("link", 2)[1]


@pytest.mark.parametrize("name", EARCONS)
def test_making_one_takes_no_time_that_a_key_would_notice(name: str) -> None:
    begun = time.process_time()
    samples_of.__wrapped__(name)
    assert time.process_time() - begun < 0.05


@pytest.mark.parametrize("description", EARCONS.values())
def test_each_is_described_in_a_sentence(description: str) -> None:
    assert description.endswith(".")
