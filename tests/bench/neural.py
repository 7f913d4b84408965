"""The neural voice by itself: how long it loads, how soon it sounds, how fast it is."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.bench.figures import Figure, Missing, Row

_LENGTHS = (5, 10, 20, 40)
"""Words in a sentence."""
_REPETITIONS = 10
_TARGET_MS = 250

_PROGRAM = """
import json, os, sys, time
from pathlib import Path

def resident():
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20

from voices.catalogue import make_voice
from voices.contract import Manner
before = resident()
moment = time.perf_counter()
voice = make_voice("piper")
answer = {"load": 1000 * (time.perf_counter() - moment), "memory": 0.0, "rows": []}
for sentence in json.loads(sys.argv[1]):
    first, share = [], []
    for _ in range(int(sys.argv[2])):
        heard, seconds = [], 0.0
        began = time.perf_counter()
        def take(chunk):
            global seconds
            heard.append(time.perf_counter())
            seconds += len(chunk.samples) / 2 / chunk.rate
            return True
        voice.speak(sentence, "en", Manner(), take)
        share.append((heard[-1] - began) / seconds)
        first.append(1000 * (heard[0] - began))
    answer["rows"].append([first, share])
answer["memory"] = resident() - before
print(json.dumps(answer))
"""

_WORDS = (
    "the baker opens the small shop by the river early every morning and sets out warm bread "
    "on long wooden shelves while the first people of the town walk past the window on their "
    "way to the station where the train waits"
).split()


def _run(folder: Path, sentences: list[str]) -> dict[str, object]:
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM, json.dumps(sentences), str(_REPETITIONS)],
        capture_output=True, text=True, timeout=300, check=False,
        env=_environment(folder),
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(f"the neural voice has failed: {done.stderr.strip()[-200:]}")
    answer: dict[str, object] = json.loads(done.stdout)
    return answer


def _environment(folder: Path) -> dict[str, str]:
    root = str(Path(__file__).resolve().parents[2])
    return os.environ | {"INTONE_VOICES": str(folder / "voices"), "PYTHONPATH": root}


def neural(folder: Path) -> list[Row]:
    """Measure loading, the first sound and the real-time factor by the sentence's length."""
    from voices.piper_files import installed, packaged_model

    if not installed() or packaged_model() is None:
        return [Missing("neural voice", "the extra neural is not installed")]
    sentences = [" ".join(_WORDS[:count]).capitalize() + "." for count in _LENGTHS]
    taken_apart = _run(folder, sentences[:1])
    loads, memory, rows = [], [], []
    for _ in range(3):
        answer = _run(folder, sentences)
        loads.append(float(str(answer["load"])))
        memory.append(float(str(answer["memory"])))
        rows.append(answer["rows"])
    found: list[Row] = [
        Figure("neural voice, first load ever", [float(str(taken_apart["load"]))]),
        Figure("neural voice, load", loads),
        Figure("neural voice, memory", memory, unit="MB"),
    ]
    for index, count in enumerate(_LENGTHS):
        first = [value for run in rows for value in run[index][0]]  # type: ignore[index]
        share = [100 * value for run in rows for value in run[index][1]]  # type: ignore[index]
        met = sorted(first)[len(first) // 2] <= _TARGET_MS
        name = f"neural voice, {count} words"
        found.append(Figure(f"{name}, to first samples", first, f"<= {_TARGET_MS}", met))
        found.append(Figure(f"{name}, of the time it lasts", share, unit="%"))
    return found
