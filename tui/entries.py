"""The list of an article's sections as a person moves through it: a tree with a cursor."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from content.model import Article
from tui.lazy_rows import Lazy


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: a section, or what stands before the first."""

    title: str
    level: int
    """Of the heading; 0 for what stands before the first section."""
    block: int
    """Where reading begins when it is chosen."""
    depth: int
    """How far it is indented, from 0."""
    parent: int | None
    """Index of the entry it belongs to."""


def entries_of(article: Article) -> tuple[Entry, ...]:
    """Return the rows of ``article``'s list, in reading order."""
    found: list[Entry] = []
    if not article.sections or article.sections[0].first > 0:
        found.append(Entry(article.title, 0, 0, 0, None))
    path: list[int] = []
    for section in article.sections:
        while path and found[path[-1]].level >= section.level:
            path.pop()
        found.append(
            Entry(
                section.title,
                section.level,
                section.first,
                len(path),
                path[-1] if path else None,
            )
        )
        path.append(len(found) - 1)
    return tuple(found)


class EntryList:
    """The rows, which one is chosen, and which are folded away."""

    def __init__(self, entries: tuple[Entry, ...]) -> None:
        self.entries = entries
        self.chosen = 0
        self.level_said = 0
        """That of the row that was said last; it is said when it changes."""
        self._folded: set[int] = set()
        self._shown: list[int] | None = None
        self._parents = {entry.parent for entry in entries if entry.parent is not None}

    def shown(self) -> list[int]:
        """Return the indices of the rows that are not folded away, in order."""
        if self._shown is None:
            self._shown = []
            hidden: set[int] = set()
            for index, entry in enumerate(self.entries):
                if entry.parent in hidden or entry.parent in self._folded:
                    hidden.add(index)
                else:
                    self._shown.append(index)
        return self._shown

    def rows(self) -> tuple[Sequence[str], int]:
        """Return the rows as they are shown, indented, and which of them is chosen."""
        shown = self.shown()
        rows = Lazy(len(shown), lambda at: self.text(shown[at]))
        return rows, bisect_left(shown, self.chosen)

    def text(self, index: int) -> str:
        """Return a row as it is shown."""
        entry = self.entries[index]
        folded = " (folded)" if self.is_folded(index) else ""
        return "  " * entry.depth + entry.title + folded

    def has_children(self, index: int) -> bool:
        """Whether other rows belong to this one."""
        return index in self._parents

    def is_folded(self, index: int) -> bool:
        """Whether the rows that belong to this one are folded away."""
        return index in self._folded

    def state(self, index: int) -> str:
        """Return whether the rows that belong to this one are folded away; nothing for none."""
        if not self.has_children(index):
            return ""
        return "folded" if self.is_folded(index) else "unfolded"

    def step(self, by: int) -> bool:
        """Choose the row ``by`` further; return False when that is past an end."""
        shown = self.shown()
        at = bisect_left(shown, self.chosen) + by
        self.chosen = shown[max(0, min(at, len(shown) - 1))]
        return 0 <= at < len(shown)

    def fold(self) -> bool:
        """Fold the chosen row, or choose the one it belongs to; False when neither can be."""
        if self.has_children(self.chosen) and not self.is_folded(self.chosen):
            self._folded.add(self.chosen)
            self._shown = None
            return True
        parent = self.entries[self.chosen].parent
        if parent is None:
            return False
        self.chosen = parent
        return True

    def unfold(self) -> bool:
        """Unfold the chosen row, or choose the first that belongs to it."""
        if self.is_folded(self.chosen):
            self._folded.discard(self.chosen)
            self._shown = None
            return True
        if not self.has_children(self.chosen):
            return False
        self.chosen += 1
        return True

    def entry_at(self, block: int) -> int:
        """Return the row whose section holds ``block``."""
        return max(0, bisect_right(self.entries, block, key=lambda entry: entry.block) - 1)

    def follow(self, block: int) -> None:
        """Choose the row that holds ``block``, or the row that it is folded into."""
        index: int | None = self.entry_at(block)
        while index is not None and not self._is_shown(index):
            index = self.entries[index].parent
        self.chosen = index or 0

    def _is_shown(self, index: int) -> bool:
        shown = self.shown()
        at = bisect_left(shown, index)
        return at < len(shown) and shown[at] == index
