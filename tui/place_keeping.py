"""Keeps the place of a reading, often enough for a sudden end and not at every word."""

from __future__ import annotations

import time

from content.library import Library
from content.model import Article, Position

_EVERY = 0.5
"""Seconds: what a kill -9 may cost."""


class PlaceKeeping:
    """Remembers what was kept last, and when."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._kept: Position | None = None
        self._kept_at = 0.0

    def keep(self, article: Article, position: Position, now: bool) -> None:
        """Keep ``position``, now or when the last time is long enough ago."""
        if self._library.private:
            self._kept = None
            return
        moment = time.monotonic()
        if position == self._kept or (not now and moment - self._kept_at < _EVERY):
            return
        self._library.keep_place(article, position)
        self._kept, self._kept_at = position, moment
