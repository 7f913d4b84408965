"""A conversation in plain mode with a studio for its speech: lines typed, lines answered.

A conversation is kept as text. Lines that begin with ``> `` are typed, ``~ 3 two words`` lets
three seconds pass and tells what of the article is heard meanwhile, ``^C`` is Ctrl+C, and all
others are what is answered.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from content.library import Library
from content.model import Article
from tests.support.studio import Studio
from tui.plain import PlainFrontEnd
from tui.plain_speech import Outlet
from tui.session import Session
from tui.whereabouts import greet
from voices.messages import Announce, Configure, Event


class StudioProcess(Studio):
    """A studio that is listened to as the speech process is."""

    closed = False

    def listen(self, receive: Callable[[Event], None]) -> None:
        self.listener = receive

    def close(self) -> None:
        self.closed = True


class Conversation:
    """Types lines into a plain front end and collects what it writes."""

    def __init__(self, made: Article, folder: Path, speech: str = "off") -> None:
        self.studios: list[StudioProcess] = []
        self.written: list[str] = []
        outlet = Outlet(speech != "off", self._start)
        self.session = Session(
            made, outlet, Library(folder), Configure("espeak", 180), speech_level=speech
        )
        self.front = PlainFrontEnd(self.session, outlet, self.written.append)
        outlet.listen(self.session.handle)
        greet(self.session)
        self.front.finish()
        self.greeting = self._taken()

    def _start(self) -> StudioProcess:
        self.studios.append(StudioProcess())
        return self.studios[-1]

    def _taken(self) -> list[str]:
        lines, self.written[:] = list(self.written), []
        return lines

    def type(self, line: str) -> list[str]:
        """Type a line; return the lines that answer it."""
        self.front.line(line)
        return self._taken()

    def interrupt(self) -> list[str]:
        """Press Ctrl+C."""
        self.front.interrupt()
        return self._taken()

    def listen(self, seconds: float) -> str:
        """Let time pass; return what of the article is heard meanwhile."""
        before = len(self.studios[-1].words())
        self.studios[-1].play(seconds)
        return " ".join(self.studios[-1].words()[before:])

    def spoken(self) -> list[str]:
        """Return what of the interface has been spoken since last asked."""
        requests = [request for studio in self.studios for request in studio.requests]
        for studio in self.studios:
            studio.requests.clear()
        return [request.text for request in requests if isinstance(request, Announce)]

    def replayed(self, text: str) -> str:
        """Return the conversation that ``text`` tells of, as it is now."""
        lines = list(self.greeting)
        for line in text.splitlines():
            if line.startswith(">"):
                lines += [line, *self.type(line[2:])]
            elif line == "^C":
                lines += [line, *self.interrupt()]
            elif line.startswith("~"):
                seconds = line.split()[1]
                lines.append(f"~ {seconds} {self.listen(float(seconds))}".rstrip())
        return "\n".join(lines) + "\n"
