"""The Article: what a source says, freed of how it was written down."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

BlockKind = Literal[
    "heading",
    "paragraph",
    "item",
    "term",
    "definition",
    "quote",
    "code",
    "table",
    "figure",
    "caption",
    "note",
    "rule",
    "trust",
]
SpanKind = Literal[
    "emphasis",
    "strong",
    "strikethrough",
    "code",
    "link",
    "note",
    "image",
    "abbreviation",
    "language",
    "phonemes",
    "formula",
]
SkippedKind = Literal[
    "promotion",
    "navigation",
    "cookies",
    "share",
    "contents",
    "related",
    "feedback",
    "boilerplate",
    "comments",
    "page",
    "missing",
]


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in an Article: the one anchor of speech, highlight, cursor and resume."""

    block: int
    """Index into ``Article.blocks``."""
    offset: int = 0
    """Characters into that block's text."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a block's text with a meaning of its own."""

    start: int
    end: int
    kind: SpanKind
    target: str = ""
    """Where a link or an image points; which note a note reference means; what an abbreviation
    stands for; a language's BCP 47 tag; phonemes after their alphabet, as in ``ipa:ˈnaɪt``; what
    is said for a formula."""


@dataclass(frozen=True, slots=True)
class Run:
    """``length`` characters of a block's text that stand unchanged in the source."""

    text: int
    source: int
    length: int


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell: a stretch of its block's text."""

    start: int
    end: int
    row: int
    column: int
    header: bool = False
    rows: int = 1
    """How many rows it spans."""
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph-sized piece of an article, as plain text plus spans.

    A rule has no text. A table's text is its cells, tabs between columns and newlines between
    rows. A figure's text is its alternative text. A caption is that of the figure before it or
    the table after it.
    """

    kind: BlockKind
    text: str
    spans: tuple[Span, ...] = ()
    runs: tuple[Run, ...] = ()
    """Where the text stands in the source, in order; what no run covers was decoded or added."""
    level: int = 0
    """1-6 for a heading; the depth, from 1, of an item or a quote; else 0."""
    number: int | None = None
    """The number of an item in a numbered list."""
    checked: bool | None = None
    """Whether a task item is done; None when it is no task."""
    cells: tuple[Cell, ...] = ()
    language: str = ""
    """BCP 47 tag where declared; the programming language of a code block."""
    label: str = ""
    """The name of a note, as its references give it."""
    role: str = ""
    """What the source calls the part it stands in, such as aside or epigraph."""

    @property
    def source_start(self) -> int:
        """Where the block begins in the source, in characters."""
        return self.runs[0].source if self.runs else 0


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it, up to the next section of any level.

    In a book these are the headings of its table of contents only, and the titles are what
    that says.
    """

    title: str
    level: int
    first: int
    """Index of the heading's block."""
    end: int
    """Index past the section's last block; subsections are sections of their own."""
    words: int
    start: int
    """Where the heading begins in the source, in characters."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who vouches for the article."""

    name: str
    credentials: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One line of the article's history of updates."""

    date: str
    """ISO 8601."""
    note: str = ""
    reviewed_by: str = ""
    current: bool = False


@dataclass(frozen=True, slots=True)
class Trust:
    """Who wrote, reviewed and checked the article, and when; dates are ISO 8601 or None."""

    published: str | None = None
    updated: str | None = None
    reviewed: str | None = None
    next_review: str | None = None
    fact_checked: bool | None = None
    authors: tuple[str, ...] = ()
    credited: tuple[Person, ...] = ()
    """Those of the authors of whom it says more than the name."""
    reviewed_by: tuple[Person, ...] = ()
    history: tuple[HistoryEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class Skipped:
    """Furniture kept out of the reading flow; never deleted.

    What is missing from a source, such as a chapter that cannot be read, is told in its text.
    """

    kind: SkippedKind
    text: str
    before: int
    """Index of the block it stood before."""
    start: int = 0
    """Where it begins in the source, in characters."""


@dataclass(frozen=True, slots=True)
class Page:
    """Where a page of the printed edition begins."""

    label: str
    position: Position


@dataclass(frozen=True, slots=True)
class Pronunciation:
    """How a word or phrase is to be said."""

    written: str
    spoken: str
    """Text; phonemes where an alphabet is named."""
    alphabet: str = ""
    """``ipa`` or ``x-sampa``; empty for text."""
    language: str = ""
    """BCP 47 tag of the texts it is for; empty for all."""
    whole: bool = True
    """Whether only whole words are meant."""
    case: bool = False
    """Whether capitals tell it apart."""
    own: bool = False
    """Whether a person wants it in one article alone; it then goes before all others."""


@dataclass(frozen=True, slots=True)
class Article:
    """One document, ready to be scripted, shown and moved through.

    Offsets into the source count characters of the decoded file with its line ends made
    newlines and terminal controls removed; where the source is no text that a person would
    read (a page, a book), those of the blocks' texts with an empty line between them.
    """

    title: str
    language: str
    """BCP 47 tag."""
    source: str
    """The path, address or ``-`` it came from."""
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...] = ()
    trust: Trust = field(default_factory=Trust)
    skipped: tuple[Skipped, ...] = ()
    digest: str = ""
    """SHA-256 of the source text in hexadecimal: tells versions of an article apart."""
    pages: tuple[Page, ...] = ()
    """Where the pages of the printed edition begin, in order."""
    lexicon: tuple[Pronunciation, ...] = ()
    """What the article itself says of how its words are said."""
