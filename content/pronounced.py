"""What of a sentence is said otherwise: by the person's dictionary or the article's own word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from content.model import Span
from content.phonemes import as_ipa
from content.pronunciations import LEXICON, Pronunciations
from content.rules import say

PHONEMES = "phonemes"
"""The name of the rule for what the source itself gives in phonemes at its place."""


@dataclass(frozen=True, slots=True)
class Pronounced:
    """A stretch of a sentence and how it is said."""

    start: int
    end: int
    spoken: str
    phonemes: str
    """In IPA; empty when ``spoken`` is to be read as text."""
    rule: str


def pronounced(
    text: str, language: str, spans: Iterable[Span], known: Pronunciations
) -> list[Pronounced]:
    """Return the stretches of ``text`` that are said otherwise, in order and apart.

    The person's dictionary goes before the phonemes that ``spans`` give, and these before the
    article's lexicon. References to notes, and formulas, are left alone.
    """
    spans = tuple(spans)
    taken = bytearray(len(text))
    for span in spans:
        if span.kind in ("note", "formula"):
            _take(taken, span.start, span.end)
    found = list(_known(text, language, known))
    given = list(_given(text, language, spans))
    kept = []
    for each in (
        *(one for one in found if one.rule != LEXICON),
        *given,
        *(one for one in found if one.rule == LEXICON),
    ):
        if taken.find(1, each.start, each.end) < 0:
            _take(taken, each.start, each.end)
            kept.append(each)
    return sorted(kept, key=lambda each: each.start)


def _take(taken: bytearray, start: int, end: int) -> None:
    taken[start:end] = b"\1" * (end - start)


def _known(text: str, language: str, known: Pronunciations) -> Iterator[Pronounced]:
    for found in known.find(text, language):
        entry = found.entry
        if not entry.alphabet:
            spoken = _safe(entry.spoken, language)
            yield Pronounced(found.start, found.end, spoken, "", found.rule)
        elif ipa := as_ipa(entry.spoken, entry.alphabet):
            written = _safe(text[found.start : found.end], language)
            yield Pronounced(found.start, found.end, written, ipa, found.rule)


def _given(text: str, language: str, spans: Iterable[Span]) -> Iterator[Pronounced]:
    for span in spans:
        if span.kind == "phonemes" and span.end > span.start:
            alphabet, _, phonemes = span.target.partition(":")
            if ipa := as_ipa(phonemes, alphabet):
                written = _safe(text[span.start : span.end], language)
                yield Pronounced(span.start, span.end, written, ipa, PHONEMES)


def _safe(text: str, language: str) -> str:
    """Return ``text`` without what a voice would take for a command; else as it stands."""
    return say(text, language, "code")
