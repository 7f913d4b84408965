"""The words on a page as pdfium tells them, each with its place, its look and its link."""

from __future__ import annotations

import ctypes
import math
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

_LINE_HYPHEN = 0x02
"""What pdfium makes of a hyphen at the end of a line, with which it leaves out the line's end."""
_SOFT_HYPHENS = frozenset({_LINE_HYPHEN, 0xAD})
_BOLD = 600
_MONO = ("courier", "mono", "consolas", "menlo", "cmtt")
_FIXED, _ITALIC, _FORCED_BOLD = 1, 1 << 6, 1 << 18
"""Flags of a font's descriptor; ISO 32000-1, table 123."""
_SLANTED = 0.06
"""Quarters of a turn by which writing may rise and still be level."""


class _Style:
    """What the words of one text object have in common."""

    __slots__ = ("bold", "content", "italic", "mono", "quarter", "size")

    def __init__(
        self,
        text_page: Any,
        index: int,
        text_object: Any,
        fonts: dict[int, tuple[bool, bool, bool]],
    ) -> None:
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(text_page, index, matrix)
        size = pdfium.FPDFText_GetFontSize(text_page, index)
        self.size = round(abs(size) * math.hypot(matrix.c, matrix.d), 2)
        quarters = math.atan2(matrix.b, matrix.a) / (math.pi / 2)
        slanted = abs(quarters - round(quarters)) > _SLANTED
        self.quarter = -1 if slanted else round(quarters) % 4
        self.bold, self.italic, self.mono = (
            _font(text_object, fonts) if text_object else (False, False, False)
        )
        self.content = pdfium.FPDFPageObj_GetMarkedContentID(text_object) if text_object else -1

    @property
    def look(self) -> tuple[Any, ...]:
        """What parts a word where it changes."""
        return self.content, self.size, self.bold, self.italic, self.quarter


def _font(text_object: Any, fonts: dict[int, tuple[bool, bool, bool]]) -> tuple[bool, bool, bool]:
    """Return whether the object's font is bold, italic, and of one width."""
    font = pdfium.FPDFTextObj_GetFont(text_object)
    key = ctypes.addressof(font.contents) if font else 0
    if key not in fonts:
        name = ""
        flags = 0
        if font:
            room = ctypes.create_string_buffer(200)
            pdfium.FPDFFont_GetBaseFontName(font, room, len(room))
            name = room.value.decode("latin-1").lower()
            flags = pdfium.FPDFFont_GetFlags(font)
        bold = "bold" in name or "black" in name or "heavy" in name or bool(flags & _FORCED_BOLD)
        italic = "italic" in name or "oblique" in name or bool(flags & _ITALIC)
        bold = bold or bool(font and pdfium.FPDFFont_GetWeight(font) >= _BOLD)
        mono = any(part in name for part in _MONO) or bool(flags & _FIXED)
        fonts[key] = (bold, italic, mono)
    return fonts[key]


@dataclass(slots=True)
class RawWord:
    """A word as it stands in the page's own coordinates, however it is turned."""

    text: str
    box: tuple[float, float, float, float]
    """Left, bottom, right, top."""
    origin: tuple[float, float]
    style: _Style
    glued: bool
    link: str = ""


def words(document: Any, page: Any) -> list[RawWord]:
    """Return the words on a page in the order of its content."""
    text_page = pdfium.FPDFText_LoadPage(page)
    if not text_page:
        return []
    try:
        found = _Words(text_page).all()
    finally:
        pdfium.FPDFText_ClosePage(text_page)
    for left, bottom, right, top, target in _links(document, page):
        for word in found:
            x = (word.box[0] + word.box[2]) / 2
            y = (word.box[1] + word.box[3]) / 2
            if left <= x <= right and bottom <= y <= top:
                word.link = target
    return found


class _Words:
    """Goes through the characters of a page and makes words of them."""

    def __init__(self, text_page: Any) -> None:
        self._page = text_page
        self._found: list[RawWord] = []
        self._styles: dict[int, _Style] = {}
        self._fonts: dict[int, tuple[bool, bool, bool]] = {}
        self._letters: list[str] = []
        self._first = 0
        self._style: _Style | None = None
        self._glued = False

    def all(self) -> list[RawWord]:
        """Return the page's words."""
        for index in range(max(0, pdfium.FPDFText_CountChars(self._page))):
            code = pdfium.FPDFText_GetUnicode(self._page, index)
            letter = chr(code) if 0x20 <= code < 0x110000 else " "
            if code in _SOFT_HYPHENS:
                letter = "\xad"
            if letter.isspace():
                self._end(glue=False)
                continue
            style = self._style_at(index)
            if self._style is not None and self._letters and self._style.look != style.look:
                self._end(glue=True)
            if not self._letters:
                self._first, self._style = index, style
            self._letters.append(letter)
            if code == _LINE_HYPHEN:  # the next character is of another line
                self._end(glue=False)
        self._end(glue=False)
        return self._found

    def _style_at(self, index: int) -> _Style:
        text_object = pdfium.FPDFText_GetTextObject(self._page, index)
        key = ctypes.addressof(text_object.contents) if text_object else 0
        if key not in self._styles:
            self._styles[key] = _Style(self._page, index, text_object, self._fonts)
        return self._styles[key]

    def _end(self, *, glue: bool) -> None:
        """End the word that was begun, if any; ``glue``: the next follows without a space."""
        letters, self._letters = self._letters, []
        if letters and self._style is not None:
            first, last = self._box(self._first), self._box(self._first + len(letters) - 1)
            box = (
                min(first[0], last[0]), min(first[1], last[1]),
                max(first[2], last[2]), max(first[3], last[3]),
            )  # fmt: skip
            x, y = ctypes.c_double(), ctypes.c_double()
            pdfium.FPDFText_GetCharOrigin(self._page, self._first, x, y)
            text = "".join(letters).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
            self._found.append(RawWord(text, box, (x.value, y.value), self._style, self._glued))
        self._glued = glue

    def _box(self, index: int) -> tuple[float, float, float, float]:
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        pdfium.FPDFText_GetCharBox(self._page, index, left, right, bottom, top)
        return left.value, bottom.value, right.value, top.value


def _links(document: Any, page: Any) -> list[tuple[float, float, float, float, str]]:
    """Return where each link to an address stands, as left, bottom, right, top, address."""
    found: list[tuple[float, float, float, float, str]] = []
    position = ctypes.c_int(0)
    link = pdfium.FPDF_LINK()
    while len(found) < 2_000 and pdfium.FPDFLink_Enumerate(page, position, link):
        action = pdfium.FPDFLink_GetAction(link)
        if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
            continue
        size = pdfium.FPDFAction_GetURIPath(document, action, None, 0)
        box = pdfium.FS_RECTF()
        if not 1 < size < 5_000 or not pdfium.FPDFLink_GetAnnotRect(link, box):
            continue
        room = ctypes.create_string_buffer(size)
        pdfium.FPDFAction_GetURIPath(document, action, room, size)
        target = room.value.decode("utf-8", "replace")
        found.append((box.left, box.bottom, box.right, box.top, target))
    return found
