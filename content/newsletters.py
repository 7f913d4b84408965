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
    r"unser|inscri\w+|suscr[ií]b\w+|recib[ea]|recevez)\b.{0,80}"
    r"\b(?:newsletters?|inbox|mailing list|email list|emails?|bolet[ií]n|blog via email)\b.{0,60}"
    r"|.{0,40}\S*newsletter (?:abonnieren|bestellen|anfordern)"
    r"|(?:(?:our|the|free|daily|weekly|monthly|e-?mail) )*(?:\S+ )?newsletter"
    r"|.{0,60}\bto your inbox|to (?:receive|get) .{1,60}enter your e-?mail(?: address)?:?"
    r"|(?:enter )?your e-?mail(?: address)?\*?|enter (?:an? )?e-?mail(?: address)?",
    re.IGNORECASE,
)
_FIELD = lazily(
    r"(?:please )?(?:enter |your )+e-?mail(?: address)?\*?|e-?mail address\*?|"
    r"(?:ihre )?e-?mail-adresse|votre (?:adresse )?e-?mail|je m['’]inscris|"
    r"(?:tu|su) correo(?: electrónico)?|suscrib(?:irme|irse)|anmelden|abonnieren|"
    r"(?:sign up|subscribe|jetzt (?:anmelden|abonnieren))[.!]?",
    re.IGNORECASE,
)
_LONGEST_INVITATION = 14

_BOX_LINE = lazily(
    r"\binbox\b|\bnewsletters?\b|\bsubscrib|\bsign(?:ing)?[ -]?up\b|\be-?mail\b|\bprivacy\b",
    re.IGNORECASE,
)
_NAME = lazily(r"(?:\S+ ){0,4}(?:\S*letter|digest|bulletin|briefing|brief|mail)", re.IGNORECASE)
"""What newsletters are called: "The Headache Letter"."""
_BOX_TITLE = lazily(r"\binbox\b|\bnewsletters?$|\bsign-?up$", re.IGNORECASE)
_BOX_SENTENCE = lazily(
    r"\b(?:your inbox|our (?:\S+ ){0,3}newsletters?|your weekly dose|melden sie sich an|"
    r"sell your data|we never sell|unsubscribe|your e-?mail address|your privacy|"
    r"our privacy policy|spam|subscribe for free|sign up (?:now|today|for free|and)|"
    r"we['’]ll send you|ihr postfach|"
    r"(?:tu|su) correo|votre boîte|newsletters? may contain|field is required|use of data|"
    r"by (?:subscribing|signing up|submitting|entering your|providing your))\b",
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
        while start > 0 and is_open(blocks, marks, start - 1):
            above = blocks[start - 1].text
            titled = start < index and _NAME.fullmatch(above) is not None
            if not (titled or _opens_box(above) or _is_pitch_above(blocks, start)):
                break
            start -= 1
        while end < len(blocks) and is_open(blocks, marks, end):
            if not _in_box(blocks[end].text) and not _before_field(blocks, marks, end):
                break
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
    if _FIELD.fullmatch(text):
        return True
    if is_line(text.rstrip("!")):
        return words(text) <= 12 and bool(_BOX_LINE.search(text))
    return len(text) <= 400 and words(text) <= 45 and bool(_BOX_SENTENCE.search(text))


def _before_field(blocks: Sequence[Block], marks: Marks, index: int) -> bool:
    """Whether the block stands in a box right above the field for the address."""
    if index + 1 >= len(blocks) or not is_open(blocks, marks, index + 1):
        return False
    return words(blocks[index].text) <= 25 and _FIELD.fullmatch(blocks[index + 1].text) is not None


def _is_pitch_above(blocks: Sequence[Block], field: int) -> bool:
    """Whether a line above the field for the address is a pitch, below its own invitation."""
    if field < 2 or not _FIELD.fullmatch(blocks[field].text):
        return False
    pitch, above = blocks[field - 1].text, blocks[field - 2].text
    invites = above.lower().startswith(("sign up", "subscribe", "get ", "join "))
    return words(pitch) <= 25 and invites and is_line(above) and bool(_BOX_LINE.search(pitch))


def _opens_box(text: str) -> bool:
    """Whether a line above an invitation belongs to it; a heading about e-mail does not."""
    if is_line(text) and words(text) <= 8 and text.lower().startswith(("sign up ", "subscribe ")):
        return True
    return _in_box(text) and (not is_line(text) or _BOX_TITLE.search(text) is not None)
