"""Gives the page at an address: from its server, or the copy that is kept of it."""

from __future__ import annotations

import time
from collections.abc import Callable

from content.errors import IntoneError
from content.text import short_name
from content.web import copies
from content.web.address import parsed
from content.web.failure import FetchError
from content.web.fetch import Page, Progress, fetch


def page_at(
    address: str,
    *,
    offline: bool = False,
    progress: Progress | None = None,
    tell: Callable[[str], None],
) -> Page:
    """Return the page at ``address``; ``offline``, only the copy, without asking anybody.

    ``tell`` is given a sentence when it is a copy. Raises IntoneError when there is no page.
    """
    address = str(parsed(address))
    if offline:
        copy = copies.find(address)
        if copy is None:
            raise IntoneError(
                f"No copy of {short_name(address)} is kept; open it once without --offline."
            )
        tell(f"This is the copy of {_day(copy)}.")
        return copy
    try:
        return fetch(address, progress)
    except FetchError as error:
        copy = copies.find(address)
        if copy is None:
            raise
        if not error.passing:
            raise FetchError(
                error.what, f"the copy of {_day(copy)} is read with --offline"
            ) from error
        tell(f"{error.what}; this is the copy of {_day(copy)}.")
        return copy


def keep(page: Page, tell: Callable[[str], None]) -> None:
    """Keep a copy of a page that could be read; tell when that can't be done."""
    try:
        copies.keep(page)
    except OSError as error:
        tell(f"No copy of the page can be kept, the system says: {error.strerror}.")


def _day(page: Page) -> str:
    """Return the day a copy is of as it is said, with the time if that is today."""
    then = time.localtime(page.fetched)
    day = f"{then.tm_mday} {time.strftime('%B %Y', then)}"
    if then[:3] == time.localtime()[:3]:
        return f"today, {time.strftime('%H:%M', then)}"
    return day
