"""HTML and XHTML become a tree, whole, with nothing loaded and nothing expanded."""

from __future__ import annotations

import re
from html import escape
from html.entities import html5
from typing import Any

from content.html.names import BLOCKS, words
from content.patterns import lazily
from content.xml_parser import xml_parser

_DEEPEST = 600
"""Elements within one another that are kept; others, such as cells, may stand between them."""
_BEGINNING = 10_000
_MOST_ATTRIBUTES = 60
_TAG = lazily(r"<(/?)([A-Za-z][^\s<>/]*)[^<>]*>")
_LONG_TAG = lazily(r"<[A-Za-z][^<>]{4000}[^<>]*>")
_ATTRIBUTE = lazily(r"""[^\s"'<>/=]+(?:\s?=\s?(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>]+))?""")
_NAMED = lazily(r"&([A-Za-z][A-Za-z0-9]{1,31});")
_CONTROL = lazily(
    r"&#(?:0{0,6}(?:[0-8]|1[124-9]|2\d|3[01])(?!\d)|x0{0,6}(?:[0-8bcef]|1[0-9a-f])(?![0-9a-f]));?",
    2,
)
_XML_OWN = frozenset({"amp", "lt", "gt", "quot", "apos"})
_CDATA = lazily(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_EMPTY = lazily(r"<(script|title|style|textarea|iframe)\b([^<>]*)/>", re.IGNORECASE)
_SUBSET = lazily(r"<!DOCTYPE\s[^<>\[]{0,2000}\[.{0,1000000}?\]\s{0,20}>", re.IGNORECASE | re.DOTALL)
_DOCTYPE = lazily("<!DOCTYPE", re.IGNORECASE)
_DECLARATION = lazily(r"\s*<\?xml\b[^<>]*>", re.IGNORECASE)
_NULLS = str.maketrans({"\x00": None, "\r": "\n", "\x0c": " "})
_SWALLOWING = ("title", "textarea")
"""Elements that take all that follows when they never end."""
_OF_HEAD = words("title base link meta script style noscript template object bgsound basefont")
_FLAT = words(
    "area base br col embed hr img input link meta param source track wbr p li dt dd tr td th "
    "option thead tbody tfoot rp rt basefont frame"
)
"""Elements that end by themselves, so that they don't nest."""


def html_tree(text: str) -> Any:
    """Return the root of the HTML ``text``, or None when there is nothing in it.

    libxml2 gives up at a depth of 2,048; what is nested deeper is brought up there. Comments
    and titles that never end are none, or they would take the rest of the page with them.
    """
    from lxml import etree

    text = _prepared(text)
    root, errors = _parsed(text)
    if any(error.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for error in errors):
        root, _ = _parsed(_flattened(text))
    if root is not None:
        _free_from_head(root)
    return root


def xhtml_tree(text: str) -> Any:
    """Return the root of the XHTML ``text``, read as HTML where it is not well formed."""
    from lxml import etree

    bare = _DECLARATION.sub("", text, count=1) if text.lstrip().startswith("<?xml") else text
    doctype = _DOCTYPE.search(bare[:_BEGINNING])
    subset = _SUBSET.match(bare, doctype.start()) if doctype else None
    if subset:  # what it defines could grow without end
        bare = bare[: subset.start()] + bare[subset.end() :]
    try:
        return etree.fromstring(_NAMED.sub(_character, bare.translate(_NULLS)), xml_parser())
    except (etree.XMLSyntaxError, ValueError):
        return html_tree(_EMPTY.sub(r"<\1\2></\1>", bare))


def _free_from_head(root: Any) -> None:
    """Move to the body what libxml2 took for a part of the head.

    Where the tags of neither are written, it knows the elements of HTML 4 for parts of the body,
    but not ``article``, ``main`` or ``header``, nor what stands in them.
    """
    from lxml import etree

    head = root.find("head")
    children = () if head is None else head.iterchildren("*")
    first = next((one for one in children if one.tag not in _OF_HEAD), None)
    if first is None:
        return
    misplaced = [first, *first.itersiblings()]
    body = root.find("body")
    if body is None:
        body = etree.SubElement(root, "body")
    start = etree.Element("div")
    start.extend(misplaced)
    start.tail, body.text = body.text, None
    body.insert(0, start)


def _parsed(text: str) -> tuple[Any, list[Any]]:
    from lxml import etree

    if not text.strip():
        return None, []
    parser = etree.HTMLParser(huge_tree=True, no_network=True, recover=True, encoding="utf-8")
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        return None, []
    return root, list(parser.error_log)


def _character(found: re.Match[str]) -> str:
    """Return what an entity of HTML stands for, as XML knows few; others are text."""
    if found[1] in _XML_OWN:
        return found[0]
    return html5.get(f"{found[1]};", f"&amp;{found[1]};")


def _prepared(text: str) -> str:
    text = text.translate(_NULLS)
    if "&#" in text:
        text = _CONTROL.sub("", text)
    if "<![CDATA[" in text:
        end = text.rfind("]]>") + 3  # what never ends would be sought to the end each time
        text = _CDATA.sub(lambda found: escape(found[1], quote=False), text[:end]) + text[end:]
    last = text.rfind("-->")
    endless = text.find("<!--", last + 1)
    if endless >= 0:
        text = text[:endless] + text[endless:].replace("<!--", "")
    end = text.rfind(">") + 1
    if "<" in text[end:]:
        text = text[:end] + text[end:].replace("<", "&lt;")  # tags that never end are none
    for name in _SWALLOWING:
        text = _without_endless(text, name)
    return _LONG_TAG.sub(_shortened, text)


def _without_endless(text: str, name: str) -> str:
    """Take out the last tag of an element that never ends."""
    opening, ending = f"<{name}", f"</{name}"
    start = max(text.rfind(opening), text.rfind(opening.upper()))
    if start < 0 or max(text.find(ending, start), text.find(ending.upper(), start)) >= 0:
        return text
    stop = text.find(">", start)
    return text[:start] + (text[stop + 1 :] if stop >= 0 else "")


def _shortened(found: re.Match[str]) -> str:
    """Return a tag without its attributes beyond the first, as each is compared with all."""
    tag = found[0]
    if tag.count("=") + tag.count(" ") <= _MOST_ATTRIBUTES:
        return tag
    parts = _ATTRIBUTE.findall(tag)[: _MOST_ATTRIBUTES + 1]
    return f"<{' '.join(parts)}>"


def _flattened(text: str) -> str:
    """Return HTML without the tags that are nested too deep; lines end where blocks did."""
    pieces: list[str] = []
    open_names: list[str] = []
    depth: dict[str, int] = {}
    left_out: dict[str, int] = {}
    done = 0
    for found in _TAG.finditer(text):
        name = found[2].lower()
        if name in _FLAT:
            continue
        ends = bool(found[1])
        if not ends and len(open_names) < _DEEPEST:
            open_names.append(name)
            depth[name] = depth.get(name, 0) + 1
            continue
        if ends and not left_out.get(name):
            if depth.get(name):
                while (closed := open_names.pop()) != name:
                    depth[closed] -= 1
                depth[name] -= 1
            continue
        left_out[name] = left_out.get(name, 0) + (-1 if ends else 1)
        pieces += [text[done : found.start()], "<br>" if name in BLOCKS else ""]
        done = found.end()
    return "".join([*pieces, text[done:]])
