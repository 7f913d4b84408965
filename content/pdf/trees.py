"""The structure tree of a tagged document, gone through and judged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from content.pdf.pages import Element, Pdf

_COVERED = 0.7
"""Share of the words that must be in the tree for it to be believed."""


def is_sound(pdf: Pdf) -> bool:
    """Whether the document is tagged, and so that most of its words are told of."""
    words = covered = 0
    for page in pdf.pages:
        told = {
            one for element in _all(page.tree) for one in element.children if isinstance(one, int)
        }
        words += len(page.words)
        covered += sum(word.content in told for word in page.words)
    return covered > words * _COVERED


def in_order(element: Element) -> Iterator[Element]:
    """Give the elements in another, but for those within rows and tables, in reading order."""
    for child in element.children:
        if isinstance(child, Element):
            yield child
            if child.type not in ("TR", "Table"):
                yield from in_order(child)


def _all(elements: Iterable[Element]) -> Iterator[Element]:
    waiting = list(elements)
    while waiting:
        element = waiting.pop()
        yield element
        waiting += [child for child in element.children if isinstance(child, Element)]
