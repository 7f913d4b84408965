"""What is known of a PDF document: its words, where each stands, and what it says of itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from content.text import clean_line


@dataclass(frozen=True, slots=True)
class Word:
    """Characters without white space; lengths are points, upwards and to the right."""

    text: str
    left: float
    right: float
    base: float
    """Where its line of writing stands."""
    size: float
    bold: bool = False
    italic: bool = False
    glued: bool = False
    """Whether no space stands before it."""
    content: int = -1
    """The marked content it belongs to, by which the structure tree names it."""
    link: str = ""
    mono: bool = False
    """Whether all letters of its font are of one width."""


@dataclass(frozen=True, slots=True)
class Element:
    """One element of a page's structure tree."""

    type: str
    """Of the standard's, such as H1 or P; the producer's own where it is none of them."""
    children: tuple[Element | int, ...] = ()
    """Elements, and numbers of marked content, in reading order."""
    alternative: str = ""
    actual: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class PdfPage:
    """One page."""

    width: float
    height: float
    label: str
    words: tuple[Word, ...]
    tree: tuple[Element, ...] = ()
    aside: str = ""
    """What is written at another angle than the rest."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """One line of the document's outline."""

    level: int
    title: str
    page: int


@dataclass(frozen=True, slots=True)
class Pdf:
    """A whole document."""

    pages: tuple[PdfPage, ...]
    title: str = ""
    author: str = ""
    created: str = ""
    """As PDF writes dates: ``D:20260301…``."""
    modified: str = ""
    language: str = ""
    bookmarks: tuple[Bookmark, ...] = ()


def from_plain(value: dict[str, Any]) -> Pdf:
    """Return the document that ``content.pdf.extract`` wrote as JSON, its texts cleaned."""
    return Pdf(
        tuple(
            PdfPage(
                page["width"], page["height"], clean_line(page["label"]),
                tuple(
                    Word(text, *rest)
                    for first, *rest in page["words"]
                    if (text := clean_line(first))
                ),
                tuple(_element(one) for one in page["tree"]),
                clean_line(page["aside"]),
            )
            for page in value["pages"]
        ),
        clean_line(value["title"]), clean_line(value["author"]), clean_line(value["created"]),
        clean_line(value["modified"]), clean_line(value["language"]),
        tuple(Bookmark(*bookmark) for bookmark in value["bookmarks"]),
    )  # fmt: skip


def _element(value: list[Any]) -> Element:
    kind, children, alternative, actual, language = value
    return Element(
        kind,
        tuple(one if isinstance(one, int) else _element(one) for one in children),
        clean_line(alternative), clean_line(actual), clean_line(language),
    )  # fmt: skip
