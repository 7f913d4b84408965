"""The player: keeps the device running while there is something to hear, and at rest else.

A running device asks for samples a hundred times a second, which costs some percent of a core
even for silence; one at rest costs nothing, and begins again within milliseconds. It rests
only after seconds, so that between keys it is always awake.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable

from voices.messages import Event, Problem, Ready
from voices.mixer import Mixer

_AWAKE = 3
"""Seconds of nothing to hear after which the device rests."""
_LOST = 3
"""Seconds after which a running device that asks for nothing is lost."""


class Player:
    """Plays what the mixer gives. ``run`` is a thread of its own."""

    def __init__(self, mixer: Mixer, emit: Callable[[Event], None]) -> None:
        self._mixer = mixer
        self._emit = emit
        self._lock = threading.Lock()
        self._woken = threading.Event()
        self._resting = False
        self._asked = time.monotonic()
        """When the device last asked for samples."""

    def run(self) -> None:
        """Open the device, tell which it is, then watch for when it may rest."""
        from voices.device import Device

        self._device = Device(self._fill)
        self._emit(Ready(self._device.name))
        if self._device.silent:
            self._emit(
                Problem(
                    "No sound device was found, so reading is silent; "
                    "connect one and start Intone again."
                )
            )
        while True:
            self._rest_when_idle()
            self._woken.wait()

    def _fill(self, count: int) -> bytes:
        self._asked = time.monotonic()
        return self._mixer.fill(count)

    def _rest_when_idle(self) -> None:
        idle = 0
        while True:
            time.sleep(1)
            if time.monotonic() - self._asked > _LOST:
                # A sound server that was restarted asks no more. The reader starts this
                # process again, with whatever device there is then, and goes on at the word.
                os._exit(1)
            with self._lock:
                idle = idle + 1 if self._mixer.idle else 0
                if idle >= _AWAKE:
                    self._woken.clear()
                    self._resting = True
                    self._device.stop()
                    return

    def wake(self) -> None:
        """See that the device runs, if the mixer has something for it."""
        with self._lock:
            if self._resting and not self._mixer.idle:
                self._resting = False
                self._asked = time.monotonic()
                self._device.start()
                self._woken.set()
