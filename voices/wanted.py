"""How an article is to be spoken: what a person wants, what it adds, and who is not trusted."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from content.density import Density
from voices.bounds import bounded
from voices.catalogue import DEFAULT
from voices.choice import reading_voice
from voices.messages import Configure

_VOICES = frozenset({"voice", "voices", "announcer"})


class Wanted:
    """Keeps how a person wants it, while another voice may have to stand in."""

    def __init__(self, delivery: Configure, density: Density) -> None:
        self.delivery = bounded(delivery)
        """How a person wants it."""
        self.density = density
        """Of the article."""
        self.distrusting = False
        """Whether a chosen voice seems to end the speech process; others may be chosen."""
        self.muted = False
        """Whether nothing is to be heard, while words are marked as ever."""
        self.muted_after: int | None = None
        """The announcement after which that is to be so."""

    def change(self, **changes: Any) -> None:
        """Take these fields of ``Configure``; another voice is trusted again."""
        self.delivery = bounded(replace(self.delivery, **changes))
        if not _VOICES.isdisjoint(changes):
            self.distrusting = False

    def configured(self) -> Configure:
        """Return what the speech process is to be told."""
        wanted = replace(
            self.delivery,
            units_per_word=self.density.units_per_word,
            pause_ms_per_word=self.density.pause_ms_per_word,
        )
        if self.muted:  # another program may have no volume that is none at all
            wanted = replace(wanted, volume=0)
        if self.distrusting or self.muted:
            return replace(wanted, voice=DEFAULT, voices={}, announcer="")
        return wanted

    def all_embedded(self) -> bool:
        """Whether nobody speaks but the embedded voice that everything falls back on."""
        told = self.configured()
        return {told.voice, told.announcer or DEFAULT, *told.voices.values()} == {DEFAULT}

    def suspect(self, language: str) -> str:
        """Return who reads ``language``, for a sentence; what voices know is not known here."""
        name = reading_voice(self.delivery, language, lambda _: ())
        return "A voice" if name == DEFAULT else f"The voice {name}"
