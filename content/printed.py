"""Page numbers and running heads, which text copied from printed pages has between its lines.

They are taken only where numbers count up through the text, a page's worth apart: a number on
a line of its own may be a step, a score or a year.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from content.lines import Line
from content.patterns import lazily
from content.shape import is_line, starts_low

_OF = r"(?: ?(?:of|von|de|sur|/) ?\d{1,4})?"
_NUMBER = lazily(
    rf"(?:page|seite|página|p\.) ?(?P<named>\d{{1,4}}){_OF}|[-–—] ?(?P<dashed>\d{{1,4}}) ?[-–—]"
    rf"|(?P<bare>\d{{1,4}}){_OF}",
    re.IGNORECASE,
)
_FEWEST = 2
_FEWEST_BARE = 3
_BROKEN = 40
"""Characters that a line has at the least which a page breaks off."""
_PAGE = 600
"""Characters that a page has at the least."""


def part(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """Return the lines of the text, and those that stand between its pages."""
    numbers = _numbers(lines)
    if not numbers:
        return list(lines), []
    taken = set(numbers) | _running_heads(lines, numbers)
    kept: list[Line] = []
    broken = False
    for index, line in enumerate(lines):
        if index in taken:
            broken = True
            continue
        goes_on = broken and bool(kept) and _goes_on(kept[-1].text, line.text)
        kept.append(replace(line, opens=False, goes_on=True) if goes_on else line)
        broken = False
    return kept, [lines[index] for index in sorted(taken)]


def _goes_on(above: str, below: str) -> bool:
    """Whether a page broke a sentence off; two items of a list are shorter."""
    return len(above) >= _BROKEN and above[-1] not in ".!?:;" and below[0].islower()


def _numbers(lines: Sequence[Line]) -> list[int]:
    """Return which lines are page numbers: the longest run of them that counts up by one."""
    best: list[int] = []
    run: list[int] = []
    last = start = 0
    for index, line in enumerate(lines):
        found = _NUMBER.fullmatch(line.text) if len(line.text) <= 24 else None
        if not found:
            continue
        number = int(found["named"] or found["dashed"] or found["bare"])
        far = line.start - start >= _PAGE
        if run and number == last + 1 and far:
            run.append(index)
        elif not run or not far or number != last:
            run = [index]
        last, start = number, line.start
        best = max(best, run, key=len)
    bare = any(lines[index].text.isdigit() for index in best)
    return best if len(best) >= (_FEWEST_BARE if bare else _FEWEST) else []


def _may_be_head(text: str) -> bool:
    return is_line(text) and not starts_low(text)


def _running_heads(lines: Sequence[Line], numbers: Sequence[int]) -> set[int]:
    """Return the lines beside page numbers that say the same at most of them."""
    beside = [
        near
        for number in numbers
        for near in (number - 1, number + 1)
        if 0 <= near < len(lines) and _may_be_head(lines[near].text)
    ]
    said = Counter(lines[near].text for near in beside)
    most = max(2, len(numbers) / 2)
    return {near for near in beside if said[lines[near].text] >= most}
