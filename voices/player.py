"""The player: brings requests to the mixer, and what the mixer renders to the sound device.

Two outputs can carry it there. The deep one (PulseAudio, PipeWire) holds a quarter of a
second, which a request replaces, and is filled by a thread of ours. The shallow one
(miniaudio's, on other systems) asks for some milliseconds at a time.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Protocol

from voices.messages import Event, Problem, Ready
from voices.mixer import Mixer
from voices.timeline import Timeline


class Output(Protocol):
    """What takes the timeline's samples to somebody's ears.

    Its methods but ``run`` are called under the player's lock.
    """

    @property
    def name(self) -> str:
        """What it plays on."""

    @property
    def silent(self) -> bool:
        """Whether nobody can hear it."""

    def cut(self) -> int:
        """Return the number of the first sample that can still be replaced."""

    def follow(self) -> None:
        """See to it that what has changed on the timeline is heard, and that it runs."""

    def use(self, device: str) -> None:
        """Play on the device of this name from now on."""

    def run(self) -> None:
        """Play until nothing more comes of it; runs on the player's thread."""


class Player:
    """Plays what a mixer renders. ``run`` is a thread of its own."""

    def __init__(self, mixer: Mixer, emit: Callable[[Event], None]) -> None:
        self._emit = emit
        self._lock = threading.RLock()
        self._mixer = mixer
        self.timeline = Timeline(mixer, emit)
        self._output: Output | None = None
        self._device = ""

    # Requests.

    def change(self, request: Callable[[Mixer], None]) -> None:
        """Let ``request`` change what is heard next, from the earliest moment there is."""
        with self._lock:
            timeline = self.timeline
            timeline.take_back(timeline.end if self._output is None else self._output.cut())
            request(self._mixer)
            self._follow()

    def append(self, request: Callable[[Mixer], None]) -> None:
        """Let ``request`` add to what comes later."""
        with self._lock:
            request(self._mixer)
            self._follow()

    def added(self) -> None:
        """Take notice that a voice has added speech to a sound."""
        if not (self.timeline.starved or self._mixer.successor_waits):
            return
        with self._lock:
            if self._mixer.successor_waits:
                self.change(Mixer.go_over)
            else:
                self._follow()

    def use(self, device: str) -> None:
        """Play on the device of this name, or on the system's choice when it is empty."""
        with self._lock:
            if device != self._device:
                self._device = device
                if self._output is not None:
                    self._output.use(device)

    def _follow(self) -> None:
        if self._output is not None:
            self._output.follow()

    # The device.

    def run(self) -> None:
        """Open a device, tell which, and play on it; on another when it has ended."""
        output = self._open()
        self._emit(Ready(output.name))
        if output.silent:
            self._emit(
                Problem(
                    "No sound device was found, so reading is silent; "
                    "it is heard as soon as one is connected."
                )
            )
        while True:
            with self._lock:
                self._output = output
                output.follow()
            output.run()
            output = self._open()

    def _open(self) -> Output:
        from voices.deep_output import DeepOutput
        from voices.libpulse import PulseError
        from voices.shallow_output import ShallowOutput

        try:
            return DeepOutput(self.timeline, self._lock, self._device, self._emit)
        except PulseError:
            return ShallowOutput(self.timeline, self._lock, self._device, self._emit)
