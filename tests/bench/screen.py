"""How soon a key has its effect on the screen, in the middle of a very long article.

Measured inside the program: from the moment the key is there to the moment when what changed
has been handed to the terminal. The speech process is let go of, as it is another's wait.
"""

from __future__ import annotations

import asyncio
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from textual.events import Key
from textual.pilot import Pilot

from content.library import Library
from content.model import Article, Position
from content.opening import open_article
from tests.bench.articles import WORDS
from tests.bench.figures import Figure, Row, share
from tests.bench.material import article, long_markdown
from tui.app import IntoneApp
from tui.delivery import kept
from tui.session import Session
from voices.messages import Request

FRAMES = "250"
"""As ``tui.terminal`` sets it."""
_LIMIT = 16
_RESIZE = 100
_TIMES = 12
_PATIENCE = 2.0
"""Seconds after which a key is taken to have no effect on the screen."""
_SIZES = ((80, 24), (40, 12), (200, 60))


class _NoSpeech:
    """Takes requests and speaks nothing."""

    def send(self, request: Request) -> None: ...

    def restart(self) -> bool:
        return True


def run(folder: Path) -> list[Row]:
    """Return the figures, measured in a process that has nothing else in its memory."""
    command = [sys.executable, "-m", "tests.bench.screen", str(folder)]
    environment = {**os.environ, "TEXTUAL_FPS": FRAMES}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    if done.returncode:
        raise RuntimeError(done.stderr)
    return [Figure(**fields) for fields in json.loads(done.stdout)]


def screen(folder: Path) -> list[Figure]:
    """Return the figures for a short article and for one of a million words."""
    rows: list[Figure] = []
    for name, path in (("short", article(folder)), ("long", long_markdown(folder, WORDS))):
        rows += asyncio.run(_measured(name, open_article(str(path)), folder / name))
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    rows.append(Figure("memory of all this", [used], "250 MB", used <= 250, "MB"))
    return rows


async def _measured(name: str, made: Article, folder: Path) -> list[Figure]:
    library = Library(folder)
    app = IntoneApp(Session(made, _NoSpeech(), library, kept(library)))
    drawn = _watch(app)
    rows: list[Figure] = []
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for group, keys in _groups():
            waits: list[float] = []
            for start in _starts(made):
                app.session.change(lambda narrator, at=start: narrator.move_to(at))
                app.follow()
                await pilot.pause()
                for key in keys:
                    waits += [1000 * took for took in await _press(app, pilot, drawn, key)]
            if waits:
                met = share(waits, 0.95) <= _LIMIT
                rows.append(Figure(f"{name}: {group}, to the screen", waits, "p95 16 ms", met))
        waits = []
        for _ in range(_TIMES):
            for size in _SIZES:
                began = time.perf_counter()
                await pilot.resize_terminal(*size)
                waits.append(1000 * ((drawn.last or began) - began))
        met = share(waits, 0.95) <= _RESIZE
        rows.append(Figure(f"{name}: resize, to the screen", waits, "100 ms", met))
    return rows


def _groups() -> Iterator[tuple[str, list[str]]]:
    yield "sentence", ["tab", "right", "left", "right", "right", "tab"]
    yield "paragraph", ["tab", "down", "up", "down", "tab"]
    yield "heading", ["h", "H", "2", "h"]
    yield "list, table, link, figure, quote", ["l", "t", "k", "g", "q", "K", "T", "L"]
    yield "cell", ["tab", "t", "down", "right", "down", "left", "up", "tab"]
    yield "word and character", ["tab", "period", "greater_than_sign", "comma", "period", "tab"]
    yield "back and forward", ["h", "t", "backspace", "backspace", "right_square_bracket"]
    yield "list of sections", ["down", "down", "up", "end", "home"]
    yield "find", ["slash", *"river", "down", "enter", "f", "f", "F"]
    yield "links", ["ctrl+k", "escape"]
    yield "commands", ["colon", *"head", "escape"]


def _starts(made: Article) -> Iterator[Position]:
    for part in range(_TIMES):
        yield Position(part * (len(made.blocks) - 1) // _TIMES)


class _Drawn:
    """When the screen was last drawn."""

    last: float | None = None


def _watch(app: IntoneApp) -> _Drawn:
    drawn = _Drawn()
    display: Callable[..., None] = app._display

    def watched(*arguments: Any) -> None:
        display(*arguments)
        drawn.last = time.perf_counter()

    app._display = watched  # type: ignore[method-assign]
    return drawn


async def _press(app: IntoneApp, pilot: Pilot[Any], drawn: _Drawn, key: str) -> list[float]:
    """Press a key; return how long the screen took, or nothing if nothing was drawn."""
    drawn.last = None
    began = time.perf_counter()
    app.post_message(Key(key, key if len(key) == 1 else None))
    while drawn.last is None and time.perf_counter() - began < _PATIENCE:
        await asyncio.sleep(0)
        if time.perf_counter() - began > 0.1 and not app._running:
            break
        if time.perf_counter() - began > 0.25:
            break
    last = drawn.last
    await pilot.pause()
    return [] if last is None else [last - began]


if __name__ == "__main__":
    print(json.dumps([asdict(figure) for figure in screen(Path(sys.argv[1]))]))
