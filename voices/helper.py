"""A thread that works for another, and is left behind when it hangs."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable

Wait = Callable[[threading.Event, float], bool]
"""Waits until the event is set, or for so many seconds; returns whether it is set."""


def wait_in_seconds(done: threading.Event, seconds: float) -> bool:
    """Wait by the clock."""
    return done.wait(seconds)


class Helper:
    """Does one thing after the other. A call that hangs can't be ended, only left behind."""

    def __init__(self) -> None:
        self._tasks: queue.SimpleQueue[tuple[Callable[[], None], threading.Event] | None] | None
        self._tasks = None

    def do(
        self, work: Callable[[], None], moves: Callable[[], int], patience: float, wait: Wait
    ) -> bool:
        """Do ``work``; return False if it was left behind, neither done nor moving.

        ``moves`` counts the signs of life; ``patience`` is for one of them, in seconds. It is
        had in two halves, since a process that was stopped for an hour, as by Ctrl+Z, finds
        that hour gone at once.
        """
        if self._tasks is None:
            self._tasks = queue.SimpleQueue()
            threading.Thread(target=_work, args=(self._tasks,), name="voice", daemon=True).start()
        done = threading.Event()
        self._tasks.put((work, done))
        seen, still = moves(), 0
        while not wait(done, patience / 2):
            still = still + 1 if moves() == seen else 0
            seen = moves()
            if still == 2:
                self._tasks.put(None)  # should it ever come back, it ends
                self._tasks = None
                return False
        return True


def _work(tasks: queue.SimpleQueue[tuple[Callable[[], None], threading.Event] | None]) -> None:
    while (task := tasks.get()) is not None:
        work, done = task
        try:
            work()
        finally:
            done.set()
