"""What is really heard, through a private sound server. Skipped where there is none."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from content.library import Library
from tests.support.ear import Ear, missing_programs, sound_server
from tests.support.terminal import Terminal
from tui.first_start import STARTED

OpenReader = Callable[..., Terminal]


@pytest.fixture(scope="session")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ear]:
    """An ear, and the environment of what it hears."""
    if missing := missing_programs():
        pytest.skip(f"nothing can be heard without {', '.join(missing)}: install pulseaudio")
    with sound_server(tmp_path_factory.mktemp("sound")) as environment, Ear(environment) as ear:
        yield ear


@pytest.fixture
def reader(sound: Ear, tmp_path: Path) -> Iterator[OpenReader]:
    """Opens readers that can be heard and keep their state together; ends them."""
    opened: list[Terminal] = []

    def open_reader(*arguments: str | Path) -> Terminal:
        # Its first questions would be one more thing that is heard.
        library = Library(tmp_path / "state")
        library.keep_setting(STARTED, "yes")
        library.close()
        terminal = Terminal(arguments, state=tmp_path / "state", environment=sound.environment)
        opened.append(terminal)
        return terminal

    yield open_reader
    for terminal in opened:
        terminal.close()
    # The next test begins in silence.
    assert sound.silence(sound.now(), 0.2) is not None
