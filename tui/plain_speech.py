"""Where plain mode sends what is to be said: to the speech process, or to nobody.

With own speech off the front end itself stands for the speech process: it prints what was
to be read and answers that it was heard.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Protocol

from tui.ends import Speech
from voices.client import SpeechProcess
from voices.messages import Event, Pause, Request, Speak


class Process(Speech, Protocol):
    """The speech process, or what stands for it in a test."""

    def listen(self, receive: Callable[[Event], None]) -> None:
        """Hand events to ``receive`` from now on, on any thread."""

    def close(self) -> None:
        """End it."""


class Outlet:
    """Takes requests as the speech process does, which it starts when it is first needed."""

    def __init__(self, speaking: bool, start: Callable[[], Process] = SpeechProcess) -> None:
        self._start = start
        self._process: Process | None = None
        self._receive: Callable[[Event], None] | None = None
        self.to_print: deque[Speak] = deque()
        """What was to be read and has not been printed, while there is no own speech."""
        self.speaking = False
        self.speak(speaking)

    def speak(self, speaking: bool) -> None:
        """Speak from now on, or be silent."""
        if speaking and self._process is None:
            self._process = self._start()
            if self._receive is not None:
                self._process.listen(self._receive)
        elif self._process is not None and not speaking:
            self._process.send(Pause())
        self.speaking = speaking
        self.to_print.clear()

    def listen(self, receive: Callable[[Event], None]) -> None:
        """Hand events to ``receive`` from now on, on any thread."""
        self._receive = receive
        if self._process is not None:
            self._process.listen(receive)

    def send(self, request: Request) -> None:
        """Send a request."""
        if self.speaking and self._process is not None:
            self._process.send(request)
        elif isinstance(request, Speak):
            if request.now:
                self.to_print.clear()
            self.to_print.append(request)

    def restart(self) -> bool:
        """Start the process again after it died; False when that does not help."""
        return self._process is None or self._process.restart()

    def close(self) -> None:
        """End the process and its sound."""
        if self._process is not None:
            self._process.close()
