"""The narrator: plays a script, pauses, moves, and owns the position while speaking.

It has no clock and no threads. Requests go to ``send``; events come in through ``handle``,
always on the same thread. Utterances are sent ahead of the one that is heard, so that a front
end that stalls for seconds leaves no gap.
"""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from content.density import density_of
from content.model import Position
from content.script import Place, Script, position_at, spoken_offset_at, stretch_at
from content.utterance import Phonemes
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
from voices.scope import PARTS, Scope, following, request
from voices.wanted import Wanted
from voices.words import Words

_AHEAD_SECONDS = 10
_AHEAD_UTTERANCES = 3


@dataclass(frozen=True, slots=True)
class _Sent:
    id: int
    place: Place
    words: int


class Narrator:
    """Reads one script aloud through a speech process."""

    def __init__(
        self, script: Script, send: Callable[[Request], None], delivery: Configure
    ) -> None:
        """``delivery`` is how it speaks; the article's density is added to it here."""
        self.script = script
        self._wanted = Wanted(delivery, density_of(script))
        self.playing = False
        self.ended = False
        """Whether the article was read to its end and nothing has been asked since."""
        self.place = script.first()
        """The utterance that is read or would be; None in an article that says nothing."""
        self._spoken = 0
        self._length = 0
        self.scope: Scope = "article"
        """How far it reads before it stops by itself."""
        self._part = range(0)
        """The blocks of the section or the block that is read alone."""
        self.standing: tuple[int, int] | None = None
        """The stretch of the block's text that was gone to, until reading goes on there."""
        self.muting = Muting(send)
        """Lets nothing be heard when a person wants that."""
        self._send = self.muting
        self._numbers: Iterator[int] = itertools.count(1)
        self._ahead: deque[_Sent] = deque()
        self.problem: Callable[[str], None] = lambda _: None
        """Takes a sentence that a person should know."""
        self._losses = Losses()
        self._announcing = False
        """Whether an announcement was sent that has not been heard to its end."""
        self._doubtful = 0
        """How many utterances are sent one at a time, as one of them may end the process."""
        self._configure()

    # Where it is.

    @property
    def position(self) -> Position:
        """Where the word stands that is heard or would be heard next."""
        if self.place is None:
            return Position(0)
        if self.standing is not None:
            return Position(self.place[0], self.standing[0])
        if self.ended:
            return Position(self.place[0], self.script.utterance(self.place).end)
        return position_at(self.script.utterance(self.place), self._spoken)

    @property
    def spoken(self) -> int:
        """How many characters of the utterance at ``place`` have been said."""
        return self._spoken

    @property
    def sentence(self) -> tuple[int, int]:
        """The stretch of the current block's text that is being read."""
        if self.place is None:
            return 0, 0
        utterance = self.script.utterance(self.place)
        text = self.script.article.blocks[utterance.block].text[utterance.start : utterance.end]
        return utterance.start, utterance.start + len(text.rstrip())

    @property
    def word(self) -> tuple[int, int]:
        """The stretch of the current block's text whose word is heard, or will be next."""
        if self.place is None:
            return 0, 0
        if self.standing is not None:
            return self.standing
        utterance = self.script.utterance(self.place)
        if self._length:
            return stretch_at(utterance, self._spoken, self._length)
        start, end = Words(utterance.text).at(self._spoken) or (self._spoken, self._spoken)
        return stretch_at(utterance, start, end - start)

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
        self.place = place
        self.ended = False
        self._spoken = spoken_offset_at(self.script.utterance(place), offset) if offset else 0
        self._length = 0
        self.standing = None
        self._ahead.clear()
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
        word = Words(self.script.utterance(place).text).at(self._spoken)
        self._spoken = min(self._spoken, word[0]) if word is not None else self._spoken
        self.standing = start, end

    def keep_to(self, part: range, scope: Scope, place: Place | None = None) -> None:
        """Read the blocks of ``part`` alone: from ``place``, or on from the word."""
        self._part = part
        if place is not None:
            self.go(place, scope)
            return
        self.scope = scope
        if any(sent.place[0] not in part for sent in self._ahead):
            self._start()

    def move_to(self, position: Position) -> None:
        """Go to ``position``, or to what is said next after it."""
        place = self.script.at(position)
        if place is None:
            return
        same_block = place[0] == position.block
        self.move(place, position.offset if same_block else 0)
        at_end = same_block and position.offset >= self.script.utterance(place).end
        self.ended = at_end and self.script.after(place) is None

    def use(self, script: Script, position: Position | None = None) -> None:
        """Go on with another script of the same article: at the word, or at ``position`` in it."""
        ended = self.ended and position is None
        position = self.position if position is None else position
        if script.article is not self.script.article:
            self._part = range(0)  # it has other blocks
        self.script = script
        self._wanted.density = density_of(script)
        self._configure()
        # What is not said any more may have been the last of the article.
        while script.at(position) is None and position.block > 0:
            position = Position(position.block - 1)
        self.place = None
        self.move_to(position)
        self.ended = self.ended or (ended and self.place is not None)

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
        number = next(self._numbers)
        self._announcing = True
        self._send(Announce(number, text, language, priority, sound, phonemes))
        return number

    # What it hears.

    def handle(self, event: Event) -> None:
        """Take an event of the speech process; those of what was given up are let go."""
        self.muting.handle(event)
        match event:
            case Reached() if self._ahead and event.id == self._ahead[0].id:
                self._losses.heard(self.place, event.offset)
                self._spoken, self._length = event.offset, event.length
            case Finished() if self._ahead and event.id == self._ahead[0].id:
                self._advance()
            case Finished():
                self._announcing = False
            case Lost():
                self._go_on_after_loss()

    def _go_on_after_loss(self) -> None:
        """Speak on in the new process, at the word; keep away from what ends it each time."""
        verdict: Verdict = "again"
        if self.playing or self._announcing:  # else no voice can have been the cause
            offset = self._spoken if self._length else -1
            verdict = self._losses.lost(self.place, offset, self._wanted.all_embedded())
        self._announcing = False
        self._doubtful = max(self._doubtful, len(self._ahead))
        self._ahead.clear()
        problem = ""
        match verdict:
            case "embedded":
                self._wanted.distrusting = True
                language = "" if self.place is None else self.script.utterance(self.place).language
                problem = (
                    f"{self._wanted.suspect(language)} keeps breaking speech off, "
                    "so the embedded voice reads on."
                )
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
        self._spoken = self._length = 0
        within, after = self._after(place), self.script.after(place)
        if within is not None:
            self.place = within
            return
        self.playing = False
        self.ended = after is None
        if self.scope in PARTS:
            self.place, self.scope = after or place, "article"

    def _advance(self) -> None:
        done = self._ahead.popleft()
        self._losses.finished()
        self._doubtful = max(0, self._doubtful - 1)
        if not self._ahead and (after := self._after(done.place)) is not None:
            self._speak(after)
        if self._ahead:
            self.place = self._ahead[0].place
            self._spoken = self._length = 0
            self._fill()
            return
        self._go_on_after(done.place)

    # How it speaks.

    def _configure(self) -> None:
        self._send(self._wanted.configured())

    def _start(self, now: bool = True) -> None:
        if self.place is not None:
            self.standing = None
            self._ahead.clear()
            self._speak(self.place, start=self._spoken, now=now)
            self._fill()

    def _fill(self) -> None:
        """Keep some seconds of speech ahead of what is heard, if it does no harm."""
        if self._doubtful:
            return
        wanted = self.pace * _AHEAD_SECONDS / 60
        words = sum(sent.words for sent in self._ahead)
        while words < wanted or len(self._ahead) < _AHEAD_UTTERANCES:
            place = self._after(self._ahead[-1].place)
            if place is None:
                return
            words += self._speak(place)

    def _after(self, place: Place) -> Place | None:
        return following(self.script, place, self.scope, self._part)

    def _speak(self, place: Place, start: int = 0, now: bool = False) -> int:
        speak = request(self.script, place, next(self._numbers), start, now)
        words = len(speak.text.split())
        self._ahead.append(_Sent(speak.id, place, words))
        self._send(speak)
        return words
