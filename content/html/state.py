"""What a walk through HTML knows while it goes on, and the blocks it has made."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from content.html.figures import pictures_of, same_words
from content.html.prose import Mark, Prose
from content.model import Block, BlockKind, Position, Skipped, SkippedKind

Leave = Callable[[], object]
"""What is to be done when an element ends."""
Side = SkippedKind | Literal["article", "lead"]
"""Whether an element belongs to the article, stands beside it and may vouch for it (a lead), or
which furniture it is."""


@dataclass(slots=True)
class Container:
    """What decides the kind of the blocks within it."""

    kind: BlockKind
    level: int = 0
    number: int | None = None
    checked: bool | None = None
    label: str = ""
    fresh: bool = True
    """Whether an item has had no block yet."""


@dataclass(slots=True)
class Figure:
    """A figure that is open: what was said in it, and what waits for its other half.

    A caption stands after its picture and before its table, wherever the source has it.
    """

    said: deque[str] = field(default_factory=lambda: deque(maxlen=8))
    caption: tuple[Block, list[Mark]] | None = None
    table: tuple[Block, list[Mark]] | None = None


@dataclass(slots=True)
class Numbering:
    """The number of a list's next item, and what is added for the one after it."""

    number: int | None = None
    step: int = 1


class Walk:
    """Where a walk is: the containers it is in, and the blocks made."""

    def __init__(self, language: str, base: str, sides: Mapping[Any, Side]) -> None:
        self.base = base
        self.sides = sides
        self.prose = Prose()
        self.leads: set[int] = set()
        """Indexes of the blocks that stand beside the article."""
        self.blocks: list[Block] = []
        self.skipped: list[Skipped] = []
        self.anchors: dict[str, Position] = {}
        self.pages: list[tuple[str, Position]] = []
        self.containers: list[Container] = []
        self.lists: list[Numbering] = []
        self.figures: list[Figure] = []
        self.notes: list[str] = []
        self.roles: list[str] = [""]
        self.languages: list[str] = [language]
        self.alphabets: list[str] = ["ipa"]
        self.side: list[Side] = ["article"]
        self.quotes = 0
        self.joined = 0
        """Above zero where blocks do not part: in headings and in the cells of tables."""
        self.verbatim = 0
        """Above zero where white space counts."""
        self.tables: list[Any] = []
        """The tables of data that are open."""
        self.drawn: Any = None
        """The last drawing of a formula that was said."""
        self.drawings = 0
        """Above zero in the drawing of a formula that is read, as nothing tells its formula."""
        self.note_labels: dict[Any, str] = {}
        """The labels of the elements that are notes."""
        self.references: dict[Any, str] = {}
        """The labels of the links that refer to notes."""

    def part(self) -> None:
        """End the block that is being gathered, where blocks part."""
        if self.joined:
            if self.verbatim:
                self.prose.newline()
            else:
                self.prose.space()
        else:
            self.flush()

    def flush(self) -> None:
        """Make a block of what was gathered."""
        prose = self.prose
        if prose.length:
            kind = self.containers[-1].kind if self.containers else "paragraph"
            block, marks = prose.take(kind)
            block = _in_its_language(block)
            for piece in pictures_of(block) if block.text else ():
                self.keep(piece, marks)
                marks = []
        elif prose.images:
            for _ in range(prose.images):
                self.keep(Block("figure", ""), [])
        prose.images = 0

    def keep(self, block: Block, marks: list[Mark]) -> None:
        """Take a block in, as what it stands in makes it."""
        if not self.prose.length and self.prose.waiting:
            marks, self.prose.waiting = self.prose.waiting + marks, []
        block = self._placed(block)
        if self.figures and self.side[-1] == "article" and not self._figure(block, marks):
            return
        self._append(block, marks)

    def _append(self, block: Block, marks: list[Mark]) -> None:
        side = self.side[-1]
        stays = side == "article" or side == "lead"
        index = len(self.blocks)
        for mark in marks:
            position = Position(index, min(mark.offset, len(block.text)) if stays else 0)
            if mark.kind == "page":
                self.pages.append((mark.label, position))
            else:
                self.anchors.setdefault(mark.label, position)
        if side == "lead":
            self.leads.add(index)
        if side == "article" or side == "lead":
            self.blocks.append(block)
        elif block.text:
            self.skipped.append(Skipped(side, block.text, index))

    def _figure(self, block: Block, marks: list[Mark]) -> bool:
        """Note what is said in a figure; tell whether the block stands here."""
        figure = self.figures[-1]
        if block.kind == "caption":
            if any(same_words(block.text, said) for said in figure.said):
                self.prose.waiting += marks
                return False
            if not figure.said and figure.table is None and figure.caption is None:
                figure.caption = block, marks
                return False
            if figure.table is not None:
                self._append(block, marks)
                self.release(figure)
                return False
        elif block.kind == "figure":
            figure.said.append(block.text)
        elif block.kind == "table" and figure.table is None:
            self.release(figure)
            figure.table = block, marks
            return False
        else:
            self.release(figure)
        return True

    def release(self, figure: Figure) -> None:
        """Let a caption or a table that waited stand where the figure has come to."""
        waiting, figure.caption, figure.table = (figure.caption, figure.table), None, None
        for one in waiting:
            if one and not any(same_words(one[0].text, said) for said in figure.said):
                self._append(*one)

    def _placed(self, block: Block) -> Block:
        """Return the block with what the containers it stands in say of it."""
        language = block.language
        if block.kind != "code":
            language = language or self.languages[-1]
            language = "" if language.lower() == self.languages[0].lower() else language
        label = self.notes[-1] if self.notes else ""
        kind, level, number, checked = block.kind, 0, None, None
        if self.containers:
            inner = self.containers[-1]
            if kind not in ("figure", "code", "table", "rule"):
                level = inner.level
            if inner.kind == "item":
                if inner.fresh:
                    number, checked = inner.number, inner.checked
                    inner.fresh = False
                elif kind == "item":
                    kind = "paragraph"
        elif not (language or label or self.roles[-1] or block.language):
            return block
        return Block(
            kind, block.text, block.spans, (), level, number, checked, block.cells, language, label,
            self.roles[-1],
        )  # fmt: skip


def _in_its_language(block: Block) -> Block:
    """Return a block that is in one language, by a span over all of it, as in that language."""
    if not block.spans or block.kind == "code":
        return block
    whole = next((one for one in block.spans if one.kind == "language" and one.start == 0), None)
    if whole is None or whole.end < len(block.text):
        return block
    spans = tuple(one for one in block.spans if one is not whole)
    return replace(block, spans=spans, language=whole.target)
