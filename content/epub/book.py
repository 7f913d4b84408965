"""A book becomes an Article: its documents in order, its contents list as the sections."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from content.assemble import assemble
from content.epub.container import BookArchive, package_name
from content.epub.lexicon import lexicon
from content.epub.navigation import Entry, navigation
from content.epub.package import read_package
from content.epub.sectioning import Book, sectioned
from content.epub.spine import Gathered, gather
from content.formats import Document
from content.language import detect_in
from content.model import Article, Page


def load(document: Document) -> Article:
    """Load an EPUB book; raise IntoneError with a sentence that says why it cannot be read."""
    archive = BookArchive(document.data, document.name)
    package = read_package(archive, package_name(archive))
    tables = navigation(archive, package)
    said = package.metadata
    gathered = gather(archive, package, tables)
    anchors = {place: position.block for place, position in gathered.anchors.items()}
    found = sectioned(Book(gathered.blocks, gathered.documents, anchors), tables.contents)
    pages = _pages(gathered, tables.pages)
    skipped = gathered.skipped
    blocks = gathered.blocks
    if found:
        blocks = found.blocks
        pages = [
            replace(page, position=replace(page.position, block=found.moved[page.position.block]))
            for page in pages
        ]
        skipped = [replace(piece, before=found.moved[piece.before]) for piece in skipped]
    return assemble(
        blocks,
        source=document.source,
        text=None,
        language=document.language or gathered.language or detect_in(blocks),
        title=said.title,
        trust=said.trust,
        skipped=skipped,
        pages=pages,
        lexicon=lexicon(archive, package),
        starts=found.starts if found else None,
    )


def _pages(gathered: Gathered, listed: Sequence[Entry]) -> list[Page]:
    """Return the pages of the printed edition: as the text marks them, else as the book lists.

    The text's marks stand at the very word; a list may lead to more pages than are marked.
    """
    pages = [
        Page(entry.label, gathered.anchors[entry.place])
        for entry in listed
        if entry.place in gathered.anchors
    ]
    chosen = pages if len(pages) > len(gathered.pages) else gathered.pages
    within = [page for page in chosen if page.position.block < len(gathered.blocks)]
    return sorted(within, key=lambda page: page.position)
