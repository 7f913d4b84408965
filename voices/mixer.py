"""The mixer: what is heard next, sample by sample. It has no device, no clock and no threads.

1. Utterances wait in a queue; the first is read, then its pause, then the next.
2. An announcement interrupts the reading, which goes on after it at the word; or it is heard
   over the reading, which is quiet meanwhile; or it waits for a sentence or a paragraph to end.
3. What has been rendered can be taken back: each step of rendering says how it is undone.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from voices.contract import REFERENCE_PACE, Mark
from voices.earcons import Earcon
from voices.levels import mixed, scaled
from voices.messages import Event, Finished, Priority, Reached
from voices.outside import OutsideSound
from voices.sound import Sound
from voices.speaking import pause_samples


@dataclass(frozen=True, slots=True)
class Begin:
    """The turn of somebody else's speech has come."""

    sound: OutsideSound


Timed = Event | Begin
"""What happens when the samples that it came with are heard."""
Undo = list[Callable[[], object]]
"""What has to be called, last first, to go back to before."""


class Mixer:
    """Renders samples and tells what is reached with them. Used under its timeline's lock."""

    def __init__(self) -> None:
        self._queue: deque[Sound] = deque()
        self._announcements: deque[Sound] = deque()
        self._waiting: deque[tuple[Priority, Sound]] = deque()
        self._paused = False
        self._pause_left = 0
        self._pace: float = REFERENCE_PACE
        self._pauses = 100
        self._volume = 1.0
        self._over = False

    # Requests.

    def read(self, sound: Sound, now: bool = False) -> None:
        """Queue ``sound``, or read it instead of everything that was queued."""
        if now:
            for waiting in self._queue:
                waiting.drop()
            self._queue.clear()
            self._pause_left = 0
            self._paused = False
            self._drop_announcements()
        self._queue.append(sound)

    def announce(self, sound: Sound, priority: Priority) -> None:
        """Say ``sound`` when its priority asks for it; at once when nothing is read."""
        if priority in ("next", "normal") and self._reading:
            self._waiting.append((priority, sound))
            return
        if priority == "now":
            self._drop_announcements()
        if not self._announcements and not (self._over and not isinstance(sound, OutsideSound)):
            self.stop_at_word()
        self._announcements.append(sound)

    def pause(self) -> None:
        """Stop reading, ready to go on at the word, and drop any announcement."""
        self.stop_at_word()
        self._drop_announcements()
        self._paused = True

    def resume(self) -> None:
        """Go on reading now: an announcement or the rest of a pause is not waited for."""
        self._drop_announcements()
        self._paused = False
        self._pause_left = 0

    def set_pace(self, pace: float, pauses: int = 100) -> None:
        """Play what is queued at ``pace`` words a minute, with ``pauses`` percent of pauses."""
        self._pace, self._pauses = pace, pauses
        for sound in self._queue:
            sound.set_pace(pace)

    def set_volume(self, percent: int) -> None:
        """Play everything at ``percent`` of its own volume."""
        self._volume = percent / 100

    def set_over(self, over: bool) -> None:
        """Say announcements over the reading instead of interrupting it."""
        self._over = over

    def speak_anew(self, make: Callable[[Sound], Sound]) -> None:
        """Let ``make`` give each queued utterance anew, in another manner.

        The one that is heard goes on until the new one can take over in the middle of it.
        """
        for index, sound in enumerate(self._queue):
            if isinstance(sound, Earcon):
                continue
            fresh = make(sound)
            if index == 0:
                if sound.successor is not None:
                    sound.successor.drop()
                sound.successor = fresh
            else:
                sound.drop()
                self._queue[index] = fresh

        self.go_over()

    def announce_anew(self, make: Callable[[Sound], Sound]) -> None:
        """Let ``make`` give each announcement anew."""
        self._announcements = deque(make(sound) for sound in self._announcements)
        self._waiting = deque((kind, make(sound)) for kind, sound in self._waiting)

    @property
    def successor_waits(self) -> bool:
        """Whether what is heard can go over to its successor now."""
        sound = self._queue[0] if self._queue else None
        return (
            sound is not None and sound.successor is not None and sound.successor.can_follow(sound)
        )

    def go_over(self) -> None:
        """Go over to the successor of what is heard, at the same part of the same word."""
        if self.successor_waits:
            old = self._queue[0]
            fresh = old.successor
            if fresh is not None:
                fresh.follow(old)
                fresh.set_pace(self._pace)
                old.drop()
                self._queue[0] = fresh

    @property
    def idle(self) -> bool:
        """Whether nothing is to be heard until the next request."""
        return not (self._announcements or self._reading)

    @property
    def _reading(self) -> bool:
        return not self._paused and bool(self._queue or self._pause_left)

    def stop_at_word(self) -> None:
        """Break off reading, ready to go on at the word."""
        if self._queue and not self._pause_left:
            self._queue[0].rewind_to_word()

    def _drop_announcements(self) -> None:
        for sound in self._announcements:
            sound.drop()
        self._announcements.clear()

    # Rendering.

    def render(self, count: int, events: list[Timed], undo: Undo) -> bytes:
        """Return up to ``count`` samples; fewer when no more is to be heard, or is ready.

        What is reached with them is added to ``events``, and how to go back to ``undo``.
        """
        data = self._announced(count, events, undo)
        if data is None:
            data = self._read(count, events, undo)
        elif self._over and data:
            under = self._read(len(data) // 2, events, undo)
            data = mixed(data, under)
        return data if self._volume == 1 else scaled(data, self._volume)

    def _announced(self, count: int, events: list[Timed], undo: Undo) -> bytes | None:
        """Return some of what is announced; None when there is nothing."""
        while self._announcements:
            sound = self._announcements[0]
            data, _ = _read_from(sound, count, events, undo)
            if sound.ended:
                if not isinstance(sound, Earcon):
                    events.append(Finished(sound.number))
                self._announcements.popleft()
                undo.append(lambda sound=sound: self._announcements.appendleft(sound))  # type: ignore[misc]
                if not data:
                    continue
            return data
        return None

    def _read(self, count: int, events: list[Timed], undo: Undo) -> bytes:
        if self._paused:
            return b""
        if self._pause_left > 0:
            length = min(count, self._pause_left)
            self._set_pause(self._pause_left - length, undo)
            return bytes(length * 2)
        if not self._queue:
            return b""
        sound = self._queue[0]
        data, marks = _read_from(sound, count, events, undo)
        events.extend(Reached(sound.number, mark.offset, mark.length) for mark in marks)
        if sound.ended:
            self._queue.popleft()
            undo.append(lambda: self._queue.appendleft(sound))
            if isinstance(sound, Earcon):  # nothing is said between it and what it announces
                return data or self._read(count, events, undo)
            events.append(Finished(sound.number))
            pause = pause_samples(sound.pause_ms, self._pace, self._pauses, sound.speed)
            self._set_pause(pause, undo)
            self._let_in("normal" if sound.ends_block or not self._queue else "next", undo)
            if not data and not self._announcements:
                return self._read(count, events, undo)
        return data

    def _set_pause(self, length: int, undo: Undo) -> None:
        before = self._pause_left
        self._pause_left = length

        def go_back() -> None:
            self._pause_left = before

        undo.append(go_back)

    def _let_in(self, least: Priority, undo: Undo) -> None:
        """Let announcements have their turn that waited for what has just ended."""
        before = list(self._waiting)
        turn = [sound for kind, sound in before if kind == "next" or least == "normal"]
        if not turn:
            return
        self._waiting = deque(pair for pair in before if pair[1] not in turn)
        self._announcements.extend(turn)

        def go_back() -> None:
            self._waiting = deque(before)
            for _ in turn:
                self._announcements.pop()

        undo.append(go_back)


def _read_from(
    sound: Sound, count: int, events: list[Timed], undo: Undo
) -> tuple[bytes, list[Mark]]:
    state = sound.state()
    undo.append(lambda: sound.restore(state))
    if isinstance(sound, OutsideSound) and sound.take_turn():
        events.append(Begin(sound))
    return sound.read(count)
