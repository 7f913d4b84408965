"""What each paragraph of a page is, told from its writing: heading, item, note or text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from content.patterns import lazily
from content.pdf.drafts import Draft
from content.pdf.flow import Paragraph
from content.pdf.lines import Line, note_label
from content.pdf.pages import Bookmark
from content.pdf.rows import Table

_LARGER = 1.1
"""Times the size of the text that a heading's writing is."""
_SIZES = 0.05
_LONGEST = 200
"""Characters of a heading."""
_MOSTLY = 0.3
"""Share of the text that may be bold for bold lines still to be headings."""
_NUMBERED = lazily(r"\(?(\d{1,3})[.)]\s+")
_BULLET = lazily(r"[•‣◦·●▪■□○⁃∙➢✓\uf0b7\uf0a7*–—-]\s+|o\s+|\(?[a-z][.)]\s+")
_NO_LETTERS = lazily(r"[\W\d_]*")
_SPACES = lazily(r"[\W\d_]+")
_NOTE = lazily(r"(?:\[?(\d{1,3})\]?|([*†‡§¶]{1,3}))[.)]?\s*(?=\S)")
_NOTES_BELOW = 0.4
"""Share of the page's height in which notes stand at its foot."""
_NOTE_SIZE = 0.93


def body_size(lines: Sequence[Line]) -> float:
    """Return the size in which most of the document is written."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += line.letters
    return sizes.most_common(1)[0][0] if sizes else 0.0


def notes_apart(
    lines: Sequence[Line], height: float, body: float
) -> tuple[list[Line], list[list[Line]]]:
    """Return a page's lines without the notes at its foot, and the lines of each of those.

    A note is small and begins with a sign, or with a number that the page refers to.
    """
    references = {
        label for line in lines for word in line.words if (label := note_label(word, line))
    }
    kept: list[Line] = []
    notes: list[list[Line]] = []
    for line in lines:
        foot = line.base < height * _NOTES_BELOW and line.size < body * _NOTE_SIZE
        found = _NOTE.match(line.text) if foot else None
        if found and (found[2] or found[1] in references):
            notes.append([line])
        elif foot and notes and notes[-1][-1].base > line.base:
            notes[-1].append(line)
        else:
            kept.append(line)
    return kept, notes


def note(lines: list[Line]) -> Draft:
    """Return the note that these lines are."""
    found = _NOTE.match(lines[0].text)
    label = (found[1] or found[2]) if found else ""
    return Draft("note", lines[0].page, _without(lines, found.end() if found else 0), label=label)


def drafts(
    things: Sequence[Paragraph | Table], body: float, bookmarks: Sequence[Bookmark]
) -> list[Draft]:
    """Return what the paragraphs and tables of the whole document are."""
    texts = [one for one in things if isinstance(one, Paragraph)]
    stand_out = bold_stands_out([line for one in texts for line in one.lines])
    done: list[Draft] = []
    for one in things:
        if isinstance(one, Table):
            bold_head = all(line.bold for cell in one.rows[0] for line in cell)
            done.append(Draft("table", one.page, [], rows=one.rows, headers=int(bold_head)))
        elif is_heading(one, body, stand_out):
            done.append(Draft("heading", one.lines[0].page, one.lines))
        elif one.mono and len(one.lines) > 1:
            done.append(Draft("code", one.lines[0].page, one.lines))
        else:
            done.append(_item(one) if one.marked else _text(one))
    _level_items(done)
    level_headings(done, bookmarks)
    return done


def _text(paragraph: Paragraph) -> Draft:
    return Draft("paragraph", paragraph.lines[0].page, paragraph.lines)


def bold_stands_out(lines: Sequence[Line]) -> bool:
    """Whether so little is bold that what is may be a heading."""
    bold = sum(line.letters for line in lines if line.bold)
    return bold < sum(line.letters for line in lines) * _MOSTLY


def is_heading(paragraph: Paragraph, body: float, bold_stands_out: bool) -> bool:
    """Whether a paragraph's writing is that of a heading, where the text's has size ``body``."""
    text = paragraph.text
    if len(text) > _LONGEST or _NO_LETTERS.fullmatch(text) or _BULLET.match(text):
        return False
    if paragraph.size >= body * _LARGER:
        return True
    return (
        bold_stands_out
        and paragraph.bold
        and paragraph.size >= body * 0.95
        and not text.endswith((".", ",", ";", ":"))
        and len(paragraph.lines) < 3
    )


def _item(paragraph: Paragraph) -> Draft:
    text = paragraph.lines[0].text
    numbered = _NUMBERED.match(text)
    bullet = _BULLET.match(text)
    taken = numbered.end() if numbered else bullet.end() if bullet else 0
    number = int(numbered[1]) if numbered else None
    if bullet and text[:1].isalpha() and not text.startswith("o "):
        taken = 0  # "a)" is said, as it may be referred to
    page = paragraph.lines[0].page
    lines = _without(paragraph.lines, taken)
    return Draft("item", page, lines, level=1, number=number, whole=paragraph.lines)


def _without(lines: list[Line], characters: int) -> list[Line]:
    """Return lines without the first characters, as far as those are whole words."""
    words = list(lines[0].words)
    taken = 0
    while len(words) > 1 and taken < characters:
        taken += len(words[0].text) + (0 if words[1].glued else 1)
        if taken > characters:
            return lines
        words.pop(0)
    if taken == 0:
        return lines
    words[0] = replace(words[0], glued=False)
    return [replace(lines[0], words=tuple(words)), *lines[1:]]


def _level_items(drafts: Sequence[Draft]) -> None:
    """Tell the depth of items by how far they are indented, list by list."""
    lefts: list[float] = []
    for draft in drafts:
        if draft.kind != "item":
            lefts = []
            continue
        left = draft.lines[0].left
        while lefts and left < lefts[-1] - 3:
            lefts.pop()
        if not lefts or left > lefts[-1] + 3:
            lefts.append(left)
        draft.level = len(lefts)


def level_headings(drafts: Sequence[Draft], bookmarks: Sequence[Bookmark]) -> None:
    """Give headings their levels: those of the bookmarks, else by size and weight."""
    known: dict[str, list[Bookmark]] = {}
    for bookmark in bookmarks:
        known.setdefault(_key(bookmark.title), []).append(bookmark)
    marked: dict[int, int] = {}
    for index, draft in enumerate(drafts):
        short = draft.kind in ("heading", "paragraph", "item") and len(draft.lines) < 5
        if short and (found := known.get(_key(draft.plain))):
            near = [one for one in found if one.page < 0 or abs(one.page - draft.page) <= 1]
            if near:
                marked[index] = min(near[0].level + 1, 6)
    if len(marked) < 2:
        marked = {}
    for index in marked:
        draft = drafts[index]
        if draft.kind != "heading":
            draft.kind, draft.number, draft.lines = "heading", None, draft.whole or draft.lines
    heads = [index for index, draft in enumerate(drafts) if draft.kind == "heading"]
    styles = _styles([drafts[index] for index in heads])
    by_style = {_style(drafts[index], styles): level for index, level in marked.items()}
    under = 1
    for index in heads:
        draft = drafts[index]
        style = _style(draft, styles)
        if not marked:
            draft.level = min(style + 1, 6)
        elif index in marked or style in by_style:
            draft.level = under = marked.get(index, by_style.get(style, 2))
        else:
            larger = all(style < one for one in by_style)
            draft.level = 1 if larger else min(under + 1, 6)


def _styles(heads: Sequence[Draft]) -> list[tuple[float, bool]]:
    """Return the looks of headings, the greatest first; sizes that are nearly one are one."""
    found: list[tuple[float, bool]] = []
    looks = {(draft.size, all(line.bold for line in draft.lines)) for draft in heads}
    for look in sorted(looks, reverse=True):
        if not any(_same(look, one) for one in found):
            found.append(look)
    return found


def _same(one: tuple[float, bool], other: tuple[float, bool]) -> bool:
    return one[1] == other[1] and abs(one[0] - other[0]) <= _SIZES * other[0]


def _style(draft: Draft, styles: Sequence[tuple[float, bool]]) -> int:
    look = (draft.size, all(line.bold for line in draft.lines))
    return next(number for number, style in enumerate(styles) if _same(look, style))


def _key(title: str) -> str:
    return _SPACES.sub("", title.casefold())
