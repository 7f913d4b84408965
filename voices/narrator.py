"""The narrator: plays a script, pauses, moves, and owns the position while speaking.

It has no clock and no threads. Requests go to ``send``; events come in through ``handle``,
always on the same thread. Utterances are sent ahead of the one that is heard, so that a front
end that stalls for seconds leaves no gap.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from content.density import density_of
from content.model import Position
from content.script import Place, Script
from content.utterance import Phonemes
from voices.ahead import Ahead
from voices.losses import Losses, Verdict
from voices.messages import (
    Announce,
    Configure,
    Event,
    Finished,
    Lost,
    Pause,
    Priority,
    Reached,
    Request,
    Resume,
)
from voices.muting import Muting
from voices.reading_point import ReadingPoint, said_at_or_before
from voices.scope import PARTS, Scope, following
from voices.wanted import Wanted


class Narrator:
    """Reads one script aloud through a speech process."""

    def __init__(
        self, script: Script, send: Callable[[Request], None], delivery: Configure
    ) -> None:
        """``delivery`` is how it speaks; the article's density is added to it here."""
        self.point = ReadingPoint(script)
        """Where it is, closely."""
        self._wanted = Wanted(delivery, density_of(script))
        self.playing = False
        self.scope: Scope = "article"
        """How far it reads before it stops by itself."""
        self._part = range(0)
        """The blocks of the section or the block that is read alone."""
        self.muting = Muting(send)
        """Lets nothing be heard when a person wants that."""
        self._send = self.muting
        self._ahead = Ahead(self._send)
        self.problem: Callable[[str], None] = lambda _: None
        """Takes a sentence that a person should know."""
        self._losses = Losses()
        self._announcing = False
        """Whether an announcement was sent that has not been heard to its end."""
        self._configure()

    # Where it is.

    @property
    def script(self) -> Script:
        """What is read."""
        return self.point.script

    @property
    def place(self) -> Place | None:
        """The utterance that is read or would be; None in an article that says nothing."""
        return self.point.place

    @property
    def position(self) -> Position:
        """Where the word stands that is heard or would be heard next."""
        return self.point.position

    @property
    def ended(self) -> bool:
        """Whether the article was read to its end and nothing has been asked since."""
        return self.point.ended

    # What it is told.

    def play(self, scope: Scope | None = None, after_announcements: bool = False) -> None:
        """Read on from the word where reading stopped; from the beginning at the end.

        Unless a ``scope`` is given, it is that of a part that is read alone, or the article.
        An announcement that is being said is cut off, unless it is to be waited for.
        """
        if self.place is None:
            return
        if self.ended:
            self.move(self.script.first())
        if scope is None:
            scope = self.scope if self.scope in PARTS else "article"
        self.scope = scope
        self.playing = True
        if self._ahead:
            self._send(Resume())
            self._fill()
        else:
            self._start(now=not after_announcements)

    def pause(self) -> None:
        """Stop whatever is heard, ready to go on at the word."""
        self.playing = False
        self._send(Pause())

    def move(self, place: Place | None, offset: int = 0) -> None:
        """Go to ``place``, at the character ``offset`` of its block; reading goes on there."""
        if place is None:
            return
        self.point.move(place, offset)
        self._ahead.give_up()
        if self.scope in PARTS and place[0] not in self._part:
            self.scope = "article"
        if self.playing:
            self._start()

    def go(self, place: Place, scope: Scope, offset: int = 0) -> None:
        """Go to ``place``, or to ``offset`` in its block, and read from there to ``scope``."""
        self.scope = scope
        self.playing = True
        self.move(place, offset)

    def stand(self, place: Place, start: int, end: int) -> None:
        """Pause on a stretch of the text that ``place`` says: a word, or a character of one.

        Reading goes on at the word.
        """
        if self.playing:
            self.pause()
        self.move(place, start)
        self.point.stand(start, end)

    def keep_to(self, part: range, scope: Scope, place: Place | None = None) -> None:
        """Read the blocks of ``part`` alone: from ``place``, or on from the word."""
        self._part = part
        if place is not None:
            self.go(place, scope)
            return
        self.scope = scope
        if any(block not in part for block, _ in self._ahead.places):
            self._start()

    def move_to(self, position: Position) -> None:
        """Go to ``position``, or to what is said next after it."""
        place = self.script.at(position)
        if place is None:
            return
        self.move(place, position.offset if place[0] == position.block else 0)
        self.point.ended = self.point.is_at_end(position)

    def use(self, script: Script, position: Position | None = None) -> None:
        """Go on with another script of the same article: at the word, or at ``position`` in it."""
        ended = self.ended and position is None
        position = self.position if position is None else position
        if script.article is not self.script.article:
            self._part = range(0)  # it has other blocks
        self.point = ReadingPoint(script)
        self._wanted.density = density_of(script)
        self._configure()
        # What is not said any more may have been the last of the article.
        self.move_to(said_at_or_before(script, position))
        self.point.ended = self.ended or (ended and self.place is not None)

    @property
    def delivery(self) -> Configure:
        """How it speaks, as a person wants it."""
        return self._wanted.delivery

    @property
    def pace(self) -> int:
        """Words a minute."""
        return self.delivery.pace

    def deliver(self, **changes: Any) -> None:
        """Speak with these fields of ``Configure`` from now on, in the middle of a word."""
        self._wanted.change(**changes)
        self._configure()

    def announce(
        self, text: str, language: str, priority: Priority = "now", sound: str = "",
        phonemes: tuple[Phonemes, ...] = (),
    ) -> int:  # fmt: skip
        """Say ``text`` when its priority asks for it; return the number it has.

        Reading goes on after it, at the word. Before it, a short ``sound`` may be played.
        Stretches of it may be said by their ``phonemes``.
        """
        number = self._ahead.number()
        self._announcing = True
        self._send(Announce(number, text, language, priority, sound, phonemes))
        return number

    # What it hears.

    def handle(self, event: Event) -> None:
        """Take an event of the speech process; those of what was given up are let go."""
        self.muting.handle(event)
        match event:
            case Reached() if self._ahead.is_heard(event.id):
                self._losses.heard(self.place, event.offset)
                self.point.hear(event.offset, event.length)
            case Finished() if self._ahead.is_heard(event.id):
                self._advance()
            case Finished():
                self._announcing = False
            case Lost():
                self._go_on_after_loss()

    def _go_on_after_loss(self) -> None:
        """Speak on in the new process, at the word; keep away from what ends it each time."""
        verdict: Verdict = "again"
        if self.playing or self._announcing:  # else no voice can have been the cause
            offset = self.point.spoken if self.point.length else -1
            verdict = self._losses.lost(self.place, offset, self._wanted.all_embedded())
        self._announcing = False
        self._ahead.lose()
        problem = ""
        match verdict:
            case "embedded":
                problem = self._wanted.distrust(self.place and self.script.utterance(self.place))
            case "skip" if self.playing:
                problem = "A sentence that keeps breaking speech off was left out."
                self._go_on_after(self.place)
            case "stop":
                problem = "Speech keeps breaking off; run intone doctor to see what is wrong."
                self.playing = False
        self._configure()
        if self.playing:
            self._start()
        if problem:
            self.problem(problem)

    def _go_on_after(self, place: Place | None) -> None:
        if place is None:
            self.playing = False
            return
        self.point.hear(0, 0)
        within, after = self._after(place), self.script.after(place)
        if within is not None:
            self.point.place = within
            return
        self.playing = False
        self.point.ended = after is None
        if self.scope in PARTS:
            self.point.place, self.scope = after or place, "article"

    def _advance(self) -> None:
        done = self._ahead.finish()
        self._losses.finished()
        if not self._ahead and (after := self._after(done)) is not None:
            self._ahead.speak(self.script, after)
        if self._ahead:
            self.point.place = self._ahead.places[0]
            self.point.hear(0, 0)
            self._fill()
            return
        self._go_on_after(done)

    # How it speaks.

    def _configure(self) -> None:
        self._send(self._wanted.configured())

    def _start(self, now: bool = True) -> None:
        if self.place is not None:
            self.point.standing = None
            self._ahead.give_up()
            self._ahead.speak(self.script, self.place, self.point.spoken, now)
            self._fill()

    def _fill(self) -> None:
        self._ahead.fill(self.script, self.pace, self._after)

    def _after(self, place: Place) -> Place | None:
        return following(self.script, place, self.scope, self._part)
