"""What is read out of a PDF document before it is text: lines with what they are."""

from __future__ import annotations

from dataclasses import dataclass, field

from content.model import BlockKind, SkippedKind
from content.pdf.lines import Line

Aside = dict[int, list[tuple[SkippedKind, str]]]
"""What is not read, by the page it stands on."""


@dataclass(slots=True)
class Draft:
    """A block to be."""

    kind: BlockKind
    page: int
    lines: list[Line]
    level: int = 0
    number: int | None = None
    label: str = ""
    text: str = ""
    """What is said in place of the lines, as of a picture."""
    rows: tuple[tuple[tuple[Line, ...], ...], ...] = ()
    """Of a table: the lines of its cells."""
    headers: int = 0
    """How many of a table's rows are headers."""
    header_cells: frozenset[tuple[int, int]] = field(default_factory=frozenset)
    """Where else header cells are, by row and column."""
    language: str = ""
    whole: list[Line] = field(default_factory=list)
    """The lines of an item with its mark."""

    @property
    def size(self) -> float:
        """The size of its writing."""
        return self.lines[0].size if self.lines else 0.0

    @property
    def plain(self) -> str:
        """Its words, as they stand in the lines, with the mark of an item."""
        return " ".join(line.text for line in self.whole or self.lines)
