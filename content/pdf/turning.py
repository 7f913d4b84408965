"""Pages whose writing is turned are turned back, so that lines are level."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from content.pdf.writing import RawWord


def levelled(
    words: Sequence[RawWord], width: float, height: float
) -> tuple[list[list[Any]], str, float, float]:
    """Return the words of most letters as ``Word`` takes them, on a page where they are level.

    Beside them: the text of those that are turned otherwise, and the width and height that the
    page then has. ``width`` and ``height`` are the sheet's, however it is turned to be seen.
    """
    letters: Counter[int] = Counter()
    for word in words:
        letters[word.style.quarter] += len(word.text)
    quarter = max(range(4), key=lambda one: (letters[one], one == 0))
    level = [_level(word, quarter, width, height) for word in words if _is(word, quarter)]
    aside = " ".join(word.text for word in words if not _is(word, quarter))
    return level, aside, *((height, width) if quarter % 2 else (width, height))


def _is(word: RawWord, quarter: int) -> bool:
    return word.style.quarter == quarter


def _level(word: RawWord, quarter: int, width: float, height: float) -> list[Any]:
    left, bottom, right, top = word.box
    x, y = word.origin
    begin, end, base = {
        0: (left, right, y),
        1: (bottom, top, width - x),
        2: (width - right, width - left, height - y),
        3: (height - top, height - bottom, x),
    }[quarter]
    style = word.style
    return [
        word.text, round(begin, 2), round(end, 2), round(base, 2), style.size, style.bold,
        style.italic, word.glued, style.content, word.link, style.mono,
    ]  # fmt: skip
