"""Who vouches for an article and since when: the trust block, found and understood.

Trust lines stay in the reading flow as blocks of their own kind; they are no sections. Call
it before ``content.furniture.separate``, which knows editorial links by the trust lines they
stand beside; the blocks stay the same in number and order, so it may be called after as well.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from content import dates, trust_lines
from content.gather import Gathered
from content.model import Block, Trust
from content.shape import is_prose
from content.trust_lines import LONGEST, Claim

_KINDS = frozenset({"paragraph", "heading", "item"})
_HISTORY = re.compile(
    r"(?:history of (?:updates|changes|revisions)|(?:article|update|version|revision|page|review|"
    r"publication|document) history|history|how we reviewed this article|updates|"
    r"versionsgeschichte|änderungsverlauf|historique(?: des mises à jour)?)[:.]?",
    re.IGNORECASE,
)
_REACH = 3
"""How many blocks after its heading a history may begin: a sentence often introduces it."""


def understand(blocks: Sequence[Block]) -> tuple[Trust, list[Block]]:
    """Return the trust block's meaning, and the same blocks with its lines of kind "trust"."""
    done = list(blocks)
    gathered = Gathered()
    near_title = True
    history = False
    pending: Claim | None = None
    index = 0
    while index < len(done):
        block = done[index]
        if block.kind not in _KINDS:
            near_title = near_title and block.kind == "rule"
            history, pending = False, None
            index += 1
            continue
        reached = _history_reach(done, index)
        if reached:
            done[index : index + reached] = map(_trusted, done[index : index + reached])
            history, pending = True, None
            index += reached
            continue
        claims = _claims(done, index, near_title, history, pending)
        if claims:
            for claim in claims:
                gathered.take(claim, history)
            pending = claims[-1] if claims[-1].bare else None
            done[index] = _trusted(block)
        else:
            near_title = near_title and not _ends_opening(block, index)
            history, pending = False, None
        index += 1
    return gathered.trust(), done


def _claims(
    blocks: Sequence[Block], index: int, near_title: bool, history: bool, pending: Claim | None
) -> tuple[Claim, ...]:
    """Return what the block claims, where labels alone count only if a value follows them."""
    text = blocks[index].text
    if len(text) > LONGEST:
        return ()
    if pending:
        value = trust_lines.value(text)
        if value and (value.date or pending.kind not in ("published", "updated", "version")):
            return (replace(value, kind=pending.kind if pending.kind != "date" else value.kind),)
    beside = index > 0 and blocks[index - 1].kind == "trust"
    last = index >= len(blocks) - 3
    claims = trust_lines.parse(text, byline=near_title or beside or history or last)
    if not claims:
        return _noted(text) if history else ()
    if not all(claim.bare or (claim.kind == "checker" and not claim.people) for claim in claims):
        return _unless_lone_date(claims, index, near_title, beside, history)
    following = blocks[index + 1].text if index + 1 < len(blocks) else ""
    if claims[-1].bare and len(following) <= LONGEST:
        value = trust_lines.value(following)
        wants_date = claims[-1].kind in ("published", "updated", "version", "reviewed")
        if value and (value.date or not wants_date):
            return claims
    if beside or (near_title and any(claim.kind == "checker" for claim in claims)):
        return claims
    known = trust_lines.parse(following, byline=False)
    return claims if known and not all(claim.bare for claim in known) else ()


def _unless_lone_date(
    claims: tuple[Claim, ...], index: int, near_title: bool, beside: bool, history: bool
) -> tuple[Claim, ...]:
    """Count a date with no label only under a title or beside other trust lines."""
    if any(claim.kind != "date" for claim in claims):
        return claims
    return claims if beside or history or (near_title and index > 0) else ()


def _noted(text: str) -> tuple[Claim, ...]:
    """Take a line of a history apart: its date first, then what was changed."""
    dated = dates.match(text)
    if not dated:
        return ()
    note = text[dated[1] :].strip(" \t:–—-|,.()")
    return (Claim("date", date=dated[0], note=note),) if len(note) <= LONGEST else ()


def _history_reach(blocks: Sequence[Block], index: int) -> int:
    """How many blocks from a history's heading on belong to it before its first entry."""
    block = blocks[index]
    if len(block.text) > 60 or not _HISTORY.fullmatch(block.text.strip()):
        return 0
    for after in range(index + 1, min(index + 1 + _REACH, len(blocks))):
        if blocks[after].kind not in _KINDS or blocks[after].kind == "heading" != block.kind:
            return 0
        claims = trust_lines.parse(blocks[after].text, byline=True) or _noted(blocks[after].text)
        if claims:
            return after - index
    return 0


def _ends_opening(block: Block, index: int) -> bool:
    """Whether the article itself has begun: no byline stands after its first prose."""
    return is_prose(block.text) and (block.kind != "heading" or index > 0) and len(block.text) > 200


def _trusted(block: Block) -> Block:
    return replace(block, kind="trust", level=0, number=None, checked=None)
