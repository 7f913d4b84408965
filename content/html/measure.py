"""How much text stands in each element of a page, and how much of it in links."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from content.html.names import BLOCKS, HEADINGS, LEFT_OUT, is_hidden, local


@dataclass(slots=True)
class Measure:
    """What stands in an element and all within it; lengths in characters."""

    text: int = 0
    linked: float = 0.0
    """Characters within links; those within the page count a third."""
    inner: int = 0
    """Characters within links to places of the same page."""
    anchors: int = 0
    """Links within it."""
    commas: int = 0
    prose: int = 0
    """Characters in paragraphs of some length, outside links."""
    paragraphs: int = 0
    items: int = 0
    headings: int = 0
    titles: int = 0
    """Headings of the first level."""
    fields: int = 0
    images: int = 0
    blocks: int = 0
    """Block elements within it."""

    @property
    def links(self) -> float:
        """Share of the text that is links, from 0 to 1."""
        return self.linked / self.text if self.text else 0.0

    def add(self, other: Measure) -> None:
        """Count what stands in an element within this one."""
        self.text += other.text
        self.linked += other.linked
        self.inner += other.inner
        self.anchors += other.anchors
        self.commas += other.commas
        self.prose += other.prose
        self.paragraphs += other.paragraphs
        self.items += other.items
        self.headings += other.headings
        self.titles += other.titles
        self.fields += other.fields
        self.images += other.images
        self.blocks += other.blocks


_COMMAS = (",", "，", "、", "،", "﹐")
_LONG = 80
_FIELDS = frozenset({"input", "select", "textarea", "button"})


def measure(root: Any) -> dict[Any, Measure]:
    """Return the measures of the elements below ``root`` that are read, in document order."""
    whole = Measure()
    measures: dict[Any, Measure] = {root: whole}
    _take(whole, root.text)
    path = [(root, whole)]
    node = next(iter(root), None)
    while node is not None:
        above = path[-1][1]
        measured = _begin(node, above, measures)
        child = next(iter(node), None) if measured is not None else None
        if measured is not None and child is not None:
            path.append((node, measured))
            node = child
            continue
        if measured is not None:
            _finish(node, measured, above)
        node = _following(node, path)
    return measures


def _following(node: Any, path: list[tuple[Any, Measure]]) -> Any:
    """Return the next element, having ended those that are over; None at the end of all."""
    while True:
        _take(path[-1][1], node.tail)
        following = node.getnext()
        if following is not None:
            return following
        node, measured = path.pop()
        if not path:
            return None
        _finish(node, measured, path[-1][1])


def _begin(node: Any, above: Measure, measures: dict[Any, Measure]) -> Measure | None:
    tag = node.tag
    if not isinstance(tag, str):
        return None
    name = local(tag)
    if name in _FIELDS:
        above.fields += node.get("type") != "hidden"
    if name in LEFT_OUT or is_hidden(name, node.attrib):
        return None
    measured = measures[node] = Measure()
    _take(measured, node.text)
    return measured


def _take(measured: Measure, text: str | None) -> None:
    if text and (bare := text.strip()):
        measured.text += len(bare)
        measured.commas += sum(map(bare.count, _COMMAS)) if len(bare) > 20 else 0


def _finish(node: Any, measured: Measure, above: Measure) -> None:
    name = local(node.tag)
    if name == "a":
        target = node.get("href") or ""
        inner = len(target) > 1 and target.startswith("#")
        measured.linked = measured.text * (0.3 if inner else 1.0)
        measured.inner = measured.text if inner else 0
        measured.anchors = 1
    elif name == "img":
        measured.images += 1
    elif name in HEADINGS:
        measured.headings += 1
        measured.titles += name == "h1"
    elif name == "li":
        measured.items += 1
    elif name == "p" or (name == "div" and not measured.blocks):
        measured.paragraphs += 1
        free = measured.text - measured.linked
        if free >= _LONG:
            measured.prose += int(free)
    if name in BLOCKS:
        measured.blocks += 1
    above.add(measured)
