"""Which voices fail, how a person is told of it, and when they are tried again."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable

_MOST_FAILURES = 3
"""In a row, after which a voice is given up."""


class Health:
    """Of all voices, for every thread that speaks.

    A voice that fails is tried again with the next utterance. One that hangs, can't be made,
    or fails three times in a row is given up until voices are chosen anew, as each try may
    cost a silence. A person is told once of each.
    """

    def __init__(self, problem: Callable[[str], None]) -> None:
        """``problem`` takes a sentence that a person should know."""
        self._problem = problem
        self._lock = threading.Lock()
        self._failures: Counter[str] = Counter()
        self._given_up: set[str] = set()
        self._told: set[tuple[str, bool]] = set()

    def forgive(self) -> None:
        """Forget everything: voices have been chosen anew."""
        with self._lock:
            self._failures.clear()
            self._given_up.clear()
            self._told.clear()

    def usable(self, name: str) -> bool:
        """Return whether the voice ``name`` is worth a try."""
        return name not in self._given_up

    def succeeded(self, name: str) -> None:
        """Note that the voice has spoken."""
        if self._failures[name]:
            with self._lock:
                self._failures[name] = 0

    def failed(self, name: str, sentence: str, hopeless: bool = False) -> None:
        """Note that the embedded voice stands in for the voice ``name``; tell why."""
        with self._lock:
            self._failures[name] += 1
            given_up = hopeless or self._failures[name] >= _MOST_FAILURES
            if given_up:
                self._given_up.add(name)
            new = (name, given_up) not in self._told
            self._told.add((name, given_up))
        until = "until another is chosen" if given_up else "meanwhile"
        if new:
            self._problem(f"{sentence} The embedded voice speaks {until}.")

    def nobody_speaks(self, name: str, sentence: str) -> None:
        """Note that something was not said at all; tell why, once."""
        with self._lock:
            new = (name, False) not in self._told
            self._told.add((name, False))
        if new:
            self._problem(sentence)


def once(tell: Callable[[str], None]) -> Callable[[str], None]:
    """Return what hands each sentence on to ``tell`` once: two lanes meet the same problems."""
    told: set[str] = set()

    def tell_once(sentence: str) -> None:
        if sentence not in told:
            told.add(sentence)
            tell(sentence)

    return tell_once
