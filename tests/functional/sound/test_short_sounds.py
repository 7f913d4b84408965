"""Short sounds as they leave the real speech process."""

from __future__ import annotations

import time
from pathlib import Path

from tests.functional.sound.conftest import OpenReader
from tests.support.ear import Ear
from tests.support.hearing import SENTENCE, become_quiet, write_article
from voices.earcons import samples_of


def _heading_was_heard(ear: Ear, begin: float) -> bool:
    body = samples_of("heading")[400:-400]
    return body in ear.samples_between(begin, time.perf_counter()).tobytes()


def test_the_key_brings_them_and_silence_ends_them_at_once(
    reader: OpenReader, sound: Ear, tmp_path: Path
) -> None:
    opened = reader(write_article(tmp_path, "# Gardens", SENTENCE, "## The river", SENTENCE))
    become_quiet(opened, sound)
    pressed = opened.press("h")
    assert sound.onset(pressed) is not None
    time.sleep(1)
    assert not _heading_was_heard(sound, pressed)
    opened.press("e")
    become_quiet(opened, sound)
    pressed = opened.press("H")
    assert sound.onset(pressed) is not None
    time.sleep(1)
    assert _heading_was_heard(sound, pressed)
    opened.press("h")
    time.sleep(0.05)
    stopped = opened.press("escape")
    silent = sound.silence(stopped)
    assert silent is not None
    assert silent - stopped < 0.1
