"""Contents lists: lines above or below an article that say its headings."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from content.marking import Marks, closing_start, is_open, same_group
from content.model import Block
from content.patterns import lazily
from content.shape import is_line, words

_PART = lazily(
    r"(?:(?:the|key|our|common|possible|related|home) )?(?:overview|summary|about|definition|"
    r"symptoms?|signs|causes?|types?|triggers|risks?|diagnosis|tests?|testing|treatments?|care|"
    r"prevention|outlook|prognosis|complications?|recovery|takeaways?|bottom line|conclusion|faqs?|"
    r"frequently asked|uses?|benefits?|dosage|warnings?|side effects?|interactions|remedies|"
    r"when to|before taking|reviews?|how|what|who|living|management|research|nutrition|"
    r"sources|references|doctors|symptome|ursachen|behandlung|diagnose|vorbeugung|fazit|therapie|"
    r"symptômes|traitements?|diagnostic|prévention|síntomas|causas|tratamiento|diagnóstico)\b",
    re.IGNORECASE,
)
_FEWEST_TABS = 3
_TAB_WORDS = 5


def mark(blocks: Sequence[Block], marks: Marks, opening: int) -> None:
    """Mark the entries of a contents list: lines that stand again, later, as headings do.

    Without a heading of its own the list must stand above the article: within, a list may well
    name what the next sections are about.
    """
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
        if apart and (headed or (end - index >= 3 and end <= opening)):
            marks[index:end] = ["contents"] * (end - index)
            if headed:
                marks[index - 1] = "contents"
        index = max(end, index + 1)
    _mark_tabs(blocks, marks, opening, last)


def mark_links(blocks: Sequence[Block], marks: Marks) -> None:
    """Mark lists of which every item is a link to a place in the same document."""
    index = 0
    while index < len(blocks):
        end = index
        while end < len(blocks) and _leads_within(blocks[end]):
            end += 1
        if end - index > 1:
            marks[index:end] = ["contents"] * (end - index)
        index = max(end, index + 1)


def _leads_within(block: Block) -> bool:
    links = [span for span in block.spans if span.kind == "link"]
    return (
        block.kind == "item"
        and len(links) == 1
        and links[0].target[:1] == "#"
        and block.text[links[0].start : links[0].end] == block.text
    )


def _mark_tabs(
    blocks: Sequence[Block], marks: Marks, opening: int, again: Mapping[str, int]
) -> None:
    """Mark a row of section names above the first prose, such as "Causes", "Tests", "Outlook".

    They need not be said again: such rows name a section by a word of their own. A last line
    that may head what follows stays. ``again`` tells where an entry stands last.
    """

    def is_named(index: int) -> bool:
        known = marks[index] == "contents" or again.get(_entry(blocks[index]), 0) > index
        return known or _PART.match(blocks[index].text) is not None

    first = next((at for at in range(opening) if marks[at] is None), opening)
    index = first + 1  # what stands first may be the title
    while index < opening:
        end = index
        while end < opening and _is_tab(blocks, marks, end):
            end += 1
        while index < end and not is_named(index):
            index += 1
        last = end
        if index < last < len(blocks) and again.get(_entry(blocks[last - 1]), 0) < last:
            grouped = same_group(blocks, last - 1, last - 2)
            if not grouped or same_group(blocks, last, last - 1):
                last -= 1
        named = sum(map(is_named, range(index, last)))
        if last - index >= _FEWEST_TABS and 3 * named >= 2 * (last - index):
            marks[index:last] = ["contents"] * (last - index)
        index = max(end, index + 1)


def _is_tab(blocks: Sequence[Block], marks: Marks, index: int) -> bool:
    if marks[index] == "contents":
        return True
    text = blocks[index].text
    return (
        is_open(blocks, marks, index)
        and blocks[index].kind == "paragraph"
        and words(text) <= _TAB_WORDS
        and is_line(text)
        and not any(character.isdigit() or character in ":?" for character in text)
    )


def _mark_trailing_contents(blocks: Sequence[Block], marks: Marks) -> None:
    """Pages of which the margin is pasted last have their contents list at the end."""
    said: set[str] = set()
    under = False
    end = closing_start(blocks)
    for index, block in enumerate(blocks):
        entry = _is_entry(block) and _entry(block)
        if index >= end:
            if marks[index] is None and under and entry in said and block.kind != "heading":
                marks[index] = "contents"
            under = marks[index] == "contents"
        elif entry:
            said.add(entry)


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
