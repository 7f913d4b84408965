"""Which short sounds go before an utterance. What they sound like is not known here."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from pathlib import Path

from content.list_shape import begins_list
from content.marked import NOTE_RULE
from content.model import Position, Span
from content.rules.citations import CITATION_RULE
from content.script import Place, Script
from content.text import clean_line

AT_THE_END = "section"
"""What is heard when an article has been read to its end."""
_GUIDE = clean_line(str(Path(__file__).parent / "guide" / "guide.md"))
"""As ``Article.source`` has it."""
_TARGET = "sound:"


def signals(script: Script, place: Place) -> tuple[str, ...]:
    """Return the names of the sounds before the utterance at ``place``, in order."""
    return tuple(_signals(script, place))


def shown(script: Script, place: Place) -> tuple[str, ...]:
    """Return the sounds that the utterance at ``place`` explains, to be played in any case.

    In the guide, a link to ``sound:heading`` plays that sound. An article is the guide when
    it was opened from the guide's own path, which nothing that stands in an article can
    claim: elsewhere, such a link is a link like any other.
    """
    if script.article.source != _GUIDE:
        return ()
    return tuple(
        span.target.removeprefix(_TARGET)
        for span in _links(script, place)
        if span.target.startswith(_TARGET)
    )


def _signals(script: Script, place: Place) -> Iterator[str]:
    article = script.article
    index, utterance = place
    if utterance == 0:
        block = article.blocks[index]
        section = bisect_left(article.sections, index, key=lambda section: section.first)
        if 0 < section < len(article.sections) and article.sections[section].first == index:
            yield "section"
        if _follows_skipped(script, place):
            yield "skipped"
        if block.kind in ("heading", "table"):
            yield block.kind
        elif block.kind == "item" and begins_list(article.blocks, index):
            yield "list"
    if _links(script, place):
        yield "link"
    if _leaves_out(script, place):
        yield "note"


def _links(script: Script, place: Place) -> list[Span]:
    """Return the links that begin in the utterance: one that goes on in the next counts once."""
    utterance = script.utterance(place)
    spans = script.article.blocks[place[0]].spans
    return [
        span for span in spans
        if span.kind == "link" and utterance.start <= span.start < min(span.end, utterance.end)
    ]  # fmt: skip


def _leaves_out(script: Script, place: Place) -> bool:
    """Whether the utterance passes over a note or a citation that can be asked for."""
    chosen = {NOTE_RULE: script.settings.notes, CITATION_RULE: script.settings.citations}
    return any(
        chosen.get(piece.rule) == "demand" and not piece.spoken
        for piece in script.utterance(place).pieces
    )


def _follows_skipped(script: Script, place: Place) -> bool:
    """Whether something was skipped between ``place``, which begins a block, and what is before."""
    skipped = script.article.skipped
    after = bisect_right(skipped, place[0], key=lambda piece: piece.before)
    # What stands before a block that says nothing is missing before the next that does.
    return after > 0 and script.at(Position(skipped[after - 1].before)) == place
