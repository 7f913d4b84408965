"""How much time is left: one figure for whoever asks, set right by how long reading really takes.

What is left is reckoned in words at the pace (``content.reckoning``). While a person listens,
each sentence that was heard without anything in between tells how far the reckoning is off.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from content import moves
from content.density import TYPICAL, Density
from content.progress import Progress
from content.reckoning import Reckoning
from content.script import Place
from content.utterance import Utterance
from voices.messages import Configure, Event, Finished, Request, Speak
from voices.narrator import Narrator

_AHEAD = 150
"""Words that are reckoned exactly from a place on: it takes some 2 ms to script them."""
_IN_SECTION = 500
_MEANWHILE = 100
"""Words that are learned with each sentence that is heard."""
_TRUST = 20.0
"""Seconds of listening that the reckoning itself counts as, or fewer when it is far off."""
_CHANCE = 0.8
"""By how much a second is off by chance; it grows less with the root of the seconds."""
_REMEMBERED = 180.0
"""Seconds of listening after which what was heard earlier fades."""
_STRANGE = 3
"""Times as long or as short as reckoned: the machine was asleep, or that was no reading."""


@dataclass(frozen=True, slots=True)
class _End:
    """When an utterance had been heard to its end."""

    moment: float
    utterance: Utterance


class TimeLeft:
    """Tells how much time is left, and listens along with the person."""

    def __init__(
        self,
        narrator: Callable[[], Narrator],
        progress: Callable[[], Progress],
        clock: Callable[[], float],
    ) -> None:
        """``narrator`` gives who reads, ``progress`` that of the article, ``clock`` seconds."""
        self._who_reads = narrator
        self._progress = progress
        self._clock = clock
        self._density = TYPICAL
        self._made: Reckoning | None = None
        self._last: _End | None = None
        """The last utterance that ended, unless something else came after it."""
        self._voices: object = None
        """Who reads; what was heard of others tells nothing."""
        self._heard = self._reckoned = 0.0

    @property
    def _narrator(self) -> Narrator:
        return self._who_reads()

    def in_article(self) -> float:
        """Return the seconds from here to the end of the article, at this pace."""
        return self._seconds(None)

    def in_section(self) -> float:
        """Return the seconds to the end of the section, or to the first when that is ahead."""
        narrator = self._narrator
        article = narrator.script.article
        block = narrator.position.block
        section = moves.section_at(article, block)
        if section >= 0:
            end = article.sections[section].end
        else:
            end = article.sections[0].first if article.sections else len(article.blocks)
        self._reckoning().learn(block, _IN_SECTION, end)
        return self._seconds(end)

    def sent(self, request: Request) -> None:
        """Learn from what the narrator asks of the speech process: what comes in between."""
        if isinstance(request, Configure):
            self._density = Density(request.units_per_word, request.pause_ms_per_word)
        if not isinstance(request, Speak) or request.now:
            self._last = None

    def follow(self, event: Event, place: Place | None) -> None:
        """Learn from an event that the narrator has taken; ``place`` was read before it."""
        narrator = self._narrator
        if not isinstance(event, Finished) or place is None or not narrator.playing:
            return
        if narrator.place == place:  # it was an announcement
            self._last = None
            return
        said = narrator.script.utterance(place)
        self._compare(said)
        self._last = _End(self._clock(), said)
        self._reckoning().learn_more(narrator.position.block, _MEANWHILE)

    def _compare(self, said: Utterance) -> None:
        narrator, last = self._narrator, self._last
        if last is None:
            return
        reckoning = self._reckoning()
        words = reckoning.pause(last.utterance) + reckoning.of(said)
        due, took = words * 60 / narrator.pace, self._clock() - last.moment
        voices = (narrator.delivery.voice, narrator.delivery.voices)
        if voices != self._voices:
            self._voices, self._heard, self._reckoned = voices, 0.0, 0.0
        if not due / _STRANGE < took < due * _STRANGE:
            return
        self._heard += took
        self._reckoned += due
        if self._reckoned > _REMEMBERED:
            fade = _REMEMBERED / self._reckoned
            self._heard, self._reckoned = self._heard * fade, self._reckoned * fade

    def _seconds(self, end: int | None) -> float:
        narrator = self._narrator
        if narrator.ended or narrator.place is None:
            return 0
        reckoning = self._reckoning()
        reckoning.learn(narrator.place[0], _AHEAD)
        words = reckoning.words(narrator.place, narrator.point.spoken, end)
        return words * 60 / narrator.pace * self._factor()

    def _factor(self) -> float:
        """Return how many seconds a reckoned second really takes."""
        if not self._reckoned:
            return 1
        off = abs(self._heard / self._reckoned - 1)
        chance = _CHANCE / math.sqrt(self._reckoned)
        trust = _TRUST if off <= chance else _TRUST * (chance / off) ** 2
        return (self._heard + trust) / (self._reckoned + trust)

    def _reckoning(self) -> Reckoning:
        narrator = self._narrator
        made = self._made
        pauses = narrator.delivery.pauses
        if made is None or made.script is not narrator.script or made.pauses != pauses:
            made = Reckoning(narrator.script, self._progress(), self._density, pauses)
            self._made = made
        return made
