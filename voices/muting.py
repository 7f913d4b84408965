"""Silence that a person has asked for: nothing is heard, while words are marked as ever.

It stands between the narrator and the speech process. Another program may have no volume that
is none at all, so the embedded voice reads meanwhile, at no volume.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from voices.catalogue import DEFAULT
from voices.messages import (
    Announce,
    Configure,
    Event,
    Finished,
    Lost,
    Pause,
    Request,
    Resume,
    Speak,
)


class Muting:
    """Sends requests on; those that tell how to speak are changed while nothing is to be heard."""

    def __init__(self, send: Callable[[Request], None]) -> None:
        self._send = send
        self._wanted: Configure | None = None
        """How it would speak."""
        self._muted = False
        self._after: int | None = None
        """The announcement after which nothing is to be heard any more."""

    def mute(self, muted: bool, after: int | None = None) -> None:
        """Let nothing be heard from now on, or all again.

        ``after`` is the number of an announcement that is to be heard before.
        """
        self._after = after if muted else None
        if self._after is None:
            self._muted = muted
            if self._wanted is not None:
                self(self._wanted)

    def __call__(self, request: Request) -> None:
        """Send a request."""
        match request:
            case Configure():
                self._wanted = request
                if self._muted:
                    request = replace(request, volume=0, voice=DEFAULT, voices={}, announcer="")
            case Pause() | Resume() | Announce() | Speak(now=True):
                self._be_mute()  # the last announcement is broken off
        self._send(request)

    def handle(self, event: Event) -> None:
        """Take an event of the speech process."""
        if isinstance(event, Lost) or (isinstance(event, Finished) and event.id == self._after):
            self._be_mute()

    def _be_mute(self) -> None:
        if self._after is not None:
            self.mute(True)
