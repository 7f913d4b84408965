"""Small things that tests of sound do often."""

from __future__ import annotations

import sqlite3
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from tests.support.ear import Ear
from tests.support.terminal import Terminal, environment_for, program
from tests.support.waves import Wave, read_wave

SENTENCE = (
    "On a warm morning the old gardener told a young neighbour everything he remembered about "
    "the river and the meadow and the wooden bridge that nobody had ever wanted to repair."
)
"""A long sentence in which nothing is said twice."""


def write_article(folder: Path, *blocks: str, name: str = "article.md") -> Path:
    """Write blocks of Markdown; return the file."""
    path = folder / name
    path.write_text("\n\n".join(blocks) + "\n", encoding="utf-8")
    return path


def spoken_wave(article: Path, *options: str) -> Wave:
    """Return the speech of an article as ``export`` writes it, with no device."""
    out = article.with_suffix(".reference.wav")
    subprocess.run(
        [*program(), "export", str(article), "-o", str(out), *options],
        check=True, env=environment_for(article.parent / "export"), capture_output=True,
    )  # fmt: skip
    return read_wave(out)


def become_quiet(reader: Terminal, ear: Ear) -> None:
    """Wait until the reader takes keys; go to its text; silence what it says about itself."""
    reader.wait_for("paused")
    reader.press("tab")
    reader.wait_until_quiet(0.2)
    assert ear.silence(reader.press("escape"), 0.3) is not None


def until(condition: Callable[[], object], timeout: float = 5) -> None:
    """Wait until ``condition()`` is true; else fail."""
    end = time.monotonic() + timeout
    while not condition():
        assert time.monotonic() < end, f"not within {timeout} s"
        time.sleep(0.01)


def kept_place(state: Path) -> tuple[int, int] | None:
    """Return the place in the only article of a library: its block and the offset in it."""
    library = sqlite3.connect(f"file:{state / 'library.sqlite3'}?mode=ro", uri=True)
    try:
        row = library.execute('SELECT block, "offset" FROM place').fetchone()
    finally:
        library.close()
    return None if row is None else (int(row[0]), int(row[1]))
