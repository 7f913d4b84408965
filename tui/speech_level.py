"""Who speaks: the article and Intone, the article alone, or nobody.

What is not spoken of the interface stands on the screen, for a screen reader or a braille
display. With nobody, reading goes on without a sound: the cursor moves at the pace.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.preference import Preference

if TYPE_CHECKING:
    from tui.session import Session

ALL, CONTENT, OFF = "all", "content", "off"


def _apply(session: Session, level: str) -> None:
    """Let ``level`` hold. Where the interface does not speak then, this is the last it says."""
    session.announcer.level = level
    last = None if level == ALL else session.narrator.announce(SPEECH.sentence(level), "en")
    session.narrator.muting.mute(level == OFF, last)


SPEECH = Preference(
    "speech", "Speech", {ALL: "all", CONTENT: "the article only", OFF: "off"},
    "Whether the article and Intone are spoken, the article alone, or nothing.", _apply,
    lambda session: session.announcer.level,
)  # fmt: skip
TYPING = Preference(
    "typing", "Typing",
    {"both": "letters and words", "letters": "letters", "words": "words", "none": "silent"},
    "What is said of what you type: each letter, each word when its space is typed, or both.",
)  # fmt: skip
SPEECH_PREFERENCES = (SPEECH, TYPING)
