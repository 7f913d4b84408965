"""Promotions between the paragraphs of an article: a title, a pitch, a call to action.

They are told by what they are. A pitch speaks to the reader about the publisher ("our", "with
Flo") or begins with an invitation and never ends as a sentence does; a call to action is a
short imperative that leads elsewhere. A section of one sentence is neither.
"""

from __future__ import annotations

from collections.abc import Sequence

from content.heading_words import is_care_heading, names_a_section
from content.marking import closing_start, same_group
from content.model import Block
from content.pitches import (
    about_reader,
    is_alone,
    is_call,
    is_offer,
    is_pitch,
    names_brand,
    never_ends,
    speaks_to_reader,
)
from content.promotion_words import (
    ALONE,
    BARE,
    BRAND,
    COMMON,
    CROWD,
    DISCOUNT,
    DONATION,
    FIRST_PERSON,
    INVITATION,
    NARROW,
    OFFER,
    TEASER,
)
from content.shape import (
    is_lead_in,
    is_line,
    is_prose,
    starts_low,
    words,
)

_LONGEST_LIST = 30
_SHORT_PITCH = 25


def find(blocks: Sequence[Block], taken: Sequence[object]) -> list[tuple[int, int]]:
    """Return where promotions begin and end; ``taken`` tells which blocks are furniture already.

    Below the last prose a call is one by itself.
    """
    closing = closing_start(blocks, taken)
    calls = [not taken[index] and is_call(block) for index, block in enumerate(blocks)]
    brands = {
        brand
        for index, block in enumerate(blocks)
        if calls[index]
        for brand in BRAND.findall(block.text)
        if brand not in COMMON
    }

    def calls_on(at: int) -> bool:
        """Whether a further call, which heads no section, follows a promotion."""
        return at < len(blocks) and calls[at] and not _is_prose_at(blocks, at + 1)

    def offers_on(at: int) -> bool:
        """Whether a line below a promotion asks the reader to where it leads."""
        if at >= len(blocks) or blocks[at].kind != "paragraph" or not is_line(blocks[at].text):
            return False
        text = blocks[at].text
        invites = TEASER.match(text) or NARROW.match(text) or "?" in text
        return bool(invites) and bool(OFFER.search(text)) and names_brand(text, brands)

    found: list[tuple[int, int]] = []
    past = 0
    for index in range(len(blocks)):
        if index < past or taken[index]:
            continue
        reach = _reach(blocks, index, calls, taken, brands) or int(
            index >= closing and calls[index] and not _in_list(blocks, index)
        )
        if reach:
            above = blocks[index - 1].text if index > past and not taken[index - 1] else ""
            while calls_on(index + reach) or offers_on(index + reach):
                reach += 1
            labelled = above.isupper() and is_line(above) and words(above) > 1
            labelled = labelled or (bool(above) and calls[index - 1])
            found.append((index - labelled, index + reach))
            past = index + reach
    return found


def _reach(
    blocks: Sequence[Block],
    index: int,
    calls: Sequence[bool],
    taken: Sequence[object],
    brands: set[str],
) -> int:
    """How many blocks from ``index`` on are one promotion."""

    def free(at: int) -> bool:
        return at < len(blocks) and not taken[at] and blocks[at].kind in ("paragraph", "item")

    def heads_a_section(at: int) -> bool:
        """Whether a call below a sentence, as "Subscribe to reminders", may be a heading."""
        pitch = blocks[at - 1].text
        if not is_prose(pitch) or not _is_prose_at(blocks, at + 1):
            return False
        return not is_alone(blocks[at].text) and not names_brand(pitch, brands)

    if not free(index):
        return 0
    titled = _is_title(blocks, index) and not calls[index]
    if titled and free(index + 1):
        pitch = blocks[index + 1].text
        pitched = is_pitch(pitch, brands) or _is_odd(blocks, index + 1)
        called = free(index + 2) and calls[index + 2]
        if called and pitched and not heads_a_section(index + 2):
            return 3
        if _is_open_pitch(blocks, index) and _stands_alone(blocks, index + 2):
            return 2
        if CROWD.search(pitch) and names_brand(pitch, brands) and words(pitch) <= _SHORT_PITCH:
            return 2
        ours = about_reader(blocks[index].text, brands) or not _is_prose_at(blocks, index + 2)
        if ours and calls[index + 1] and is_alone(blocks[index + 1].text):
            return 2
    if calls[index] and free(index + 1) and not _in_list(blocks, index):
        below = blocks[index + 1].text
        offered = index + 2 < len(blocks) and taken[index + 2] == "promotion"
        if offered and words(below) <= _SHORT_PITCH and INVITATION.match(below):
            return 2
        if DONATION.match(below) and words(below) <= _SHORT_PITCH:
            return 2
        if is_offer(below) or (calls[index + 1] and is_alone(below)):
            return 2
    if free(index + 1) and calls[index + 1] and not calls[index]:
        pitch = blocks[index].text
        invites = INVITATION.match(pitch) or speaks_to_reader(pitch) or DISCOUNT.search(pitch)
        if invites and is_pitch(pitch, brands) and not heads_a_section(index + 1):
            return 2
    if blocks[index].kind != "paragraph" or _lists(blocks, index):
        return 0
    if ALONE.fullmatch(blocks[index].text):
        return 1
    bare = calls[index] or BARE.fullmatch(blocks[index].text)
    beside = any(0 <= near < len(blocks) and taken[near] for near in (index - 1, index + 1))
    if beside or (BARE.fullmatch(blocks[index].text) and not _is_prose_at(blocks, index + 1)):
        return 1 if bare and not _in_list(blocks, index) else 0
    return 0


def _is_title(blocks: Sequence[Block], index: int) -> bool:
    block = blocks[index]
    if block.kind != "paragraph" or not is_line(block.text) or is_lead_in(block.text):
        return False
    return words(block.text) <= 12 and not starts_low(block.text) and not _lists(blocks, index)


def _lists(blocks: Sequence[Block], index: int) -> bool:
    """Whether a lead-in right above makes the block the first item of a list."""
    return index > 0 and is_lead_in(blocks[index - 1].text)


def _in_list(blocks: Sequence[Block], index: int) -> bool:
    """Whether nothing but lines parts the block from a lead-in above."""
    if not same_group(blocks, index, index - 1) and same_group(blocks, index - 1, index - 2):
        return False  # the list ended at the blank line
    for above in range(index - 1, max(-1, index - _LONGEST_LIST), -1):
        if is_lead_in(blocks[above].text):
            return True
        if blocks[above].kind == "heading" or not is_line(blocks[above].text):
            return False
    return False


def _is_open_pitch(blocks: Sequence[Block], index: int) -> bool:
    """Whether a title is followed by an invitation that never ends as a sentence does."""
    title, pitch = blocks[index].text, blocks[index + 1].text
    if is_care_heading(title) or words(title) > 10:
        return False
    if names_a_section(title) and not (TEASER.match(title) or FIRST_PERSON.search(pitch)):
        return False
    if blocks[index + 1].kind != "paragraph":
        return False
    return is_offer(pitch)


def _is_odd(blocks: Sequence[Block], index: int) -> bool:
    """Whether a line as long as a sentence never ends, and is no item of a list."""
    text = blocks[index].text
    return words(text) > 6 and never_ends(text) and not _in_list(blocks, index - 1)


def _stands_alone(blocks: Sequence[Block], index: int) -> bool:
    """Whether the article goes on at ``index``: with prose, or with a heading and its prose."""
    if index >= len(blocks) or blocks[index].kind in ("heading", "trust", "rule"):
        return True
    if _is_prose_at(blocks, index) or is_lead_in(blocks[index].text):
        return True
    return _is_title(blocks, index) and (
        index + 1 >= len(blocks) or blocks[index + 1].kind != "item"
    )


def _is_prose_at(blocks: Sequence[Block], index: int) -> bool:
    return (
        index < len(blocks) and blocks[index].kind == "paragraph" and is_prose(blocks[index].text)
    )
