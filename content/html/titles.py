"""Chooses a page's title among what it declares, its headings and its site's name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from content.patterns import lazily
from content.text import clean_line

_PARTS = lazily(r"\s+[|\-–—\\/>»·•]+\s+|\s*[|»]\s*|\s*[：]\s*|_")
_WORD = lazily(r"\w+")


@dataclass(frozen=True, slots=True)
class TitleSigns:
    """What may be or hold the title."""

    declared: Iterable[str]
    """What metadata say, the best first."""
    written: str
    """The ``title`` element's text."""
    headings: list[str]
    site: str


def choose_title(signs: TitleSigns) -> str:
    """Return the title without the name of the site; empty where none is given."""
    for declared in signs.declared:
        line = _without_site(clean_line(declared), signs)
        if line and not same(line, signs.site):
            return line
    written = _without_site(signs.written, signs)
    if written and not (signs.site and same(written, signs.site)):
        return _parted(written, signs) if written == signs.written else written
    return signs.headings[0] if signs.headings else written


def same(one: str, other: str) -> bool:
    """Whether two titles have the same words."""
    return _words(one) == _words(other)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _without_site(title: str, signs: TitleSigns) -> str:
    """Take the site's name off either end, and whatever a heading of the page does not have."""
    marks = list(_PARTS.finditer(title))
    for heading in signs.headings:
        if len(_words(heading)) < 2 and heading is not signs.headings[0]:
            continue
        for mark in marks:
            if same(heading, title[: mark.start()]):
                return title[: mark.start()].strip()
            if same(heading, title[mark.end() :]):
                return title[mark.end() :].strip()
    site = _words(signs.site)
    if not site:
        return title
    if marks and _words(title[marks[-1].end() :]) == site:
        return title[: marks[-1].start()].strip()
    if marks and _words(title[: marks[0].start()]) == site:
        return title[marks[0].end() :].strip()
    return title


def _parted(title: str, signs: TitleSigns) -> str:
    """Return the part of a title that is no site's name, where it looks to be in parts."""
    marks = list(re.finditer(r"\s+[|\-–—\\/>»·•]+\s+", title))
    if not marks:
        return title
    if any(same(heading, title) for heading in signs.headings):
        return title
    front = title[: marks[-1].start()].strip()
    if len(front.split()) >= 3 or len(front) >= 12:
        return front
    back = title[marks[0].end() :].strip()
    return back if len(back.split()) >= 3 else title
