"""Furniture told by its neighbours: link lists, newsletter boxes, contents, navigation."""

from __future__ import annotations

import re
from collections.abc import Sequence

from content import furniture_lines as furniture
from content import titles
from content.model import Block, SkippedKind
from content.shape import bare_end, is_lead_in, is_line, is_prose, words

Marks = list[SkippedKind | None]

_NEWSLETTER = re.compile(
    r"(?:sign up|subscribe|join|get|register|anmeldung|anmelden|abonnieren|s['’]abonner|"
    r"inscri\w+)\b.{0,80}\b(?:newsletters?|inbox|mailing list|email list|updates|emails?)\b.{0,60}"
    r"|.{0,40}\bnewsletters?[.!:]?|.{0,60}\bto your inbox[.!]?"
    r"|(?:enter )?your e-?mail(?: address)?\*?|enter (?:an? )?e-?mail(?: address)?",
    re.IGNORECASE,
)
_BOX_TEXT = re.compile(
    r"\binbox\b|\bnewsletters?\b"
    r"|\bsubscrib|\bsign(?:ing)? up\b|\be-?mail\b|\b(?:your|our) privacy\b"
    r"|\bspam\b|\bprivacy policy\b|\bopt out\b",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s*[|•·]\s*")
_CRUMBS = re.compile(r"\s+(?:/|>|›|»|→)\s+|\s*[›»]\s*")
_HOME = ("home", "startseite", "accueil")
_DIVIDER = re.compile(r"[|•·/>›»→]")


def mark(blocks: Sequence[Block], marks: Marks) -> None:
    """Mark the blocks that are furniture because of what stands around them."""
    opening = _opening_end(blocks)
    _mark_strips(blocks, marks, opening)
    _mark_contents(blocks, marks)
    _mark_newsletters(blocks, marks)
    _mark_related(blocks, marks)
    _mark_navigation(blocks, marks, opening)
    _mark_editorial(blocks, marks)
    for kind in ("share", "boilerplate"):
        _mark_rows(blocks, marks, kind)
    grow(blocks, marks)
    _close(blocks, marks)


def grow(blocks: Sequence[Block], marks: Marks) -> None:
    """Mark what stands beside furniture and is likely to be of the same kind."""
    order = list(range(1, len(blocks)))
    for indices, step in ((order, 1), ([index - 1 for index in reversed(order)], -1)):
        for index in indices:
            kind = marks[index - step]
            if kind is None or not _open(blocks, marks, index):
                continue
            text = blocks[index].text
            if step == 1 or kind != "feedback":
                notice = kind == "cookies" and "cookies" in text and len(text) <= 300
                if notice or furniture.likely(text, kind):
                    marks[index] = kind


def _close(blocks: Sequence[Block], marks: Marks) -> None:
    """Below the article, what is likely beside any furniture is furniture."""
    for index in range(len(blocks) - 2, _closing_start(blocks) - 1, -1):
        beside = marks[index + 1] and _open(blocks, marks, index)
        if beside and furniture.likely(blocks[index].text, "navigation"):
            marks[index] = "navigation"


def _open(blocks: Sequence[Block], marks: Marks, index: int) -> bool:
    return marks[index] is None and blocks[index].kind in ("paragraph", "item")


def _opening_end(blocks: Sequence[Block]) -> int:
    """Index of the first prose: what stands before it is title, trust lines and navigation."""
    for index, block in enumerate(blocks):
        if block.kind == "paragraph" and is_prose(block.text) and not furniture.sure(block.text):
            return index
    return len(blocks)


def _mark_strips(blocks: Sequence[Block], marks: Marks, opening: int) -> None:
    """Breadcrumbs, and "Symptoms | Causes | Treatment"; rows of a table are neither."""
    lines = {block.text.casefold() for block in blocks if len(block.text) <= 60}
    for index, block in enumerate(blocks):
        if len(block.text) > 200 or not _DIVIDER.search(block.text):
            continue
        if not _open(blocks, marks, index) or not is_line(block.text):
            continue
        crumbs = [part for part in _CRUMBS.split(block.text) if part]
        trail = len(crumbs) > 2 and index < opening and all(words(part) <= 6 for part in crumbs)
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


def _mark_contents(blocks: Sequence[Block], marks: Marks) -> None:
    """Mark the entries of a contents list: lines that stand again, later, as headings do."""
    last = {_entry(block): index for index, block in enumerate(blocks) if _is_entry(block)}
    _mark_trailing_contents(blocks, marks)
    index = 0
    while index < len(blocks):
        end = index
        while end < len(blocks) and marks[end] is None and _is_entry(blocks[end]):
            if last[_entry(blocks[end])] <= end or blocks[end].kind not in ("paragraph", "item"):
                break
            end += 1
        headed = index > 0 and (
            marks[index - 1] == "contents" or _heads_contents(blocks[index - 1])
        )
        apart = end > index and all(last[_entry(block)] >= end for block in blocks[index:end])
        if apart and (headed or end - index >= 3):
            marks[index:end] = ["contents"] * (end - index)
            if headed:
                marks[index - 1] = "contents"
        index = max(end, index + 1)


def _mark_trailing_contents(blocks: Sequence[Block], marks: Marks) -> None:
    """Pages of which the margin is pasted last have their contents list at the end."""
    said: set[str] = set()
    under = False
    end = _closing_start(blocks)
    for index, block in enumerate(blocks):
        entry = _is_entry(block) and _entry(block)
        if index >= end:
            if marks[index] is None and under and entry in said and block.kind != "heading":
                marks[index] = "contents"
            under = marks[index] == "contents"
        elif entry:
            said.add(entry)


def _closing_start(blocks: Sequence[Block]) -> int:
    """Index past the last prose of all."""
    for index in range(len(blocks) - 1, -1, -1):
        if blocks[index].kind in ("paragraph", "quote") and is_prose(blocks[index].text):
            return index + 1
    return 0


def _is_entry(block: Block) -> bool:
    return (
        len(block.text) <= 120
        and block.kind in ("paragraph", "item", "heading")
        and is_line(block.text)
    )


def _entry(block: Block) -> str:
    return block.text.casefold().strip(" \t.:)0123456789")


def _heads_contents(block: Block) -> bool:
    text = block.text.casefold().rstrip(":")
    return block.kind == "paragraph" and text in ("contents", "inhalt", "sommaire", "sections")


def _mark_newsletters(blocks: Sequence[Block], marks: Marks) -> None:
    index = 0
    while index < len(blocks):
        if not _open(blocks, marks, index) or not _is_newsletter(blocks[index].text):
            index += 1
            continue
        start, end = index, index + 1
        while start > 0 and _open(blocks, marks, start - 1) and _in_box(blocks[start - 1].text):
            start -= 1
        while end < len(blocks) and _open(blocks, marks, end) and _in_box(blocks[end].text):
            end += 1
        marks[start:end] = ["promotion"] * (end - start)
        index = end


def _is_newsletter(text: str) -> bool:
    return len(text) <= 140 and is_line(text.rstrip(".!")) and bool(_NEWSLETTER.fullmatch(text))


def _in_box(text: str) -> bool:
    return words(text) <= 60 and len(text) <= 400 and bool(_BOX_TEXT.search(text))


def _mark_related(blocks: Sequence[Block], marks: Marks) -> None:
    """Links under "Read this next"; before prose goes on, the last line may be its heading."""
    after_prose = [False] * (len(blocks) + 1)
    for index in range(len(blocks) - 1, -1, -1):
        block = blocks[index]
        prose = block.kind in ("paragraph", "quote") and is_prose(block.text) and not marks[index]
        after_prose[index] = after_prose[index + 1] or prose
    index = 0
    while index < len(blocks):
        if not _open(blocks, marks, index) or is_prose(blocks[index].text):
            index += 1
            continue
        if furniture.is_related_link(blocks[index].text) and blocks[index].kind == "paragraph":
            marks[index] = "related"
        text = blocks[index].text
        more = not after_prose[index] and furniture.heads_more(text)
        if not more and not furniture.heads_related(text):
            index += 1
            continue
        end = _links_end(blocks, marks, index)
        if after_prose[end]:
            mid = end < len(blocks) and blocks[end].kind in ("paragraph", "item")
            end = min(
                end - 1 if mid and not _same_group(blocks, end - 1, end - 2) else end, index + 6
            )
            if end <= index + 1:
                index += 1
                continue
        marks[index:end] = ["related"] * (end - index)
        index = end


def _links_end(blocks: Sequence[Block], marks: Marks, index: int) -> int:
    end = index + 1
    together = _same_group(blocks, end, index)
    while end < len(blocks) and _open(blocks, marks, end):
        text = blocks[end].text
        linked = (is_line(text) and not is_lead_in(text)) or text.endswith(
            ("READ MORE", "Read more")
        )
        if not linked or furniture.heads_related(text):
            break
        if together and not _same_group(blocks, end, end - 1):
            break
        end += 1
    return end


def _same_group(blocks: Sequence[Block], index: int, above: int) -> bool:
    """Whether only a line end parts two blocks of the source."""
    if not 0 <= above < index < len(blocks) or not blocks[above].runs:
        return False
    run = blocks[above].runs[-1]
    return blocks[index].source_start - run.source - run.length == 1


def _mark_navigation(blocks: Sequence[Block], marks: Marks, opening: int) -> None:
    """Before the article begins: rows of menu words, and what stands between them."""
    known = [
        index
        for index in range(opening)
        if (marks[index] == "navigation" and not _PARTS.search(blocks[index].text))
        or (_open(blocks, marks, index) and furniture.likely(blocks[index].text, "navigation"))
    ]
    if len(known) > 1:
        for index in range(known[0], known[-1] + 1):
            if _open(blocks, marks, index) and words(blocks[index].text) <= 5:
                marks[index] = "navigation"
    for index in range(1, opening):
        steps = [near for near in (index - 1, index) if blocks[near].text.endswith(("/", ">", "›"))]
        if len(steps) == 2:
            for near in steps:
                marks[near] = marks[near] or "navigation"
    for index in titles.above(blocks):
        if _open(blocks, marks, index):
            marks[index] = "navigation"
    title = titles.find(blocks)
    for index in range(opening if title is None else title + 1, opening):
        if _open(blocks, marks, index) and furniture.likely(blocks[index].text, "share"):
            marks[index] = "share"
    for index in range(1, opening):
        same = blocks[index].text.casefold() == blocks[index - 1].text.casefold()
        if not same or not _open(blocks, marks, index):
            continue
        marks[index] = "navigation"
        below = blocks[index + 1] if index + 1 < len(blocks) else None
        titled = below and below.kind == "paragraph" and is_line(below.text)
        if titled and _open(blocks, marks, index - 1) and words(blocks[index].text) <= 4:
            # A section's name said twice above the title, not the title.
            marks[index - 1] = "navigation"


def _mark_editorial(blocks: Sequence[Block], marks: Marks) -> None:
    for index, block in enumerate(blocks):
        if not _open(blocks, marks, index):
            continue
        above = blocks[index - 1].kind == "trust" if index else False
        below = blocks[index + 1].kind == "trust" if index + 1 < len(blocks) else False
        beside = index > 0 and marks[index - 1] == "boilerplate"
        linked = (above or below or beside) and furniture.is_editorial_link(block.text)
        sources = beside and "source" in blocks[index - 1].text
        if linked or (sources and furniture.is_sourcing_note(block.text)):
            marks[index] = "boilerplate"


def _mark_rows(blocks: Sequence[Block], marks: Marks, kind: SkippedKind) -> None:
    """Three likely lines in a row make each other sure."""
    index = 0
    while index < len(blocks):
        end = index
        while (
            end < len(blocks)
            and _open(blocks, marks, end)
            and (bare_end(blocks[end].text) != "." and furniture.likely(blocks[end].text, kind))
        ):
            end += 1
        if end - index >= 3:
            marks[index:end] = [kind] * (end - index)
        index = max(end, index + 1)
