"""What a person can choose about how it looks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.preference import Preference, preferred

if TYPE_CHECKING:
    from tui.session import Session


def _show(session: Session, _: str) -> None:
    if session.front is not None:
        session.front.show_display()


THEME = Preference(
    "theme", "Theme",
    {
        "dark": "dark, white on black",
        "light": "light, black on white",
        "yellow": "yellow on black",
        "ansi-dark": "the terminal's own colours, dark",
        "ansi-light": "the terminal's own colours, light",
    },
    "Which colours are used; none, where the variable NO_COLOR is set.", _show,
)  # fmt: skip
VIEW = Preference(
    "view", "View",
    {
        "normal": "normal",
        "focus": "one sentence",
        "large": "large print",
    },
    "Whether the text is shown, or only the sentence that is read, or that in large letters.",
    _show,
)  # fmt: skip
WIDTH = Preference(
    "text_width", "Width of the text",
    {"full": "full", "80": "80 columns", "60": "60 columns", "40": "40 columns"},
    "How long the lines of the text may be.", _show,
)  # fmt: skip
LINES = Preference(
    "line_spacing", "Line spacing", {"1": "single", "2": "double"},
    "Whether an empty line stands between the lines of a paragraph.", _show,
)  # fmt: skip
PARAGRAPHS = Preference(
    "paragraph_spacing", "Space between paragraphs",
    {"1": "one line", "2": "two lines", "0": "none"},
    "How many empty lines stand between paragraphs.", _show,
)  # fmt: skip
WORD = Preference(
    "word_mark", "Mark of the word",
    {"both": "thick and underlined", "block": "thick", "underline": "underlined"},
    "How the word that is read is marked.", _show,
)  # fmt: skip
BESIDE = Preference(
    "list_beside", "List of sections",
    {"yes": "beside the text", "no": "in the place of the text"},
    "Whether the list of sections stands beside the text where there is room.", _show,
)  # fmt: skip
CURSOR = Preference(
    "cursor", "Cursor", {"own": "as the terminal has it", "block": "a steady block"},
    "Which shape the terminal's cursor has while Intone runs.", _show,
)  # fmt: skip

FOOTER = Preference(
    "footer", "Line of keys",
    {"auto": "where there is room", "yes": "always", "no": "never"},
    "Whether a line near the bottom names the keys that are wanted most.", _show,
)  # fmt: skip

DISPLAY_PREFERENCES = (THEME, VIEW, WIDTH, LINES, PARAGRAPHS, WORD, BESIDE, CURSOR, FOOTER)


@dataclass(frozen=True, slots=True)
class Display:
    """How it looks, by these choices; the usual values are those of who has chosen nothing."""

    theme: str = "dark"
    view: str = "normal"
    width: int = 0
    """Columns that a line of text may have; 0 for all there are."""
    line_rows: int = 1
    """Rows that a line takes."""
    paragraph_rows: int = 1
    """Empty rows between paragraphs."""
    word: str = "both"
    beside: bool = True
    steady_cursor: bool = False
    footer: str = "auto"
    """Whether the line of keys is shown: yes, no, or auto, where there is room."""


def display_of(session: Session) -> Display:
    """Return what a person has chosen."""
    width = preferred(session, WIDTH)
    return Display(
        theme=preferred(session, THEME),
        view=preferred(session, VIEW),
        width=0 if width == "full" else int(width),
        line_rows=int(preferred(session, LINES)),
        paragraph_rows=int(preferred(session, PARAGRAPHS)),
        word=preferred(session, WORD),
        beside=preferred(session, BESIDE) == "yes",
        steady_cursor=preferred(session, CURSOR) == "block",
        footer=preferred(session, FOOTER),
    )
