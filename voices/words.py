"""Words as a listener counts them, so that marks of every voice fall on whole words."""

from __future__ import annotations

from bisect import bisect_right

from content.patterns import lazily

_WIDE = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"  # scripts written without spaces
_WORD = lazily(rf"[{_WIDE}]|[^\s{_WIDE}\u2013\u2014]+")


class Words:
    """The words of a text, to look up the one that stands at an offset."""

    def __init__(self, text: str) -> None:
        self.spans = [match.span() for match in _WORD.finditer(text)]
        self._starts = [start for start, _ in self.spans]

    def at(self, offset: int) -> tuple[int, int] | None:
        """Return the word that holds ``offset``, or the next one when it is between words."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or offset >= self.spans[index][1]:
            index += 1
        return self.spans[index] if index < len(self.spans) else None
