"""The table of contents: the navigation document of EPUB 3, else the NCX of EPUB 2."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from content.archive import UnreadableError
from content.epub.container import BookArchive, Place
from content.epub.markup import Element, attribute, children, local, parse_page, parse_xml
from content.epub.package import Package
from content.errors import IntoneError
from content.text import clean_line

_MOST = 50_000
"""Entries that are taken of one table."""
_DEEPEST = 200
_UNSAID = frozenset({"rt", "rp", "script", "style"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a table of contents."""

    label: str
    depth: int
    """From 1."""
    place: Place | None
    """Where it leads; None for a line that only groups others, or leads nowhere."""


@dataclass(frozen=True, slots=True)
class Navigation:
    """Where a book's parts and pages are, each table in its own order."""

    member: str = ""
    """The navigation document, which may be read as a page of the book as well."""
    contents: tuple[Entry, ...] = ()
    pages: tuple[Entry, ...] = ()
    landmarks: tuple[tuple[str, str], ...] = ()
    """Members and what they are: ``cover``, ``toc``, ``bodymatter``."""


def navigation(archive: BookArchive, package: Package) -> Navigation:
    """Return the book's tables: of the navigation document, and from the NCX what it lacks."""
    modern = _of_document(archive, package.with_property("nav"))
    if modern.contents and modern.pages:
        return modern
    old = _of_ncx(archive, package.contents)
    return Navigation(
        modern.member,
        modern.contents or old.contents,
        modern.pages or old.pages,
        modern.landmarks,
    )


def types(element: Element) -> frozenset[str]:
    """Return what an element is, as ``epub:type`` and ``role`` say, without ``doc-``."""
    said = f"{attribute(element, 'type')} {element.get('role') or ''}".lower().split()
    return frozenset(one.removeprefix("doc-").replace("pagelist", "page-list") for one in said)


def _of_document(archive: BookArchive, member: str) -> Navigation:
    if not member:
        return Navigation()
    try:
        data = archive.read(member)
    except UnreadableError:
        return Navigation()
    try:
        root = parse_page(data, member)
    except IntoneError:  # it is no text
        return Navigation()
    if root is None:
        return Navigation()
    tables: dict[str, list[Entry]] = {"toc": [], "page-list": []}
    landmarks: list[tuple[str, str]] = []
    for table in root.iter():
        if local(table) != "nav":
            continue
        kinds = types(table)
        for kind, entries in tables.items():
            if kind in kinds and not entries:
                entries += _entries(table, _lists, lambda li: _line(archive, member, li))
        if "landmarks" in kinds and not landmarks:
            for link in (one for one in table.iter() if local(one) == "a"):
                place = archive.resolve(member, link.get("href", ""))
                if place and not place.fragment:
                    landmarks += [(place.member, kind) for kind in types(link)]
    return Navigation(member, tuple(tables["toc"]), tuple(tables["page-list"]), tuple(landmarks))


def _of_ncx(archive: BookArchive, member: str) -> Navigation:
    if not member:
        return Navigation()
    try:
        root = parse_xml(archive.read(member))
    except UnreadableError:
        return Navigation()
    contents: list[Entry] = []
    pages: list[Entry] = []
    for name, entries in (("navMap", contents), ("pageList", pages)):
        for table in children(root, name):
            entries += _entries(table, _points, lambda point: _point(archive, member, point))
    return Navigation("", tuple(contents), tuple(pages))


def _entries(
    table: Element,
    below: Callable[[Element], Iterator[Element]],
    read: Callable[[Element], tuple[str, Place | None]],
) -> Iterator[Entry]:
    """Yield a table's lines in order; ``below`` finds those right under an element."""
    waiting = [below(table)]
    count = 0
    while waiting and count < _MOST:
        element = next(waiting[-1], None)
        if element is None:
            waiting.pop()
            continue
        label, place = read(element)
        if label:
            count += 1
            yield Entry(label, len(waiting), place)
        if len(waiting) < _DEEPEST:
            waiting.append(below(element))


def _lists(element: Element) -> Iterator[Element]:
    """Yield the items of the lists right under a ``nav`` or an item."""
    for child in element:
        if local(child) in ("ol", "ul"):
            yield from children(child, "li")


def _line(archive: BookArchive, member: str, item: Element) -> tuple[str, Place | None]:
    """Return what an item of a navigation list says and where it leads."""
    for child in item.iterchildren("*"):
        if local(child) in ("ol", "ul"):
            break
        if local(child) == "a":
            link = child
        else:
            link = next((one for one in child.iter() if local(one) == "a"), None)
        label = _label(child if link is None else link)
        if label:
            href = link.get("href") if link is not None else None
            return label, archive.resolve(member, href) if href else None
    return clean_line(item.text or ""), None


def _label(element: Element) -> str:
    """Return what an entry says: its text and its pictures', without ruby's reading aids."""
    from lxml import etree

    parts: list[str] = []
    ends: list[Element] = []
    for event, one in etree.iterwalk(element, events=("start", "end")):
        name = local(one)
        if event == "start":
            if name in _UNSAID or (not isinstance(one.tag, str)):
                ends.append(one)
            if not ends:
                parts.append(" " if name == "br" else one.text or "")
                if name == "img":
                    parts.append(one.get("alt") or one.get("title") or "")
            continue
        if ends and ends[-1] is one:
            ends.pop()
        if not ends and one is not element:
            parts.append(one.tail or "")
    return clean_line("".join(parts)) or clean_line(element.get("title", ""))


def _points(element: Element) -> Iterator[Element]:
    """Yield the entries right under a part of an NCX."""
    for child in element:
        if local(child) in ("navPoint", "pageTarget"):
            yield child


def _point(archive: BookArchive, member: str, point: Element) -> tuple[str, Place | None]:
    label = next((_label(text) for text in children(point, "navLabel")), "")
    content = next(children(point, "content"), None)
    source = content.get("src", "").strip() if content is not None else ""
    return label or point.get("value", ""), archive.resolve(member, source) if source else None
