"""Lines of a history of updates: when something changed, and what."""

from __future__ import annotations

import re
from collections.abc import Sequence

from content import dates
from content.model import HistoryEntry
from content.patterns import lazily
from content.trust_lines import LONGEST, Claim

_CELLS = lazily(r"\s*\|\s*|\s*\t\s*")
_VERSION = lazily(r"(?:v(?:ersion)?\.? ?)?\d{1,3}(?:\.\d{1,3}){0,3}", re.IGNORECASE)
_NUMBERED = lazily(r"(?:v(?:ersion)?\.? ?)?\d{1,3}\.\d{1,3}[\s:,(–—-]+", re.IGNORECASE)
_CURRENT = lazily(
    r"(?:page |content |article )?last (?:medically |clinically )?(?:reviewed|updated)\b(?! by)",
    re.IGNORECASE,
)
_AROUND = " \t:–—-|,.()"


def entry(text: str) -> tuple[Claim, ...]:
    """Take an entry apart: a version's number, its date, and what was changed.

    They stand in one line ("3 March 2021: rewritten") or in the cells of a table's row.
    """
    cells = [cell for cell in _CELLS.split(text) if cell]
    for at, cell in enumerate(cells if len(cells) > 1 else ()):
        dated = dates.match(cell)
        if dated and not cell[dated[1] :].strip(_AROUND):
            others = [*cells[:at], *cells[at + 1 :]]
            return _claimed(dated[0], ", ".join(c for c in others if not _VERSION.fullmatch(c)))
    numbered = _NUMBERED.match(text)
    dated = dates.match(text) or (dates.match(text, numbered.end()) if numbered else None)
    return _claimed(dated[0], text[dated[1] :].strip(_AROUND)) if dated else ()


def is_row(text: str) -> bool:
    """Whether ``text`` is a row of a table of versions, with what was changed in a cell."""
    return len(_CELLS.split(text)) > 2


def _claimed(date: str, note: str) -> tuple[Claim, ...]:
    return (Claim("date", date=date, note=note),) if len(note) <= LONGEST else ()


def is_past(text: str, claims: Sequence[Claim], history: Sequence[HistoryEntry]) -> bool:
    """Whether a trust line below a history speaks of the whole article again."""
    if _CURRENT.match(text):
        return True
    told = bool(history) and all(one.note for one in history)
    return told and any(claim.kind in ("reviewer", "author") for claim in claims)
