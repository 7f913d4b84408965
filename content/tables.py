"""A Markdown table becomes one Block with cells."""

from __future__ import annotations

from collections.abc import MutableMapping
from dataclasses import replace
from typing import Any

from markdown_it.token import Token

from content.inline import InlineWriter, note_blocks
from content.model import Block, Cell
from content.prose import Places, Prose

_BLANK = " \t"


class TableWriter:
    """Takes the tokens between a table's opening and closing."""

    def __init__(
        self, text: str, start: int, labels: set[str], env: MutableMapping[str, Any]
    ) -> None:
        """Begin a table of ``text``, whose parsing began at ``start``."""
        self._text = text
        self._start = start
        self._prose = Prose(Places(text, ()), line_break=" ")
        self._writer = InlineWriter(self._prose, labels, env)
        self._cells: list[Cell] = []
        self._notes: list[Block] = []
        self._sources: list[tuple[str, Places]] = []
        self._row = -1
        self._column = 0
        self._header = False

    def take(self, token: Token) -> None:
        """Write a cell, or begin or end a row."""
        if token.type == "tr_open":
            self._row += 1
            self._column = 0
            self._sources = []
            if self._row:
                self._prose.add("\n")
        elif token.type in ("th_open", "td_open"):
            self._header = token.type == "th_open"
        elif token.type == "inline":
            if not self._column:
                begin, end = token.meta["lines"][0]
                self._sources = row_cells(self._text, self._start + begin, self._start + end)
            self._cell(token)
        elif token.type == "tr_close":
            # Markdown drops cells beyond the header's; they are kept here as they stand.
            for content, _ in self._sources[self._column :]:
                text = Token("text", "", 0, content=content.strip(_BLANK), map=[0, 0])
                self._cell(Token("inline", "", 0, content=text.content, children=[text]))

    def _cell(self, token: Token) -> None:
        if self._column:
            self._prose.add("\t")
        start = self._prose.length
        if self._column < len(self._sources):
            content, self._prose.places = self._sources[self._column]
            lead = len(content) - len(content.lstrip(_BLANK))
            self._writer.write(token.children or [], token.content, lead)
        self._notes += note_blocks(self._writer)
        self._cells.append(Cell(start, self._prose.length, self._row, self._column, self._header))
        self._column += 1

    def finish(self) -> tuple[Block, list[Block]]:
        """Return the table and the notes written in its cells."""
        block = self._prose.block("table", trim=False)
        return replace(block, cells=tuple(self._cells)), self._notes


def row_cells(source: str, begin: int, end: int) -> list[tuple[str, Places]]:
    r"""Split the source of a table's row into cells, untrimmed, and where they stand.

    A ``\|`` is a bar within a cell; a bar at either end of the row parts nothing.
    """
    end = begin + len(source[begin:end].rstrip(_BLANK))
    cells: list[tuple[str, Places]] = []
    parts: list[str] = []
    stretches: list[tuple[int, int, int]] = []
    length = 0
    last = begin
    bar = source.find("|", begin, end)
    while True:
        stop = end if bar < 0 else bar
        escaped = bar > begin and source[bar - 1] == "\\"
        piece = source[last : stop - escaped]
        parts.append(piece)
        stretches.append((length, last, len(piece)))
        length += len(piece)
        last = bar if escaped else bar + 1
        if not escaped:
            cells.append(("".join(parts), Places(source, tuple(stretches))))
            parts, stretches, length = [], [], 0
        if bar < 0:
            break
        bar = source.find("|", bar + 1, end)
    if cells[0][0] == "":
        del cells[0]
    if cells and cells[-1][0] == "":
        del cells[-1]
    return cells
