"""Runs a fuzz target in a process of its own, and sees how it goes there."""

from __future__ import annotations

import multiprocessing
import random
import time
from dataclasses import dataclass
from importlib import import_module
from multiprocessing.sharedctypes import Synchronized
from multiprocessing.synchronize import Event as Ended
from pathlib import Path
from typing import Any

_HANGS = 30.0
"""Seconds after which an input that is not done with hangs."""
_GROWS = 1.5
"""How many times larger memory may be at the end than after the first tenth."""
_MOST_FAULTS = 20


@dataclass(frozen=True, slots=True)
class Found:
    """What came of one target."""

    target: str
    inputs: int
    seconds: float
    megabytes: float
    """Memory at the end."""
    growth: float
    """How many times what it was after the first tenth."""
    slowest: float
    """Seconds for the slowest input."""
    faults: tuple[str, ...]


def targets() -> list[str]:
    """Return the names of all targets."""
    return sorted(
        path.stem
        for path in (Path(__file__).parent / "targets").glob("*.py")
        if not path.stem.startswith("_")
    )


def _resident() -> float:
    """Return this process's memory in megabytes; 0 where it can't be told."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
    except OSError:
        return 0.0
    return pages * 4096 / 1e6


def one(target: Any, seed: int) -> None:
    """Give the target the input that ``seed`` stands for; raises what its check raises."""
    target.check(target.generate(random.Random(seed)))


def _work(
    name: str, first: int, last: int, at: Synchronized[int], reports: Any, ended: Ended
) -> None:
    target = import_module(f"tests.fuzz.targets.{name}")
    early, slowest = 0.0, 0.0
    for seed in range(first, last):
        at.value = seed
        begun = time.perf_counter()
        try:
            one(target, seed)
        except BaseException as error:
            reports.put(("fault", f"seed {seed}: {type(error).__name__}: {str(error)[:200]}"))
        slowest = max(slowest, time.perf_counter() - begun)
        if seed - first == (last - first) // 10:
            early = _resident()
    reports.put(("done", _resident(), early, slowest))
    ended.set()


def run(name: str, inputs: int) -> Found:
    """Give ``inputs`` inputs to the target called ``name``."""
    context = multiprocessing.get_context("spawn")
    begun = time.monotonic()
    first, faults = 0, []
    memory, growth, slowest = 0.0, 1.0, 0.0
    while first < inputs and len(faults) < _MOST_FAULTS:
        at = context.Value("q", first)
        reports = context.Queue()
        ended = context.Event()
        process = context.Process(target=_work, args=(name, first, inputs, at, reports, ended))
        process.start()
        seen, since = first, time.monotonic()
        while process.is_alive() and not ended.wait(0.2):
            if at.value != seen:
                seen, since = at.value, time.monotonic()
            elif time.monotonic() - since > _HANGS:
                process.kill()
                faults.append(f"seed {seen}: not done after {_HANGS:.0f} seconds")
        process.join()
        if process.exitcode not in (0, -9):
            faults.append(f"seed {at.value}: the process ended with {process.exitcode}")
        while not reports.empty():
            report = reports.get()
            if report[0] == "fault":
                faults.append(report[1])
            else:
                memory, slowest = report[1], report[3]
                growth = memory / report[2] if report[2] else 1.0
        first = inputs if ended.is_set() else at.value + 1
    if growth > _GROWS:
        faults.append(f"memory grew {growth:.1f} times")
    seconds = time.monotonic() - begun
    return Found(name, inputs, seconds, memory, growth, slowest, tuple(faults))
