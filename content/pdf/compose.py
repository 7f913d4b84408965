"""Lines become the text of a block: hyphens undone where that is safe, and spans found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from content.model import Block, Cell, Span, SpanKind
from content.patterns import lazily
from content.pdf.drafts import Draft
from content.pdf.lines import Line, note_label
from content.pdf.pages import Word
from content.text import clean_line

SOFT = "\xad"
_HYPHENS = (SOFT, "-", "\u2010")
_LIGATURES = str.maketrans(
    {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl",
     "\ufb05": "st", "\ufb06": "st"}
)  # fmt: skip
_POWERS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_RAISED_TO = lazily(r"(?:^|[^A-Za-zµμ])(?:[cdkmµμ]?m|ft|in|s|h|10)$")
"""What a raised number is the power of, rather than a reference to a note."""
_EDGES = "([{\"'“‘«„.,;:!?)]}”’»"
_AFTER_HYPHENS = frozenset(("and", "or", "to", "und", "oder", "bis", "et", "ou", "y", "o", "e"))
"""Words after which a hyphen stays, as in "pre- and postnatal"."""


@dataclass(slots=True)
class _Text:
    """A text that grows, with its spans."""

    vocabulary: frozenset[str]
    notes: frozenset[str]
    """Labels of the notes that there are."""
    parts: list[str] = field(default_factory=list)
    length: int = 0
    spans: dict[SpanKind, list[Span]] = field(default_factory=dict)
    pages: list[tuple[int, int]] = field(default_factory=list)
    """Pages that begin in it, each with its offset."""

    def add(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def mark(self, start: int, kind: SpanKind, target: str = "") -> None:
        """Add a span that ends here, or let the one before go on to here."""
        spans = self.spans.setdefault(kind, [])
        last = spans[-1] if spans else None
        if last is not None and last.target == target and start - last.end <= 1 and kind != "note":
            start = spans.pop().start
        spans.append(Span(start, self.length, kind, target))


def vocabulary(lines: Iterable[Line]) -> frozenset[str]:
    """Return the words, in small letters, that are not broken at the end of a line."""
    found: set[str] = set()
    for line in lines:
        for word in line.words[:-1]:
            found.add(word.text.strip(_EDGES).replace(SOFT, "").casefold())
        if not line.words[-1].text.endswith(_HYPHENS):
            found.add(line.words[-1].text.strip(_EDGES).casefold())
    return frozenset(found)


def compose(
    draft: Draft, words: frozenset[str], notes: frozenset[str]
) -> tuple[Block, list[tuple[int, int]]]:
    """Return the block of a draft, and the pages that begin in it with their offsets.

    ``words`` is the document's vocabulary, ``notes`` holds the labels of its notes.
    """
    made = _Text(words, notes)
    cells: list[Cell] = []
    if draft.text:
        made.add(draft.text)
    elif draft.rows:
        cells = _table(made, draft)
    else:
        _write(made, draft.lines, draft)
    text = "".join(made.parts)
    found = [span for spans in made.spans.values() for span in spans]
    spans = tuple(sorted(found, key=lambda span: (span.start, -span.end)))
    block = Block(
        draft.kind, text, spans, level=draft.level, number=draft.number, cells=tuple(cells),
        language=draft.language, label=draft.label,
    )  # fmt: skip
    return block, made.pages


def _table(made: _Text, draft: Draft) -> list[Cell]:
    cells: list[Cell] = []
    for number, row in enumerate(draft.rows):
        if number:
            made.add("\n")
        for column, lines in enumerate(row):
            if column:
                made.add("\t")
            start = made.length
            _write(made, lines, draft)
            header = number < draft.headers or (number, column) in draft.header_cells
            cells.append(Cell(start, made.length, number, column, header))
    return cells


def _write(made: _Text, lines: Sequence[Line], draft: Draft) -> None:
    """Write lines one after another, with what their words look like."""
    bold = all(line.bold for line in lines)
    page = draft.page
    begin = made.length
    for line in lines:
        for index, word in enumerate(line.words):
            text = _readable(word.text)
            if not text:
                continue
            if made.length > begin:
                if index == 0 and draft.kind == "code":
                    _end_line(made)
                    made.add("\n")
                elif index == 0:
                    _over_the_end(made, text)
                elif not word.glued:
                    made.add(" ")
            if line.page != page:
                page = line.page
                made.pages.append((page, made.length))
            start = made.length
            made.add(text)
            _look(made, start, word, line, bold, draft)
    _end_line(made)


def _readable(text: str) -> str:
    """Return a word's text without hyphens that only show at a line's end."""
    text = text.translate(_LIGATURES)
    return text[:-1].replace(SOFT, "") + text[-1:]


def _end_line(made: _Text) -> None:
    """Make the soft hyphen that nothing follows the hyphen it was drawn as."""
    if made.parts and made.parts[-1].endswith(SOFT):
        made.parts[-1] = made.parts[-1][:-1] + "-"


def _over_the_end(made: _Text, text: str) -> None:
    """Go on after the end of a line: undo its hyphen, keep it, or write a space."""
    tail = made.parts[-1]
    _end_line(made)
    broken = len(tail) > 1 and tail.endswith(_HYPHENS) and tail[-2].isalnum() and text[0].isalnum()
    if not broken or text.casefold() in _AFTER_HYPHENS:
        made.add(" ")
    elif (
        text[0].islower()
        and tail[-2].isalpha()
        and not _is_compound(made.vocabulary, tail[:-1], text)
    ):
        made.parts[-1] = tail[:-1]
        made.length -= 1
        _shorten(made)


def _shorten(made: _Text) -> None:
    """Let the last spans end where the text does now."""
    for kind, spans in made.spans.items():
        last = spans[-1]
        if last.end > made.length:
            spans[-1] = Span(last.start, made.length, kind, last.target)


def _is_compound(words: frozenset[str], first: str, second: str) -> bool:
    """Whether a hyphen between two parts belongs to the word, as far as the document tells."""
    first = first.rpartition("-")[2].strip(_EDGES).casefold()
    second = second.strip(_EDGES).casefold()
    if first + second in words:
        return False
    if f"{first}-{second}" in words:
        return True
    return len(first) > 2 and first in words and second.partition("-")[0] in words


def _look(made: _Text, start: int, word: Word, line: Line, bold: bool, draft: Draft) -> None:
    """Mark what the look of a word means."""
    if draft.kind == "code":
        return
    if label := note_label(word, line):
        before = "".join(made.parts[-3:-1])[-8:]
        if word.glued and label not in made.notes and _RAISED_TO.search(before):
            made.parts[-1] = word.text.translate(_POWERS)
        else:
            made.mark(start, "note", label)
            return
    if word.bold and not bold and draft.kind != "heading":
        made.mark(start, "strong")
    if word.italic and draft.kind not in ("heading", "figure"):
        made.mark(start, "emphasis")
    if word.mono and not line.mono:
        made.mark(start, "code")
    if word.link:
        made.mark(start, "link", clean_line(word.link))
