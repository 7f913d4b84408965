"""What a person hears when something breaks, and what is left of it."""

from __future__ import annotations

import os
import signal
import time
import wave
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from tests.functional.sound.conftest import OpenReader
from tests.support.ear import Ear
from tests.support.hearing import SENTENCE, become_quiet, kept_place, until, write_article
from tests.support.terminal import SILENT, Terminal, environment_for, is_running, program

_WORD_AT_180 = 1.5
"""Seconds in which at least one word is reached at 180 words a minute."""


def _starts(text: str) -> list[int]:
    return [at for at in range(len(text)) if not at or text[at - 1] == " "]


def test_reading_goes_on_after_the_speech_process_is_killed_ten_times(
    reader: OpenReader, sound: Ear, tmp_path: Path
) -> None:
    opened = reader(write_article(tmp_path, *[SENTENCE] * 3))
    become_quiet(opened, sound)
    assert sound.onset(opened.press("space")) is not None
    for number in range(10):
        time.sleep(0.8)
        before = opened.cursor
        (pid,) = opened.speech_pids()
        os.kill(pid, signal.SIGSEGV if number % 2 else signal.SIGKILL)
        killed = sound.now()
        until(lambda pid=pid: not is_running(pid))
        # What the sound server still held is not the new process's.
        silent = sound.silence(killed - 0.05, 0.05)
        assert silent is not None
        again = sound.onset(max(killed, silent) + 0.02, 5)
        assert again is not None
        assert again - killed < 1
        assert opened.cursor >= before
        assert "playing" in opened.text
    assert len(opened.speech_pids()) == 1


@pytest.mark.parametrize(
    "end",
    [
        lambda opened: opened.kill(signal.SIGKILL),
        lambda opened: opened.kill(signal.SIGHUP),
        lambda opened: opened.hang_up(),
    ],
    ids=["killed", "told to hang up", "terminal closed"],
)
def test_an_ended_reader_falls_silent_leaves_nothing_and_keeps_its_place(
    end: Callable[[Terminal], float], reader: OpenReader, sound: Ear, tmp_path: Path
) -> None:
    article = write_article(tmp_path, SENTENCE, SENTENCE)
    opened = reader(article)
    become_quiet(opened, sound)
    assert sound.onset(opened.press("space")) is not None
    reached: list[tuple[float, tuple[int, int]]] = []
    until(lambda: sound.hears(0.05) and opened.word_at_cursor() == "everything", 10)
    reached.append((sound.now(), opened.cursor))
    pids = opened.pids()
    ended = end(opened)
    silent = sound.silence(ended, 0.4)
    assert silent is not None
    assert silent - ended < 1
    until(lambda: not any(map(is_running, pids)), 1)
    place = kept_place(tmp_path / "state")
    assert place is not None
    # What was heard a second ago, or since: three words or so.
    starts = _starts(SENTENCE)
    word = starts.index(SENTENCE.index("everything"))
    assert place[0] == 0
    assert word - 5 <= starts.index(place[1]) <= word + 1

    again = reader(article)
    become_quiet(again, sound)
    again.wait_for(lambda: again.word_at_cursor() == SENTENCE[place[1] :].split()[0])


def test_without_a_sound_device_the_reader_works_and_says_so(tmp_path: Path) -> None:
    article = write_article(tmp_path, SENTENCE, SENTENCE)
    with Terminal([article], state=tmp_path / "state", environment=SILENT) as opened:
        opened.wait_for("paused")
        opened.press("tab", "space")
        opened.wait_for("playing")
        for word in ("morning", "gardener"):
            opened.wait_for(lambda word=word: opened.word_at_cursor() == word)
        opened.press("m")
        opened.wait_for("No sound device was found")


def _export(article: Path, out: Path, *options: str) -> float:
    import subprocess

    done = subprocess.run(
        [*program(), "export", str(article), "-o", str(out), *options],
        env=environment_for(article.parent / "state", SILENT), capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    with wave.open(str(out)) as file:
        assert (file.getnchannels(), file.getsampwidth()) == (1, 2)
        return file.getnframes() / file.getframerate()


def test_export_needs_no_device(tmp_path: Path) -> None:
    article = write_article(tmp_path, "# Title", "## One", SENTENCE, "## Two", SENTENCE)
    words = 2 * len(SENTENCE.split()) + 3
    whole = _export(article, tmp_path / "whole.wav", "--pace", "180")
    assert words / 180 * 60 * 0.7 < whole < words / 180 * 60 * 1.5
    lengths = [whole]
    lengths.append(_export(article, tmp_path / "one.wav", "--section", "1", "--pace", "180"))
    lengths.append(_export(article, tmp_path / "quick.wav", "--section", "1", "--pace", "360"))
    assert all(longer > shorter * 1.5 for longer, shorter in pairwise(lengths))
    assert not list(tmp_path.glob(".intone-*"))
