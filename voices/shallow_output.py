"""The shallow output: miniaudio's devices, which ask for some milliseconds at a time."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable

from voices.device import Device
from voices.libpulse import PulseError
from voices.messages import Event, Problem
from voices.pulse import PulseStream
from voices.timeline import Timeline

_AWAKE = 3.0
"""Seconds of nothing to hear after which the device rests. One that runs asks for samples a
hundred times a second, which costs some percent of a core even for silence."""
_LOST = 3.0
"""Seconds after which a running device that asks for nothing is lost."""
_LOOK_AGAIN = 3.0
"""Seconds between two looks for a device where there is none."""


class ShallowOutput:
    """Plays the timeline on a device; silently, but in time, where there is none."""

    def __init__(
        self,
        timeline: Timeline,
        lock: threading.RLock,
        device: str,
        emit: Callable[[Event], None],
    ) -> None:
        """Open ``device``, else the system's choice, else a silent one."""
        self._timeline = timeline
        self._lock = lock
        self._woken = threading.Event()
        self._ended = False
        self._asked = time.monotonic()
        self._device = Device(self._samples, device)
        self.silent = self._device.silent
        self.name = self._device.name
        if device and not self._device.found:
            emit(
                Problem(
                    f"The sound device {device} is not there, so {self.name} plays; "
                    "intone doctor lists what there is."
                )
            )

    def _samples(self, count: int) -> bytes:
        self._asked = time.monotonic()
        with self._lock:
            end = self._timeline.end + count
            data = self._timeline.render(end)
            self._timeline.skip_to(end)
            self._timeline.heard(end)
        return data.ljust(count * 2, b"\0")

    # Under the player's lock.

    def cut(self) -> int:
        """Return the number of the next sample: what the device has can't be replaced."""
        return self._timeline.end

    def follow(self) -> None:
        """See that the device runs, if there is something for it.

        It is started and stopped by the player's thread only: to stop it is to wait for its
        own thread, which may wait for the lock.
        """
        self._woken.set()

    def use(self, device: str) -> None:
        """Leave this device, so that another is opened; reading goes on there at the word."""
        self._timeline.mixer.stop_at_word()
        self._ended = True
        self._woken.set()

    # On the player's thread.

    def run(self) -> None:
        """Let the device rest while nothing is to be heard; return when it is to be left."""
        resting = False
        needed = looked = time.monotonic()
        while not self._ended:
            now = time.monotonic()
            if not self._timeline.mixer.idle:
                needed = now
                if resting:
                    self._asked = now
                    self._device.start()
                    resting = False
            elif not resting and now - needed > _AWAKE:
                self._device.stop()
                resting = True
            if not resting and now - self._asked > _LOST:
                # The reader starts this process again, with whatever device there is then,
                # and goes on at the word.
                os._exit(1)
            if self.silent and now - looked > _LOOK_AGAIN:
                looked = now
                if _somebody_can_hear():
                    break
            self._woken.wait(None if resting and not self.silent else 1)
            self._woken.clear()
        self._device.close()


def _somebody_can_hear() -> bool:
    """Whether there is a device now."""
    try:
        PulseStream("", lambda: None).close()
    except PulseError:
        device = Device(lambda count: bytes(2 * count))
        silent = device.silent
        device.close()
        return not silent
    return True
