"""How far is read before reading stops by itself, and what is read next within that."""

from __future__ import annotations

from typing import Literal

from content.script import Place, Script
from content.signals import shown, signals
from voices.messages import Speak

Scope = Literal["article", "section", "block", "paragraph", "sentence"]
"""How far to read before stopping. At the end of a section or a block, reading stands before
what follows; after one paragraph or sentence, which one looks at, it stays there."""
PARTS = ("section", "block")
"""Scopes that end with a part of the article."""


def following(script: Script, place: Place, scope: Scope, part: range) -> Place | None:
    """Return what is read after ``place``; ``part`` are the blocks of what is read alone."""
    after = script.after(place)
    if after is None or scope == "sentence":
        return None
    if scope == "paragraph" and after[0] != place[0]:
        return None
    if scope in PARTS and after[0] not in part:
        return None
    return after


def request(script: Script, place: Place, number: int, start: int, now: bool) -> Speak:
    """Return the request to read what stands at ``place``, with the sounds before it."""
    utterance = script.utterance(place)
    after = script.after(place)
    ends_block = after is None or after[0] != place[0]
    explained = shown(script, place)
    return Speak(
        number, utterance.text, utterance.language, utterance.pause_ms, start, now, ends_block,
        explained or signals(script, place), bool(explained), utterance.phonemes,
    )  # fmt: skip
