"""The script as text: what is said, to be read, searched or checked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypedDict

from content.errors import IntoneError
from content.rules.descriptions import description_of
from content.script import Script
from content.text import clean_line
from content.why import Reason, occurrences, sentences_of

_SHOWN = 60


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


class Why(TypedDict):
    """One place where what was asked for stands."""

    written: str
    said: str
    phonemes: str | None
    """In IPA, where the sounds are given."""
    stands_for: str | None
    section: str | None
    rules: list[dict[str, str]]
    """Name and description of each rule that changed something."""


def why_lines(script: Script, phrase: str) -> Iterator[str]:
    """Yield for each place where ``phrase`` stands why it is said as it is, a line each.

    Raises IntoneError when it stands nowhere.
    """
    for reason in _reasons(script, phrase):
        section = f"{reason.section}: " if reason.section else ""
        yield section + sentences_of(reason)


def why_json(script: Script, phrase: str) -> list[Why]:
    """Return the same, ready for JSON."""
    return [
        {
            "written": reason.written,
            "said": reason.said,
            "phonemes": reason.phonemes or None,
            "stands_for": reason.stands_for or None,
            "section": reason.section or None,
            "rules": [{"name": rule, "description": description_of(rule)} for rule in reason.rules],
        }
        for reason in _reasons(script, phrase)
    ]


def _reasons(script: Script, phrase: str) -> list[Reason]:
    shown = clean_line(phrase)[:_SHOWN]
    if not shown:
        raise IntoneError("No words were named; give some that stand in the article.")
    found = list(occurrences(script, phrase))
    if not found:
        raise IntoneError(
            f"{shown} is not in {script.article.title}; give words as they are written there."
        )
    return found


def _one_line(text: str) -> str:
    return " ".join(text.split())
