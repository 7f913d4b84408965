"""Tables of contents in a document: titles, dots and page numbers, which nobody wants to hear."""

from __future__ import annotations

from collections.abc import Sequence

from content.patterns import lazily
from content.pdf.lines import Line

_FEWEST = 3
_DOTS = ".…·_"
_FEWEST_DOTS = 4
_NUMBERS = "0123456789ivxlcIVXLC"
_TITLE = lazily(r"(?:table of )?contents|inhalt(?:sverzeichnis)?|table des matières|sommaire"
                r"|índice|indice|inhoud(?:sopgave)?|contenido", 2)  # fmt: skip


def separate(lines: Sequence[Line]) -> tuple[list[Line], list[str]]:
    """Return a page's lines in reading order without a table of contents, and its texts."""
    found = {index for index, line in enumerate(lines) if _is_entry(line.text)}
    if len(found) < _FEWEST:
        return list(lines), []
    first = min(found)
    if first and _TITLE.fullmatch(lines[first - 1].text.strip()):
        found.add(first - 1)
    return (
        [line for index, line in enumerate(lines) if index not in found],
        [lines[index].text for index in sorted(found)],
    )


def _is_entry(text: str) -> bool:
    """Whether dots lead to a page number at the end."""
    before = text.rstrip(_NUMBERS)
    dots = before[len(before.rstrip(_DOTS + " ")) :]
    return before != text and len(dots) - dots.count(" ") >= _FEWEST_DOTS
