"""What HTML's elements and attributes are called, and which are blocks or not to be read."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from itertools import islice
from typing import Any

from content.model import SpanKind
from content.patterns import lazily
from content.text import clean_line

Attributes = Mapping[str, str]


def words(text: str) -> frozenset[str]:
    """Return the words of ``text``."""
    return frozenset(text.split())


BLOCKS = words(
    "address article aside blockquote body caption center dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li "
    "main menu nav noframes ol p pre section summary table tbody td tfoot th thead tr ul "
    "search xmp listing plaintext"
)
LEFT_OUT = words(
    "head script style template noscript title meta link base input select textarea datalist "
    "area map param source track colgroup col rp rt rtc embed progress meter frame basefont"
)
SPANS: dict[str, SpanKind] = {
    "em": "emphasis",
    "i": "emphasis",
    "cite": "emphasis",
    "var": "emphasis",
    "dfn": "emphasis",
    "strong": "strong",
    "b": "strong",
    "s": "strikethrough",
    "del": "strikethrough",
    "strike": "strikethrough",
    "code": "code",
    "kbd": "code",
    "samp": "code",
    "tt": "code",
}
HEADINGS = {f"h{level}": level for level in range(1, 7)}
_EPUB = "{http://www.idpf.org/2007/ops}type"
_XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_SSML = "{http://www.w3.org/2001/10/synthesis}"
_HIDING = lazily(r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))", 2)
_TAG = lazily(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,8}\Z")
_NO_LANGUAGE = frozenset({"und", "zxx", "mul", "mis"})


@lru_cache(maxsize=1_000)
def local(tag: str) -> str:
    """Return a tag's or attribute's name without its namespace, in small letters."""
    return tag.rpartition("}")[2].lower()


def types(attributes: Attributes) -> list[str]:
    """Return what ``epub:type`` says an element is."""
    said = attributes.get(_EPUB) or attributes.get("epub:type") or ""
    return said.lower().split()


def role(attributes: Attributes) -> str:
    """Return an element's first ARIA role."""
    said = attributes.get("role", "").lower().split()
    return said[0] if said else ""


def language_of(attributes: Attributes) -> str:
    """Return the BCP 47 tag that an element declares; empty for none that can be one."""
    said = (
        attributes.get("lang") or attributes.get(_XML_LANGUAGE) or attributes.get("xml:lang") or ""
    )
    said = said.strip().replace("_", "-")
    return said if _TAG.match(said) and said.lower() not in _NO_LANGUAGE else ""


def ssml(attributes: Attributes, name: str) -> str:
    """Return the SSML attribute called ``name``, as books and pages write it."""
    for key in (_SSML + name, f"ssml:{name}", f"data-ssml-{name}", f"data-ssml:{name}"):
        if said := attributes.get(key):
            return clean_line(said)
    return ""


def beginning(element: Any, pieces: int) -> str:
    """Return the text that an element begins with, of up to so many stretches.

    Only its first nodes are looked at: where thousands stand within one another and each is
    asked, looking for text in all of them would take the square of their number.
    """
    from lxml import etree

    steps = etree.iterwalk(element, events=("start", "end", "comment", "pi"))
    found: list[str] = []
    for event, node in islice(steps, 10 * pieces):
        text = node.text if event == "start" else node.tail if node is not element else None
        if text:
            found.append(text)
            if len(found) == pieces:
                break
    return "".join(found)


def is_hidden(name: str, attributes: Attributes) -> bool:
    """Whether an element is hidden from everybody, or from those who listen."""
    if name == "dialog" and "open" not in attributes:
        return True
    if "hidden" in attributes and attributes["hidden"].lower() != "until-found":
        return True
    if attributes.get("aria-hidden", "").lower() == "true":
        return True
    if "mw-editsection" in attributes.get("class", ""):
        return True
    style = attributes.get("style")
    return style is not None and _HIDING.search(style[:2_000]) is not None
