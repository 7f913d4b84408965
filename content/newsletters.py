"""Newsletter boxes: an invitation, a field for an address, a word about privacy."""

from __future__ import annotations

import re
from collections.abc import Sequence

from content.marking import Marks, is_open
from content.model import Block
from content.patterns import lazily
from content.shape import is_lead_in, is_line, words

_INVITATION = lazily(
    r"(?:sign up|subscribe|join|get|register|anmeldung|anmelden|abonnieren|s['’]abonner|"
    r"inscri\w+)\b.{0,80}\b(?:newsletters?|inbox|mailing list|email list|emails?)\b.{0,60}"
    r"|(?:\S+ )?newsletter|.{0,60}\bto your inbox"
    r"|(?:enter )?your e-?mail(?: address)?\*?|enter (?:an? )?e-?mail(?: address)?",
    re.IGNORECASE,
)
_LONGEST_INVITATION = 14

_BOX_LINE = lazily(
    r"\binbox\b|\bnewsletters?\b|\bsubscrib|\bsign(?:ing)? up\b|\be-?mail\b|\bprivacy\b",
    re.IGNORECASE,
)
_BOX_TITLE = lazily(r"\binbox\b|\bnewsletters?$", re.IGNORECASE)
_BOX_SENTENCE = lazily(
    r"\b(?:your inbox|our (?:\S+ )?newsletters?|unsubscribe|your e-?mail address|your privacy|"
    r"our privacy policy|spam|subscribe for free|sign up (?:now|today|for free)|ihr postfach|"
    r"votre boîte)\b",
    re.IGNORECASE,
)


def mark(blocks: Sequence[Block], marks: Marks) -> None:
    """Mark invitations to a newsletter, and the lines that belong to such a box."""
    index = 0
    while index < len(blocks):
        listed = index > 0 and is_lead_in(blocks[index - 1].text)
        free = is_open(blocks, marks, index) and blocks[index].kind == "paragraph" and not listed
        if not free or not _is_newsletter(blocks[index].text):
            index += 1
            continue
        start, end = index, index + 1
        while (
            start > 0 and is_open(blocks, marks, start - 1) and _opens_box(blocks[start - 1].text)
        ):
            start -= 1
        while end < len(blocks) and is_open(blocks, marks, end) and _in_box(blocks[end].text):
            end += 1
        marks[start:end] = ["promotion"] * (end - start)
        index = end


def _is_newsletter(text: str) -> bool:
    if len(text) > 140 or words(text) > _LONGEST_INVITATION:
        return False
    if text.isupper() and text.endswith("NEWSLETTER"):
        return True
    bare = text.rstrip(".!")
    if text.endswith(".") and not _BOX_SENTENCE.search(text):
        return False
    return is_line(bare) and _INVITATION.fullmatch(bare) is not None


def _in_box(text: str) -> bool:
    if is_line(text.rstrip("!")):
        return words(text) <= 12 and bool(_BOX_LINE.search(text))
    return len(text) <= 400 and words(text) <= 45 and bool(_BOX_SENTENCE.search(text))


def _opens_box(text: str) -> bool:
    """Whether a line above an invitation belongs to it; a heading about e-mail does not."""
    return _in_box(text) and (not is_line(text) or _BOX_TITLE.search(text) is not None)
