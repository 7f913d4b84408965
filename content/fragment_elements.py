"""Which elements are open in a piece of HTML, and what they make of the text in them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from content.model import Block, BlockKind
from content.patterns import lazily
from content.prose import Prose
from content.tags import language_of

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
    "caption": "caption",
    "figcaption": "caption",
}
BREAKS = frozenset(_KINDS) | {
    "address", "article", "aside", "body", "center", "details", "dialog", "div", "dl", "fieldset",
    "figure", "footer", "form", "head", "header", "hgroup", "html", "hr", "main", "nav", "ol",
    "option", "p", "section", "summary", "table", "tbody", "tfoot", "thead", "title", "tr", "ul",
}  # fmt: skip
"""Elements that stand on their own."""
_DEPTH = 30
"""Elements that may stand in one another; those within count no more."""
_NUMBER = lazily("[0-9]{1,9}")
_LISTS = frozenset({"ul", "ol"})


@dataclass(slots=True)
class _Element:
    tag: str
    number: int | None = None
    """The next item's number in a numbered list; an item's own."""
    fresh: bool = True
    """Whether an item has had no text yet."""
    language: str = ""


class Elements:
    """The elements that are open, outermost first."""

    def __init__(self, depth: int) -> None:
        """``depth`` is that of the list around the piece."""
        self._depth = depth
        self._open: list[_Element] = []

    @property
    def language(self) -> str:
        """The language that is declared for the text here."""
        return next((e.language for e in reversed(self._open) if e.language), "")

    def within(self, tag: str) -> bool:
        """Whether such an element is open."""
        return any(element.tag == tag for element in self._open)

    def begin(self, tag: str, values: dict[str, str]) -> None:
        """Open an element that stands on its own."""
        if len(self._open) >= _DEPTH:
            return
        start, language = values.get("start", ""), language_of(values)
        if tag == "ol":
            first = int(start) if _NUMBER.fullmatch(start) else 1
            self._open.append(_Element(tag, first, language=language))
        elif tag == "li":
            self.end(tag, within=_LISTS)
            above = self._open[-1] if self._open and self._open[-1].tag == "ol" else None
            number = above.number if above else None
            self._open.append(_Element(tag, number, language=language))
            if above and above.number is not None:
                above.number += 1
        elif tag in _KINDS or tag in _LISTS or language:
            self._open.append(_Element(tag, language=language))

    def end(self, tag: str, within: frozenset[str] = frozenset()) -> None:
        """Close the innermost such element, and what is open in it, but none beyond ``within``."""
        for index in range(len(self._open) - 1, -1, -1):
            if self._open[index].tag in within:
                return
            if self._open[index].tag == tag:
                del self._open[index:]
                return

    def block(self, prose: Prose) -> Block | None:
        """Return what the text so far is here; None when there is none."""
        inner = next((e for e in reversed(self._open) if e.tag in _KINDS), None)
        kind = _KINDS[inner.tag] if inner else "paragraph"
        block = replace(prose.block(kind), language=self.language)
        if not block.text:
            return None
        if inner and kind == "heading":
            return replace(block, level=int(inner.tag[1]))
        if inner and kind == "quote":
            return replace(block, level=sum(e.tag == inner.tag for e in self._open))
        if inner and kind == "item":
            first = inner.fresh
            inner.fresh = False
            lists = self._depth + sum(element.tag in _LISTS for element in self._open)
            return replace(
                block,
                kind="item" if first else "paragraph",
                level=max(1, lists),
                number=inner.number if first else None,
            )
        if kind == "paragraph" and any(
            span.kind == "image" and span.end - span.start == len(block.text)
            for span in block.spans
        ):
            return replace(block, kind="figure")
        return block
