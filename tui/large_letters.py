"""The letters of large print: each is a picture of dots, made of those in ``letters.txt``.

Rows count from 0, the top of a capital, to 6, the line that letters stand on; what hangs below
has larger numbers, what stands over a letter smaller ones.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from rich.cells import cell_len

BASE = 6
"""The row that letters stand on."""
_FILE = Path(__file__).with_name("letters.txt")
_WITHOUT_DOT = {"i": "ı", "j": "ȷ", "і": "ı", "ј": "ȷ"}
_BELOW = {202, 220, 240}
"""Combining classes of what stands under a letter, in Unicode."""
_TWO_ROWS = 2


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter with its accents. ``rows`` has, by number, dots: "#" and "."."""

    text: str
    width: int
    rows: dict[int, str]
    """Empty where there is no picture; then the text itself is shown."""


def letters_of(text: str) -> list[Letter]:
    """Return the letters of a word, each with what combines with it; nothing is left out."""
    return [_letter(cluster) for cluster in _clusters(text)]


def _clusters(text: str) -> Iterator[str]:
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or unicodedata.category(text[at]) not in ("Mn", "Mc", "Me", "Cf"):
            yield text[start:at]
            start = at


@lru_cache(maxsize=4096)
def _letter(cluster: str) -> Letter:
    seen = "".join(char for char in cluster if unicodedata.category(char) != "Cf")
    font = _font()
    composed = font.get(unicodedata.normalize("NFC", seen))
    picture = _numbered(composed, 0) if composed else _picture(unicodedata.normalize("NFD", seen))
    if picture is None and unicodedata.decomposition(seen[:1]).startswith(("<compat>", "<wide>")):
        parts = [_letter(char) for char in _clusters(unicodedata.normalize("NFKD", seen))]
        if all(part.rows for part in parts):
            picture = _beside([part.rows for part in parts])
    if picture is None:
        return Letter(cluster, max(1, cell_len(cluster)), {})
    return Letter(cluster, _width(picture), picture)


def _picture(decomposed: str) -> dict[int, str] | None:
    """Return the picture of a letter and its marks; None when one of them has none."""
    font = _font()
    base, marks = decomposed[:1], decomposed[1:]
    over = [mark for mark in marks if unicodedata.combining(mark) not in _BELOW]
    if over:
        base = _WITHOUT_DOT.get(base, base)
    if any(char not in font for char in (base, *marks)):
        return None
    picture = _numbered(font[base], 0)
    if over:
        pictures = [_numbered(font[mark], 0) for mark in over]
        above = min(row for row, dots in picture.items() if "#" in dots) - _TWO_ROWS - 1
        picture = _over(picture, _beside(pictures), above)
    for mark in marks:
        if mark not in over:
            lowest = max((row for row, dots in picture.items() if "#" in dots), default=BASE)
            picture = _over(picture, _numbered(font[mark], 0), max(lowest, BASE) + 1)
    return picture


def _numbered(rows: Sequence[str], first: int) -> dict[int, str]:
    return {first + number: dots for number, dots in enumerate(rows)}


def _width(picture: dict[int, str]) -> int:
    return len(next(iter(picture.values())))


def _beside(pictures: Sequence[dict[int, str]]) -> dict[int, str]:
    """Return pictures side by side, with room between them."""
    numbers = sorted({number for picture in pictures for number in picture})
    return {
        number: ".".join(picture.get(number, "." * _width(picture)) for picture in pictures)
        for number in numbers
    }


def _over(picture: dict[int, str], mark: dict[int, str], first: int) -> dict[int, str]:
    """Return ``picture`` with a mark from the row ``first`` on, in its middle."""
    width = max(_width(picture), _width(mark))
    moved = {first + number: dots for number, dots in mark.items()}
    both = {}
    for number in sorted({*picture, *moved}):
        lower = picture.get(number, "").center(width, ".")
        upper = moved.get(number, "").center(width, ".")
        both[number] = "".join(
            "#" if "#" in pair else "." for pair in zip(lower, upper, strict=True)
        )
    return both


@lru_cache(maxsize=1)
def _font() -> dict[str, tuple[str, ...]]:
    """Return the rows of each letter, from the top of a capital down, and of each mark."""
    font: dict[str, tuple[str, ...]] = {}
    names: list[str] = []
    rows: list[list[str]] = []
    for line in [*_FILE.read_text(encoding="utf-8").splitlines(), "= "]:
        if line.startswith("= "):
            for name, picture in zip(names, zip(*rows, strict=True), strict=True):
                characters = chr(int(name[2:], 16)) if name.startswith("U+") else name
                font.update(dict.fromkeys(characters, picture))
            names, rows = line[2:].split(), []
        elif line.strip() and not line.startswith(";"):
            rows.append(line.split())
    return font
