"""From one place of a script to another: by sentence, by paragraph, by heading."""

from __future__ import annotations

from bisect import bisect_right
from typing import Literal

from content.errors import UsageError
from content.model import Article, Position
from content.script import Place, Script, Utterance

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
    return bisect_right(article.sections, block, key=lambda section: section.first) - 1


def section_utterances(script: Script, number: int | None) -> list[Utterance]:
    """Return what is said of section ``number`` and those under it, or of all for None.

    Sections count from 1; 0 is what stands before the first. A number that there is not is
    a UsageError.
    """
    sections = script.article.sections
    if number is None:
        return list(script)
    if number > len(sections):
        raise UsageError(
            f"There is no section {number}; the article has {len(sections)}, "
            "as intone outline lists them."
        )
    end = len(script.article.blocks)
    if number == 0:
        first, last = 0, sections[0].first if sections else end
    else:
        section = sections[number - 1]
        later = (other for other in sections[number:] if other.level <= section.level)
        first, last = section.first, next((other.first for other in later), end)
    return [utterance for index in range(first, last) for utterance in script.block(index)]
