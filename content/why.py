"""Why something is said as it is: what is written, what is said, and which rules did it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from content.expansions import expansions
from content.folding import Folded, fold
from content.model import Article
from content.patterns import lazily
from content.rules.descriptions import description_of
from content.script import Script
from content.utterance import Piece, Utterance

Meanings = Callable[[], Mapping[str, str]]
"""Gives what each short form of an article stands for."""
_SHORT = lazily(r"[A-Z][A-Za-z0-9&-]{1,9}")


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
    meanings = meanings_of(script.article)
    for index, block in enumerate(script.article.blocks):
        folded = fold(block.text)
        at = folded.text.find(wanted)
        if at < 0:
            continue
        utterances = script.block(index)
        while at >= 0:
            end = at + len(wanted)
            yield from _reasons(script, utterances, folded, at, end, meanings)
            at = folded.text.find(wanted, end)


def _reasons(
    script: Script,
    utterances: tuple[Utterance, ...],
    folded: Folded,
    at: int,
    end: int,
    meanings: Meanings,
) -> Iterator[Reason]:
    start, stop = folded.starts[at], folded.ends[end - 1]
    touched = [each for each in utterances if each.start < stop and start < each.end]
    if touched:
        yield reason_for(script, touched, start, stop, meanings)


def meanings_of(article: Article) -> Meanings:
    """Return what gives the article's short forms, which are looked for once they are asked for."""
    return cache(lambda: {found.short: found.long for found in expansions(article)})


def reason_for(
    script: Script, utterances: list[Utterance], start: int, end: int,
    meanings: Meanings | None = None,
) -> Reason:  # fmt: skip
    """Return why the stretch of a block's text is said as it is.

    ``utterances`` are those of the block that say some of it. What is changed is taken whole.
    ``meanings`` saves looking for the article's short forms again.
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
        stands_for(article, first.block, start, end, meanings or meanings_of(article)),
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


def stands_for(article: Article, block: int, start: int, end: int, meanings: Meanings) -> str:
    """Return what the article says that a short form there stands for, or nothing."""
    for span in article.blocks[block].spans:
        if span.kind == "abbreviation" and span.start < end and start < span.end and span.target:
            return " ".join(span.target.split())
    for match in _SHORT.finditer(article.blocks[block].text, start, end):
        known = meanings()
        for short in (match[0], match[0].removesuffix("s")):
            if short in known:
                return " ".join(known[short].split())
    return ""


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
