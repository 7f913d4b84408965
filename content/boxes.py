"""Furniture told by its neighbours: rows of links, strips, what stands beside a sure line."""

from __future__ import annotations

from collections.abc import Sequence

from content import contents_lists, newsletters, related_links, titles
from content import furniture_lines as furniture
from content.marking import Marks, closing_start, is_open, same_group
from content.model import Block, SkippedKind
from content.patterns import lazily
from content.shape import bare_end, is_line, is_prose, words

_PARTS = lazily(r"\s*[|•·]\s*")

_CRUMBS = lazily(r"\s+(?:/|>|›|»|→)\s+|\s*[›»]\s*")

_LONGEST_TRAIL = 6
_HOME = ("home", "startseite", "accueil", "inicio")

_DIVIDER = lazily(r"[|•·/>›»→]")


def mark(blocks: Sequence[Block], marks: Marks) -> None:
    """Mark the blocks that are furniture because of what stands around them."""
    grow(blocks, marks, ("cookies",))
    opening = _opening_end(blocks, marks)
    _mark_strips(blocks, marks, opening)
    contents_lists.mark(blocks, marks, opening)
    newsletters.mark(blocks, marks)
    related_links.mark(blocks, marks)
    _mark_navigation(blocks, marks, opening)
    _mark_editorial(blocks, marks)
    for kind in ("share", "boilerplate"):
        _mark_rows(blocks, marks, kind)
    grow(blocks, marks)
    _close(blocks, marks)


def grow(blocks: Sequence[Block], marks: Marks, kinds: Sequence[SkippedKind] = ()) -> None:
    """Mark what stands beside furniture, of these kinds or any, and is likely to be the same."""
    order = list(range(1, len(blocks)))
    for indices, step in ((order, 1), ([index - 1 for index in reversed(order)], -1)):
        for index in indices:
            kind = marks[index - step]
            if kind is None or (kinds and kind not in kinds) or not is_open(blocks, marks, index):
                continue
            text = blocks[index].text
            if step == 1 or kind != "feedback":
                notice = kind == "cookies" and "cookies" in text and len(text) <= 300
                if notice or furniture.likely(text, kind):
                    marks[index] = kind


def _close(blocks: Sequence[Block], marks: Marks) -> None:
    """Below the article, what is likely beside any furniture is furniture."""
    for index in range(len(blocks) - 2, closing_start(blocks, marks) - 1, -1):
        beside = marks[index + 1] and is_open(blocks, marks, index)
        if beside and furniture.likely(blocks[index].text, "navigation"):
            marks[index] = "navigation"


def _opening_end(blocks: Sequence[Block], marks: Marks) -> int:
    """Index of the first prose: what stands before it is title, trust lines and navigation."""
    for index, block in enumerate(blocks):
        if block.kind == "paragraph" and is_prose(block.text) and not marks[index]:
            return index
    return len(blocks)


def _mark_strips(blocks: Sequence[Block], marks: Marks, opening: int) -> None:
    """Breadcrumbs, and "Symptoms | Causes | Treatment"; rows of a table are neither."""
    lines = {block.text.casefold() for block in blocks if len(block.text) <= 60}
    for index, block in enumerate(blocks):
        if len(block.text) > 200 or not _DIVIDER.search(block.text):
            continue
        if not is_open(blocks, marks, index) or not is_line(block.text):
            continue
        crumbs = [part for part in _CRUMBS.split(block.text) if part]
        fewest = 3 if "/" in block.text else 2
        trail = len(crumbs) >= fewest and index < opening
        trail = trail and all(words(part) <= 6 for part in crumbs)
        if trail or (len(crumbs) > 1 and crumbs[0].casefold() in _HOME):
            marks[index] = "navigation"
        parts = [part for part in _PARTS.split(block.text) if part]
        if len(parts) < 3 or not all(_is_label(part) for part in parts):
            continue
        if _beside_row(blocks, index, len(parts)):
            continue
        known = sum(part.casefold() in lines for part in parts)
        if all(furniture.likely(part, "share") for part in parts):
            marks[index] = "share"
        elif index < opening or 2 * known >= len(parts):
            marks[index] = "navigation"


def _is_label(part: str) -> bool:
    return words(part) <= 5 and not any(
        character.isdigit() or character == ":" for character in part
    )


def _beside_row(blocks: Sequence[Block], index: int, parts: int) -> bool:
    return any(
        0 <= near < len(blocks) and len(_PARTS.split(blocks[near].text[:400])) == parts
        for near in (index - 1, index + 1)
    )


def _mark_navigation(blocks: Sequence[Block], marks: Marks, opening: int) -> None:
    """Before the article begins: rows of menu words, and what stands between them."""
    known = [
        index
        for index in range(opening)
        if (marks[index] == "navigation" and not _PARTS.search(blocks[index].text))
        or (is_open(blocks, marks, index) and furniture.likely(blocks[index].text, "navigation"))
    ]
    if opening > 2 and blocks[0].text.casefold() in _HOME and is_open(blocks, marks, 0):
        marks[0] = "navigation"
    if len(known) > 1:
        for index in range(known[0], known[-1] + 1):
            if is_open(blocks, marks, index) and words(blocks[index].text) <= 5:
                marks[index] = "navigation"
    for index in range(1, opening):
        steps = [near for near in (index - 1, index) if blocks[near].text.endswith(("/", ">", "›"))]
        if len(steps) == 2:
            for near in steps:
                marks[near] = marks[near] or "navigation"
    _mark_repeated(blocks, marks, opening)
    for index in titles.above(blocks, marks):
        if is_open(blocks, marks, index):
            marks[index] = "navigation"
    title = titles.find(blocks, titles.openings(blocks), marks)
    tools = [
        index
        for index in range(opening if title is None else title + 1, opening)
        if is_open(blocks, marks, index) and furniture.likely(blocks[index].text, "share")
    ]
    for index in tools:
        marks[index] = "share"
        below = index + 1
        translated = blocks[index].text.lower().startswith(("en español", "in english"))
        if translated and same_group(blocks, below, index) and is_open(blocks, marks, below):
            marks[below] = "share"  # its title in the other language
    if len(tools) > 1 and tools[-1] - tools[0] <= 2 * len(tools):
        # What stands between "Print" and "Listen" is one of them, such as the page's other name.
        for index in range(tools[0], tools[-1]):
            if is_open(blocks, marks, index) and words(blocks[index].text) <= 3:
                marks[index] = "share"


def _mark_repeated(blocks: Sequence[Block], marks: Marks, opening: int) -> None:
    """Before the article begins: what is said twice in a row."""
    for index in range(1, opening):
        same = blocks[index].text.casefold() == blocks[index - 1].text.casefold()
        if not same or not is_open(blocks, marks, index):
            continue
        marks[index] = "navigation"
        _mark_steps(blocks, marks, index - 1)
        below = blocks[index + 1] if index + 1 < len(blocks) else None
        titled = below and below.kind == "paragraph" and is_line(below.text)
        if titled and is_open(blocks, marks, index - 1) and words(blocks[index].text) <= 4:
            # A section's name said twice above the title, not the title.
            marks[index - 1] = "navigation"


def _mark_steps(blocks: Sequence[Block], marks: Marks, end: int) -> None:
    """Mark "Home", "Conditions", each on its line, before ``end``, the last of such a trail."""
    for start in range(end - 1, max(-1, end - _LONGEST_TRAIL), -1):
        if not _is_label(blocks[start].text):
            return
        if blocks[start].text.casefold() in _HOME:
            for index in range(start, end):
                if is_open(blocks, marks, index):
                    marks[index] = "navigation"
            return


def _mark_editorial(blocks: Sequence[Block], marks: Marks) -> None:
    for index, block in enumerate(blocks):
        if not is_open(blocks, marks, index):
            continue
        above = blocks[index - 1].kind == "trust" if index else False
        below = blocks[index + 1].kind == "trust" if index + 1 < len(blocks) else False
        beside = index > 0 and marks[index - 1] == "boilerplate"
        linked = (above or below or beside) and furniture.is_editorial_link(block.text)
        sources = beside and "source" in blocks[index - 1].text.lower()
        if linked or (sources and furniture.is_sourcing_note(block.text)):
            marks[index] = "boilerplate"


def _mark_rows(blocks: Sequence[Block], marks: Marks, kind: SkippedKind) -> None:
    """Three likely lines in a row make each other sure."""
    index = 0
    while index < len(blocks):
        end = index
        while (
            end < len(blocks)
            and is_open(blocks, marks, end)
            and (bare_end(blocks[end].text) != "." and furniture.likely(blocks[end].text, kind))
        ):
            end += 1
        if end - index >= 3:
            marks[index:end] = [kind] * (end - index)
        index = max(end, index + 1)
