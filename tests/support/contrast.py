"""The colours of what is on the screen, and how far apart they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rich.color import Color, ColorType
from rich.style import Style

from tui.app import IntoneApp


@dataclass(frozen=True, slots=True)
class Cell:
    """One stretch of a row that looks the same all along."""

    row: int
    text: str
    style: Style

    @property
    def ink(self) -> Color | None:
        """The colour of its letters, as it is seen."""
        return self.style.bgcolor if self.style.reverse else self.style.color

    @property
    def paper(self) -> Color | None:
        """The colour behind them."""
        return self.style.color if self.style.reverse else self.style.bgcolor

    @property
    def marks(self) -> tuple[bool, bool, bool]:
        """What is left of its looks without colours: reversed, underlined, bold."""
        style = self.style
        return bool(style.reverse), bool(style.underline), bool(style.bold)

    @property
    def is_seen(self) -> bool:
        """Whether there is anything in it that has the colour of letters."""
        return bool(self.text.strip()) or any(self.marks[:2])


def cells_of(app: IntoneApp) -> Iterator[Cell]:
    """Yield all that is on the screen."""
    for row, strip in enumerate(app.screen._compositor.render_strips()):
        for segment in strip:
            yield Cell(row, segment.text, segment.style or Style())


def is_terminals_own(color: Color | None) -> bool:
    """Whether the terminal itself decides what this colour is."""
    return color is None or color.type in (ColorType.DEFAULT, ColorType.STANDARD)


def contrast(cell: Cell) -> float:
    """Return the contrast of WCAG 2, from 1 to 21; 0 when only the terminal knows it."""
    if cell.ink is None or cell.paper is None or not (cell.ink.triplet and cell.paper.triplet):
        return 0
    lighter, darker = sorted((_luminance(cell.ink), _luminance(cell.paper)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: Color) -> float:
    red, green, blue = (_linear(part / 255) for part in color.get_truecolor())
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
