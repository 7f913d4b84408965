"""Decides which parts of a page are the article, which stand beside it, and which are neither."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from content.html.landmarks import named, sort_out
from content.html.measure import Measure
from content.html.names import BLOCKS, beginning, local
from content.html.state import Side
from content.html.titles import same

_LONGEST_LEAD = 3_000
"""Characters that a part beside the article may have and still be about it."""
_LONGEST_TITLE = 400
_FRAMES = frozenset({"article", "main"})


def sides_of(
    body: Any, chosen: Sequence[Any], measures: Mapping[Any, Measure], title: str
) -> dict[Any, Side]:
    """Return the side of each element where it differs from that of what it stands in.

    The article's title may stand above it, and who wrote and reviewed it above or below.
    """
    sides: dict[Any, Side] = {body: "boilerplate"}
    sides.update((one, "article") for one in chosen)
    if chosen == [body]:
        sort_out(chosen, measures, sides)
        return sides
    inside = _elements_within(chosen)
    around = _around(chosen)
    heading = _heading(measures, inside, chosen, title)
    if heading is not None:
        sides[heading] = "article"
    _beside(body, measures, sides, inside, around, chosen, heading)
    sort_out(chosen, measures, sides)
    return sides


def _elements_within(chosen: Sequence[Any]) -> set[Any]:
    return {element for one in chosen for element in one.iter("*")}


def _around(chosen: Sequence[Any]) -> set[Any]:
    """Return the elements that the article's parts stand in."""
    around: set[Any] = set()
    for one in chosen:
        for above in one.iterancestors():
            if above in around:
                break
            around.add(above)
    return around


def _heading(
    measures: Mapping[Any, Measure], inside: set[Any], chosen: Sequence[Any], title: str
) -> Any:
    """Return the heading that says the title, where it stands outside of the article."""
    found: list[Any] = []
    firsts: list[Any] = []
    within = before = False
    for element, measured in measures.items():
        before = before or element is chosen[0]
        name = local(element.tag)
        if name not in ("h1", "h2") or not 0 < measured.text < _LONGEST_TITLE:
            continue
        says_it = same(" ".join(beginning(element, 100).split()), title)
        within = within or (element in inside and (says_it or name == "h1"))
        if element not in inside and not before:
            found += [element] if says_it else []
            firsts += [element] if name == "h1" else []
    if within or not (found or len(firsts) == 1):
        return None
    return found[0] if found else firsts[0]


def _beside(
    body: Any,
    measures: Mapping[Any, Measure],
    sides: dict[Any, Side],
    inside: set[Any],
    around: set[Any],
    chosen: Sequence[Any],
    heading: Any,
) -> None:
    frame = next((one for one in chosen[0].iterancestors() if local(one.tag) in _FRAMES), None)
    near = heading is None and frame is None
    side_of: dict[Any, Side] = {body: "boilerplate"}
    framed = {frame} if frame is not None else set()
    for element, measured in measures.items():
        if element is body:
            continue
        above = element.getparent()
        framed_here = above in framed
        if framed_here:
            framed.add(element)
        near = near or element is heading or (heading is None and element is frame)
        if element in inside or element is heading:
            continue
        side = side_of.get(above, "boilerplate")
        if element not in around:
            kind = named(element)
            if side not in ("boilerplate", "lead"):
                pass  # what stands in a menu is of the menu
            elif kind and kind != "boilerplate":
                side = kind
            elif side == "boilerplate" and near and local(element.tag) in BLOCKS:
                fits = measured.text <= _LONGEST_LEAD and measured.links < 0.6
                in_place = framed_here or frame is None
                if fits and (in_place or heading is not None):
                    side = "lead"
        side_of[element] = side
        if side != side_of.get(above, "boilerplate"):
            sides[element] = side
