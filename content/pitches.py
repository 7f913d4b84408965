"""What a promotion is made of: its call to action, and its pitch."""

from __future__ import annotations

import re

from content.model import Block
from content.promotion_words import (
    ALONE,
    BARE,
    CALL,
    CARER,
    CROWD,
    DISCOUNT,
    DONATION,
    FIRST_PERSON,
    GOODS,
    INVITATION,
    NARROW,
    OFFER,
    SECOND_PERSON,
    TEASER,
)
from content.shape import (
    bare_end,
    is_lead_in,
    sentence_breaks,
    starts_low,
    words,
)


def is_call(block: Block) -> bool:
    """Whether a block is a short imperative that leads elsewhere, as "Learn more" is."""
    if block.kind != "paragraph" or words(block.text) > 9:
        return False
    text = block.text.rstrip(" →›»>!")
    return bool(text) and bare_end(text) not in ".;:?" and CALL.fullmatch(text) is not None


def is_alone(text: str) -> bool:
    """Whether a call can be nothing else, or is no more than "Sign up"."""
    return ALONE.fullmatch(text) is not None or BARE.fullmatch(text) is not None


def is_pitch(text: str, brands: set[str]) -> bool:
    """Whether ``text`` invites the reader to what a publisher, or one of ``brands``, offers."""
    if words(text) > 45 or sentence_breaks(text) > 1 or is_lead_in(text):
        return False
    if bare_end(text) in ".!" and not _sells(text, brands):
        return False  # "Try ice and rest." is advice
    invites = INVITATION.match(text) or TEASER.match(text) or DISCOUNT.search(text)
    return bool(invites) or speaks_to_reader(text) or names_brand(text, brands)


def _sells(text: str, brands: set[str]) -> bool:
    """Whether a sentence speaks of the publisher, or of what only a publisher offers."""
    if FIRST_PERSON.search(text) or names_brand(text, brands):
        return True
    return any(found.search(text) for found in (DISCOUNT, DONATION, CROWD, GOODS))


def speaks_to_reader(text: str) -> bool:
    """Whether the publisher speaks of itself to the reader: "our app", "you"."""
    return bool(FIRST_PERSON.search(text)) and bool(SECOND_PERSON.search(text))


def names_brand(text: str, brands: set[str]) -> bool:
    """Whether ``text`` names one of ``brands``."""
    return any(re.search(rf"\b{re.escape(brand)}\b", text) for brand in brands)


def about_reader(text: str, brands: set[str]) -> bool:
    """Whether a title speaks to the reader or names a brand."""
    return bool(SECOND_PERSON.search(text)) or speaks_to_reader(text) or names_brand(text, brands)


def is_offer(pitch: str) -> bool:
    """Whether a line invites to what is offered and never ends as a sentence does."""
    if not never_ends(pitch) or CARER.search(pitch):
        return False
    return bool(NARROW.match(pitch)) and bool(OFFER.search(pitch))


def never_ends(pitch: str) -> bool:
    """Whether ``pitch`` is as long as a sentence and does not end as one."""
    if bare_end(pitch) in ".!?:;," or sentence_breaks(pitch) or starts_low(pitch):
        return False
    return 5 <= words(pitch) <= 30
