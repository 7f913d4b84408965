"""From one place of a script to another: by sentence and paragraph; what a section holds."""

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


def section_at(article: Article, block: int) -> int:
    """Return the index of the section that ``block`` stands in; -1 before the first."""
    return bisect_right(article.sections, block, key=lambda section: section.first) - 1


def whole_section(article: Article, block: int) -> range:
    """Return the blocks of the section that ``block`` stands in, with the sections under it.

    Before the first section, it is what stands there.
    """
    sections = article.sections
    number = section_at(article, block) + 1
    if number == 0:
        return range(sections[0].first if sections else len(article.blocks))
    return _whole(article, number)


def _whole(article: Article, number: int) -> range:
    """Return the blocks of section ``number``, from 1, and of those under it."""
    section = article.sections[number - 1]
    for at in range(number, len(article.sections)):
        if article.sections[at].level <= section.level:
            return range(section.first, article.sections[at].first)
    return range(section.first, len(article.blocks))


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
    article = script.article
    if number:
        blocks = _whole(article, number)
    else:
        blocks = range(sections[0].first if sections else len(article.blocks))
    return [utterance for index in blocks for utterance in script.block(index)]
