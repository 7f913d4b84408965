"""A sentence becomes pieces: what is said, with the stretch that each part stands for."""

from __future__ import annotations

from collections.abc import Iterable

from content.rules import find_changes
from content.utterance import Piece


def make_pieces(
    text: str,
    start: int,
    end: int,
    language: str,
    kind: str,
    verbatim: Iterable[tuple[int, int]] = (),
) -> list[Piece]:
    """Return pieces for the stretch of a block's ``text``; they cover it without a gap.

    The space around the sentence is passed over. ``verbatim`` are stretches of the block's
    text that are said as they are written.
    """
    sentence = text[start:end]
    bare = sentence.strip()
    first = start + (len(sentence) - len(sentence.lstrip()) if bare else 0)
    last = first + len(bare)
    pieces = [Piece("", start, first, "space")] if first > start else []
    inside = [(a - first, b - first) for a, b in verbatim if a < last and b > first]
    at = first
    for (change_start, change_end, spoken), rule in find_changes(bare, language, kind, inside):
        if at < first + change_start:
            pieces.append(_plain(text, at, first + change_start))
        at = first + change_end
        pieces.append(Piece(spoken, first + change_start, at, rule))
    if at < last:
        pieces.append(_plain(text, at, last))
    if last < end:
        pieces.append(Piece("", last, end, "space"))
    return pieces


def _plain(text: str, start: int, end: int) -> Piece:
    return Piece(text[start:end], start, end)


def keep_safe(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Return the pieces so that no two brackets meet between them: ``[[`` means phonemes."""
    safe: list[Piece] = []
    open_before = False
    for piece in pieces:
        if open_before and piece.spoken.startswith("["):
            rule = piece.rule or "phoneme brackets"
            piece = Piece(" " + piece.spoken, piece.start, piece.end, rule)
        if piece.spoken:
            open_before = piece.spoken.endswith("[")
        safe.append(piece)
    return tuple(safe)
