"""Text as it is looked for: capitals, accents and kinds of spaces, dashes and quotes are the same.

Each character is folded by itself, to none, one or several; runs of spaces become one. So a
stretch of what was folded leads back to the stretch that it was made of.
"""

from __future__ import annotations

import unicodedata

from content.patterns import lazily

_SPECIAL = {
    **dict.fromkeys("‐‑‒–—―−⁃﹘", "-"),
    **dict.fromkeys("‘’‚‛ʼ´′‹›`", "'"),
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\ufeff", ""),
    **dict.fromkeys("\u2060\u2061\u2062\u2063\u2064", ""),
    "⁄": "/", "ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe",
}  # fmt: skip
"""What Unicode does not take apart."""
# Accents, and the points of Hebrew and Arabic that most texts leave out. Other marks that
# combine are vowels and the like, without which a word is another.
_ACCENT = lazily(
    "[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f"
    "\u0670\u06d6-\u06dc\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f]"
)
_OTHER = lazily("[^\x00-\x7f]+")
_DENSE = 1.05
"""Bytes in UTF-8 a character, above which it is quicker to look every character up."""
_PIECE = 2000
"""Characters that are folded one by one to find the place of one of them."""


class _Table(dict[int, str]):
    """How each character is folded, as far as it was met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _folded_character(chr(code))
        return folded


_TABLE = _Table()


def _folded_character(character: str) -> str:
    if character in _SPECIAL:
        return _SPECIAL[character]
    if character.isspace():
        return " "
    parts = _ACCENT.sub("", unicodedata.normalize("NFKD", character)).casefold()
    return "".join(_SPECIAL.get(part, part) for part in parts)


def folded(text: str) -> str:
    """Return ``text`` as it is compared; a NUL in it stays and parts what stands around it."""
    if text.isascii():
        text = text.replace("`", "'")
    elif len(text.encode("utf-8", "replace")) > _DENSE * len(text):
        text = text.translate(_TABLE)
    else:
        text = _OTHER.sub(lambda run: run[0].translate(_TABLE), text).replace("`", "'")
    for space in "\n\t":
        text = text.replace(space, " ")
    while "  " in text:
        text = text.replace("  ", " ")
    return text.lower()


def unfolded(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the stretch of ``text`` of which ``folded(text)[start:end]`` was made.

    A character that was folded to several counts whole; what was folded to nothing belongs to
    what it follows. The time taken is that of folding what stands before the stretch.
    """
    if text.isascii() and len(folded(text)) == len(text):
        return start, end
    begin = before = 0
    while True:
        cut = _safe_cut(text, begin + _PIECE)
        length = len(folded(text[begin:cut]))
        if start < before + length or cut == len(text):
            break
        begin, before = cut, before + length
    while True:  # the end may stand in a later piece
        places = _places(text, begin, cut)
        if end - before <= len(places) or cut == len(text):
            break
        cut = _safe_cut(text, cut + _PIECE)
    following = places[end - before] if end - before < len(places) else cut
    return places[start - before], max(following, places[end - before - 1] + 1)


def _safe_cut(text: str, at: int) -> int:
    """Return where at or after ``at`` a text can be cut in two that are folded each by itself."""
    while at < len(text) and _TABLE[ord(text[at])][:1] in ("", " "):
        at += 1
    return min(at, len(text))


def _places(text: str, begin: int, end: int) -> list[int]:
    """Return where each character of the folded stretch stands in ``text``."""
    found: list[int] = []
    spaced = False
    for index in range(begin, end):
        for part in _TABLE[ord(text[index])]:
            if not (part == " " and spaced):
                found.append(index)
            spaced = part == " "
    return found
