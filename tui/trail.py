"""The places one was at before each jump, to go back to and forward again, as in a browser."""

from __future__ import annotations

from collections.abc import Callable

from content.model import Position

_MOST = 200
"""Places that are kept."""


class Trail:
    """Two stacks of places: behind, and ahead once one has gone back."""

    def __init__(self) -> None:
        self._behind: list[Position] = []
        self._ahead: list[Position] = []

    def leave(self, place: Position) -> None:
        """Take note of a place before a jump; what was ahead is forgotten."""
        self._ahead.clear()
        if self._behind[-1:] != [place]:
            self._behind.append(place)
            del self._behind[:-_MOST]

    def back(self, here: Position) -> Position | None:
        """Return the place before the last jump; None when there is none."""
        return _turn(self._behind, self._ahead, here)

    def forward(self, here: Position) -> Position | None:
        """Return the place one has gone back from; None when there is none."""
        return _turn(self._ahead, self._behind, here)

    def move(self, moved: Callable[[Position], Position]) -> None:
        """Let every place be where ``moved`` says, since the article has other blocks now."""
        self._behind = [moved(place) for place in self._behind]
        self._ahead = [moved(place) for place in self._ahead]


def _turn(source: list[Position], other: list[Position], here: Position) -> Position | None:
    while source and source[-1] == here:
        source.pop()
    if not source:
        return None
    other.append(here)
    return source.pop()
