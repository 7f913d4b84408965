"""What a very long article costs, against a parser that makes nothing of what it parses.

It is all one thread's work, so processor time is the wait, whatever else the machine does.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.bench.figures import Figure, Row
from tests.bench.material import long_markdown, long_text

WORDS = 1_000_000
_ROUNDS = 3
_TIMED = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print((used.ru_utime + used.ru_stime) * 1000, used.ru_maxrss / 1024)
"""
_BARE = """
import pathlib, sys
from markdown_it import MarkdownIt
MarkdownIt("commonmark").parse(pathlib.Path(sys.argv[1]).read_text())
"""
_OUTLINE = "from app import main; main()"
_TITLE = """
import sys, time
from content.opening import open_telling
began = time.process_time()
told = []
open_telling(sys.argv[1], titled=lambda *title: told.append(time.process_time() - began))
print(told[0] * 1000)
"""


def articles(folder: Path) -> list[Row]:
    """Return the figures of a Markdown file and a text of a million words."""
    rows: list[Row] = []
    markdown, text = long_markdown(folder, WORDS), long_text(folder, WORDS)
    bare = [_timed([sys.executable, "-c", _BARE, str(markdown)]) for _ in range(_ROUNDS)]
    rows.append(Figure("markdown-it-py, bare parse", [took for took, _ in bare], until="outline"))
    for name, path in (("Markdown", markdown), ("text", text)):
        command = [sys.executable, "-c", _OUTLINE, "outline", str(path)]
        runs = [_timed(command) for _ in range(_ROUNDS)]
        times, sizes = [took for took, _ in runs], [size for _, size in runs]
        rows.append(
            Figure(f"outline of {name}", times, "3000 ms", max(times) <= 3000, until="outline")
        )
        rows.append(Figure(f"memory, {name}", sizes, "250 MB", max(sizes) <= 250, "MB"))
        titles = [float(_output([sys.executable, "-c", _TITLE, str(path)])) for _ in range(_ROUNDS)]
        rows.append(Figure(f"title of {name} told", titles, "300 ms", max(titles) <= 300))
    return rows


def _timed(command: list[str]) -> tuple[float, float]:
    """Return the processor time of a command, in milliseconds, and its memory in megabytes."""
    took, size = _output([sys.executable, "-c", _TIMED, *command]).split()
    return float(took), float(size)


def _output(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr)
    return done.stdout
