"""A busy machine and a stalled screen are not heard."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.functional.sound.conftest import OpenReader
from tests.support.ear import Ear
from tests.support.hearing import become_quiet, write_article
from voices.messages import Configure, Finished, Gaps, Ready, Speak, decode, encode

_ROOT = Path(__file__).parents[3]


@contextlib.contextmanager
def _busy(loops: int) -> Iterator[None]:
    """Keep ``loops`` processes busy with nothing."""
    running = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(loops)]
    try:
        yield
    finally:
        for loop in running:
            loop.kill()
            loop.wait()


@pytest.mark.parametrize("loops_a_core", [1, 2])
def test_speech_has_no_gap_on_a_busy_machine(sound: Ear, loops_a_core: int) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.support.tone"], cwd=_ROOT, env=os.environ | sound.environment,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0,
    )  # fmt: skip
    assert process.stdin is not None
    assert process.stdout is not None
    patience = threading.Timer(30, process.kill)
    patience.start()
    try:
        assert isinstance(decode(process.stdout.readline()), Ready)
        with _busy(loops_a_core * (os.cpu_count() or 1)):
            process.stdin.write(encode(Configure("tone", 120)))
            for number in range(1, 6):
                process.stdin.write(encode(Speak(number, "one two three four", "en", 0)))
            heard = sound.onset(sound.now())
            assert heard is not None
            while (event := decode(process.stdout.readline())) != Finished(5):
                assert not isinstance(event, Gaps)
        ((begin, end),) = sound.stretches(heard, heard + 10.5, gap=0.001)
        assert end - begin == pytest.approx(10, abs=0.05)
    finally:
        patience.cancel()
        process.stdin.close()
        process.wait()


def test_a_stalled_reader_is_not_heard(reader: OpenReader, sound: Ear, tmp_path: Path) -> None:
    words = ". ".join(f"Number {index} is here" for index in range(60))
    opened = reader(write_article(tmp_path, words))
    become_quiet(opened, sound)
    begun = sound.onset(opened.press("space"))
    assert begun is not None
    time.sleep(0.5)
    os.kill(opened.pid, signal.SIGSTOP)
    try:
        stalled = sound.now()
        time.sleep(2.5)
        pauses = sound.stretches(stalled, stalled + 2.3, gap=0.25)
        assert len(pauses) == 1, "nothing but the pauses between sentences"
    finally:
        os.kill(opened.pid, signal.SIGCONT)
    opened.wait_for("playing")
