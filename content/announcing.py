"""What is announced is put before and after the utterances of a block."""

from __future__ import annotations

from collections.abc import Iterator

from content.patterns import lazily
from content.utterance import Piece
from content.words import Words, base_of

Part = tuple[list[Piece], int, str]
"""The pieces of an utterance, the silence after it, and its language."""

_PAUSE = 120
"""Milliseconds after an announcement that is an utterance of its own."""

_LETTER = lazily(r"[^\W\d_]")
_LABEL = lazily(r"[\w.-]{1,20}\Z")
_ENDINGS = (".", "!", "?", "…", ":", ";", ",", "。", "！", "？")


def before_the_first(parts: Iterator[Part], ahead: list[Piece], language: str) -> Iterator[Part]:
    """Yield the parts, with ``ahead``, which is in ``language``, before the first."""
    first = next(parts, None)
    if first is None:
        if ahead:
            yield ahead, _PAUSE, language
        return
    yield from _led(ahead, first, language)
    yield from parts


def behind_the_last(parts: Iterator[Part], behind: list[Piece], language: str) -> Iterator[Part]:
    """Yield the parts, with ``behind``, which is in ``language``, after the last."""
    held: Part | None = None
    for part in parts:
        if held is not None:
            yield held
        held = part
    if held is None:
        return
    pieces, pause, spoken_in = held
    if behind and base_of(spoken_in) == base_of(language):
        yield pieces + _apart(behind, "".join(piece.spoken for piece in pieces)), pause, spoken_in
        return
    yield held
    if behind:
        yield _apart(behind, ""), pause, language


def with_pages(parts: Iterator[Part], pages: list[tuple[int, str]], words: Words) -> Iterator[Part]:
    """Yield the parts, a page announced before the one in which it begins."""
    waiting = [page for page in reversed(pages) if _LABEL.match(page[1])]
    for part in parts:
        start, end = part[0][0].start, part[0][-1].end
        said = ""
        while waiting and waiting[-1][0] < end:
            said += words("page", waiting.pop()[1]) + ": "
        if said:
            yield from _led([Piece(said, start, start, "page")], part, words.language)
        else:
            yield part


def audible(parts: Iterator[Part]) -> Iterator[tuple[Part, bool]]:
    """Yield the parts that say something and whether it is the last, silent ones joined in."""
    held: Part | None = None
    silent: list[Piece] = []
    for pieces, pause, language in parts:
        if any(piece.spoken.strip() for piece in pieces):
            if held is not None:
                yield held, False
            held = silent + pieces, pause, language
            silent = []
        elif held is not None:
            held[0].extend(pieces)
        else:
            silent += pieces
    if held is not None:
        yield held, True


def _led(ahead: list[Piece], part: Part, language: str) -> Iterator[Part]:
    """Yield the part after ``ahead``: in one utterance, unless a voice would have to change."""
    pieces, pause, spoken_in = part
    bare = not any(_LETTER.search(piece.spoken) for piece in ahead)
    if bare or base_of(spoken_in) == base_of(language):
        yield ahead + pieces, pause, spoken_in
    else:
        yield list(ahead), _PAUSE, language
        yield part


def _apart(behind: list[Piece], said: str) -> list[Piece]:
    """Return the pieces so that a voice makes a pause before each, after ``said``."""
    made = []
    for piece in behind:
        before = said.rstrip()
        lead = "" if not before else " " if before.endswith(_ENDINGS) else ". "
        made.append(Piece(lead + piece.spoken, piece.start, piece.end, piece.rule))
        said = piece.spoken
    return made
