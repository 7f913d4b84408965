"""The speech process: voices and the sound device, away from the screen.

1. The first thread takes requests and never waits for anything.
2. Two threads speak, one announcements and one what is read; each leaves it to helpers that
   may hang to drive voices.
3. The player's thread opens the device, whose own thread takes samples from the mixer.
4. The last thread writes events, so that a reader that does not listen stops nobody.
"""

from __future__ import annotations

import os
import queue
import signal
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from voices.bounds import bounded
from voices.catalogue import make_voice
from voices.contract import Voice
from voices.earcons import EARCONS, Earcon
from voices.health import once
from voices.measurements import Measurements
from voices.messages import (
    Announce,
    Configure,
    Event,
    Pause,
    Problem,
    Request,
    Resume,
    Speak,
    decode,
    encode,
)
from voices.mixer import Mixer
from voices.pacing import Pacing
from voices.player import Player
from voices.spawn import requests_until_starter_ends, take_pipes
from voices.speech_maker import MakeSpeaker, SpeechMaker, dispatcher
from voices.synthesis import Synthesis


class Server:
    """Carries out requests; its events go to ``emit``."""

    def __init__(
        self,
        emit: Callable[[Event], None],
        make: Callable[[str], Voice] | None = None,
        make_speaker: MakeSpeaker = dispatcher,
    ) -> None:
        """``make`` and ``make_speaker`` make voices of the names they are asked for by."""

        def tell(sentence: str) -> None:
            emit(Problem(sentence))

        tell_once = once(tell)
        self.player = Player(Mixer(), emit)
        self._sounds = False
        pacing = None if make else Pacing(Measurements(_state_folder), make_voice)
        self.synthesis = Synthesis(
            tell, make or (lambda name: make_voice(name, tell_once)), pacing=pacing
        )
        self.maker = SpeechMaker(
            self.synthesis, emit, self.player.added, self._speak_anew, make_speaker
        )

    def take(self, request: Request | Event) -> None:
        """Carry out one request."""
        match request:
            case Speak():
                self._read(request)
            case Announce():
                self._announce(request)
            case Configure():
                self._configure(bounded(request))
            case Pause():
                self.player.change(Mixer.pause)
            case Resume():
                self.player.change(Mixer.resume)
            case _:
                raise TypeError(f"{type(request).__name__} is no request")

    def _announce(self, request: Announce) -> None:
        sound = self.maker.announcement(request)

        def announce(mixer: Mixer) -> None:
            priority = request.priority
            if request.sound in EARCONS:
                mixer.announce(Earcon(request.sound, self._sounds_wanted), priority)
                priority = "more" if priority == "now" else priority
            mixer.announce(sound, priority)

        self.player.change(announce)
        self.maker.fill_now(sound)

    def _sounds_wanted(self) -> bool:
        return self._sounds

    def _read(self, request: Speak) -> None:
        sound = self.maker.reading(request)
        wanted = (lambda: True) if request.always_sounds else self._sounds_wanted
        names = () if request.start else request.sounds
        sounds = [*(Earcon(name, wanted) for name in names if name in EARCONS), sound]

        def read(mixer: Mixer) -> None:
            for index, each in enumerate(sounds):
                mixer.read(each, now=request.now and index == 0)

        (self.player.change if request.now else self.player.append)(read)
        self.maker.fill(sound)

    def _configure(self, wanted: Configure) -> None:
        anew = self.maker.configure(wanted)

        def change(mixer: Mixer) -> None:
            self._sounds = wanted.sounds
            mixer.set_pace(wanted.pace, wanted.pauses)
            mixer.set_volume(wanted.volume)
            mixer.set_over(wanted.over)
            if anew:
                mixer.speak_anew(self.maker.anew)

        self.player.change(change)
        self.player.use(wanted.device)

    def _speak_anew(self) -> None:
        def change(mixer: Mixer) -> None:
            mixer.speak_anew(self.maker.anew)
            mixer.announce_anew(self.maker.announced_anew)

        self.player.change(change)


def _state_folder() -> Path:
    from content.library import state_folder  # some 40 ms, long before which there is speech

    return state_folder()


def _for_ever(work: Callable[[], None]) -> None:
    """Do what never ends. If it does, only a new process can speak: the reader starts one."""
    try:
        work()
    finally:
        os._exit(1)


def main() -> None:
    """Run until the reader ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.setswitchinterval(0.0005)  # the device's thread must not wait 5 ms for its turn
    lines, answers = take_pipes()
    events: queue.SimpleQueue[Event] = queue.SimpleQueue()
    server = Server(events.put)
    requests_until_starter_ends(lines, lambda line: server.take(decode(line)))
    for name, work in (("synthesis", server.maker.run), ("player", server.player.run)):
        threading.Thread(target=_for_ever, args=(work,), name=name, daemon=True).start()
    try:
        while True:
            answers.write(encode(events.get()))
    except OSError:
        os._exit(0)
