"""A PDF document becomes an Article.

1. A process of its own takes the words and their places out of it.
2. What runs along the edges of the pages is set aside.
3. A tagged document says itself what is what; of another, the writing tells.
4. Paragraphs are joined over lines, columns and pages, and become blocks.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from content.assemble import assemble
from content.errors import IntoneError
from content.language import detect_in
from content.model import Article, Block, Page, Position, Skipped, SkippedKind
from content.patterns import lazily
from content.pdf import columns, flow, initials, kinds, leaders, lines, rows, running, tagged, trees
from content.pdf.apart import read_apart
from content.pdf.compose import compose, vocabulary
from content.pdf.drafts import Aside, Draft
from content.pdf.lines import Line
from content.pdf.pages import Pdf
from content.properties import said_title, with_properties
from content.text import clean_line

if TYPE_CHECKING:
    from content.formats import Document

_LANGUAGE = lazily(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")


def load(document: Document) -> Article:
    """Return the Article that a PDF document is; raise IntoneError when there is none in it."""
    pdf = read_apart(document.data, document.name)
    if not any(page.words for page in pdf.pages):
        raise IntoneError(
            f"{document.name} holds only pictures of its pages and no text; "
            "let a program for text recognition, OCR, make text of it and open that."
        )
    return article_of(pdf, document.source, document.language)


def article_of(pdf: Pdf, source: str, language: str) -> Article:
    """Return the Article of a document that was read."""
    from content.trust import understand

    made, aside = _drafts(pdf)
    for number, turned in enumerate(one.aside for one in pdf.pages):
        if turned:
            aside.setdefault(number, []).append(("boilerplate", turned))
    words = vocabulary(line for draft in made for line in _lines(draft))
    notes = frozenset(draft.label for draft in made if draft.kind == "note")
    heads: list[tuple[float, str]] = []
    blocks: list[Block] = []
    starts: dict[int, Position] = {}
    skipped: list[Skipped] = []
    waiting = sorted(aside)
    for draft in made:
        while waiting and waiting[0] <= draft.page:
            skipped += _skipped(aside[waiting.pop(0)], len(blocks))
        block, pages = compose(draft, words, notes)
        if not block.text.strip():
            continue
        starts.setdefault(draft.page, Position(len(blocks)))
        for page, offset in pages:
            starts.setdefault(page, Position(len(blocks), offset))
        if draft.kind == "heading" and draft.page == 0:
            heads.append((draft.size, block.text))
        blocks.append(block)
    for page in waiting:
        skipped += _skipped(aside[page], len(blocks))
    trust, blocks = understand(blocks)
    return assemble(
        blocks,
        source=source,
        text=None,
        language=language or _tag(pdf.language) or detect_in(blocks),
        title=_title(pdf, heads),
        trust=with_properties(trust, pdf.author, pdf.created, pdf.modified),
        skipped=skipped,
        pages=_pages(pdf, starts, blocks),
    )


def _skipped(aside: Sequence[tuple[SkippedKind, str]], before: int) -> list[Skipped]:
    return [Skipped(kind, text, before) for kind, text in aside]


def _lines(draft: Draft) -> list[Line]:
    return [*draft.lines, *(line for row in draft.rows for cell in row for line in cell)]


def _drafts(pdf: Pdf) -> tuple[list[Draft], Aside]:
    """Return what is read, and what is set aside."""
    if trees.is_sound(pdf):
        return tagged.drafts(pdf)
    found = [initials.joined(lines.lines_of(page, number)) for number, page in enumerate(pdf.pages)]
    kept, aside = running.separate(found, [page.height for page in pdf.pages])
    body = kinds.body_size([line for page in kept for line in page])
    things: list[Line | rows.Table] = []
    notes: list[tuple[int, list[Draft]]] = []
    for number, page_lines in enumerate(kept):
        ordered, contents = leaders.separate(columns.in_order(page_lines))
        if contents:
            aside.setdefault(number, []).append(("contents", "\n".join(contents)))
        ordered, below = kinds.notes_apart(ordered, pdf.pages[number].height, body)
        things += rows.gathered(ordered)
        notes.append((number, [kinds.note(one) for one in below]))
    made = kinds.drafts(flow.paragraphs(things), body, pdf.bookmarks)
    return _with_notes(made, notes), aside


def _with_notes(made: Sequence[Draft], notes: Sequence[tuple[int, list[Draft]]]) -> list[Draft]:
    """Put the notes of each page after the last of what begins on it."""
    done: list[Draft] = []
    waiting = [(page, drafts) for page, drafts in notes if drafts]
    for draft in made:
        while waiting and waiting[0][0] < draft.page:
            done += waiting.pop(0)[1]
        done.append(draft)
    return done + [draft for _, drafts in waiting for draft in drafts]


def _title(pdf: Pdf, heads: Sequence[tuple[float, str]]) -> str:
    """Return what the document is called, else the largest heading of its first page."""
    if title := said_title(pdf.title):
        return title
    largest = max((size for size, _ in heads), default=0.0)
    return next((clean_line(text) for size, text in heads if size == largest), "")


def _tag(language: str) -> str:
    return language.strip() if _LANGUAGE.fullmatch(language.strip()) else ""


def _pages(pdf: Pdf, starts: dict[int, Position], blocks: Sequence[Block]) -> list[Page]:
    """Return where pages begin; one without text begins where the next does."""
    if not blocks or len(pdf.pages) < 2:
        return []
    at = Position(len(blocks) - 1, len(blocks[-1].text))
    found: list[Page] = []
    for number in range(len(pdf.pages) - 1, -1, -1):
        at = min(at, starts.get(number, at))
        found.append(Page(clean_line(pdf.pages[number].label) or str(number + 1), at))
    return found[::-1]
