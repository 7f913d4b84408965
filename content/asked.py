"""The note or the source that was cited last, for who asks for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

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


@dataclass(frozen=True, slots=True)
class Cited:
    """A reference to a note or a source, and what it refers to."""

    utterance: Utterance
    """In which it stands."""
    rule: str
    """``NOTE_RULE`` or ``CITATION_RULE``."""
    written: str
    blocks: list[int]
    """The notes, or the entries under the references; none if the article has none."""


def asked_for(script: Script, place: Place, offset: int) -> list[Said]:
    """Return what the last note or citation before ``offset`` of the block says, or nothing.

    A note's own text; of a source its entry under the references, if the article has them,
    else what is written in the text.
    """
    found = cited(script, place, offset)
    if found is None:
        return []
    if said := [said for block in found.blocks for said in _said(script, block)]:
        return said
    language = found.utterance.language
    if found.rule == NOTE_RULE:
        return [(f"note {found.written.strip(' []()')}", language)]
    settings = replace(script.settings, citations="say")
    bare = found.written.strip(" []()")
    return [(said_of(bare, language, "paragraph", settings, Pronunciations(())), language)]


def cited(script: Script, place: Place, offset: int) -> Cited | None:
    """Return the last note or citation before ``offset`` of the block; None if there is none."""
    for utterance in _backwards(script, place):
        for piece in reversed(utterance.pieces):
            here = utterance.block != place[0] or piece.start <= offset
            if here and piece.end > piece.start and piece.rule in (NOTE_RULE, CITATION_RULE):
                written = script.article.blocks[utterance.block].text[piece.start : piece.end]
                blocks = (
                    _sources(script.article, written)
                    if piece.rule == CITATION_RULE
                    else _notes(script.article, utterance.block, piece.start, piece.end)
                )
                return Cited(utterance, piece.rule, written, blocks)
    return None


def _backwards(script: Script, place: Place) -> Iterator[Utterance]:
    at: Place | None = place
    for _ in range(_FAR):
        if at is None:
            return
        yield script.utterance(at)
        at = script.before(at)


def _notes(article: Article, block: int, start: int, end: int) -> list[int]:
    for span in article.blocks[block].spans:
        if span.kind == "note" and start <= span.start < end:
            index = _named(article, span)
            return [] if index is None else [index]
    return []


def _named(article: Article, span: Span) -> int | None:
    for index, block in enumerate(article.blocks):
        if block.kind == "note" and block.label and block.label == span.target:
            return index
    return None


def _sources(article: Article, written: str) -> list[int]:
    bare = written.strip(" []()")
    if any(map(str.isalpha, bare)):
        return []
    if numbers := _listed(bare.translate(TO_DIGITS)):
        return [entry for number in numbers for entry in _entry(article, number)]
    return _marked(article, bare)


def _listed(written: str) -> list[int]:
    """Return the numbers of "3–5, 7": 3, 4, 5 and 7."""
    found: list[int] = []
    for part in written.replace(";", ",").split(","):
        ends = [int(number) for number in _NUMBERS.findall(part)]
        if ends:
            found += range(ends[0], ends[-1] + 1) or [*ends]
    return found[:_MOST]


def _marked(article: Article, mark: str) -> list[int]:
    """Return the block that begins with ``mark``, such as a dagger."""
    for index, block in enumerate(article.blocks):
        if block.text.startswith(mark):
            return [index]
    return []


def _said(script: Script, block: int) -> list[Said]:
    return [(utterance.text, utterance.language) for utterance in script.block(block)]


def _entry(article: Article, number: int) -> list[int]:
    """Return the entry with that number under the article's references."""
    for section in reversed(article.sections):
        if words(section.title.casefold()) & _TITLES:
            entries = [
                index
                for index in range(section.first + 1, section.end)
                if article.blocks[index].kind in ("item", "paragraph", "note")
            ]
            for at, index in enumerate(entries, start=1):
                if _number_of(article.blocks[index], at) == number:
                    return [index]
    return []


def _number_of(block: Block, place: int) -> int:
    if block.number is not None:
        return block.number
    label = _LABEL.match(block.label + ".") or _LABEL.match(block.text)
    return int(label["number"]) if label else place
