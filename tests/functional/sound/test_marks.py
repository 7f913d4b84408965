"""The word that is told, and shown, is the word that is heard."""

from __future__ import annotations

import time

import pytest

from tests.support.ear import Ear
from tests.support.hearing import until
from voices.client import SpeechProcess
from voices.messages import Configure, Event, Finished, Reached, Speak

_WORDS = "Tie, cow, pea, toe, core, pay, two, tear, key, par, toy, pew, tall, call, pool, coil."
"""Each begins with a burst, after the only silence there is."""


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
    """Return when each word was heard to begin."""
    return [onset for onset, _ in ear.stretches(begin, end, gap=0.012)[:words]]
