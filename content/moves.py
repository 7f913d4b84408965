"""From one place of a script to another: by sentence, by paragraph, by heading."""

from __future__ import annotations

from typing import Literal

from content.model import Article, Position
from content.script import Place, Script

Direction = Literal[1, -1]


def sentence(script: Script, place: Place, direction: Direction) -> Place | None:
    """Return the next or the previous sentence, or None where there is none."""
    return script.after(place) if direction == 1 else script.before(place)


def paragraph(script: Script, place: Place, direction: Direction) -> Place | None:
    """Return where the next or the previous block that says anything begins."""
    if direction == 1:
        return script.at(Position(place[0] + 1))
    before = script.before((place[0], 0))
    return None if before is None else (before[0], 0)


def heading(
    article: Article, block: int, direction: Direction, level: int | None = None
) -> int | None:
    """Return the block of the nearest heading after or before ``block``.

    Of any level, or of ``level`` only.
    """
    blocks = range(block + 1, len(article.blocks)) if direction == 1 else range(block - 1, -1, -1)
    for index in blocks:
        candidate = article.blocks[index]
        if candidate.kind == "heading" and level in (None, candidate.level):
            return index
    return None


def section_at(article: Article, block: int) -> int:
    """Return the index of the section that ``block`` stands in; -1 before the first."""
    found = -1
    for index, section in enumerate(article.sections):
        if section.first > block:
            break
        found = index
    return found
