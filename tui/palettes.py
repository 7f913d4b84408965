"""The colours of each theme, in one place. Every pair is checked by its contrast in a test."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Palette:
    """What a theme's colours are, as Textual's CSS names them."""

    paper: str
    ink: str
    sentence_paper: str
    """Behind the sentence that is read, and behind what is selected in a field."""
    sentence_ink: str
    sentence_style: str = "bold"
    """How the sentence is told apart where there are no colours."""
    dark: bool = True
    native: bool = False
    """Whether the terminal's own colours are used, which only the terminal knows."""


_OWN = "ansi_default"

PALETTES = {
    "dark": Palette("#000000", "#ffffff", "#0000af", "#ffffff"),
    "light": Palette("#ffffff", "#000000", "#d7d7ff", "#000000", dark=False),
    "yellow": Palette("#000000", "#ffff00", "#0000af", "#ffff00"),
    "ansi-dark": Palette(_OWN, _OWN, _OWN, "ansi_bright_yellow", "underline", native=True),
    "ansi-light": Palette(_OWN, _OWN, _OWN, "ansi_blue", "underline", dark=False, native=True),
    "none": Palette(_OWN, _OWN, _OWN, _OWN, "underline", native=True),
}
"""By the names of the themes; "none" is what NO_COLOR asks for.

Our own keep their contrast where a terminal has 256 colours or 16 and takes the nearest.
"""
