"""What the speech process was sent to say and has not said to its end yet, in order."""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from content.script import Place, Script
from voices.messages import Request
from voices.scope import request

_SECONDS = 10
_UTTERANCES = 3


@dataclass(frozen=True, slots=True)
class _Sent:
    id: int
    place: Place
    words: int


class Ahead:
    """Sends utterances ahead of the one that is heard, and numbers all that is said."""

    def __init__(self, send: Callable[[Request], None]) -> None:
        self._send = send
        self._sent: deque[_Sent] = deque()
        self._numbers: Iterator[int] = itertools.count(1)
        self._doubtful = 0
        """How many utterances are sent one at a time, as one of them may end the process."""

    def __bool__(self) -> bool:
        return bool(self._sent)

    @property
    def places(self) -> list[Place]:
        """Where what was sent stands; the first is heard, or will be next."""
        return [sent.place for sent in self._sent]

    def number(self) -> int:
        """Return a number that nothing has had yet."""
        return next(self._numbers)

    def speak(self, script: Script, place: Place, start: int = 0, now: bool = False) -> int:
        """Send the utterance at ``place``; return how many words it has."""
        speak = request(script, place, self.number(), start, now)
        words = len(speak.text.split())
        self._sent.append(_Sent(speak.id, place, words))
        self._send(speak)
        return words

    def fill(self, script: Script, pace: int, after: Callable[[Place], Place | None]) -> None:
        """Keep some seconds of speech ahead of what is heard, if it does no harm."""
        if self._doubtful:
            return
        wanted = pace * _SECONDS / 60
        words = sum(sent.words for sent in self._sent)
        while words < wanted or len(self._sent) < _UTTERANCES:
            place = after(self._sent[-1].place)
            if place is None:
                return
            words += self.speak(script, place)

    def is_heard(self, number: int) -> bool:
        """Return whether that is the number of what is heard."""
        return bool(self._sent) and number == self._sent[0].id

    def finish(self) -> Place:
        """Take note that what is heard has ended; return where it stands."""
        self._doubtful = max(0, self._doubtful - 1)
        return self._sent.popleft().place

    def give_up(self) -> None:
        """Let nothing be heard of what was sent."""
        self._sent.clear()

    def lose(self) -> None:
        """Take note that the process has ended, and that one of these may have been the cause."""
        self._doubtful = max(self._doubtful, len(self._sent))
        self._sent.clear()
