"""Running heads, running feet and page numbers: what stands at the edge of page after page."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from content.patterns import lazily
from content.pdf.drafts import Aside
from content.pdf.lines import Line

_EDGE = 0.12
"""Share of the page's height, above and below, in which they stand."""
_ALIKE = 6.0
"""Points by which their places may differ."""
_DEPTH = 3
"""Lines at each edge that are looked at."""
_OFTEN = 0.3
"""Share of the pages they must be on, in books whose chapters have their own."""
_LONGEST_NUMBER = 40
_NUMBERS = lazily(r"\d+")
_NUMBER = lazily(
    r"[-–—|\s]*(?:(?:page|seite|p\.|s\.|página|pagina)\s*)?(?:\d{1,4}|[ivxlc]{1,7})"
    r"(?:\s*(?:/|of|von|de|di|sur)\s*\d{1,4})?[-–—|\s]*",
    2,
)  # fmt: skip


def separate(
    pages: Sequence[Sequence[Line]], heights: Sequence[float]
) -> tuple[list[list[Line]], Aside]:
    """Return the pages without what runs along their edges, and that by its page, each once."""
    edges: list[list[Line]] = [
        _edge(lines, height) for lines, height in zip(pages, heights, strict=True)
    ]
    places: defaultdict[str, list[float]] = defaultdict(list)
    on: Counter[str] = Counter()
    for edge in edges:
        for key in {_key(line) for line in edge}:
            on[key] += 1
        for line in edge:
            places[_key(line)].append(line.base)
    often = max(2, min(4, len(pages) * _OFTEN)) if len(pages) > 1 else 2
    running = {key for key, number in on.items() if number >= often and _in_place(places[key])}
    taken: Aside = {}
    seen: set[str] = set()
    kept: list[list[Line]] = []
    for number, (lines, edge) in enumerate(zip(pages, edges, strict=True)):
        gone = {id(line) for line in edge if _key(line) in running or _is_number(line.text)}
        for line in lines:
            if id(line) in gone and (key := _key(line)) not in seen:
                seen.add(key)
                taken.setdefault(number, []).append(("boilerplate", line.text))
        kept.append([line for line in lines if id(line) not in gone])
    return kept, taken


def _edge(lines: Sequence[Line], height: float) -> list[Line]:
    """Return the outermost lines at the edges of a page."""
    top = [line for line in lines if line.base > height * (1 - _EDGE)]
    bottom = [line for line in lines if line.base < height * _EDGE]
    highest = sorted({round(line.base) for line in top})[-_DEPTH:]
    lowest = sorted({round(line.base) for line in bottom})[:_DEPTH]
    return [line for line in top if round(line.base) in highest] + [
        line for line in bottom if round(line.base) in lowest
    ]


def _is_number(text: str) -> bool:
    return len(text) < _LONGEST_NUMBER and _NUMBER.fullmatch(text) is not None


def _key(line: Line) -> str:
    return _NUMBERS.sub("#", line.text.casefold())


def _in_place(bases: Sequence[float]) -> bool:
    """Whether most of these places are one place."""
    middle = sorted(bases)[len(bases) // 2]
    return sum(abs(base - middle) <= _ALIKE for base in bases) * 2 > len(bases)
