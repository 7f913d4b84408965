"""Lines of plain text become blocks: paragraphs, items, underlined headings, rules."""

from __future__ import annotations

from dataclasses import dataclass, field

from content import markers
from content.lines import Line, Wrapping, join
from content.markers import Marker
from content.model import Block, BlockKind, Run
from content.shape import is_line, is_prose

_FEW = 6
"""One blank line for so many lines is too few to go by."""
_UNDERLINE_LEVELS = {"=": 1, "-": 2}


@dataclass
class _Reader:
    """The place in the lines, and the lists that are open there."""

    lines: list[Line]
    wrapping: Wrapping
    blocks: list[Block] = field(default_factory=list)
    indents: list[int] = field(default_factory=list)
    """Indents of the items that the last block stands in, outermost first."""
    numbers: dict[int, int] = field(default_factory=dict)
    """The last number of a list, by the indent of its items."""
    spaced: bool = True
    """Whether blank lines part paragraphs."""
    chapter: int = 0
    """The number of the last numbered heading."""

    def marker(self, index: int) -> Marker | None:
        """Return the marker of the line, if it can be one where it stands."""
        line = self.lines[index]
        marker = markers.item(line.text)
        if not marker:
            return None
        if marker.number is not None and not self._counts(index, marker.number):
            return None
        if line.opens or self.indents or index == 0:
            return marker
        # A dash or a number may begin a wrapped line by chance.
        previous = self.lines[index - 1]
        joined = self.wrapping.joins(previous, line) and previous.text[-1] != ":"
        return None if joined else marker

    def _counts(self, index: int, number: int) -> bool:
        line = self.lines[index]
        if number <= 1:
            return True
        return self.numbers.get(line.indent, -1) == number - 1

    def body(self, index: int, hanging: int) -> int:
        """Index past the last line of the paragraph or item that begins at ``index``."""
        end = index + 1
        while end < len(self.lines) and not self.lines[end].opens:
            line = self.lines[end]
            if self.marker(end) or self._underlines(end):
                break
            hangs = hanging and line.indent >= hanging
            if not hangs and not self.wrapping.joins(self.lines[end - 1], line):
                break
            end += 1
        return end

    def _underlines(self, index: int) -> bool:
        """Whether the line underlines the one before it."""
        line = self.lines[index]
        return not line.opens and bool(markers.underline(line.text))

    def heading(self, index: int) -> Block | None:
        """Return the heading that begins at ``index``, if the line after it underlines it."""
        line = self.lines[index]
        if index + 1 >= len(self.lines) or not self._underlines(index + 1):
            return None
        below = self.lines[index + 1].text
        alone = line.opens or index == 0 or markers.is_rule(self.lines[index - 1].text)
        if not alone or not is_line(line.text) or 3 * len(below) < len(line.text):
            return None
        text, runs = join([line])
        return Block("heading", text, runs=runs, level=_UNDERLINE_LEVELS.get(below[0], 3))

    def read(self) -> list[Block]:
        index = 0
        while index < len(self.lines):
            index = self._next(index)
        return self.blocks

    def _next(self, index: int) -> int:
        line = self.lines[index]
        heading = self.heading(index)
        if heading:
            self.indents.clear()
            self.blocks.append(heading)
            return index + 2
        if markers.is_rule(line.text):
            self.blocks.append(Block("rule", "", runs=(Run(0, line.start, 0),)))
            return index + 1
        marker = self.marker(index)
        if marker:
            return self._item(index, marker)
        if line.opens:
            self.indents.clear()
        end = self.body(index, 0)
        text, runs = join(self.lines[index:end])
        kind: BlockKind = "quote" if line.quoted else "paragraph"
        self.blocks.append(Block(kind, text, runs=runs, level=line.quoted))
        return end

    def _item(self, index: int, marker: Marker) -> int:
        line = self.lines[index]
        if marker.number is not None:
            self.numbers[line.indent] = marker.number  # so that the next one ends this one
        end = self.body(index, line.indent + 1)
        if self._is_chapter(index, end, marker):
            self.chapter = marker.number or 0
            self.indents.clear()
            text, runs = join([line])
            self.blocks.append(Block("heading", text, runs=runs, level=2))
            return end
        if marker.length >= len(line.text) and end == index + 1:
            # Pages paste a bullet on one line and its text on the next.
            while end < len(self.lines) and end == index + 1 and not self.marker(end):
                end += 1
        text, runs = join(self.lines[index:end], skip=marker.length)
        if not text:
            self.blocks.append(Block("paragraph", line.text, runs=join([line])[1]))
            return end
        while self.indents and self.indents[-1] >= line.indent:
            self.indents.pop()
        self.indents.append(line.indent)
        item = Block("item", text, runs=runs, level=len(self.indents), number=marker.number)
        self.blocks.append(item)
        return end

    def _is_chapter(self, index: int, end: int, marker: Marker) -> bool:
        """Whether "1. Introduction" stands alone with prose below: a heading, no item."""
        line = self.lines[index]
        if marker.number is None or marker.number - 1 != self.chapter:
            return False
        if end != index + 1 or end >= len(self.lines):
            return False
        if self.spaced and not (line.opens and self.lines[end].opens):
            return False
        if markers.item(self.lines[end].text):
            return False
        if self.spaced and self.chapter and is_line(line.text):
            return True
        following = self.lines[end : self.body(end, 0)]
        return is_line(line.text) and is_prose(join(following)[0])


def read(lines: list[Line], wrapping: Wrapping) -> list[Block]:
    """Return the blocks that ``lines`` make."""
    spaced = sum(line.opens for line in lines) * _FEW >= len(lines)
    return _Reader(lines, wrapping, spaced=spaced).read()
