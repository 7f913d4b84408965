"""Who vouches for an article and since when: the trust block, found and understood.

Trust lines stay in the reading flow as blocks of their own kind; they are no sections. Call
it before ``content.furniture.separate``, which knows editorial links by the trust lines they
stand beside; the blocks stay the same in number and order, so it may be called after as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from content import dates, histories, people, trust_lines
from content.closing import is_closing
from content.furniture_lines import heads_related
from content.gather import Gathered
from content.model import Block, Person, Trust
from content.patterns import lazily
from content.shape import is_prose
from content.trust_lines import LONGEST, Claim

_KINDS = frozenset({"paragraph", "heading", "item"})
_WANT_DATES = frozenset({"published", "updated", "version", "reviewed"})
_HISTORY = lazily(
    r"(?:history of (?:updates|changes|revisions)|(?:article|update|version|revision|page|review|"
    r"publication|document) history|history|how we reviewed this article|updates|"
    r"versionsgeschichte|änderungsverlauf|historique(?: des mises à jour)?)[:.]?",
    re.IGNORECASE,
)
_VAGUE_HISTORY = lazily(r"(?:history|updates)[:.]?", re.IGNORECASE)
_DAY_FIRST = lazily(
    r"\b(?:mis à jour|modifié|publiée?|actualiza|publicado|revisi[óo]n|fecha)", re.IGNORECASE
)
"""Languages in which nobody writes the month first."""
_AMERICAN = lazily(r", (?:MD|M\.D\.|DO|RDN?)\b|\bUnited States\b|\b911\b")
_NAME_WORDS = 4
_REACH = 3
"""How many blocks after its heading a history may begin: a sentence often introduces it."""
_STANDFIRST = 200
"""Characters that a summary under the title may have; longer prose is the article."""


@dataclass(frozen=True, slots=True)
class _Place:
    """What stands around a block that may be a trust line."""

    near_title: bool
    """No prose of the article stands above."""
    tail: bool
    """None stands below."""
    beside: bool
    """The block above is a trust line."""
    history: bool
    """The block stands in the history of updates."""


def understand(blocks: Sequence[Block]) -> tuple[Trust, list[Block]]:
    """Return the trust block's meaning, and the same blocks with its lines of kind "trust"."""
    done = list(blocks)
    gathered = Gathered()
    opening, tail = _opening(done), _tail(done)
    month_first = cache(lambda: _month_first(blocks))
    elsewhere = history = False
    pending: Claim | None = None
    index = 0
    while index < len(done):
        reached = _history_reach(done, index)
        if reached:
            done[index : index + reached] = map(_trusted, done[index : index + reached])
            history, pending = True, None
            index += reached
            continue
        block = done[index]
        beside = index > 0 and done[index - 1].kind == "trust"
        place = _Place(index < opening, index > tail, beside, history)
        # What stands under "Read this next" vouches for other articles.
        elsewhere = place.tail and (elsewhere or heads_related(block.text))
        claims = () if elsewhere else _claims(done, index, place, pending)
        # A version says that a history begins, if nothing above it did.
        history = history or (bool(claims) and claims[0].kind == "version")
        if history and claims and histories.is_past(block.text, claims, gathered.history):
            history = False
        if history and not claims and _is_note(done, index) and gathered.note(block.text):
            done[index] = _trusted(block)
            index += 1
            continue
        pending = claims[-1] if claims and claims[-1].bare else None
        history = history and bool(claims)
        if claims:
            for claim in _settled(claims, block.text, month_first):
                gathered.take(claim, history)
            done[index] = _trusted(block)
        index += 1
    return gathered.trust(), done


def _opening(blocks: Sequence[Block]) -> int:
    """Index of the block with which the article itself begins, past title and standfirst."""
    sentences = 0
    for index, block in enumerate(blocks):
        if block.kind not in _KINDS and block.kind != "rule":
            return index
        if block.kind == "heading" and index > 3:
            return index
        if is_prose(block.text) and not trust_lines.parse(block.text, byline=True):
            sentences += 1
            if sentences > 1 or len(block.text) > _STANDFIRST:
                return index
    return len(blocks)


def _tail(blocks: Sequence[Block]) -> int:
    """Index of the last prose of the article: only bylines and furniture follow it."""
    for index in range(len(blocks) - 1, -1, -1):
        text = blocks[index].text
        own = len(text) > 80 and is_prose(text) and not is_closing(text)
        if own and not trust_lines.parse(text, byline=True):
            return index
    return -1


def _claims(
    blocks: Sequence[Block], index: int, place: _Place, pending: Claim | None
) -> tuple[Claim, ...]:
    """Return what the block claims, where labels alone count only if a value follows them."""
    text = blocks[index].text
    if len(text) > LONGEST or blocks[index].kind not in _KINDS:
        return ()
    if pending:
        value = trust_lines.value(text)
        if value and (value.date or pending.kind not in _WANT_DATES):
            return (replace(value, kind=pending.kind if pending.kind != "date" else value.kind),)
    byline = place.near_title or place.tail or place.beside or place.history
    claims = trust_lines.parse(text, byline=byline)
    if place.near_title and not claims:
        claims = _reporter(blocks, index)
        if place.beside and dates.is_moment(text):
            return (Claim("date", note=text),)
    dated_only = all(claim.kind == "date" for claim in claims)
    if place.history and (dated_only or histories.is_row(text)):
        claims = histories.entry(text) or claims
    if not claims:
        return ()
    if any(claim.kind == "version" and claim.bare for claim in claims):
        # "15 March 2023 | Latest version": the label stands behind its date.
        claims = tuple(
            replace(claim, kind="version") if claim.kind == "date" else claim
            for claim in claims
            if not (claim.kind == "version" and any(other.date for other in claims))
        )
    if any(claim.people or claim.date for claim in claims):
        undated = all(claim.kind == "date" for claim in claims)
        titled = place.near_title and index > 0
        # A date with no label says nothing unless it stands in company.
        return () if undated and not (titled or place.beside or place.history) else claims
    following = blocks[index + 1].text if index + 1 < len(blocks) else ""
    if claims[-1].bare and len(following) <= LONGEST:
        value = trust_lines.value(following)
        if value and (value.date or claims[-1].kind not in _WANT_DATES):
            return claims
        if place.near_title and claims[-1].kind in _WANT_DATES and dates.is_moment(following):
            return claims
    if place.beside or (place.near_title and any(claim.kind == "checker" for claim in claims)):
        return claims
    if dates.settled(text, month_first=True):
        return claims
    known = trust_lines.parse(following)
    return claims if known and not all(claim.bare for claim in known) else ()


def _reporter(blocks: Sequence[Block], index: int) -> tuple[Claim, ...]:
    """Take a name above the lines "Health correspondent" and a date for who wrote it."""
    text = blocks[index].text
    if trust_lines.is_post(text) and index and blocks[index - 1].kind == "trust":
        name = blocks[index - 1].text
        named = Person(name) if people.is_name(name) else None
        return (Claim("author", people=(named,)),) if named else trust_lines.parse(name, True)[:1]
    if index + 2 >= len(blocks) or not people.is_name(text) or len(text.split()) > _NAME_WORDS:
        return ()
    post, dated = blocks[index + 1].text, dates.match(blocks[index + 2].text)
    if not dated or not trust_lines.is_post(post):
        return ()
    return (Claim("author", people=(Person(text, role=post),)),)


def _month_first(blocks: Sequence[Block]) -> bool | None:
    """Whether other dates, or else an American doctor, tell that months stand before days."""
    near = "\n".join(block.text[:LONGEST] for block in (*blocks[:40], *blocks[-40:]))
    month_first = dates.months_first(near)
    return True if month_first is None and _AMERICAN.search(near) else month_first


def _settled(
    claims: tuple[Claim, ...], text: str, month_first: Callable[[], bool | None]
) -> tuple[Claim, ...]:
    """Give "4/10/2023" its date, where something tells the day from the month."""
    bare = [claim for claim in claims if claim.bare and claim.kind in _WANT_DATES]
    if len(bare) != 1 or not dates.settled(text, month_first=True):
        return claims
    first = False if _DAY_FIRST.search(text) else month_first()
    if first is None:
        return claims
    iso = dates.settled(text, first)
    return tuple(replace(claim, date=iso) if claim is bare[0] else claim for claim in claims)


def _is_note(blocks: Sequence[Block], index: int) -> bool:
    """Whether a line between two entries of a history says what was changed."""
    text = blocks[index].text
    if len(text) > _STANDFIRST or index + 1 >= len(blocks) or blocks[index].kind not in _KINDS:
        return False
    return any(claim.kind != "date" for claim in trust_lines.parse(blocks[index + 1].text))


def _history_reach(blocks: Sequence[Block], index: int) -> int:
    """How many blocks from a history's heading on belong to it before its first entry."""
    block = blocks[index]
    if len(block.text) > 60 or block.kind not in _KINDS:
        return 0
    if not _HISTORY.fullmatch(block.text):
        return 0
    vague = _VAGUE_HISTORY.fullmatch(block.text) is not None
    for after in range(index + 1, min(index + 1 + _REACH, len(blocks))):
        text = blocks[after].text
        if blocks[after].kind not in _KINDS or (blocks[after].kind == block.kind == "heading"):
            return 0
        claims = trust_lines.parse(text, byline=True)
        if any(claim.kind != "date" for claim in claims):
            return after - index
        if not vague and (claims or histories.entry(text)):
            return after - index
    return 0


def _trusted(block: Block) -> Block:
    return replace(block, kind="trust", level=0, number=None, checked=None)
