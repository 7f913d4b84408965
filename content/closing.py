"""The end of a page: what stands below the article, between lines that are surely not its own.

An article is over where nothing follows but lines, links and what a publisher says of itself.
Below its end, lines between two pieces of furniture are furniture, except what it rests on
(references) and what could be a number to call.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from content.furniture_lines import likely
from content.heading_words import AUTHORITY
from content.marking import Marks, is_open
from content.model import Block
from content.patterns import lazily
from content.promotion_words import CARER, NARROW, OFFER
from content.shape import is_lead_in, is_line, starts_low, words

_DISCLAIMER = lazily(
    r"\b(?:does not|doesn['’]t|do not) (?:provide|give|offer|constitute) (?:\S+ )?medical advice\b"
    r"|\bfor (?:educational|informational|(?:general )?information) purposes only\b"
    r"|\bresponsible for the content of external\b|\bagree to (?:our|the) terms\b"
    r"|\bregistered (?:charity|company|office)\b"
    r"|\ball rights reserved\b|\bkeine ärztliche beratung\b",
    re.IGNORECASE,
)
_LONGEST = 300
_PITCH_WORDS = 45
_LINE_WORDS = 8
_SLOGAN_WORDS = 4
_OVER = lazily(
    r"©|\bcopyright\b|\bsources?\b|\breferences\b|\bprivacy\b|\brights reserved\b|\bhistory\b",
    re.IGNORECASE,
)
_PARTS = lazily(r"\s*[|•·]\s*")
_FEWEST = 3
"""One line such as "Contact us" may head a section; so many make a footer."""
_TELLS = lazily(r"\d{3}|: \S")
"""What a line says that no link does: a number to call, a word and what it means."""


def is_closing(text: str) -> bool:
    """Whether a sentence is what publishers say below an article: a disclaimer, a pitch."""
    return _is_disclaimer(text) or _is_pitch(text)


def _is_disclaimer(text: str) -> bool:
    return len(text) <= _LONGEST and _DISCLAIMER.search(text) is not None


def _is_pitch(text: str) -> bool:
    if len(text) > _LONGEST or words(text) > _PITCH_WORDS or CARER.search(text):
        return False
    return NARROW.match(text) is not None and OFFER.search(text) is not None


def mark(blocks: Sequence[Block], marks: Marks) -> None:
    """Mark what stands below the article, before the last line that is surely not its own."""
    start = _start(blocks, marks)
    menu = _menu(blocks, start)
    sure = [
        index
        for index in range(start, len(blocks))
        if marks[index] or index in menu or is_closing(blocks[index].text)
    ]
    last = sure[-1] if sure else start - 1
    over = kept = False
    for index in range(start, last + 1):
        text = blocks[index].text
        over = over or index in menu or _ends_article(blocks, marks, index)
        if not is_open(blocks, marks, index):
            kept = False
        elif AUTHORITY.fullmatch(text.rstrip(":")):
            kept = True
        elif over and is_closing(text):
            marks[index] = "boilerplate" if _is_disclaimer(text) else "promotion"
        elif over and not kept and words(text) <= _LINE_WORDS and not _TELLS.search(text):
            marks[index] = "navigation"


def _ends_article(blocks: Sequence[Block], marks: Marks, index: int) -> bool:
    """Whether the article is over where the block stands.

    A page may ask "Was this helpful?", or lead elsewhere, in the middle of an article too.
    """
    text = blocks[index].text
    if blocks[index].kind == "trust" or marks[index] == "comments" or _is_disclaimer(text):
        return True
    return marks[index] == "boilerplate" and _OVER.search(text) is not None


def _menu(blocks: Sequence[Block], start: int) -> set[int]:
    """Return the lines of a footer such as "Privacy", when there are several."""
    found = {index for index in range(start, len(blocks)) if _likely(blocks[index].text)}
    rows = {index for index in range(start, len(blocks)) if _is_row(blocks[index].text)}
    return found | rows if rows or len(found) >= _FEWEST else set()


def _likely(text: str) -> bool:
    return likely(text, "boilerplate") or likely(text, "navigation")


def _is_row(text: str) -> bool:
    """Whether a line is "Privacy | Accessibility"."""
    parts = [part for part in _PARTS.split(text[:_LONGEST]) if part]
    return len(parts) > 1 and 2 * sum(map(_likely, parts)) > len(parts)


def _start(blocks: Sequence[Block], marks: Marks) -> int:
    """Index past the last block that can only be the article's own: prose, or a list."""
    past_list = len(blocks)
    for index in range(len(blocks) - 1, -1, -1):
        block = blocks[index]
        if marks[index] or block.kind == "trust" or is_closing(block.text):
            past_list = index
            continue
        if is_lead_in(block.text) and words(block.text) > 1:
            return past_list
        slogan = words(block.text) <= _SLOGAN_WORDS
        if block.kind != "paragraph" or not (slogan or is_line(block.text)):
            return index + 1
        if starts_low(block.text) and index and starts_low(blocks[index - 1].text):
            return index + 1
    return 0
