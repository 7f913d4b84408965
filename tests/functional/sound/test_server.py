"""The sound server goes and comes back while an article is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.ear import Ear, missing_programs, sound_server
from tests.support.hearing import write_article
from tests.support.terminal import Terminal


def test_reading_goes_on_at_the_word_when_the_sound_server_is_restarted(tmp_path: Path) -> None:
    if missing := missing_programs():
        pytest.skip(f"nothing can be heard without {', '.join(missing)}: install pulseaudio")
    words = [f"number{index}" for index in range(300)]
    article = write_article(tmp_path, " ".join(words))
    folder = tmp_path / "sound"
    with sound_server(folder) as environment:
        reader = Terminal([article], state=tmp_path / "state", environment=environment)
        reader.wait_for("paused")
        reader.press("tab", "space")
        reader.wait_for(lambda: reader.word_at_cursor() == "number3")
    with reader:
        before = words.index(reader.word_at_cursor())
        with sound_server(folder) as environment, Ear(environment) as ear:
            restarted = ear.now()
            assert ear.onset(restarted, 15) is not None
            reader.wait_for(lambda: words.index(reader.word_at_cursor()) > before)
            assert words.index(reader.word_at_cursor()) <= before + 3
