"""The reader's end of the speech process."""

from __future__ import annotations

import contextlib
import queue
import threading
from collections.abc import Callable

from voices.messages import Event, Lost, Problem, Ready, Request, decode, encode
from voices.spawn import Child

_MOST_DEATHS = 3
"""How often the process may die in a row before it has become ready."""


class SpeechProcess:
    """Starts the speech process, sends it requests, and starts it again when it dies.

    Events are handed to whoever listens, on a thread of this class; until somebody does they
    wait.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._receive: Callable[[Event], None] | None = None
        self._waiting: list[Event] = []
        self._deaths = 0
        self._closed = False
        self._start()

    def _start(self) -> None:
        self._child = Child("voices.server")
        self._requests: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        for work in (self._listen, self._write):
            threading.Thread(target=work, args=(self._child, self._requests), daemon=True).start()

    def _write(self, child: Child, requests: queue.SimpleQueue[bytes]) -> None:
        """Write requests, so that a process that takes none stops nobody but this thread."""
        with contextlib.suppress(OSError, ValueError):
            while line := requests.get():
                child.send(line)

    def _listen(self, child: Child, requests: queue.SimpleQueue[bytes]) -> None:
        for line in child.answers:
            event = decode(line)
            if isinstance(event, Ready):
                self._deaths = 0
            self._hand_on(event)  # type: ignore[arg-type]
        requests.put(b"")
        if not self._closed:
            self._hand_on(Lost())

    def _hand_on(self, event: Event) -> None:
        with self._lock:
            if self._receive is None:
                self._waiting.append(event)
                return
        self._receive(event)

    def listen(self, receive: Callable[[Event], None]) -> None:
        """Hand events to ``receive``, first of all those that have waited."""
        with self._lock:
            waiting, self._waiting = self._waiting, []
            self._receive = receive
        for event in waiting:
            receive(event)

    def send(self, request: Request) -> None:
        """Send ``request``; to a process that has died it is sent in vain, Lost is coming."""
        self._requests.put(encode(request))

    def restart(self) -> bool:
        """Start a new process; return False when that has failed too often to try again."""
        self._child.end()
        self._deaths += 1
        if self._deaths > _MOST_DEATHS:
            self._hand_on(
                Problem("Speech keeps breaking off; run intone doctor to see what is wrong.")
            )
            return False
        self._start()
        return True

    @property
    def pid(self) -> int:
        """The process's number."""
        return self._child.pid

    def close(self) -> None:
        """End the process and its sound."""
        self._closed = True
        self._child.end()
