"""The book's documents in reading order become blocks, with their pages and anchors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from content.archive import UnreadableError
from content.epub.container import BookArchive, Place
from content.epub.contents_pages import take_contents
from content.epub.documents import document_of
from content.epub.encryption import encrypted, locked
from content.epub.markup import Element
from content.epub.navigation import Navigation
from content.epub.notes import label_notes, references
from content.epub.package import Item, Package
from content.errors import IntoneError
from content.html.names import language_of
from content.html.walker import walk
from content.model import Block, Page, Position, Skipped
from content.text import clean_line


@dataclass(slots=True)
class Gathered:
    """What was read of a book so far."""

    blocks: list[Block] = field(default_factory=list)
    documents: dict[str, tuple[int, int]] = field(default_factory=dict)
    """The first block of a member, and the one past its last."""
    anchors: dict[Place, Position] = field(default_factory=dict)
    pages: list[Page] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    notes: dict[Place, str] = field(default_factory=dict)
    """The labels of notes that other files refer to."""
    language: str = ""
    """The BCP 47 tag of the book's language, else that of its first document."""


def gather(archive: BookArchive, package: Package, tables: Navigation) -> Gathered:
    """Read all documents of the book.

    What cannot be read is told in ``skipped``. Raises IntoneError when nothing can.
    """
    gathered = Gathered(language=package.metadata.language)
    kept_back = encrypted(archive)
    items = [*package.spine, *_beside(package, tables)]
    if sum(item.member in kept_back for item in items) * 2 > len(items):
        raise locked(archive)
    covers = {member for member, kind in _kinds(package, tables) if kind == "cover"}
    listings = {member for member, kind in _kinds(package, tables) if kind == "toc"}
    waiting = items[::-1]
    while waiting:
        item = waiting.pop()
        if item.member in gathered.documents:
            continue
        try:
            member, root = document_of(archive, item, package.items, kept_back)
        except UnreadableError as reason:
            told = clean_line(f"{item.reference} {reason}")
            gathered.skipped.append(Skipped("missing", told, len(gathered.blocks)))
            continue
        if member in gathered.documents:
            continue
        if root is not None:
            gathered.notes |= references(archive, member, root)
            waiting += _framed(archive, package, member, root)[::-1]
            silent = member in covers or member == package.spine[0].member
            _add(gathered, member, root, listing=member in listings, silent=silent)
        else:
            gathered.documents[member] = len(gathered.blocks), len(gathered.blocks) + 1
            gathered.blocks.append(Block("figure", ""))
    label_notes(gathered.blocks, gathered.anchors, gathered.notes)
    if not gathered.documents:
        raise IntoneError(
            f"{archive.name} has no page that can be read; get the book again, or open another."
        )
    return gathered


def _beside(package: Package, tables: Navigation) -> Iterator[Item]:
    """Yield the items that the table of contents leads to though the spine lacks them."""
    spine = {item.member for item in package.spine}
    items = {item.member: item for item in package.items.values()}
    reached = dict.fromkeys(entry.place.member for entry in tables.contents if entry.place)
    for member in reached:
        if member not in spine:
            yield items.get(member) or Item(member, member, "")


def _framed(archive: BookArchive, package: Package, member: str, root: Element) -> list[Item]:
    """Return the pages that are shown within a page and nowhere else."""
    sources = [frame.get("src") for frame in root.iter("{*}iframe", "iframe")]
    places = [archive.resolve(member, source) for source in sources if source]
    if not places:
        return []
    items = {item.member: item for item in package.items.values()}
    spine = {item.member for item in package.spine}
    members = dict.fromkeys(place.member for place in places if place)
    return [items[one] for one in members if one in items and one not in spine]


def _kinds(package: Package, tables: Navigation) -> Iterable[tuple[str, str]]:
    return [*package.guide.items(), *tables.landmarks]


def _add(gathered: Gathered, member: str, root: Element, listing: bool, silent: bool) -> None:
    """Add one document's blocks, and what goes with them.

    ``listing`` is what the book calls its table of contents, ``silent`` what may be its cover.
    """
    said = language_of(root.attrib)
    gathered.language = gathered.language or said
    # A document in "en" does not leave the language of a book in "en-US".
    language = said if _same(said, gathered.language) else gathered.language
    start = len(gathered.blocks)
    contents = take_contents(root, whole=listing)
    walked = walk(root, language=language, base=member)
    blocks = list(walked.blocks)
    if contents and all(block.kind == "heading" for block in blocks):
        # A heading over nothing but the table of contents is a part of it.
        contents = [*(block.text for block in blocks), *contents]
        blocks = []
    if silent and all(block.kind == "figure" and not block.text.strip() for block in blocks):
        blocks = []  # the title is said anyway
    gathered.skipped += [Skipped("contents", text, start) for text in contents]
    gathered.blocks += blocks
    gathered.documents[member] = start, start + len(blocks)

    def moved(at: Position) -> Position:
        kept = at.block < len(blocks)
        return Position(start + at.block, at.offset) if kept else Position(start + len(blocks))

    for name, at in walked.anchors.items():
        gathered.anchors.setdefault(Place(member, name), moved(at))
    gathered.pages += [replace(page, position=moved(page.position)) for page in walked.pages]


def _same(one: str, other: str) -> bool:
    """Whether two BCP 47 tags are of one language, as spoken anywhere."""
    return one.lower().partition("-")[0] == other.lower().partition("-")[0]
