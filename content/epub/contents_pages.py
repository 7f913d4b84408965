"""Tables of contents that stand in the text are taken out of the reading."""

from __future__ import annotations

from collections.abc import Iterator

from content.epub.markup import Element, local, text_of
from content.epub.navigation import types
from content.text import clean

_TABLES = frozenset({"toc", "landmarks", "page-list", "loi", "lot", "loa", "lov"})
_OF_LINKS = 0.5
"""Share of a listing's letters that stand in links."""


def take_contents(root: Element, *, whole: bool) -> list[str]:
    """Take the tables of contents out of a document, and return what they say.

    These are the ``nav`` elements that are called so, and larger parts that are; of a document
    that the book calls its table of contents (``whole``), all of it, when it is mostly links.
    """
    body = next((one for one in root.iter() if local(one) == "body"), root)
    if whole and _mostly_links(body):
        said = _lines(body)
        for child in list(body):
            body.remove(child)
        body.text = None
        return [said] if said else []
    taken = []
    for table in list(_tables(root)):
        said = _lines(table)
        if said:
            taken.append(said)
        _remove(table)
    return taken


def _tables(root: Element) -> Iterator[Element]:
    """Yield the outermost elements that are tables of contents."""
    within: Element | None = None
    from lxml import etree

    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "end":
            if within is element:
                within = None
        elif within is None and element is not root and _is_table(element):
            within = element
            yield element


def _is_table(element: Element) -> bool:
    name = local(element)
    if name == "nav":
        return bool(types(element) & _TABLES)
    return name in ("section", "div", "ol", "ul", "aside") and (
        "toc" in types(element) and _mostly_links(element)
    )


def _mostly_links(element: Element) -> bool:
    linked = sum(len(text_of(one)) for one in element.iter() if local(one) == "a")
    return linked > _OF_LINKS * len(text_of(element))


def _lines(table: Element) -> str:
    """Return what a table says, a line for each of its entries."""
    links = [text_of(one) for one in table.iter() if local(one) in ("a", "span", "h1", "h2", "h3")]
    return clean("\n".join(filter(None, links)) or text_of(table)).strip()


def _remove(element: Element) -> None:
    parent = element.getparent()
    before = element.getprevious()
    tail = element.tail or ""
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    element.tail = None
    parent.remove(element)
