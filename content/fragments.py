"""HTML standing in Markdown: the tags go, the text stays.

The standard library's parser takes time that grows as the square of unfinished tags, and gives
lines and columns for places. What is needed of HTML here, one expression finds.
"""

from __future__ import annotations

from dataclasses import replace
from html import unescape

from content.fragment_elements import BREAKS, Elements
from content.fragment_tables import FragmentTable
from content.model import Block
from content.patterns import lazily
from content.prose import Places, Prose
from content.tags import (
    SILENT_TAGS,
    OpenTags,
    attributes,
    decoded,
    hides,
    without_hidden,
)

_PIECE = lazily(
    # A tag; no quantifier here can match what the one beside it matches.
    r"""<(?P<end>/?)(?P<tag>[A-Za-z][A-Za-z0-9-]*)(?:[^<>"']|"[^"]{0,2000}"|'[^']{0,2000}')*>"""
    r"|<![A-Za-z][^<>]*>"
    r"|(?P<reference>&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    r"|[<&]?[^<&]*"
)
_ALONE = frozenset({"img", "br", "hr"})
_VOID = frozenset({"area", "col", "embed", "input", "link", "meta", "source", "wbr"})
_CELLS = frozenset({"td", "th"})

_WORD = lazily(r"\s+|\S+")


def html_blocks(places: Places, content: str, depth: int = 0) -> list[Block]:
    """Return the blocks of a piece of HTML; ``depth`` is that of the list around it."""
    content = without_hidden(content)
    reader = _Reader(places, content.lower(), depth)
    for piece in _PIECE.finditer(content):
        if piece["tag"] and piece["end"]:
            reader.end_tag(piece["tag"].lower(), piece.start())
        elif piece["tag"]:
            tag, values = piece["tag"].lower(), attributes(piece[0])
            hidden = tag in SILENT_TAGS or hides(piece[0], values)
            reader.start_tag(tag, values, hidden and reader.ends(tag, piece.start()))
        elif piece["reference"]:
            reader.decode(piece[0])
        elif not piece[0].startswith("<!"):
            reader.take(piece[0], piece.start())
    reader.end()
    return reader.blocks


class _Reader:
    """Gathers text until an element that stands on its own begins or ends."""

    def __init__(self, places: Places, content: str, depth: int) -> None:
        self.blocks: list[Block] = []
        self._places = places
        self._content = content
        """In small letters, to find ends of elements in."""
        self._last_ends: dict[str, int] = {}
        self._elements = Elements(depth)
        self._table: FragmentTable | None = None
        self._begin_prose()
        self._hidden = ""
        """The element that is not to be read, and how many such stand in one another."""
        self._hidden_depth = 0

    def ends(self, tag: str, at: int) -> bool:
        """Whether such an element ends after ``at``; one that never does hides nothing."""
        if tag not in self._last_ends:
            self._last_ends[tag] = self._content.rfind(f"</{tag}")
        return tag in _ALONE or at < self._last_ends[tag]

    def _begin_prose(self) -> None:
        self._prose = Prose(self._places)
        self._tags = OpenTags(self._prose)
        self._space = True
        self._gap = False

    def take(self, text: str, at: int) -> None:
        """Write text, its white space as one space; within ``pre`` as it stands."""
        if self._hidden or (self._table and not self._in_cell() and not text.strip()):
            return
        if self._elements.within("pre"):
            self._prose.copy(text, at)
            return
        for word in _WORD.findall(text):
            if not word.isspace():
                self._part_words()
                self._prose.copy(word, at)
                self._space = False
            elif self._in_cell():
                self._gap = True
            elif not self._space:
                self._prose.copy(" ", at) if word == " " else self._prose.add(" ")
                self._space = True
            at += len(word)

    def _part_words(self) -> None:
        """Write the space that stands before a word in a cell."""
        if self._gap and not self._space:
            self._prose.add(" ")
        self._gap = False

    def _in_cell(self) -> bool:
        return self._table is not None and self._prose is self._table.prose

    def flush(self) -> None:
        """Make a block of the text so far; within a cell it is only parted from what follows."""
        if self._in_cell():
            self._gap = True
            return
        prose = self._prose
        self._begin_prose()
        if block := self._elements.block(prose):
            self.blocks.append(block)

    def decode(self, reference: str) -> None:
        """Write what a reference means, such as ``&amp;`` or ``&#65;``."""
        if self._hidden:
            return
        text = decoded(unescape(reference))
        self._part_words()
        self._prose.add(text)
        self._space = text.isspace()

    def start_tag(self, tag: str, values: dict[str, str], hidden: bool) -> None:
        """Begin a block or a span, or write what an empty element stands for."""
        if self._hidden:
            self._hidden_depth += tag == self._hidden
        elif tag == "br":
            if self._in_cell():
                self._gap = True
            else:
                self._prose.add("\n")
                self._space = True
        elif tag in _VOID:
            pass
        elif tag == "img":
            if not hidden:
                self._part_words()
                self._prose.open("image", values.get("src", ""))
                self._prose.add(values.get("alt", ""))
                self._prose.close("image")
                self._space = False
        elif hidden:
            self._hidden, self._hidden_depth = tag, 1
        elif tag == "table" and not self._table:
            self.flush()
            self._table = FragmentTable(self._places)
        elif self._table and tag in ("tr", "td", "th"):
            self._part(tag, values)
        elif tag in BREAKS:
            self.flush()
            self._elements.begin(tag, values)
        elif tag in _CELLS and not self._space:
            self._prose.add("\t")
            self._space = True
        else:
            self._part_words()
            self._tags.start(tag, values)

    def _part(self, tag: str, values: dict[str, str]) -> None:
        """Begin a row or a cell of the table; what stood before, as a caption, is a block."""
        table = self._table
        if table is None:
            return
        if not self._in_cell():
            self.flush()
        if tag == "tr":
            table.row()
            return
        table.cell(tag == "th", values)
        self._prose, self._space, self._gap = table.prose, True, False
        self._tags = OpenTags(self._prose)

    def end(self) -> None:
        """Take what is not finished."""
        self._end_table()
        self.flush()

    def _end_table(self) -> None:
        table = self._table
        if table is None:
            return
        if self._in_cell():
            self._begin_prose()
        else:
            self.flush()
        self._table = None
        block = table.end()
        if block.text.strip():
            self.blocks.append(replace(block, language=self._elements.language))

    def end_tag(self, tag: str, at: int) -> None:
        """End a block or a span."""
        if self._hidden:
            self._hidden_depth -= tag == self._hidden
            if not self._hidden_depth or not self.ends(self._hidden, at + 1):
                self._hidden = ""
        elif tag == "table":
            self._end_table()
        elif tag in BREAKS:
            self.flush()
            self._elements.end(tag)
        else:
            self._tags.end(tag)
