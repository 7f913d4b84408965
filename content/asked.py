"""The note or the source that was cited last, for who asks for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from content.marked import NOTE_RULE
from content.model import Article, Block, Span
from content.patterns import lazily
from content.pieces import said_of
from content.pronunciations import Pronunciations
from content.rules.citations import CITATION_RULE, TO_DIGITS
from content.rules.letters import words
from content.script import Place, Script
from content.utterance import Utterance

Said = tuple[str, str]
"""What is said, and in which language."""

_FAR = 200
"""Utterances that are looked through backwards."""
_NUMBERS = lazily(r"\d{1,3}")
_MOST = 10
"""Sources said for one citation."""
_TITLES = words(
    "references reference sources bibliography notes endnotes footnotes citations literature "
    "literatur quellen quellenangaben literaturverzeichnis einzelnachweise anmerkungen références "
    "bibliographie notes referencias bibliografía fuentes notas"
)
_LABEL = lazily(r"\W*(?P<number>\d{1,3})\W")


def asked_for(script: Script, place: Place, offset: int) -> list[Said]:
    """Return what the last note or citation before ``offset`` of the block says, or nothing.

    A note's own text; of a source its entry under the references, if the article has them,
    else what is written in the text.
    """
    for utterance in _backwards(script, place):
        for piece in reversed(utterance.pieces):
            here = utterance.block != place[0] or piece.start <= offset
            if here and piece.end > piece.start and piece.rule in (NOTE_RULE, CITATION_RULE):
                written = script.article.blocks[utterance.block].text[piece.start : piece.end]
                if piece.rule == CITATION_RULE:
                    return _sources(script, written, utterance.language)
                return _note(script, utterance, piece.start, piece.end, written)
    return []


def _backwards(script: Script, place: Place) -> Iterator[Utterance]:
    at: Place | None = place
    for _ in range(_FAR):
        if at is None:
            return
        yield script.utterance(at)
        at = script.before(at)


def _note(script: Script, utterance: Utterance, start: int, end: int, written: str) -> list[Said]:
    article = script.article
    for span in article.blocks[utterance.block].spans:
        if span.kind == "note" and start <= span.start < end:
            index = _named(article, span)
            if index is not None:
                return _said(script, index)
    return [(f"note {written.strip(' []()')}", utterance.language)]


def _named(article: Article, span: Span) -> int | None:
    for index, block in enumerate(article.blocks):
        if block.kind == "note" and block.label and block.label == span.target:
            return index
    return None


def _sources(script: Script, written: str, language: str) -> list[Said]:
    bare = written.strip(" []()")
    if any(map(str.isalpha, bare)):
        found = []
    elif numbers := _listed(bare.translate(TO_DIGITS)):
        found = [entry for number in numbers for entry in _entry(script, number)]
    else:
        found = _marked(script, bare)
    if found:
        return found
    settings = replace(script.settings, citations="say")
    return [(said_of(bare, language, "paragraph", settings, Pronunciations(())), language)]


def _listed(written: str) -> list[int]:
    """Return the numbers of "3–5, 7": 3, 4, 5 and 7."""
    found: list[int] = []
    for part in written.replace(";", ",").split(","):
        ends = [int(number) for number in _NUMBERS.findall(part)]
        if ends:
            found += range(ends[0], ends[-1] + 1) or [*ends]
    return found[:_MOST]


def _marked(script: Script, mark: str) -> list[Said]:
    """Return what is said of the block that begins with ``mark``, such as a dagger."""
    for index, block in enumerate(script.article.blocks):
        if block.text.startswith(mark):
            return _said(script, index)
    return []


def _said(script: Script, block: int) -> list[Said]:
    return [(utterance.text, utterance.language) for utterance in script.block(block)]


def _entry(script: Script, number: int) -> list[Said]:
    """Return what is said of the entry with that number under the article's references."""
    article = script.article
    for section in reversed(article.sections):
        if words(section.title.casefold()) & _TITLES:
            entries = [
                index
                for index in range(section.first + 1, section.end)
                if article.blocks[index].kind in ("item", "paragraph", "note")
            ]
            for at, index in enumerate(entries, start=1):
                if _number_of(article.blocks[index], at) == number:
                    return _said(script, index)
    return []


def _number_of(block: Block, place: int) -> int:
    if block.number is not None:
        return block.number
    label = _LABEL.match(block.label + ".") or _LABEL.match(block.text)
    return int(label["number"]) if label else place
