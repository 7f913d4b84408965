"""The words and characters of an article, one after the other, and how each is said.

A word is what stands between spaces. What a rule says at once, as $5 million, is one word.
Scripts without spaces go by character. What is not said at all is a word too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from content.characters import character_end, character_start
from content.model import Position
from content.moves import Direction
from content.patterns import lazily
from content.pieces import said_of
from content.script import Place, Script

_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_WORD = lazily(rf"[{_UNSPACED}][\u0300-\u036f\u0e31-\u0e4e]*|[^\s\u2014{_UNSPACED}]+")
_IN_WORD = lazily(rf"[^\s\u2014{_UNSPACED}]")
_LONGEST = 200
"""Characters that a rule may say at once and still be one word."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A word or a character."""

    place: Place
    """The utterance that says it."""
    start: int
    """Where it stands in the text of its block."""
    end: int


def word_at(script: Script, at: Position) -> Unit | None:
    """Return the word that ``at`` stands in, or the next in its block."""
    found = _word_from(script, at.block, at.offset)
    return None if found is None else _unit(script, at.block, *found)


def next_word(script: Script, at: Position, direction: Direction) -> Unit | None:
    """Return the word after or before the one that ``at`` stands in; None at the edges."""
    here = _word_from(script, at.block, at.offset)
    if direction == 1:
        if here is not None and here[0] <= at.offset:
            here = _word_from(script, at.block, here[1])
        if here is not None:
            return _unit(script, at.block, *here)
    else:
        before = here[0] if here is not None and here[0] <= at.offset else at.offset
        if (earlier := _word_before(script, at.block, before)) is not None:
            return _unit(script, at.block, *earlier)
    for block in _blocks_beside(script, at.block, direction):
        text = script.article.blocks[block].text
        found = (
            _word_from(script, block, 0)
            if direction == 1
            else _word_before(script, block, len(text))
        )
        if found is not None:
            return _unit(script, block, *found)
    return None


def next_character(script: Script, at: Position, direction: Direction) -> Unit | None:
    """Return the character after or before the one at ``at``; None at the edges."""
    text = script.article.blocks[at.block].text
    if direction == 1:
        start = character_end(text, at.offset)
        if start < len(text):
            return _unit(script, at.block, start, character_end(text, start))
    elif 0 < at.offset <= len(text):
        return _unit(script, at.block, character_start(text, at.offset), at.offset)
    for block in _blocks_beside(script, at.block, direction):
        text = script.article.blocks[block].text
        if text:
            start = 0 if direction == 1 else character_start(text, len(text))
            return _unit(script, block, start, character_end(text, start))
    return None


def said_for(script: Script, unit: Unit) -> tuple[str, str]:
    """Return how the voice says a stretch of a block, and in which language.

    What is announced there is left away; what the reading passes over is said all the same.
    """
    block, _ = unit.place
    said = ""
    place: Place | None = unit.place
    language = script.utterance(unit.place).language
    while place is not None and place[0] == block:
        utterance = script.utterance(place)
        if utterance.start >= unit.end:
            break
        for piece in utterance.pieces:
            start, end = max(piece.start, unit.start), min(piece.end, unit.end)
            if start < end:
                exact = piece.spoken[start - piece.start : end - piece.start]
                said += exact if piece.exact else piece.spoken
        place = script.after(place)
    said = " ".join(said.split())
    if said:
        return said, language
    article = script.article
    written = " ".join(article.blocks[block].text[unit.start : unit.end].split())
    kind = article.blocks[block].kind
    return said_of(written, language, kind, script.settings, script.known) or written, language


def _unit(script: Script, block: int, start: int, end: int) -> Unit | None:
    place = script.at(Position(block, start))
    return None if place is None or place[0] != block else Unit(place, start, end)


def _blocks_beside(script: Script, block: int, direction: Direction) -> Iterator[int]:
    """Yield the blocks after or before ``block`` that say anything, the nearest first."""
    while True:
        place = script.at(Position(block + 1)) if direction == 1 else script.before((block, 0))
        if place is None:
            return
        block = place[0]
        yield block


def _word_from(script: Script, block: int, offset: int) -> tuple[int, int] | None:
    """Return the word that holds ``offset``, or the first after it."""
    text = script.article.blocks[block].text
    match = _WORD.search(text, _run_start(text, offset))
    return None if match is None else _whole(script, block, *match.span())


def _word_before(script: Script, block: int, offset: int) -> tuple[int, int] | None:
    """Return the last word that ends at ``offset`` or before."""
    text = script.article.blocks[block].text
    while offset > 0:
        match = _WORD.match(text, _run_start(text, offset - 1))
        if match is not None:
            return _whole(script, block, *match.span())
        offset -= 1
    return None


def _run_start(text: str, offset: int) -> int:
    start = min(offset, len(text))
    if start < len(text) and _IN_WORD.match(text, start):
        while start > 0 and _IN_WORD.match(text, start - 1):
            start -= 1
    return start


def _whole(script: Script, block: int, start: int, end: int) -> tuple[int, int]:
    """Return the stretch so that no change of a rule is cut."""
    text = script.article.blocks[block].text
    place = script.at(Position(block, start))
    first, last = start, end
    while place is not None and place[0] == block:
        utterance = script.utterance(place)
        if utterance.start >= last:
            break
        for piece in utterance.pieces:
            if not piece.spoken or piece.exact or piece.end - piece.start > _LONGEST:
                continue
            written = text[piece.start : piece.end]
            begin = piece.end - len(written.lstrip())
            finish = piece.start + len(written.rstrip())
            if begin < last and first < finish:
                first, last = min(first, begin), max(last, finish)
                first = _run_start(text, first)
                if (match := _WORD.match(text, _run_start(text, last - 1))) is not None:
                    last = max(last, match.end())
        place = script.after(place)
    return first, last
