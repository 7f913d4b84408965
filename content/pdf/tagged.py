"""A tagged document: its structure tree says what is what, and in which order it is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from content.model import BlockKind
from content.pdf import kinds
from content.pdf.drafts import Aside, Draft
from content.pdf.flow import Paragraph, is_ended
from content.pdf.lines import Line, joined, lines_of
from content.pdf.pages import Element, Pdf, PdfPage, Word
from content.pdf.trees import in_order

_INLINE = frozenset(
    ("Span", "Link", "Em", "Strong", "Sub", "Quote", "Reference", "BibEntry", "Annot", "Ruby", "RB",
     "RT", "RP", "Warichu", "WT", "WP", "Form", "LBody")
)  # fmt: skip
_CONTAINED: dict[str, BlockKind] = {
    "BlockQuote": "quote", "Caption": "caption", "Code": "code", "Note": "note", "FENote": "note",
}  # fmt: skip
_LEVELS = {"H": 2, "Title": 1, **{f"H{level}": level for level in range(1, 7)}}


def drafts(pdf: Pdf) -> tuple[list[Draft], Aside]:
    """Return what is read, and by its page what the tree leaves out: the edges of pages."""
    done: list[Draft] = []
    aside: Aside = {}
    seen: set[str] = set()
    for number, page in enumerate(pdf.pages):
        walk = _Walk(page, number)
        for element in page.tree:
            walk.block(element, _Open("paragraph"))
        _append(done, walk.done)
        if walk.contents:
            aside[number] = [("contents", "\n".join(walk.contents))]
        for line in lines_of(replace(page, words=tuple(walk.left_out())), number):
            text = line.text
            key = "".join("#" if letter.isdigit() else letter for letter in text)
            if key not in seen:
                seen.add(key)
                aside.setdefault(number, []).append(("boilerplate", text))
    if not any(draft.kind == "heading" for draft in done):
        _find_headings(done, pdf)
    return done, aside


def _append(done: list[Draft], more: list[Draft]) -> None:
    """Add a page's drafts; its first goes on with the last where that is unfinished."""
    if done and more:
        last, first = done[-1], more[0]
        if (
            last.kind == first.kind == "paragraph"
            and last.lines
            and first.lines
            and not (is_ended(last.lines[-1]))
            and abs(last.size - first.size) < 1
        ):
            last.lines += first.lines
            more = more[1:]
    done += more


def _find_headings(done: Sequence[Draft], pdf: Pdf) -> None:
    """Find headings by their writing, where a tree tells paragraphs only."""
    lines = [line for draft in done for line in draft.lines]
    body = kinds.body_size(lines)
    stand_out = kinds.bold_stands_out(lines)
    for draft in done:
        text = draft.kind == "paragraph" and draft.lines
        if text and kinds.is_heading(Paragraph(draft.lines), body, stand_out):
            draft.kind = "heading"
    kinds.level_headings(done, pdf.bookmarks)


@dataclass(slots=True)
class _Open:
    """A block that words are written into."""

    kind: BlockKind
    level: int = 0
    depth: int = 0
    """How many lists it stands in."""
    language: str = ""
    label: str = ""
    words: list[Word] = field(default_factory=list)
    fresh: bool = True
    """Whether nothing of it was written yet."""


class _Walk:
    """Goes through the tree of one page."""

    def __init__(self, page: PdfPage, number: int) -> None:
        self.done: list[Draft] = []
        self.contents: list[str] = []
        """Lines of a table of contents."""
        self._page = page
        self._number = number
        self._words: dict[int, list[Word]] = {}
        for word in page.words:
            self._words.setdefault(word.content, []).append(word)

    def left_out(self) -> list[Word]:
        """Return the words that no element has taken."""
        left = {id(word) for words in self._words.values() for word in words}
        return [word for word in self._page.words if id(word) in left]

    def block(self, element: Element, parent: _Open) -> None:
        """Make drafts of an element that is a block, or holds some."""
        kind = element.type
        if kind in ("Figure", "Formula"):
            self._picture(element, "figure" if kind == "Figure" else "paragraph")
        elif kind == "Table":
            self._table(element)
        elif kind in ("TOC", "TOCI"):
            self.contents += [line.text for line in self._lines(self._all_words(element))]
        elif kind in _LEVELS:
            self._fill(element, _Open("heading", _LEVELS[kind], language=element.language))
        elif kind == "L":
            inner = _Open("paragraph", parent.level, parent.depth + 1)
            self._fill(element, inner)
        elif kind == "LI":
            self._fill(element, _Open("item", parent.depth or 1, parent.depth or 1))
        elif kind in _CONTAINED:
            level = int(kind == "BlockQuote")
            self._fill(element, _Open(_CONTAINED[kind], level, language=element.language))
        else:
            held = parent.kind in ("quote", "note", "caption") or (
                parent.kind == "item" and parent.fresh
            )
            made = _Open(
                parent.kind if held else "paragraph", parent.depth or parent.level * held,
                parent.depth, element.language, parent.label,
            )  # fmt: skip
            self._fill(element, made)
            parent.fresh = parent.fresh and made.fresh

    def _fill(self, element: Element, made: _Open) -> None:
        self._children(element, made)
        self._flush(made)

    def _children(self, element: Element, made: _Open) -> None:
        for child in element.children:
            if isinstance(child, int):
                made.words += self._words.pop(child, [])
            elif child.type == "Lbl":
                label = joined(self._all_words(child))
                made.label = label.strip("[]().")
            elif child.type in _INLINE:
                self._inline(child, made)
            else:
                self._flush(made)
                self.block(child, made)

    def _inline(self, element: Element, made: _Open) -> None:
        begin = len(made.words)
        self._children(element, made)
        said = element.actual
        if said and len(made.words) > begin:
            first = made.words[begin]
            made.words[begin:] = [
                replace(first, text=text, glued=first.glued and not number)
                for number, text in enumerate(said.split())
            ]

    def _flush(self, made: _Open) -> None:
        """End the block of the words that were taken."""
        words, made.words = made.words, []
        if not words:
            return
        kind = made.kind
        if kind == "item" and not made.fresh:
            kind = "paragraph"
        label = made.label if kind in ("item", "note") else ""
        number = int(label) if kind == "item" and label.isdecimal() and len(label) < 7 else None
        self.done.append(
            Draft(
                kind, self._number, self._lines(words), made.level, number,
                label if kind == "note" else "", language=made.language,
            )
        )  # fmt: skip
        made.fresh = False

    def _lines(self, words: Sequence[Word]) -> list[Line]:
        return lines_of(replace(self._page, words=tuple(words)), self._number)

    def _all_words(self, element: Element) -> list[Word]:
        """Return all words in an element, in order."""
        found: list[Word] = []
        for child in element.children:
            if isinstance(child, int):
                found += self._words.pop(child, [])
            else:
                found += self._all_words(child)
        return found

    def _picture(self, element: Element, kind: BlockKind) -> None:
        words = self._all_words(element)
        said = element.alternative or element.actual
        if said or words:
            self.done.append(
                Draft(kind, self._number, [] if said else self._lines(words), text=said)
            )

    def _table(self, element: Element) -> None:
        rows: list[tuple[tuple[Line, ...], ...]] = []
        headers: set[tuple[int, int]] = set()
        for row in (one for one in in_order(element) if one.type == "TR"):
            cells: list[tuple[Line, ...]] = []
            for cell in row.children:
                if isinstance(cell, Element):
                    if cell.type == "TH":
                        headers.add((len(rows), len(cells)))
                    cells.append(tuple(self._lines(self._all_words(cell))))
            if any(cells):
                rows.append(tuple(cells))
        for caption in (one for one in in_order(element) if one.type == "Caption"):
            self._fill(caption, _Open("caption"))
        if rows:
            self.done.append(
                Draft("table", self._number, [], rows=tuple(rows), header_cells=frozenset(headers))
            )
