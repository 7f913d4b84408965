"""Drawings (SVG) that say something become a part of the page in words."""

from __future__ import annotations

from collections.abc import Iterator

from content.epub.markup import Element, attribute, local, text_of

_XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_NEVER_SHOWN = frozenset({"defs", "symbol", "metadata", "style", "script"})
_PLACED = ("x", "y", "dx", "dy")


def as_page(drawing: Element) -> Element:
    """Return an HTML tree with the title, the description and the texts of an SVG document.

    A drawing that says nothing is a picture without a description.
    """
    from lxml import etree

    page = etree.Element("html")
    if language := attribute(drawing, "lang"):
        page.set(_XML_LANGUAGE, language)
    page.append(_in_words(drawing, "body"))
    return page


def put_in_words(root: Element) -> None:
    """Replace the drawings within a page that have text, which their titles do not cover."""
    for drawing in _with_text(root):
        parent = drawing.getparent()
        words = _in_words(drawing, "div")
        words.tail = drawing.tail
        parent.replace(drawing, words)


def _with_text(root: Element) -> list[Element]:
    """Return the drawings with text that are in no other."""
    from lxml import etree

    drawings = []
    outermost: Element | None = None
    text = False
    for event, element in etree.iterwalk(root, events=("start", "end"), tag=("{*}svg", "{*}text")):
        if local(element) == "text":
            text = True
        elif event == "start" and outermost is None:
            outermost, text = element, False
        elif event == "end" and element is outermost:
            outermost = None
            if text and element is not root:
                drawings.append(element)
    return drawings


def _in_words(drawing: Element, name: str) -> Element:
    from lxml import etree

    words = etree.Element(name)
    if drawing.get("id"):
        words.set("id", drawing.get("id"))
    described: list[str] = []
    texts: list[Element] = []
    foreign: list[Element] = []
    for element in _shown(drawing):
        kind = local(element)
        if kind in ("title", "desc") and (said := text_of(element)):
            described.append(said)
        elif kind == "text" and (said := _text(element)):
            paragraph = etree.Element("p")
            paragraph.text = said
            if element.get("id"):
                paragraph.set("id", element.get("id"))
            texts.append(paragraph)
        elif kind == "foreignObject":
            foreign.append(element)
    if described or not (texts or foreign):
        picture = etree.SubElement(words, "img")
        if described:
            picture.set("alt", ". ".join(one.rstrip(".") for one in described))
    words.extend(texts)
    for element in foreign:
        words.extend(list(element))
    return words


def _shown(drawing: Element) -> Iterator[Element]:
    """Yield what stands in a drawing, but for what is only kept there to be drawn elsewhere."""
    waiting = [iter(drawing)]
    while waiting:
        element = next(waiting[-1], None)
        if element is None:
            waiting.pop()
        elif local(element) not in _NEVER_SHOWN:
            yield element
            if local(element) not in ("text", "title", "desc", "foreignObject"):
                waiting.append(iter(element))


def _text(element: Element) -> str:
    """Return the text of a ``text`` element; its parts that have a place stand apart."""
    parts: list[str] = []
    for part in element.iter():
        if local(part) in ("title", "desc"):
            continue
        if part is not element and any(part.get(name) for name in _PLACED):
            parts.append(" ")
        parts.append(part.text or "")
        if part is not element:
            parts.append(part.tail or "")
    return " ".join("".join(parts).split())
