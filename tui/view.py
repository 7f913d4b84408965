"""What a view of the article is: rows of text for the reading pane to draw."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, Protocol

from rich.cells import cell_len

from content.model import Article, Position
from tui.display import Display

Stretch = tuple[int, int]
Role = Literal["", "heading", "sentence", "word"]
Row = tuple[tuple[str, Role], ...]
"""What stands in a row of the screen, and what each part of it is."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What is being read: a place, and two stretches of the text of its block."""

    position: Position
    sentence: Stretch
    word: Stretch


class View(Protocol):
    """One way to show an article. Whoever changes anything calls ``lay_out`` in the end."""

    def take(self, article: Article) -> None:
        """Show ``article`` from now on."""

    def lay_out(self, width: int, height: int, display: Display) -> None:
        """Fit into a pane of ``width`` columns and ``height`` rows, the word in sight."""

    def show(self, reading: Reading) -> None:
        """Mark what is read, and bring the word into sight."""

    def row(self, y: int) -> Row:
        """Return what stands in row ``y`` of the pane."""

    def cursor(self) -> tuple[int, int]:
        """Return column and row of the word."""


def shown(text: str) -> str:
    """Return ``text`` as it is drawn."""
    return text.replace("\t", "    ")


def columns(text: str) -> int:
    """Return how many columns ``text`` takes when it is drawn."""
    return cell_len(shown(text))


def marked(text: str, start: int, end: int, marks: Iterable[tuple[Stretch, Role]]) -> Row:
    """Return ``text`` from ``start`` to ``end`` in parts; the last mark of a part counts."""
    marks = [(stretch, role) for stretch, role in marks if stretch[0] < stretch[1]]
    cuts = {start, end}
    for stretch, _ in marks:
        cuts.update(cut for cut in stretch if start < cut < end)
    parts: list[tuple[str, Role]] = []
    for first, last in pairwise(sorted(cuts)):
        role: Role = ""
        for stretch, name in marks:
            if stretch[0] <= first < stretch[1]:
                role = name
        parts.append((shown(text[first:last]), role))
    return tuple(parts)
