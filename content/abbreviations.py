"""Explained abbreviations, which Markdown dialects write as ``*[A&E]: Accident and Emergency``."""

from __future__ import annotations

from content.model import Block
from content.patterns import lazily
from content.prose import Places, Prose

_LINE = lazily(r"\*\[([^\[\]\n]+)\]:[ \t]+([^\n]+)")


def abbreviations(content: str, places: Places) -> list[Block]:
    """Return the notes that a paragraph of nothing else holds, or none.

    Web pages show the explanation where the abbreviation stands only when it is pointed at;
    read in place it would break into the text, so it goes among the notes.
    """
    notes: list[Block] = []
    start = 0
    for line in content.split("\n"):
        found = _LINE.fullmatch(line)
        if not found:
            return []
        prose = Prose(places)
        prose.copy(found[1], start + found.start(1))
        prose.add(": ")
        prose.copy(found[2], start + found.start(2))
        notes.append(prose.block("note", label=found[1]))
        start += len(line) + 1
    return notes
