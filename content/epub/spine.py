"""The book's documents in reading order become blocks, with their pages and anchors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from content.epub.container import Archive, Place, UnreadableError
from content.epub.contents_pages import take_contents
from content.epub.encryption import encrypted, locked
from content.epub.markup import Element, local, parse_page
from content.epub.navigation import Navigation
from content.epub.notes import label_notes, references
from content.epub.package import Item, Package
from content.epub.pictures import as_page, put_in_words
from content.errors import IntoneError
from content.html.names import language_of
from content.html.walker import walk
from content.model import Block, Page, Position, Skipped
from content.text import clean_line

_PICTURES = "image/"
_NOT_PAGES = ("audio/", "video/", "font/")


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


def gather(archive: Archive, package: Package, tables: Navigation) -> Gathered:
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
    for item in items:
        try:
            member, root = _root(archive, item, package.items, kept_back)
        except UnreadableError as reason:
            told = clean_line(f"{item.reference} {reason}")
            gathered.skipped.append(Skipped("missing", told, len(gathered.blocks)))
            continue
        if member in gathered.documents:
            continue
        if root is not None:
            gathered.notes |= references(archive, member, root)
            _add(gathered, member, root, listing=member in listings)
        else:
            gathered.blocks.append(Block("figure", ""))
            gathered.documents[member] = len(gathered.blocks) - 1, len(gathered.blocks)
        if member in covers or member == package.spine[0].member:
            _hush_cover(gathered, member, member in covers)
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


def _kinds(package: Package, tables: Navigation) -> Iterable[tuple[str, str]]:
    return [*package.guide.items(), *tables.landmarks]


def _root(
    archive: Archive, item: Item, items: dict[str, Item], kept_back: frozenset[str]
) -> tuple[str, Element | None]:
    """Return the member that is read for an item and its tree, or None for a picture.

    Tries the item, then what it falls back on; raises UnreadableError for the item itself.
    """
    reason: UnreadableError | None = None
    tried: list[Item] = []
    following: Item | None = item
    while following is not None and following not in tried:
        tried.append(following)
        try:
            return following.member, _tree(archive, following, kept_back)
        except UnreadableError as error:
            reason = reason or error
        following = items.get(following.fallback)
    picture = next((one for one in tried if one.member and one.media.startswith(_PICTURES)), None)
    if picture is not None:
        return picture.member, None
    raise reason or UnreadableError("is missing")


def _tree(archive: Archive, item: Item, kept_back: frozenset[str]) -> Element:
    if not item.member:
        raise UnreadableError("is missing")
    if item.member in kept_back:
        raise UnreadableError("is encrypted")
    picture = item.media.startswith(_PICTURES) and item.media != "image/svg+xml"
    if picture or item.media.startswith(_NOT_PAGES):
        raise UnreadableError("is no text")
    data = archive.read(item.member)
    if not data.strip():
        raise UnreadableError("is empty")
    try:
        root = parse_page(data, item.member)
    except IntoneError as error:
        raise UnreadableError("is no text") from error
    if root is None:
        raise UnreadableError("is damaged")
    if local(root) == "svg":
        return as_page(root)
    put_in_words(root)
    return root


def _add(gathered: Gathered, member: str, root: Element, listing: bool) -> None:
    """Add one document's blocks, and what goes with them."""
    said = language_of(root.attrib)
    gathered.language = gathered.language or said
    # A document in "en" does not leave the language of a book in "en-US".
    language = said if _same(said, gathered.language) else gathered.language
    start = len(gathered.blocks)
    contents = take_contents(root, whole=listing)
    gathered.skipped += [Skipped("contents", text, start) for text in contents]
    walked = walk(root, language=language, base=member)
    blocks = list(walked.blocks)
    if contents and all(block.kind == "heading" for block in blocks):
        # A heading over nothing but the table of contents is a part of it.
        titles = [Skipped("contents", block.text, start) for block in blocks]
        gathered.skipped[-len(contents) : -len(contents)] = titles
        blocks = []
    gathered.blocks += blocks
    gathered.documents[member] = start, start + len(blocks)
    for name, at in walked.anchors.items():
        place = Position(start + min(at.block, len(blocks)), at.offset)
        gathered.anchors.setdefault(Place(member, name), place)
    for page in walked.pages:
        at = page.position if page.position.block < len(blocks) else Position(len(blocks))
        gathered.pages.append(replace(page, position=replace(at, block=start + at.block)))


def _same(one: str, other: str) -> bool:
    """Whether two BCP 47 tags are of one language, as spoken anywhere."""
    return one.lower().partition("-")[0] == other.lower().partition("-")[0]


def _hush_cover(gathered: Gathered, member: str, called_so: bool) -> None:
    """Leave out the picture of a cover that has no description: the title is said anyway."""
    start, end = gathered.documents[member]
    blocks = gathered.blocks[start:end]
    if called_so or (len(blocks) == 1 and blocks[0].kind == "figure"):
        kept = [block for block in blocks if block.kind != "figure" or block.text.strip()]
        gathered.blocks[start:end] = kept
        gathered.documents[member] = start, start + len(kept)
