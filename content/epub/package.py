"""The package document: what the book's files are, and in which order they are read."""

from __future__ import annotations

from dataclasses import dataclass

from content.archive import UnreadableError
from content.epub.container import BookArchive
from content.epub.markup import Element, attribute, children, parse_xml
from content.epub.metadata import Metadata, metadata
from content.errors import IntoneError


@dataclass(frozen=True, slots=True)
class Item:
    """A file of the book, as its manifest lists it."""

    reference: str
    """As it is written, for messages."""
    member: str
    """The name in the archive; empty when it is not there."""
    media: str
    """Its media type in small letters."""
    properties: frozenset[str] = frozenset()
    fallback: str = ""
    """The id of the item to take when this one cannot be read."""


@dataclass(frozen=True, slots=True)
class Package:
    """What the package document says."""

    member: str
    metadata: Metadata
    items: dict[str, Item]
    """By id."""
    spine: tuple[Item, ...]
    """In reading order: what is beside the main text (``linear="no"``) comes last."""
    contents: str
    """The member that is the NCX; empty for none."""
    guide: dict[str, str]
    """What members are, as EPUB 2 says: ``cover``, ``toc``, by their names."""

    def with_property(self, name: str) -> str:
        """Return the first member that has the property, or an empty text."""
        found = (item.member for item in self.items.values() if name in item.properties)
        return next((member for member in found if member), "")


def read_package(archive: BookArchive, member: str) -> Package:
    """Return what the package document in ``member`` says."""
    try:
        root = parse_xml(archive.read(member))
    except UnreadableError as error:
        raise _unreadable(archive) from error
    if root is None:
        raise _unreadable(archive)
    items: dict[str, Item] = {}
    for manifest in children(root, "manifest"):
        for element in children(manifest, "item"):
            # Of two items with one id, the first is meant, as elsewhere on the web.
            items.setdefault(element.get("id", "").strip(), _item(archive, member, element))
    spine = next(children(root, "spine"), None)
    ncx = items.get(spine.get("toc", "").strip()) if spine is not None else None
    return Package(
        member=member,
        metadata=metadata(root),
        items=items,
        spine=_reading_order(spine, items),
        contents=ncx.member if ncx else _by_media(items, "application/x-dtbncx+xml"),
        guide=_guide(archive, member, root),
    )


def _item(archive: BookArchive, base: str, element: Element) -> Item:
    reference = element.get("href", "").strip()
    place = archive.resolve(base, reference) if reference else None
    return Item(
        reference,
        place.member if place else "",
        element.get("media-type", "").strip().lower(),
        frozenset(element.get("properties", "").split()),
        element.get("fallback", "").strip(),
    )


def _reading_order(spine: Element | None, items: dict[str, Item]) -> tuple[Item, ...]:
    main: list[Item] = []
    beside: list[Item] = []
    seen: set[str] = set()
    for element in children(spine, "itemref"):
        name = element.get("idref", "").strip()
        item = items.get(name) or Item(name, "", "")
        if (item.member or item.reference) in seen:
            continue
        seen.add(item.member or item.reference)
        linear = attribute(element, "linear").strip().lower() != "no"
        (main if linear else beside).append(item)
    return (*main, *beside)


def _by_media(items: dict[str, Item], media: str) -> str:
    return next((item.member for item in items.values() if item.media == media), "")


def _guide(archive: BookArchive, base: str, root: Element) -> dict[str, str]:
    kinds: dict[str, str] = {}
    for guide in children(root, "guide"):
        for reference in children(guide, "reference"):
            place = archive.resolve(base, reference.get("href", ""))
            if place and not place.fragment:
                kinds.setdefault(place.member, reference.get("type", "").strip().lower())
    return kinds


def _unreadable(archive: BookArchive) -> IntoneError:
    return IntoneError(
        f"{archive.name} can't be read, since the file that lists its parts is damaged; "
        "get the book again and open that."
    )
