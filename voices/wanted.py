"""How an article is to be spoken: what a person wants, what it adds, and who is not trusted."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from content.density import Density
from content.utterance import Utterance
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
        self._distrusting = False
        """Whether a chosen voice seems to end the speech process; others may be chosen."""

    def change(self, **changes: Any) -> None:
        """Take these fields of ``Configure``; another voice is trusted again."""
        self.delivery = bounded(replace(self.delivery, **changes))
        if not _VOICES.isdisjoint(changes):
            self._distrusting = False

    def configured(self) -> Configure:
        """Return what the speech process is to be told."""
        wanted = replace(
            self.delivery,
            units_per_word=self.density.units_per_word,
            pause_ms_per_word=self.density.pause_ms_per_word,
        )
        if self._distrusting:
            return replace(wanted, voice=DEFAULT, voices={}, announcer="")
        return wanted

    def all_embedded(self) -> bool:
        """Whether nobody speaks but the embedded voice that everything falls back on."""
        told = self.configured()
        return {told.voice, told.announcer or DEFAULT, *told.voices.values()} == {DEFAULT}

    def distrust(self, read: Utterance | None) -> str:
        """Let the embedded voice stand in for who ``read``; return a sentence that says so."""
        self._distrusting = True
        # What voices know is not known here.
        name = reading_voice(self.delivery, read.language if read else "", lambda _: ())
        who = "A voice" if name == DEFAULT else f"The voice {name}"
        return f"{who} keeps breaking speech off, so the embedded voice reads on."
