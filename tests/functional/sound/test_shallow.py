"""Sound as it is where PulseAudio's own library is missing, and on other systems."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import BinaryIO

import pytest

from tests.support.devices import Devices
from tests.support.ear import Ear
from voices.messages import (
    Announce,
    Configure,
    Finished,
    Pause,
    Reached,
    Ready,
    Request,
    Resume,
    Speak,
    decode,
    encode,
)

_ROOT = Path(__file__).parents[3]


class Tone:
    """A speech process that plays through miniaudio."""

    def __init__(self, environment: dict[str, str]) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.support.tone", "shallow"], cwd=_ROOT,
            env=os.environ | environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0,
        )  # fmt: skip
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self._requests: BinaryIO = self.process.stdin  # type: ignore[assignment]
        ready = decode(self.process.stdout.readline())
        assert isinstance(ready, Ready)
        self.device = ready.device
        self._events = self.process.stdout
        self.reached: list[int] = []
        """Where the words begin that were told, in the order in which they were."""
        self.finished = threading.Event()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        for line in self._events:
            event = decode(line)
            if isinstance(event, Reached):
                self.reached.append(event.offset)
            elif isinstance(event, Finished):
                self.finished.set()

    def send(self, request: Request) -> None:
        self._requests.write(encode(request))

    def ticks(self) -> int:
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return int(fields[11]) + int(fields[12])


@pytest.fixture
def tone(sound: Ear) -> Iterator[Tone]:
    tone = Tone(sound.environment)
    yield tone
    tone.process.kill()
    tone.process.wait()
    assert sound.silence(sound.now(), 0.2) is not None


def test_it_reads_pauses_rests_and_goes_on(tone: Tone, sound: Ear) -> None:
    assert tone.device == "PulseAudio"
    tone.send(Configure("tone", 180))
    asked = sound.now()
    tone.send(Speak(1, " ".join(["word"] * 60), "en", 0))
    heard = sound.onset(asked)
    assert heard is not None
    tone.send(Announce(2, "one", "en"))
    asked = sound.now()
    tone.send(Pause())
    silent = sound.silence(asked, 0.3)
    assert silent is not None
    assert silent - asked < 0.2
    time.sleep(4)
    before = tone.ticks()
    time.sleep(4)
    assert tone.ticks() - before <= 4, "the device still runs"
    asked = sound.now()
    tone.send(Resume())
    again = sound.onset(asked)
    assert again is not None
    assert again - asked < 0.2


def test_another_device_goes_on_at_the_word(tone: Tone, sound: Ear) -> None:
    devices = Devices(sound.environment)
    module = devices.plug_in("headphones")
    words = 12
    try:
        with Ear(sound.environment, "headphones") as headphones:
            tone.send(Configure("tone", 180))
            asked = sound.now()
            tone.send(Speak(1, " ".join(["word"] * words), "en", 0))
            heard = sound.onset(asked)
            assert heard is not None
            time.sleep(1)
            tone.send(Configure("tone", 180, device="headphones"))
            begun = headphones.onset(heard)
            left = sound.silence(heard, 0.5)
            assert begun is not None
            assert left is not None
            ended = headphones.silence(begun, 0.5)
            assert ended is not None
        assert tone.finished.wait(10)
    finally:
        devices.unplug(module)
    again = [at for before, at in pairwise(tone.reached) if at <= before]
    assert len(again) == 1, "one word begins again, with the other device"
    assert tone.reached.count(again[0]) == 2
    assert sorted(set(tone.reached)) == [5 * number for number in range(words)], "none is left out"
    # What is heard agrees: what was heard of the word before it began again, then all the rest.
    # On a busy machine this output may have gaps, which make it longer.
    word = 60 / 180
    number = again[0] // 5
    assert number * word - 0.1 <= left - heard <= (number + 1) * word + 0.5
    assert (words - number) * word - 0.1 <= ended - begun <= (words - number) * word + 0.5
