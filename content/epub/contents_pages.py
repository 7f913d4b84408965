"""Tables of contents that stand in the text are taken out of the reading."""

from __future__ import annotations

from content.epub.markup import Element, local
from content.epub.navigation import types
from content.html.walker import walk

_TABLES = frozenset({"toc", "landmarks", "page-list", "loi", "lot", "loa", "lov"})
_PARTS = frozenset({"section", "div", "ol", "ul", "aside"})
_OF_LINKS = 0.5
"""Share of a listing's letters that stand in links."""


def take_contents(root: Element, *, whole: bool) -> list[str]:
    """Take the tables of contents out of a document, and return what they say.

    These are the ``nav`` elements that are called so, and other parts that are called ``toc``
    and are mostly links; of a document that the book calls its table of contents (``whole``),
    all of it, when it is mostly links.
    """
    body = next((one for one in root.iter() if local(one) == "body"), root)
    tables = [body] if whole and _mostly_links(body) else _tables(root)
    said = [_lines(table) for table in tables]
    for table in tables:
        _empty(table)
    return [lines for lines in said if lines]


def _tables(root: Element) -> list[Element]:
    """Return the outermost elements that are tables of contents."""
    from lxml import etree

    tables = []
    within: Element | None = None
    refused: Element | None = None
    """A part that is called so and is something else: what is in it is not counted again."""
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "end":
            within = None if element is within else within
            refused = None if element is refused else refused
        elif within is None and element is not root and element.attrib:
            name, kinds = local(element), types(element)
            if name == "nav" and kinds & _TABLES:
                within = element
            elif refused is None and name in _PARTS and "toc" in kinds:
                if _mostly_links(element):
                    within = element
                else:
                    refused = element
            if within is element:
                tables.append(element)
    return tables


def _mostly_links(element: Element) -> bool:
    from lxml import etree

    whole = linked = links = 0
    for event, one in etree.iterwalk(element, events=("start", "end")):
        if local(one) == "a":
            links += 1 if event == "start" else -1
        text = one.text if event == "start" else one.tail if one is not element else None
        size = len((text or "").strip())
        whole += size
        # What follows an element stands where the element itself stood.
        linked += size if links else 0
    return linked > _OF_LINKS * whole


def _lines(table: Element) -> str:
    """Return what a table says, a line for each of its entries."""
    return "\n".join(block.text for block in walk(table).blocks if block.text)


def _empty(element: Element) -> None:
    """Take out what is in an element; the element stays, since references may lead to it."""
    for child in list(element):
        element.remove(child)
    element.text = None
