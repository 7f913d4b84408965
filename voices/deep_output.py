"""The deep output: keeps a stream of the sound server filled, and replaces what it holds."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable

from voices.contract import PLAYER_RATE
from voices.libpulse import PulseError
from voices.messages import Event, Gaps, Problem
from voices.pulse import HELD_MS, PulseStream
from voices.timeline import Timeline

_AHEAD = HELD_MS * PLAYER_RATE // 1000
_TIME_TO_WRITE = 0.003 * PLAYER_RATE
"""Samples that are heard while a request is carried out and what is new is written."""
_REFILL = 0.08
"""Seconds between two fillings: two may come too late before anybody hears it."""
_AWAKE = 3.0
"""Seconds of nothing to hear after which the stream rests. One that runs costs the server
some percent of a core; one at rest begins again within milliseconds."""
_TRY_AGAIN = 0.3
"""Seconds between two attempts to reach a server that has ended."""
_LOOK_AGAIN = 2.0
"""Seconds between two looks for a chosen device that is away."""
_PATIENCE = 3.0
"""Seconds without a server after which a person is told."""


class DeepOutput:
    """Plays the timeline on a stream. Numbers of samples are the timeline's."""

    silent = False

    def __init__(
        self,
        timeline: Timeline,
        lock: threading.RLock,
        device: str,
        emit: Callable[[Event], None],
    ) -> None:
        """Open a stream on ``device``, else on the server's choice; raise PulseError."""
        self._timeline = timeline
        self._lock = lock
        self._emit = emit
        self._wanted = device
        self._woken = threading.Event()
        self._stream: PulseStream | None = None
        self._base = self._written = 0
        self._flowing = self._resting = self._elsewhere = False
        self._gaps = 0
        self._idle_since = time.monotonic()
        stream = self._open()
        with lock:
            self._adopt(stream)

    @property
    def name(self) -> str:
        """What the device is called."""
        return self._stream.device if self._stream is not None else "none"

    # Under the player's lock.

    def cut(self) -> int:
        """Return the number of the first sample that can still be replaced."""
        self._flowing = False  # what comes late after a request is no gap
        stream = self._stream
        if stream is None:
            return self._timeline.end
        heard = stream.heard()
        return self._base + int(heard + stream.held + _TIME_TO_WRITE) + 1

    def follow(self) -> None:
        """Replace what the server holds by what has changed, at once."""
        self._fill()
        self._woken.set()

    def use(self, device: str) -> None:
        """Go over to another device; reading goes on there at the word."""
        self._wanted = device
        self._break_off()
        self._woken.set()

    def _fill(self) -> None:
        """Give the server what it does not hold yet, and silence in place of the rest."""
        stream = self._stream
        if stream is None:
            return
        heard = self._base + stream.heard()
        wanted = int(heard + stream.held) + _AHEAD
        # Time has passed since a request asked where to cut: that is not late yet.
        late = self._timeline.end < heard + stream.held
        if late:
            self._timeline.skip_to(int(heard + stream.held + _TIME_TO_WRITE) + 1)
        begin = self._timeline.end
        data = self._timeline.render(wanted)
        if late and data and self._flowing:
            self._gaps += 1
            self._emit(Gaps(self._gaps))
        self._flowing = self._timeline.end >= wanted
        # What the server still holds of before must not be heard.
        data += bytes(2 * max(0, self._written - self._timeline.end))
        self._written = self._timeline.end
        if data:
            stream.write(data, begin - self._base)
            if self._resting:
                self._resting = False
                stream.rest(False)

    def _adopt(self, stream: PulseStream) -> None:
        """Go on with ``stream``, whose own numbers begin anew."""
        self._stream = stream
        self._device = stream.device
        self._resting = self._flowing = False
        self._base = self._written = self._timeline.end - int(stream.heard())
        self._idle_since = time.monotonic()

    def _break_off(self) -> None:
        """Give up the stream, and take back what was not heard of it."""
        if self._stream is not None:
            stream, self._stream = self._stream, None
            heard = self._base + int(stream.heard())
            self._timeline.heard(heard)
            self._timeline.take_back(heard)
            self._timeline.mixer.stop_at_word()
            stream.close()

    # On the player's thread.

    def run(self) -> None:
        """Keep the stream filled, for ever; open it again when it has ended."""
        while True:
            if self._stream is None:
                self._open_again()
            elif self._elsewhere:
                self._return()
            self._woken.clear()
            with self._lock:
                wait = self._step()
            self._woken.wait(wait)

    def _step(self) -> float | None:
        """Do what is due; return after how many seconds something will be, if ever."""
        stream = self._stream
        if stream is None or not stream.alive:
            self._break_off()
            return 0
        if self._wanted and not self._elsewhere and stream.device != self._device:
            self._play_elsewhere(stream)
        heard = self._base + stream.heard()
        self._timeline.heard(int(heard))
        self._fill()
        now = time.monotonic()
        due = self._timeline.next_event
        if self._timeline.end > heard or due is not None or not self._timeline.mixer.idle:
            self._idle_since = now
            return _REFILL if due is None else max(0.0, min(_REFILL, (due - heard) / PLAYER_RATE))
        if self._resting:
            return None
        left = self._idle_since + _AWAKE - now
        if left > 0:
            return left
        self._resting = True
        stream.rest(True)
        return None

    def _open(self) -> PulseStream:
        """Return a stream on the device that is wanted, else on another."""
        self._elsewhere = False
        if self._wanted:
            with contextlib.suppress(PulseError):
                return PulseStream(self._wanted, self._woken.set)
        stream = PulseStream("", self._woken.set)
        if self._wanted:
            self._play_elsewhere(stream)
        return stream

    def _play_elsewhere(self, stream: PulseStream) -> None:
        self._elsewhere = True
        self._looked = time.monotonic()
        self._emit(
            Problem(
                f"The sound device {self._wanted} is not there, so {stream.device} plays "
                "until it is connected."
            )
        )

    def _open_again(self) -> None:
        begun = time.monotonic()
        told = False
        while True:
            try:
                stream = self._open()
            except PulseError:
                if not told and time.monotonic() - begun > _PATIENCE:
                    told = True
                    self._emit(
                        Problem(
                            "The sound device has gone; reading waits, and goes on when it is back."
                        )
                    )
                time.sleep(_TRY_AGAIN)
                continue
            with self._lock:
                self._adopt(stream)
            return

    def _return(self) -> None:
        """Go back to the device that is wanted when it is there again."""
        if time.monotonic() - self._looked < _LOOK_AGAIN:
            return
        self._looked = time.monotonic()
        try:
            stream = PulseStream(self._wanted, self._woken.set)
        except PulseError:
            return
        with self._lock:
            self._break_off()
            self._elsewhere = False
            self._adopt(stream)
