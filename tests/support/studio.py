"""The speech process without a process, a device or a clock, for tests of what it does.

``Studio`` takes requests as the process would and plays for as long as a test says. Its voice
makes a steady tone with exact marks: every word lasts 60 / pace seconds.
"""

from __future__ import annotations

import array
from collections.abc import Callable

from voices.contract import PLAYER_RATE, Chunk, Manner, Mark, Sink, Voice
from voices.messages import Event, Finished, Problem, Reached, Request, Speak
from voices.server import Server
from voices.words import Words

LOUDNESS = 1000
_PERIOD = PLAYER_RATE // 100


class ToneVoice:
    """Speaks every word as a tone of 60 / pace seconds, exactly."""

    slowest = 80
    fastest = 450
    prompt = True
    languages: tuple[str, ...] = ()

    def speak(self, text: str, language: str, manner: Manner, sink: Sink) -> None:
        samples = round(PLAYER_RATE * 60 / manner.pace)
        tone = array.array("h", [LOUDNESS] * samples).tobytes()
        for number, (start, end) in enumerate(Words(text).spans):
            if not sink(Chunk(tone, PLAYER_RATE, (Mark(number * samples, start, end - start),))):
                return

    def close(self) -> None: ...


class Studio:
    """Takes requests; ``play`` lets time pass and hands events to whoever listens."""

    def __init__(self, make: Callable[[str], Voice] = lambda _: ToneVoice()) -> None:
        self.make = make
        self.listener: Callable[[Event], None] = lambda _: None
        self.events: list[Event] = []
        self.requests: list[Request] = []
        self.texts: dict[int, str] = {}
        self.restarts = 0
        self.seconds = 0.0
        """How much time has passed."""
        self._begin()

    def _begin(self) -> None:
        self._pending: list[Event] = []
        self.server = Server(self._pending.append, self.make)

    def send(self, request: Request) -> None:
        self.requests.append(request)
        if isinstance(request, Speak):
            self.texts[request.id] = request.text
        self.server.take(request)

    def restart(self) -> bool:
        self.restarts += 1
        self._begin()
        return True

    def play(self, seconds: float) -> bytes:
        """Let ``seconds`` pass; return what is heard."""
        heard = bytearray()
        wanted = round(seconds * PLAYER_RATE)
        while len(heard) < wanted * 2:
            while self.server.synthesis.step():
                pass
            heard += self._hear(min(_PERIOD, wanted - len(heard) // 2))
            self.deliver()
        return bytes(heard)

    def _hear(self, count: int) -> bytes:
        timeline = self.server.player.timeline
        end = timeline.end + count
        self.seconds += count / PLAYER_RATE
        samples = timeline.render(end)
        timeline.skip_to(end)
        timeline.heard(end)
        return samples.ljust(count * 2, b"\0")

    def deliver(self) -> None:
        """Hand on the events that wait."""
        while self._pending:
            event = self._pending.pop(0)
            self.events.append(event)
            self.listener(event)

    def words(self) -> list[str]:
        """Return the words of the article that have begun to be heard, in order."""
        return [
            self.texts[event.id][event.offset : event.offset + event.length]
            for event in self.events
            if isinstance(event, Reached)
        ]

    def finished(self) -> list[int]:
        """Return the numbers of what has been heard to its end."""
        return [event.id for event in self.events if isinstance(event, Finished)]

    def problems(self) -> list[str]:
        """Return the sentences a person was told."""
        return [event.text for event in self.events if isinstance(event, Problem)]


def loud_seconds(samples: bytes) -> float:
    """Return for how long there was sound."""
    return sum(1 for value in array.array("h", samples) if value) / PLAYER_RATE
