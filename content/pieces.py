"""A sentence becomes pieces: what is said, with the stretch that each part stands for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from content.marked import changes_of
from content.model import Span
from content.pronounced import pronounced
from content.pronunciations import Pronunciations
from content.rules import find_changes
from content.settings import USUAL, ScriptSettings
from content.utterance import Piece

_NOTHING_KNOWN = Pronunciations(())


def make_pieces(
    text: str,
    start: int,
    end: int,
    language: str,
    kind: str,
    spans: Iterable[Span] = (),
    settings: ScriptSettings = USUAL,
    known: Pronunciations = _NOTHING_KNOWN,
) -> list[Piece]:
    """Return pieces for the stretch of a block's ``text``; they cover it without a gap.

    The space around the sentence is passed over. Of the block's ``spans``, code is said as it
    is written; ``content.marked`` tells what becomes of the others. What is
    ``known`` of how words are said goes before every rule.
    """
    sentence = text[start:end]
    bare = sentence.strip()
    first = start + (len(sentence) - len(sentence.lstrip()) if bare else 0)
    last = first + len(bare)
    pieces = [Piece("", start, first, "space")] if first > start else []
    inside = [
        replace(span, start=span.start - first, end=span.end - first)
        for span in spans
        if span.start >= first and span.end <= last
    ]
    verbatim = [(span.start, span.end) for span in inside if span.kind == "code"]
    otherwise = pronounced(bare, language, inside, known)
    phonemes = {(each.start, each.end): each.phonemes for each in otherwise}
    given = [
        *changes_of(bare, inside, language, kind, settings),
        *(((each.start, each.end, each.spoken), each.rule) for each in otherwise),
    ]
    at = first
    for (change_start, change_end, spoken), rule in find_changes(
        bare, language, kind, verbatim, given, settings
    ):
        if first + change_start < at:  # an image inside what is already said otherwise
            continue
        if at < first + change_start:
            pieces.append(_plain(text, at, first + change_start))
        at = first + change_end
        sounds = phonemes.get((change_start, change_end), "")
        pieces.append(Piece(spoken, first + change_start, at, rule, sounds))
    if at < last:
        pieces.append(_plain(text, at, last))
    if last < end:
        pieces.append(Piece("", last, end, "space"))
    return pieces


def said_of(
    text: str, language: str, kind: str, settings: ScriptSettings, known: Pronunciations
) -> str:
    """Return what is said for a text that stands elsewhere, such as the header of a column."""
    pieces = make_pieces(text, 0, len(text), language, kind, (), settings, known)
    return "".join(piece.spoken for piece in keep_safe(pieces))


def _plain(text: str, start: int, end: int) -> Piece:
    return Piece(text[start:end], start, end)


def keep_safe(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Return the pieces so that no two brackets meet between them: ``[[`` means phonemes."""
    safe: list[Piece] = []
    open_before = False
    for piece in pieces:
        if open_before and piece.spoken.startswith("["):
            rule = piece.rule or "phoneme brackets"
            piece = replace(piece, spoken=" " + piece.spoken, rule=rule)
        if piece.spoken:
            open_before = piece.spoken.endswith("[")
        safe.append(piece)
    return tuple(safe)
