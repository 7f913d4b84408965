"""What office and PDF documents say of themselves: title, authors and dates, often by default."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from content.model import Trust
from content.patterns import lazily
from content.text import clean_line

_LONGEST = 200
"""Characters of a title that a program may have made."""
_NO_TITLE = lazily(
    r"untitled\b.*|(?:microsoft )?(?:word|powerpoint|excel)\b ?-.*|.*\.(?:docx?|pdf|indd|tex|dvi"
    r"|qxd|odt|rtf|pages|pptx?|xlsx?|ps|p65|fm)|document\d*|\W*|[a-z0-9_-]*\d[a-z0-9_-]*"
    r"|slide \d+|(?:title|about:blank)",
    2,
)
_NOBODY = lazily(
    r"(?:microsoft(?: office)?|windows|office)? ?(?:user|anwender|benutzer)|admin(?:istrator)?"
    r"|unknown(?: author)?|author|owner|\W*|python-docx|apache poi|un-named",
    2,
)
_AND = lazily(r"\s*(?:;|\band\b|&)\s*")
_DATE = lazily(r"(?:D:)?(\d{4})-?(?:(\d\d)(?:-?(\d\d))?)?")


def said_title(title: str) -> str:
    """Return a title as a person would have given it; empty when it is a program's."""
    title = clean_line(title)
    return "" if len(title) <= _LONGEST and _NO_TITLE.fullmatch(title) else title


def with_properties(trust: Trust, authors: str, created: str, modified: str) -> Trust:
    """Return what the text tells, with the document's properties where it is silent.

    Dates are of PDF, as ``D:20260301``, or ISO 8601.
    """
    names = tuple(name for name in _AND.split(clean_line(authors)) if not _NOBODY.fullmatch(name))
    trust = replace(trust, authors=trust.authors or names)
    if any((trust.published, trust.updated, trust.reviewed)):
        return trust
    first, last = _iso(created), _iso(modified)
    return replace(trust, published=first, updated=last if last != first else None)


def _iso(text: str) -> str | None:
    found = _DATE.match(text)
    try:
        return date(*(int(part or 1) for part in found.groups())).isoformat() if found else None
    except ValueError:
        return None
