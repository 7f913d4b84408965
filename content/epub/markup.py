"""The book's XML, and what should have been XML, as trees; no entity or file is ever loaded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.entities import html5
from typing import Any

from content.decode import decode
from content.html.tree import html_tree
from content.patterns import lazily
from content.xml_parser import xml_parser

Element = Any
"""An element of lxml, which tells mypy nothing of its types."""

_ENTITY = re.compile(rb"&([A-Za-z][A-Za-z0-9._-]{0,63});")
_DECLARED = re.compile(
    rb"<!ENTITY\s{1,20}([A-Za-z][A-Za-z0-9._-]{0,63})\s{1,20}"
    rb"(?:\"([^\"&<%]{0,200})\"|'([^'&<%]{0,200})')"
)
_DOCTYPE = re.compile(rb"<!DOCTYPE[^\[>]{0,2000}(\[)?", re.IGNORECASE)
_SUBSET_END = re.compile(rb"\]\s{0,20}>")
_NAMED = re.compile(rb"<!ENTITY\s{1,20}([A-Za-z][A-Za-z0-9._-]{0,63})\s")
_BEGINNING = 100_000
"""Bytes within which a document type stands, and what it declares."""
_OF_XML = frozenset({b"amp", b"lt", b"gt", b"quot", b"apos"})
_MOST_DECLARED = 10_000
"""How often entities of the document's own are put in, so that it cannot grow without end."""
_EMPTY = lazily(r"<([A-Za-z][\w:.-]{0,40}+)([^<>]*)/>")
_VOID = re.compile("area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr", re.I)
"""Elements of HTML that have no end; all others that are closed at once are empty by chance."""
_DECLARATION = lazily(r"\s*<\?xml[^>]*\?>")


def parse_xml(data: bytes) -> Element | None:
    """Return the root of an XML document, read past its faults; None when it has none."""
    from lxml import etree

    try:
        return etree.fromstring(_with_characters(data), xml_parser(recover=True))
    except (etree.XMLSyntaxError, ValueError):
        return None


def parse_page(data: bytes, name: str) -> Element | None:
    """Return the root of a content document, of XHTML or SVG; None when it has none.

    What is not well-formed is read as HTML. Raises IntoneError when it is not text at all.
    """
    from lxml import etree

    try:
        return etree.fromstring(_with_characters(data), xml_parser())
    except (etree.XMLSyntaxError, ValueError):
        text = _DECLARATION.sub("", decode(data, name), count=1)
    # To an HTML parser <a id="x"/> opens a link, and <title/> swallows the whole document.
    return html_tree(_EMPTY.sub(_closed, text))


def local(element: Element) -> str:
    """Return the element's name without its namespace."""
    tag = element.tag
    return tag.rpartition("}")[2].rpartition(":")[2] if isinstance(tag, str) else ""


def children(element: Element | None, name: str) -> Iterator[Element]:
    """Yield the children of that name, whatever their namespace."""
    if element is not None:
        yield from (child for child in element if local(child) == name)


def text_of(element: Element) -> str:
    """Return all text within the element, its stretches of space made single spaces."""
    return " ".join("".join(element.itertext()).split())


def attribute(element: Element, name: str) -> str:
    """Return the attribute of that name, whatever its namespace; else an empty text."""
    value = element.get(name)
    if value is None:
        for key, other in element.attrib.items():
            if key.rpartition("}")[2].rpartition(":")[2] == name:
                return str(other)
    return value or ""


def _with_characters(data: bytes) -> bytes:
    """Return ``data`` without its document type, and with characters for named entities.

    XML does not know HTML's entities; they are written as numbers, so that the document's
    encoding does not matter. Entities that the document itself declares as plain text are put
    in, others that it declares are left out, and what is no entity at all stays as text.
    """
    data, declared = _without_type(data)
    if b"&" not in data:
        return data
    put_in = 0

    def character(found: re.Match[bytes]) -> bytes:
        nonlocal put_in
        name = found[1]
        if name in _OF_XML:
            return found[0]
        if name in declared:
            put_in += 1
            return declared[name] if put_in <= _MOST_DECLARED else b""
        known = html5.get(name.decode("ascii") + ";")
        return b"".join(b"&#%d;" % ord(one) for one in known) if known else b"&amp;" + found[0][1:]

    return _ENTITY.sub(character, data)


def _without_type(data: bytes) -> tuple[bytes, dict[bytes, bytes]]:
    """Take out the document type; return the rest, and the entities that were declared in it."""
    found = _DOCTYPE.search(data, 0, _BEGINNING)
    if found is None:
        return data, {}
    end = found.end() + 1
    if found[1]:
        subset = _SUBSET_END.search(data, found.end(), found.end() + _BEGINNING)
        if subset is None:
            return data, {}
        end = subset.end()
    type_ = data[found.start() : end]
    declared = dict.fromkeys(_NAMED.findall(type_), b"")
    declared |= {name: double or single for name, double, single in _DECLARED.findall(type_)}
    return data[: found.start()] + data[end:], declared


def _closed(found: re.Match[str]) -> str:
    name = found[1]
    return found[0] if _VOID.fullmatch(name) else f"<{name}{found[2]}></{name}>"
