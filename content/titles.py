"""The title that nothing marks: found among the lines above the article's first prose."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from content.model import Block
from content.patterns import lazily
from content.shape import is_lead_in, is_line, is_link, is_prose, starts_low, words

_WORD = lazily(r"[^\W\d_]{4,}")
_MOST_LINES = 20
_LONGEST_MENU = 200
"""Lines of a menu above a title that a byline tells."""
_MOTTO_WORDS = 4
"""A sentence of no more words is a site's motto when it stands among the first lines."""
_SUMMARY_WORDS = 14
"""A line of more words under a title sums the article up."""
_STEM = 5
_SERIES = lazily(
    r"(?:patient|health|public)(?: health)? information(?: leaflet| sheet| series)?"
    r"|information for (?:patients|parents|families|carers|the public|you).{0,40}"
    r"|(?:patient )?(?:leaflet|fact ?sheet|information sheet)|patienteninformation",
    re.IGNORECASE,
)
"""What leaflets say above their titles."""
_COMMON = frozenset({"about", "have", "that", "this", "what", "when", "with", "your"})


def find(
    blocks: Sequence[Block], openings: Collection[int] = (), taken: Sequence[object] = ()
) -> int | None:
    """Index of the block that is the article's title, if one can be told.

    The line above the byline is; else the first line, unless several stand there and a later
    one is what the first paragraphs speak of. ``openings`` holds where in the source a block
    begins after a blank line: lines that run on without one are verse or an address, unless
    one stands alone below them. ``taken`` tells which blocks are furniture already.
    """
    lines: list[int] = []
    end = 0
    for end, block in enumerate(blocks):
        if taken and taken[end]:
            continue
        if block.kind == "heading":
            return _marked(blocks, lines, end)
        if block.kind not in ("paragraph", "rule") or len(lines) > _LONGEST_MENU:
            break
        if block.kind == "paragraph":
            if not is_line(block.text):
                if lines and words(block.text) <= _MOTTO_WORDS:
                    continue
                break
            if not is_lead_in(block.text) and _could_be(block.text):
                lines.append(end)
    if not lines or lines[0] + 1 >= len(blocks):
        return None
    if len(lines) > _MOST_LINES and blocks[end].kind != "trust":
        del lines[_MOST_LINES + 1 :]
        end = min(end, lines[-1] + 1)
    if blocks[end].kind == "trust":
        return _above_byline(blocks, lines, openings)
    following = blocks[lines[0] + 1]
    runs_on = following.source_start not in openings and is_line(following.text)
    if runs_on and openings and len(openings) < len(blocks):
        alone = [index for index in lines if _stands_alone(blocks, index, openings)]
        return _named(blocks, alone, end)
    return _spoken_of(blocks, lines, end)


def above(blocks: Sequence[Block], taken: Sequence[object]) -> list[int]:
    """Return the short labels that stand above the title: where it is in the site's tree."""
    starts = openings(blocks)
    title = find(blocks, starts, taken)
    if title is None:
        return []
    labels = [
        index for index in range(title) if blocks[index].kind == "paragraph" and not taken[index]
    ]
    if len(labels) > 1 and all(_is_label(blocks[index].text) for index in labels):
        return labels
    rows = _rows(labels, blocks, starts)
    return [index for row in rows if len(row) > 2 for index in row if _is_menu(blocks[index].text)]


def _rows(
    lines: Sequence[int], blocks: Sequence[Block], openings: Collection[int]
) -> list[list[int]]:
    """Group lines that follow one another without a blank line."""
    rows: list[list[int]] = []
    for index in lines:
        if rows and rows[-1][-1] == index - 1 and blocks[index].source_start not in openings:
            rows[-1].append(index)
        else:
            rows.append([index])
    return rows


def openings(blocks: Sequence[Block]) -> frozenset[int]:
    """Where blocks of the first lines begin after a blank line, as far as their places tell."""
    starts = {blocks[0].source_start} if blocks else set()
    for above, block in pairwise(blocks[: 4 * _MOST_LINES]):
        if above.runs and block.source_start - above.runs[-1].source - above.runs[-1].length > 1:
            starts.add(block.source_start)
    return frozenset(starts)


def _stands_alone(blocks: Sequence[Block], index: int, openings: Collection[int]) -> bool:
    """Whether a blank line stands above the block and below it."""
    below = index + 1 == len(blocks) or blocks[index + 1].source_start in openings
    return below and blocks[index].source_start in openings


def _above_byline(blocks: Sequence[Block], lines: Sequence[int], openings: Collection[int]) -> int:
    """Return the last line, or the one before it when the last sums it up."""
    if len(lines) < 2:
        return lines[-1]
    if openings and blocks[lines[-1]].source_start not in openings:
        # Facts in a box, such as a medicine's other names, may stand between.
        alone = [index for index in lines if _stands_alone(blocks, index, openings)]
        if alone and lines[-1] - alone[-1] > 1:
            return alone[-1]
    first, last = words(blocks[lines[-2]].text), words(blocks[lines[-1]].text)
    sums_up = last > _SUMMARY_WORDS or (first > 4 and last > 9 and last > first)
    return lines[-2] if sums_up else lines[-1]


def _marked(blocks: Sequence[Block], lines: Sequence[int], index: int) -> int | None:
    """Choose between a marked heading and the lines above it."""
    if len(blocks) < 2:
        return None
    return index if not lines or blocks[index].level == 1 else lines[0]


def _could_be(text: str) -> bool:
    if (starts_low(text) and not text[0].isdigit()) or is_link(text) or _SERIES.fullmatch(text):
        return False
    return any(character.isalpha() for character in text)


def _is_label(text: str) -> bool:
    return words(text) <= 4 and not any(
        character.isdigit() or character in ',:?!"“' for character in text
    )


def _is_menu(text: str) -> bool:
    return words(text) <= 6 and not any(character in ":?!“" for character in text)


def _spoken_of(blocks: Sequence[Block], lines: Sequence[int], end: int) -> int:
    if len(lines) < 3:
        return lines[0]
    named = _named(blocks, lines, end)
    return lines[0] if named is None else named


def _named(blocks: Sequence[Block], lines: Sequence[int], end: int) -> int | None:
    """Return the one of ``lines`` that the first paragraphs speak of most, by half at least."""
    prose = [block.text[:600] for block in blocks[end : end + 6] if is_prose(block.text)]
    said = {word[:_STEM] for text in prose[:2] for word in _WORD.findall(text.casefold())}
    best, most = None, 0
    for index in lines:
        named = _WORD.findall(blocks[index].text.casefold())
        stems = {word[:_STEM] for word in named if word not in _COMMON}
        known = len(stems & said)
        if known > most and 2 * known >= len(stems):
            best, most = index, known
    return best
