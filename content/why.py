"""Why something is said as it is: what is written, what is said, and which rules did it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from content.folding import Folded, fold
from content.model import Article
from content.rules.descriptions import description_of
from content.script import Script
from content.utterance import Piece, Utterance


@dataclass(frozen=True, slots=True)
class Reason:
    """What became of a stretch of the article."""

    written: str
    said: str
    phonemes: str
    """In IPA, where the sounds are given."""
    rules: tuple[str, ...]
    """The names of those that changed something, each once, in order."""
    stands_for: str
    """What the article says that a short form stands for."""
    section: str
    """The title of its section; empty before the first."""


def occurrences(script: Script, phrase: str) -> Iterator[Reason]:
    """Yield why each place is said as it is where ``phrase`` is written, in order.

    Capitals and space make no difference. Only the blocks that have it are scripted.
    """
    wanted = fold(phrase.strip()).text
    if not wanted:
        return
    for index, block in enumerate(script.article.blocks):
        folded = fold(block.text)
        at = folded.text.find(wanted)
        if at < 0:
            continue
        utterances = script.block(index)
        while at >= 0:
            end = at + len(wanted)
            yield from _reasons(script, utterances, folded, at, end)
            at = folded.text.find(wanted, end)


def _reasons(
    script: Script, utterances: tuple[Utterance, ...], folded: Folded, at: int, end: int
) -> Iterator[Reason]:
    start, stop = folded.starts[at], folded.ends[end - 1]
    touched = [each for each in utterances if each.start < stop and start < each.end]
    if touched:
        yield reason_for(script, touched, start, stop)


def reason_for(script: Script, utterances: list[Utterance], start: int, end: int) -> Reason:
    """Return why the stretch of a block's text is said as it is.

    ``utterances`` are those of the block that say some of it. What is changed is taken whole.
    """
    article = script.article
    first = utterances[0]
    text = article.blocks[first.block].text
    said_in = [
        [piece for piece in utterance.pieces if _touches(piece, start, end)]
        for utterance in utterances
    ]
    pieces = [piece for each in said_in for piece in each]
    for piece in pieces:
        if not piece.exact and piece.rule != "space":
            start, end = min(start, piece.start), max(end, piece.end)
    rules = (piece.rule for piece in pieces if piece.rule not in ("", "space"))
    return Reason(
        " ".join(text[start:end].split()),
        " ".join(
            word
            for each in said_in
            for word in "".join(_said(piece, start, end) for piece in each).split()
        ),
        " ".join(piece.phonemes for piece in pieces if piece.phonemes),
        tuple(dict.fromkeys(rules)),
        stands_for(article, first.block, start, end),
        article.sections[first.section].title if first.section >= 0 else "",
    )


def _touches(piece: Piece, start: int, end: int) -> bool:
    """Whether a piece says some of the stretch, or is announced inside it or before it."""
    if piece.start == piece.end:
        return start <= piece.start < end
    return piece.start < end and start < piece.end


def _said(piece: Piece, start: int, end: int) -> str:
    if piece.exact:
        return piece.spoken[max(0, start - piece.start) : max(0, end - piece.start)]
    return piece.spoken


def stands_for(article: Article, block: int, start: int, end: int) -> str:
    """Return what the source says that the short form there stands for, or nothing."""
    return next(
        (
            " ".join(span.target.split())
            for span in article.blocks[block].spans
            if span.kind == "abbreviation" and span.start < end and start < span.end
        ),
        "",
    )


def sentences_of(reason: Reason) -> str:
    """Return a reason as it is said and shown."""
    said = f"Said: {reason.said}."
    if reason.phonemes:
        said = f"Said by its sounds: {reason.phonemes}."
    elif not reason.said:
        said = "Nothing is said."
    elif not reason.rules and reason.said == reason.written:
        said = "Said as it is written."
    parts = [f"Written: {reason.written}.", said]
    if reason.stands_for:
        parts.append(f"It stands for {reason.stands_for}.")
    if reason.rules:
        told = (f"{name}, {what}" if (what := description_of(name)) else name
                for name in reason.rules)  # fmt: skip
        parts.append(f"{'Rule' if len(reason.rules) == 1 else 'Rules'}: {'; '.join(told)}.")
    return " ".join(parts)
