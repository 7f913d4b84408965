"""The script as text: what is said, to be read, searched or checked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypedDict

from content.script import Script


class Line(TypedDict):
    """One utterance."""

    text: str
    """What is said, on one line."""
    source: str
    """What stands in the source for it."""
    kind: str
    section: str | None
    """The title of its section; None before the first."""
    language: str
    pause_ms: int
    rules: list[str]
    """The rules that changed or added something, each once, in order."""


def script_lines(script: Script) -> Iterator[str]:
    """Yield what is said, one utterance a line."""
    for utterance in script:
        yield _one_line(utterance.text)


def script_json(script: Script) -> list[Line]:
    """Return every utterance with its source and the rules behind it, ready for JSON."""
    article = script.article
    return [
        {
            "text": _one_line(utterance.text),
            "source": utterance.source_text(article.blocks[utterance.block].text),
            "kind": utterance.kind,
            "section": (
                article.sections[utterance.section].title if utterance.section >= 0 else None
            ),
            "language": utterance.language,
            "pause_ms": utterance.pause_ms,
            # That space is not said is no news.
            "rules": list(
                dict.fromkeys(
                    piece.rule for piece in utterance.pieces if piece.rule not in ("", "space")
                )
            ),
        }
        for utterance in script
    ]


def _one_line(text: str) -> str:
    return " ".join(text.split())
