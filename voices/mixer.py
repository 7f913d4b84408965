"""The mixer: what is heard next, sample by sample. It has no device and no clock.

1. Utterances wait in a queue; the first is read, then its pause, then the next.
2. An announcement interrupts; reading goes on after it at the word where it stopped.
3. Whatever is cut off fades out over 3 ms, mixed with what follows, so that nothing clicks
   and nothing waits.
"""

from __future__ import annotations

import array
import threading
from collections import deque
from collections.abc import Callable, Sequence

from voices.contract import REFERENCE_PACE, Mark
from voices.messages import Event, Finished, Reached
from voices.sound import Sound
from voices.speaking import pause_samples

_FADE = 66
"""Samples: 3 ms at 22050 Hz."""


class Mixer:
    """Gives the device its samples and tells ``emit`` what has been reached.

    ``fill`` is called by the device's thread, the rest by the one that takes requests.
    """

    def __init__(self, emit: Callable[[Event], None]) -> None:
        self._emit = emit
        self._lock = threading.Lock()
        self._queue: deque[Sound] = deque()
        self._announcements: deque[Sound] = deque()
        self._paused = False
        self._pause_left = 0
        self._tail = array.array("h")
        self._pace = REFERENCE_PACE

    # Requests.

    def read(self, sound: Sound, now: bool) -> None:
        """Queue ``sound``, or read it instead of everything that was queued."""
        with self._lock:
            if now:
                self._drop_reading()
                self._drop_announcements()
            self._queue.append(sound)

    def announce(self, sound: Sound, more: bool) -> None:
        """Say ``sound`` now, or after what is being announced when it is ``more`` of that."""
        with self._lock:
            if not more:
                self._stop_at_word()
                self._drop_announcements()
            elif not self._announcements:
                self._stop_at_word()
            self._announcements.append(sound)

    def pause(self) -> None:
        """Stop reading, ready to go on at the word, and drop any announcement."""
        with self._lock:
            self._stop_at_word()
            self._drop_announcements()
            self._paused = True

    def resume(self) -> None:
        """Go on reading now: an announcement or the rest of a pause is not waited for."""
        with self._lock:
            self._drop_announcements()
            self._paused = False
            self._pause_left = 0

    def set_pace(self, pace: int) -> None:
        """Play what is queued at ``pace`` words a minute."""
        with self._lock:
            self._pace = pace
            for sound in self._queue:
                sound.set_pace(pace)

    @property
    def idle(self) -> bool:
        """Whether nothing is to be heard until the next request."""
        with self._lock:
            reading = not self._paused and (self._queue or self._pause_left)
            return not (self._announcements or reading or self._tail)

    # The device's end.

    def fill(self, count: int) -> bytes:
        """Return ``count`` samples: speech, pauses, silence."""
        with self._lock:
            events: list[Event] = []
            out = bytearray()
            while len(out) < count * 2 and (part := self._part(count - len(out) // 2, events)):
                out += part
            out += bytes(count * 2 - len(out))
            result = self._with_tail(out)
        for event in events:
            self._emit(event)
        return result

    def _part(self, count: int, events: list[Event]) -> bytes:
        """Return some of the samples wanted, or none when there is nothing to be heard."""
        if self._announcements:
            announcement = self._announcements[0]
            data, _ = announcement.read(count)
            if announcement.ended:
                events.append(Finished(announcement.number))
                self._announcements.popleft()
                return data or self._part(count, events)
            return data
        if self._paused:
            return b""
        if self._pause_left > 0:
            length = min(count, self._pause_left)
            self._pause_left -= length
            return bytes(length * 2)
        if not self._queue:
            return b""
        sound = self._queue[0]
        data, marks = sound.read(count)
        events.extend(_reached(sound, marks))
        if sound.ended:
            self._queue.popleft()
            events.append(Finished(sound.number))
            self._pause_left = pause_samples(sound.pause_ms, self._pace)
            return data or self._part(count, events)
        return data

    def _stop_at_word(self) -> None:
        """Break off reading, if it is what is heard, ready to go on at the word."""
        if not self._announcements and not self._paused and self._queue:
            if not self._pause_left:
                self._fade_out(self._queue[0])
            self._queue[0].rewind_to_word()

    def _drop_reading(self) -> None:
        self._stop_at_word()
        for sound in self._queue:
            sound.dropped = True
        self._queue.clear()
        self._pause_left = 0
        self._paused = False

    def _drop_announcements(self) -> None:
        if self._announcements:
            self._fade_out(self._announcements[0])
        for sound in self._announcements:
            sound.dropped = True
        self._announcements.clear()

    def _fade_out(self, sound: Sound) -> None:
        """Keep the next 3 ms of ``sound``, falling, to be mixed with what follows."""
        if sound.begun:
            samples = array.array("h", sound.read(_FADE)[0])
            falling = (value * (_FADE - i) // _FADE for i, value in enumerate(samples))
            self._tail = array.array("h", falling)

    def _with_tail(self, out: bytearray) -> bytes:
        if not self._tail:
            return bytes(out)
        mixed = array.array("h", bytes(out))
        for i, value in enumerate(self._tail[: len(mixed)]):
            mixed[i] = max(-32768, min(32767, mixed[i] + value))
        self._tail = self._tail[len(mixed) :]
        return mixed.tobytes()


def _reached(sound: Sound, marks: Sequence[Mark]) -> list[Event]:
    return [Reached(sound.number, mark.offset, mark.length) for mark in marks]
