"""Headings that nothing marks, found by their shape and by what stands around them.

A heading is a short line that is no sentence, begins something, and has prose or a list below
it. Where it could as well be an item, a link or a lead-in, it is left as it is: a heading too
few costs a listener less than one that breaks a list in two.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from content import dates, titles, trust_lines
from content.heading_words import (
    AUTHORITY,
    CARE_CARD,
    CARE_HEAD,
    CREDIT,
    LABEL,
    LABELLED,
    OPEN_END,
    OPEN_START,
    PHONE,
    SAYS,
    STATEMENT,
    is_care_heading,
    names_a_section,
)
from content.marking import same_group
from content.model import Block
from content.promotion_words import CALL
from content.shape import is_lead_in, is_line, is_link, is_prose, starts_low, words

_SHORT_LEAD = 4
"""Words that a heading such as "Ingredients:" or "Eat and drink more:" may have."""


def mark_title(blocks: Sequence[Block], openings: Collection[int]) -> list[Block]:
    """Return the blocks with the title, if one can be told, made a heading of level 1.

    Call it before lists are found: what stands above a title is no list.
    """
    done = list(blocks)
    title = titles.find(done, openings)
    if title is not None:
        done[title] = replace(done[title], kind="heading", level=1)
    return done


def mark(
    blocks: Sequence[Block], openings: Collection[int], names: Collection[str] = ()
) -> list[Block]:
    """Return the blocks with unmarked headings made headings, in the same number and order.

    ``openings`` holds where in the source a block begins after a blank line, ``names`` who
    wrote the article or reviewed it: their names head no section. The title is level 1,
    headings are level 2, and one that stands right under another is level 3.
    """
    done = list(blocks)
    title = next((index for index, block in enumerate(done) if block.kind == "heading"), None)
    if title is not None and done[title].level != 1:
        title = None
    found = _found(done, openings)
    found[: title or 0] = [False] * (title or 0)
    known = {_bare_name(name) for name in names}
    for index, block in enumerate(done):
        if found[index] and _bare_name(block.text.partition(",")[0]) in known:
            found[index] = False
    _unmark_cells(done, found)
    level, under = 2, ""
    for index, block in enumerate(done):
        if not found[index]:
            if block.kind == "heading" and index != title:
                level, under = 2, ""
            continue
        above = done[index - 1] if index else None
        if above and above.kind == "heading" and above.level > 1 and level == 2:
            level, under = 3, block.text
        elif not (level == 3 and _is_twin(done, index, under)):
            level = 2
        done[index] = replace(block, kind="heading", level=level)
    return done


def _bare_name(text: str) -> str:
    return text.replace(".", "").casefold()


def _is_twin(blocks: Sequence[Block], index: int, under: str) -> bool:
    """Whether a heading goes with the sub-heading before it, as "Don't" does with "Do"."""
    only_items = index > 0 and blocks[index - 1].kind == "item"
    return only_items and words(under) <= 2 and words(blocks[index].text) <= 2


def _found(blocks: Sequence[Block], openings: Collection[int]) -> list[bool]:
    """Decide from the last block to the first: what stands below is known by then."""
    found = [False] * len(blocks)
    for index in range(len(blocks) - 2, -1, -1):
        block, below = blocks[index], blocks[index + 1]
        if block.kind != "paragraph" or not _heading_like(block.text):
            continue
        if _is_labelled_row(blocks, index):
            continue
        above = blocks[index - 1] if index else None
        if above and not _ended(above):
            continue
        if not found[index + 1] and not _apart(blocks, index, openings):
            continue
        if found[index + 1]:
            pictured = above is not None and CREDIT.match(above.text) is not None
            found[index] = not pictured and _leads_to_heading(blocks, found, index, openings)
        elif is_lead_in(block.text):
            led = above is not None and above.kind == "paragraph" and _asks_for_care(above.text)
            led = led or _is_list_of(blocks, index)
            led = led and not CARE_CARD.search(block.text)
            found[index] = _is_list(below, block) and not led and not _announces(block.text)
        else:
            found[index] = _has_body(blocks, index)
    return found


def _unmark_cells(blocks: Sequence[Block], found: list[bool]) -> None:
    """Take back the cells of a table that was pasted cell by cell: line, item, line, item."""
    start = 0
    while start < len(blocks):
        end = start
        while end + 1 < len(blocks) and found[end] and _is_cell(blocks[end + 1]):
            end += 2
        if end - start >= 6:
            found[start:end] = [False] * (end - start)
        start = max(end, start + 1)


def _is_cell(block: Block) -> bool:
    return block.kind == "item" and block.number is None and starts_low(block.text)


def _heading_like(text: str) -> bool:
    if is_lead_in(text):
        return is_line(text) and not starts_low(text)
    first = text[0]
    if not (first.isalnum() or first in "\"“'‘«¿(") or starts_low(text):
        return False
    if not any(character.isalpha() for character in text):
        return False
    quoted = first in '"“«' and text[-1] in '"”»'
    if STATEMENT.match(text) and not text.endswith("?"):
        return False
    labelled = LABELLED.match(text)
    if labelled and (dates.match(text, labelled.end() - 1) or PHONE.search(text)):
        return False
    if quoted or "://" in text or not is_line(text) or is_link(text) or CREDIT.match(text):
        return False
    return not any(claim.date or claim.people for claim in trust_lines.parse(text, byline=True))


def _apart(blocks: Sequence[Block], index: int, openings: Collection[int]) -> bool:
    """Whether blank lines, where there are any, let the block stand at the head of something.

    Under a heading that a blank line sets off, a question may follow without one.
    """
    block, below = blocks[index], blocks[index + 1]
    if block.source_start in openings or not openings:
        return (
            below.source_start in openings
            or below.kind != "paragraph"
            or is_prose(below.text)
            or is_lead_in(below.text)
        )
    above = blocks[index - 1] if index else None
    led = above is not None and above.source_start in openings and is_line(above.text)
    return led and names_a_section(block.text) and below.kind == "paragraph"


def _ended(above: Block) -> bool:
    """Whether what stands above is complete; a lead-in is, once a sub-heading takes it up."""
    return above.kind != "paragraph" or not above.text.endswith((",", ";"))


def _announces(text: str) -> bool:
    """Whether a line that ends with a colon only announces a list."""
    if is_care_heading(text):
        return False
    if words(text) > _SHORT_LEAD or OPEN_END.search(text) or LABEL.fullmatch(text):
        return True
    return words(text) > 1 and bool(OPEN_START.match(text) or SAYS.search(text))


def _is_list_of(blocks: Sequence[Block], index: int) -> bool:
    """Whether a lead-in right below a line of its own leads in what that line names."""
    above = blocks[index - 1] if index else None
    if not above or above.kind != "paragraph" or words(blocks[index].text) < 2:
        return False
    return names_a_section(above.text) and is_line(above.text) and not is_lead_in(above.text)


def _asks_for_care(text: str) -> bool:
    """Whether a line heads when to seek help, so that "See a doctor if:" below leads a list in."""
    return is_line(text) and not is_lead_in(text) and CARE_HEAD.search(text) is not None


def _is_list(below: Block, block: Block) -> bool:
    return below.kind == "item" or (is_prose(below.text) and below.kind == "paragraph")


def _has_body(blocks: Sequence[Block], index: int) -> bool:
    below = blocks[index + 1]
    if AUTHORITY.fullmatch(blocks[index].text):
        return words(below.text) >= _SHORT_LEAD
    if below.kind in ("heading", "trust", "rule"):
        return below.kind == "heading" and below.level > 1 and blocks[index].text.endswith("?")
    if below.kind != "paragraph":
        return True
    if is_lead_in(below.text) or is_prose(below.text) or STATEMENT.match(below.text):
        return True
    # Terms or values in a row: "Calories: 240 | Fat: 5 g", "Croup; barking cough".
    values = below.text.count(" | ") > 1 or below.text.count("; ") > 0
    values = values or _is_labelled_row(blocks, index + 1)
    return values or PHONE.search(below.text) is not None


def _is_labelled_row(blocks: Sequence[Block], index: int) -> bool:
    """Whether the block is one of several lines such as "Causes: strain, pregnancy"."""
    return LABELLED.match(blocks[index].text) is not None and any(
        0 <= near < len(blocks)
        and same_group(blocks, max(near, index), min(near, index))
        and LABELLED.match(blocks[near].text)
        for near in (index - 1, index + 1)
    )


def _leads_to_heading(
    blocks: Sequence[Block], found: Sequence[bool], index: int, openings: Collection[int]
) -> bool:
    """Whether a line above a heading is a heading too; of three in a row, none but two are."""
    if is_lead_in(blocks[index].text) or CALL.fullmatch(blocks[index].text):
        return False
    if index + 2 < len(found) and found[index + 2]:
        return False
    if blocks[index].source_start in openings and blocks[index + 1].source_start not in openings:
        return True
    above = blocks[index - 1] if index else None
    return not (
        above and above.kind == "paragraph" and is_line(above.text) and not is_lead_in(above.text)
    )
