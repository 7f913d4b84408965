"""Sentences with words of the article in them: each part is for the voice of its language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from content.words import base_of

if TYPE_CHECKING:
    from tui.session import Session
    from voices.messages import Priority

INTERFACE = "en"
Part = tuple[str, str]
"""A text, and the language that it is in."""


def ours(text: str) -> Part:
    """Return a part that is of the interface."""
    return text, INTERFACE


def written(parts: tuple[Part, ...]) -> str:
    """Return the whole as one text."""
    return " ".join(text for text, _ in parts if text)


def say_parts(
    session: Session, parts: tuple[Part, ...], priority: Priority = "now", shown: bool = False
) -> None:
    """Say one part after the other; those of one language as one sentence."""
    said: list[Part] = []
    for text, language in parts:
        if text and said and base_of(said[-1][1]) == base_of(language):
            said[-1] = f"{said[-1][0]} {text}", said[-1][1]
        elif text:
            said.append((text, language))
    for index, (text, language) in enumerate(said):
        session.say(text, language, "more" if index else priority, shown=shown)
