"""The word that is told, and shown, is the word that is heard."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest

from tests.support.ear import Ear
from tests.support.hearing import until
from voices.client import SpeechProcess
from voices.messages import Configure, Event, Finished, Reached, Speak

_WORDS = "Ten, two, cat, tip, pot, tap, kid, top, put, cut, pick, talk, take, cup, pat, kick."
"""Each begins with a burst, after a silence."""


@pytest.mark.parametrize("pace", [100, 250, 600])
def test_words_are_told_when_they_are_heard(
    sound: Ear, pace: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in sound.environment.items():
        monkeypatch.setenv(name, value)
    told: list[float] = []
    ended: list[float] = []

    def listen(event: Event) -> None:
        if isinstance(event, Reached):
            told.append(time.perf_counter())
        elif isinstance(event, Finished):
            ended.append(time.perf_counter())

    speech = SpeechProcess()
    try:
        speech.listen(listen)
        speech.send(Configure("espeak", pace))
        speech.send(Speak(1, _WORDS, "en", 0))
        until(lambda: ended, 30)
    finally:
        speech.close()
    heard = _onsets(sound, told[0] - 0.2, ended[0] + 0.1, len(told))
    differences = [mark - onset for mark, onset in zip(told, heard, strict=True)]
    assert max(map(abs, differences)) <= 0.05, differences


def _onsets(ear: Ear, begin: float, end: float, words: int) -> list[float]:
    """Return when each word was heard to begin: after the longest silences."""
    stretches = ear.stretches(begin, end, gap=0.008)
    silences = sorted(
        ((after[0] - before[1], after[0]) for before, after in pairwise(stretches)), reverse=True
    )
    return sorted([stretches[0][0], *(onset for _, onset in silences[: words - 1])])
