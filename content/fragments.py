"""HTML standing in Markdown: the tags go, the text stays.

The standard library's parser takes time that grows as the square of unfinished tags, and gives
lines and columns for places. What is needed of HTML here, one expression finds.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from html import unescape

from content.model import Block, BlockKind
from content.patterns import lazily
from content.prose import Places, Prose
from content.tags import SPAN_TAGS, attributes, decoded, without_hidden

_KINDS: dict[str, BlockKind] = {
    "h1": "heading",
    "h2": "heading",
    "h3": "heading",
    "h4": "heading",
    "h5": "heading",
    "h6": "heading",
    "li": "item",
    "blockquote": "quote",
    "pre": "code",
    "dt": "term",
    "dd": "definition",
}
_BREAKS = frozenset(_KINDS) | {
    "address", "article", "aside", "body", "center", "details", "dialog", "div", "dl", "fieldset",
    "figcaption", "figure", "footer", "form", "head", "header", "hgroup", "html", "hr", "main",
    "nav", "ol", "option", "p", "section", "summary", "table", "tbody", "tfoot", "thead", "title",
    "tr", "ul",
}  # fmt: skip
_DEPTH = 30
"""Elements that may stand in one another; those within count no more."""
_PIECE = lazily(
    # A tag; no quantifier here can match what the one beside it matches.
    r"""<(?P<end>/?)(?P<tag>[A-Za-z][A-Za-z0-9-]*)(?:[^<>"']|"[^"]{0,2000}"|'[^']{0,2000}')*>"""
    r"|<![A-Za-z][^<>]*>"
    r"|(?P<reference>&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    r"|[<&]?[^<&]*"
)
_NUMBER = lazily("[0-9]{1,9}")
_LISTS = frozenset({"ul", "ol"})
_CELLS = frozenset({"td", "th"})

_WORD = lazily(r"\s+|\S+")


def html_blocks(places: Places, content: str, depth: int = 0) -> list[Block]:
    """Return the blocks of a piece of HTML; ``depth`` is that of the list around it."""
    content = without_hidden(content)
    reader = _Reader(places, depth)
    for piece in _PIECE.finditer(content):
        if piece["tag"] and piece["end"]:
            reader.end_tag(piece["tag"].lower())
        elif piece["tag"]:
            reader.start_tag(piece["tag"].lower(), attributes(piece[0]))
        elif piece["reference"]:
            reader.decode(piece[0])
        elif not piece[0].startswith("<!"):
            reader.take(piece[0], piece.start())
    reader.flush()
    return reader.blocks


@dataclass(slots=True)
class _Element:
    tag: str
    number: int | None = None
    """The next item's number in a numbered list; an item's own."""
    fresh: bool = True
    """Whether an item has had no text yet."""


class _Reader:
    """Gathers text until an element that stands on its own begins or ends."""

    def __init__(self, places: Places, depth: int) -> None:
        self.blocks: list[Block] = []
        self._places = places
        self._depth = depth
        self._prose = Prose(places)
        self._open: list[_Element] = []
        self._space = True

    def take(self, text: str, at: int) -> None:
        """Write text, its white space as one space; within ``pre`` as it stands."""
        if any(element.tag == "pre" for element in self._open):
            self._prose.copy(text, at)
            return
        for word in _WORD.findall(text):
            if not word.isspace():
                self._prose.copy(word, at)
            elif not self._space:
                self._prose.copy(" ", at) if word == " " else self._prose.add(" ")
            self._space = word.isspace()
            at += len(word)

    def flush(self) -> None:
        """Make a block of the text so far."""
        prose, self._prose, self._space = self._prose, Prose(self._places), True
        inner = next((e for e in reversed(self._open) if e.tag in _KINDS), None)
        kind = _KINDS[inner.tag] if inner else "paragraph"
        lists = self._depth + sum(element.tag in _LISTS for element in self._open)
        block = prose.block(kind)
        if not block.text:
            return
        if inner and kind == "heading":
            block = replace(block, level=int(inner.tag[1]))
        elif inner and kind == "quote":
            block = replace(block, level=sum(e.tag == inner.tag for e in self._open))
        elif inner and kind == "item":
            first = inner.fresh
            inner.fresh = False
            block = replace(
                block,
                kind="item" if first else "paragraph",
                level=max(1, lists),
                number=inner.number if first else None,
            )
        elif kind == "paragraph" and any(
            span.kind == "image" and span.end - span.start == len(block.text)
            for span in block.spans
        ):
            block = replace(block, kind="figure")
        self.blocks.append(block)

    def decode(self, reference: str) -> None:
        """Write what a reference means, such as ``&amp;`` or ``&#65;``."""
        text = decoded(unescape(reference))
        self._prose.add(text)
        self._space = text.isspace()

    def start_tag(self, tag: str, values: dict[str, str]) -> None:
        """Begin a block or a span, or write what an empty element stands for."""
        if tag == "br":
            self._prose.add("\n")
            self._space = True
        elif tag == "img":
            self._prose.open("image", values.get("src", ""))
            self._prose.add(values.get("alt", ""))
            self._prose.close("image")
            self._space = False
        elif tag in SPAN_TAGS:
            self._prose.open(SPAN_TAGS[tag], values.get("href", ""))
        elif tag in _BREAKS:
            self.flush()
            self._begin(tag, values.get("start", ""))
        elif tag in _CELLS and not self._space:
            self._prose.add("\t")
            self._space = True

    def _begin(self, tag: str, start: str) -> None:
        if len(self._open) >= _DEPTH:
            return
        if tag == "ol":
            self._open.append(_Element(tag, int(start) if _NUMBER.fullmatch(start) else 1))
        elif tag == "li":
            self._end(tag, within=_LISTS)
            above = self._open[-1] if self._open and self._open[-1].tag == "ol" else None
            self._open.append(_Element(tag, above.number if above else None))
            if above and above.number is not None:
                above.number += 1
        elif tag in _KINDS or tag in _LISTS:
            self._open.append(_Element(tag))

    def _end(self, tag: str, within: frozenset[str] = frozenset()) -> None:
        """Close the innermost such element, and what is open in it, but none beyond ``within``."""
        for index in range(len(self._open) - 1, -1, -1):
            if self._open[index].tag in within:
                return
            if self._open[index].tag == tag:
                del self._open[index:]
                return

    def end_tag(self, tag: str) -> None:
        """End a block or a span."""
        if tag in SPAN_TAGS:
            self._prose.close(SPAN_TAGS[tag])
        elif tag in _BREAKS:
            self.flush()
            self._end(tag)
