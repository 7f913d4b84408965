"""Speech that another program makes heard, in its turn among ours.

Its sound has no samples. When its turn comes the speaker is told to begin, and the mixer waits
until it has come to its end; whatever breaks reading off silences the speaker.
"""

from __future__ import annotations

import contextlib
import queue
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from voices.contract import Manner, VoiceError
from voices.messages import Event, Reached
from voices.sound import Moment, Sound


class Speaker(Protocol):
    """What speaks by itself; see ``DispatcherSpeaker``."""

    def start(
        self,
        text: str,
        language: str,
        manner: Manner,
        volume: int,
        offset: int,
        reached: Callable[[int, int], None],
        finished: Callable[[], None],
        broken: Callable[[], None],
    ) -> None:
        """Speak from the word at ``offset``; raise VoiceError when that can't be."""

    def cancel(self) -> None:
        """Fall silent at once."""

    def close(self) -> None:
        """Let go of what it holds."""


class OutsideSound(Sound):
    """An utterance that ``outside`` speaks when its turn comes."""

    def __init__(
        self, outside: Outside, number: int, text: str, language: str, pause_ms: float = 0,
        start: int = 0, ends_block: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(number, text, language, pause_ms, start, ends_block)
        self._outside = outside
        self._word = start
        self._begun = 0
        """How often it was begun; what an earlier time tells is not heeded."""
        self._turn = False

    @property
    def ended(self) -> bool:
        """Whether it was heard to its end, or can't be."""
        return self.complete

    def take_turn(self) -> bool:
        """Return whether its turn begins with this."""
        before, self._turn = self._turn, True
        return not before

    def begin(self) -> None:
        """Let the speaker begin with the word at which it was broken off."""
        if self._turn and not self.dropped:
            self._begun += 1
            self._outside.begin(self, self._word, self._begun)

    def _break_off(self) -> None:
        if self._turn:
            self._turn = False
            self._begun += 1
            self._outside.silence()

    def set_pace(self, pace: float) -> None:
        """Begin again at the word: no speaker changes in the middle."""
        self._break_off()

    def rewind_to_word(self) -> None:
        """Break off, to go on at the word."""
        self._break_off()

    def drop(self) -> None:
        """Fall silent for good."""
        super().drop()
        self._break_off()

    def state(self) -> tuple[float, int]:
        """Return whether its turn has come."""
        return 0.0, int(self._turn)

    def restore(self, state: tuple[float, int]) -> None:
        """Give its turn back if it had not come."""
        if not state[1]:
            self._break_off()

    def word_offset(self) -> int:
        """Return where in the text the word stands that is heard, or is heard next."""
        return self._word

    def moment(self) -> Moment:
        """Return the word that is heard, from its beginning."""
        return Moment(self._word, 0.0)

    def can_follow(self, other: Sound) -> bool:
        """Whether it can go on where ``other`` is: always, at the word."""
        return True

    def follow(self, other: Sound) -> None:
        """Go on at the word where ``other`` is."""
        self._word = other.word_offset()

    # What the speaker tells, on its own thread.

    def reached(self, begun: int, offset: int) -> bool:
        """Take notice of a word; return whether anybody waits for it."""
        if begun == self._begun:
            self._word = offset
        return begun == self._begun

    def finished(self, begun: int) -> None:
        """Take notice of the end."""
        if begun == self._begun:
            self.finish()


@dataclass(frozen=True, slots=True)
class _Begin:
    sound: OutsideSound
    offset: int
    begun: int


class Outside:
    """Steers speakers in the order it was asked to, on a thread of its own (``run``).

    A speaker may take long to answer; the mixer must not wait for it.
    """

    def __init__(
        self,
        make: Callable[[str], Speaker],
        manner: Callable[[bool], tuple[str, Manner, int]],
        emit: Callable[[Event], None],
        broken: Callable[[str], None],
    ) -> None:
        """``manner`` gives the speaker's name, how it is to speak, and the volume.

        It is told whether that is an announcement.

        ``broken`` is told, as a sentence, why a speaker can't be used any more.
        """
        self._make = make
        self._manner = manner
        self._emit = emit
        self._broken = broken
        self._orders: queue.SimpleQueue[_Begin | None] = queue.SimpleQueue()
        self._speaker: Speaker | None = None
        self._name = ""

    def begin(self, sound: OutsideSound, offset: int, begun: int) -> None:
        """Let ``sound`` be spoken from the word at ``offset``."""
        self._orders.put(_Begin(sound, offset, begun))

    def silence(self) -> None:
        """Let nothing be spoken."""
        self._orders.put(None)

    def run(self) -> None:
        """Carry out orders for ever."""
        while True:
            self._carry_out(self._orders.get())

    def step(self) -> bool:
        """Carry out the next order; return False when there is none."""
        with contextlib.suppress(queue.Empty):
            self._carry_out(self._orders.get_nowait())
            return True
        return False

    def _carry_out(self, order: _Begin | None) -> None:
        try:
            if order is not None:
                self._begin(order)
            elif self._speaker is not None:
                self._speaker.cancel()
        except VoiceError as error:
            self._speaker = None
            self._broken(str(error))

    def _begin(self, order: _Begin) -> None:
        name, manner, volume = self._manner(order.sound.aside)
        if self._speaker is None or name != self._name:
            if self._speaker is not None:
                self._speaker.close()
            self._speaker, self._name = None, name
            self._speaker = self._make(name)
        sound, begun = order.sound, order.begun

        def reached(offset: int, length: int) -> None:
            if sound.reached(begun, offset):
                self._emit(Reached(sound.number, offset, length))

        self._speaker.start(
            sound.text, sound.language, manner, volume, order.offset, reached,
            lambda: sound.finished(begun), lambda: self._broken(""),
        )  # fmt: skip
