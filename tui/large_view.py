"""The view in large print: the sentence that is read, in letters several rows high.

The last row has the same words as plain text, with the cursor on the word: letters of blocks
are nothing to a screen reader or a braille display.
"""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len

from content.model import Article, Block
from content.patterns import lazily
from tui.large_letters import BASE, Letter, letters_of
from tui.sentence_view import SentenceView
from tui.view import Role, Row, columns
from tui.wrap import Line, prefix_of, wrap

_WORD = lazily(r"\S+")
_SPACES = str.maketrans("\n\t", "  ")
_GAP = 3
"""Dots between words; a word that is marked takes one of them on either side."""
_DOTS = 70
"""How many a line has at least before they are drawn larger: some 13 letters."""
_ROWS = 15
"""How many rows there are at least for each step that dots grow."""
_TOP, _BOTTOM = -1, 8
"""The rows of dots of a line without accents; the outer ones are empty."""
_HALVES = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}


@dataclass(frozen=True, slots=True)
class _Word:
    """A word, or as much of one as a line can hold."""

    start: int
    end: int
    letters: tuple[Letter, ...]

    @property
    def width(self) -> int:
        """In dots."""
        return sum(letter.width for letter in self.letters) + len(self.letters) - 1


class LargeView(SentenceView):
    """Shows the sentence broken by word; one too long for the screen turns by screenfuls.

    The spacing and the width that were chosen for the text do not apply.
    """

    def __init__(self, article: Article) -> None:
        self._lines: list[list[_Word]] = []
        self._plain: list[Line] = []
        self._scale = 1
        """Columns that a dot is wide, and half rows that it is high."""
        self._top, self._bottom = _TOP, _BOTTOM
        super().__init__(article)

    def row(self, y: int) -> Row:
        """Return what stands in row ``y``."""
        if y == self._height - 1:
            return self._plain_row()
        on_page = max(1, (self._height - 1) // self._line_rows())
        number, row = divmod(y, self._line_rows())
        first = self._line() // on_page * on_page
        if number >= on_page or first + number >= len(self._lines):
            return ()
        return self._drawn(self._lines[first + number], row)

    def cursor(self) -> tuple[int, int]:
        """Return where the word stands in plain text."""
        if not self._plain:
            return 0, max(self._height - 1, 0)
        line = self._plain_line()
        return columns(self._text[line.start : self._offset()]), max(self._height - 1, 0)

    # Lines.

    def _break(self) -> None:
        if self._start == 0 and (prefix := prefix_of(self._block).strip()):
            self._text, self._start = f"{prefix} {self._text}", -len(prefix) - 1
        self._text = self._text.translate(_SPACES)
        self._plain = wrap(Block("paragraph", self._text), 0, max(self._width, 8))
        self._scale = max(1, min(self._width // _DOTS, self._height // _ROWS))
        room = max(self._width // self._scale - 2, 8)
        self._lines = []
        used = room
        for word in self._words(room):
            if used + _GAP + word.width > room or not self._lines:
                self._lines.append([])
                used = -_GAP
            self._lines[-1].append(word)
            used += _GAP + word.width
        self._measure()

    def _words(self, room: int) -> list[_Word]:
        """Return the words; one that no line can hold comes in parts."""
        words: list[_Word] = []
        for match in _WORD.finditer(self._text):
            at, part = match.start(), _Word(match.start(), match.start(), ())
            for letter in letters_of(match[0]):
                longer = _Word(part.start, at + len(letter.text), (*part.letters, letter))
                if part.letters and longer.width > room:
                    words.append(part)
                    longer = _Word(at, at + len(letter.text), (letter,))
                part, at = longer, at + len(letter.text)
            words.append(part)
        return words

    def _measure(self) -> None:
        """Find how high lines are: as high as the highest letter of the sentence needs."""
        used = {
            number
            for line in self._lines for word in line for letter in word.letters
            for number, dots in letter.rows.items() if "#" in dots
        }  # fmt: skip
        self._top = min(_TOP, min(used, default=0) - 1)
        self._bottom = max(_BOTTOM, max(used, default=0) + 1)
        if (self._bottom - self._top + 1) * self._scale % 2:
            self._top -= 1

    def _line_rows(self) -> int:
        return (self._bottom - self._top + 1) * self._scale // 2

    def _line(self) -> int:
        """Return which line holds the word."""
        for number, line in enumerate(self._lines):
            if self._offset() < line[-1].end:
                return number
        return max(len(self._lines) - 1, 0)

    # Drawing.

    def _drawn(self, words: list[_Word], row: int) -> Row:
        """Return one row of the screen of a line of words, after a margin of one dot."""
        start, end = self._word()
        blank = " " * self._scale
        parts: list[tuple[str, Role]] = []
        before = False
        for number, word in enumerate(words):
            drawn = blank.join(self._letter_row(letter, row) for letter in word.letters)
            here = word.start < end and start < word.end
            between = blank * ((_GAP if number else 1) - before - here)
            parts += [(between, "word" if before and here else "")]
            parts += [(blank + drawn + blank, "word") if here else (drawn, "")]
            before = here
        return tuple(part for part in parts if part[0])

    def _letter_row(self, letter: Letter, row: int) -> str:
        if not letter.rows:
            stands = ((BASE - self._top) * self._scale + self._scale - 1) // 2
            text = letter.text if row == stands else ""
            return text + " " * (letter.width * self._scale - cell_len(text))
        empty = "." * letter.width
        upper, lower = (
            letter.rows.get(self._top + half // self._scale, empty)
            for half in (2 * row, 2 * row + 1)
        )
        return "".join(
            _HALVES[above == "#", below == "#"] * self._scale
            for above, below in zip(upper, lower, strict=True)
        )

    def _plain_line(self) -> Line:
        offset = self._offset()
        return next((line for line in self._plain if offset < line.end), self._plain[-1])

    def _plain_row(self) -> Row:
        if not self._plain:
            return ()
        line = self._plain_line()
        return self._marked(line.start, line.end)
