"""Large first letters that reach over several lines: they belong to the word beside their top."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from content.pdf.lines import Line, line

_LARGER = 1.8
"""Times the size of the text beside it that such a letter has."""
_MOST = 50
"""Such letters on one page; with more of them they are something else."""


def joined(lines: Sequence[Line]) -> list[Line]:
    """Return a page's lines with each large first letter in the word that it begins."""
    done = list(lines)
    letters = [one for one in lines if len(one.words) == 1 and _is_letter(one.words[0].text)]
    for letter in letters[:_MOST]:
        beside = [index for index, one in enumerate(done) if _stands_beside(letter, one)]
        if not beside:
            continue
        at = max(beside, key=lambda index: done[index].base)
        first, *rest = done[at].words
        whole = replace(first, text=letter.words[0].text + first.text, left=letter.left)
        done[at] = line([whole, *rest], letter.page)
        done = [one for one in done if one is not letter]
    return done


def _is_letter(text: str) -> bool:
    return len(text) == 1 and text.isalpha() and text.isupper()


def _stands_beside(letter: Line, one: Line) -> bool:
    return (
        letter.size >= one.size * _LARGER
        and one.words[0].text[:1].isalpha()
        and letter.right - 1 <= one.left <= letter.right + 1.5 * one.size
        and letter.base + 0.3 * letter.size < one.base < letter.base + letter.size
    )
