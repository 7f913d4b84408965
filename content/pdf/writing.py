"""The words on a page as pdfium tells them, each with its place, its font and its link."""

from __future__ import annotations

import ctypes
import math
from typing import Any

import pypdfium2.raw as pdfium

_LINE_HYPHEN = 0x02
"""What pdfium makes of a hyphen at the end of a line, with which it leaves out the line's end."""
_SOFT_HYPHENS = frozenset({_LINE_HYPHEN, 0xAD})
_BOLD = 600
_MONO = ("courier", "mono", "consolas", "menlo", "cmtt")
_FIXED, _ITALIC, _FORCED_BOLD = 1, 1 << 6, 1 << 18
"""Flags of a font's descriptor; ISO 32000-1, table 123."""
_SLANTED = 0.1
"""Radians by which writing may rise and still be level."""


class _Style:
    """What the words of one text object have in common."""

    __slots__ = ("bold", "content", "italic", "level", "mono", "size")

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
        self.level = abs(math.atan2(matrix.b, matrix.a)) < _SLANTED
        self.bold, self.italic, self.mono = (
            _font(text_object, fonts) if text_object else (False, False, False)
        )
        self.content = pdfium.FPDFPageObj_GetMarkedContentID(text_object) if text_object else -1


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


def words(document: Any, page: Any) -> list[list[Any]]:
    """Return the level words on a page in the order of its content, as ``Word`` takes them."""
    text_page = pdfium.FPDFText_LoadPage(page)
    if not text_page:
        return []
    try:
        found = _words(text_page)
    finally:
        pdfium.FPDFText_ClosePage(text_page)
    for left, bottom, right, top, target in _links(document, page):
        for word in found:
            middle = (word[1] + word[2]) / 2
            if left <= middle <= right and bottom <= word[3] + word[4] / 4 <= top:
                word[9] = target
    return found


def _words(text_page: Any) -> list[list[Any]]:
    found: list[list[Any]] = []
    styles: dict[int, _Style] = {}
    fonts: dict[int, tuple[bool, bool, bool]] = {}
    letters: list[str] = []
    first = 0
    style: _Style | None = None
    glued = False
    for index in range(max(0, pdfium.FPDFText_CountChars(text_page))):
        code = pdfium.FPDFText_GetUnicode(text_page, index)
        letter = "\xad" if code in _SOFT_HYPHENS else chr(code) if 0x20 <= code < 0x110000 else " "
        if letter.isspace():
            _end(found, text_page, letters, first, style, glued)
            letters, glued = [], False
            continue
        text_object = pdfium.FPDFText_GetTextObject(text_page, index)
        key = ctypes.addressof(text_object.contents) if text_object else 0
        if key not in styles:
            styles[key] = _Style(text_page, index, text_object, fonts)
        now = styles[key]
        if letters and style is not None and _differ(style, now):
            _end(found, text_page, letters, first, style, glued)
            letters, glued = [], True
        if not letters:
            first, style = index, now
        letters.append(letter)
        if code == _LINE_HYPHEN:  # the next character is of another line
            _end(found, text_page, letters, first, style, glued)
            letters, glued = [], False
    _end(found, text_page, letters, first, style, glued)
    return found


def _differ(one: _Style, other: _Style) -> bool:
    return one is not other and (one.content, one.size, one.bold, one.italic) != (
        other.content, other.size, other.bold, other.italic,
    )  # fmt: skip


def _end(
    found: list[list[Any]],
    text_page: Any,
    letters: list[str],
    first: int,
    style: _Style | None,
    glued: bool,
) -> None:
    """Add the word of ``letters``, whose characters begin at ``first``, if there is one."""
    if not letters or style is None or not style.level:
        return
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(text_page, first, left, right, bottom, top)
    start = left.value
    pdfium.FPDFText_GetCharBox(text_page, first + len(letters) - 1, left, right, bottom, top)
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text_page, first, x, y)
    text = "".join(letters).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    found.append(
        [text, round(start, 2), round(right.value, 2), round(y.value, 2), style.size, style.bold,
         style.italic, glued, style.content, "", style.mono]
    )  # fmt: skip


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
