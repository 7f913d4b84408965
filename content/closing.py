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
from content.shape import is_lead_in, is_line, words

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
_FEWEST = 3
"""One line such as "Contact us" may head a section; so many make a footer."""
_NUMBER = lazily(r"\d{3}")


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
    """Mark what stands below the article between pieces of furniture."""
    start = _start(blocks, marks)
    below = range(start, len(blocks))
    menu = [index for index in below if _is_menu(blocks[index].text)]
    sure = [
        index
        for index in below
        if marks[index] or blocks[index].kind == "trust" or _is_disclaimer(blocks[index].text)
    ]
    if len(menu) >= _FEWEST:
        sure = sorted({*sure, *menu})
    if not sure:
        return
    first, last = sure[0], sure[-1]
    kept = False
    for index in range(first, last + 1):
        text = blocks[index].text
        if not is_open(blocks, marks, index):
            kept = False
        elif AUTHORITY.fullmatch(text.rstrip(":")) or is_lead_in(text):
            kept = True
        elif is_closing(text):
            marks[index] = "boilerplate" if _is_disclaimer(text) else "promotion"
        elif not kept and words(text) <= _LINE_WORDS and not _NUMBER.search(text):
            marks[index] = "navigation"


def _is_menu(text: str) -> bool:
    return likely(text, "boilerplate") or likely(text, "navigation")


def _start(blocks: Sequence[Block], marks: Marks) -> int:
    """Index past the last block that can only be the article's own."""
    for index in range(len(blocks) - 1, -1, -1):
        block = blocks[index]
        if marks[index] or block.kind == "trust" or is_closing(block.text):
            continue
        slogan = words(block.text) <= _SLOGAN_WORDS
        if block.kind != "paragraph" or not (slogan or is_line(block.text)):
            return index + 1
    return 0
