"""What the spans of a sentence change: images, notes, formulas and abbreviations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from content.model import Span
from content.patterns import lazily
from content.rules.rule import Change
from content.settings import ScriptSettings
from content.words import Words, base_of, words_of

NOTE_RULE = "note mark"

_LABEL = lazily(r"[^\w.-]+")


def changes_of(
    text: str, spans: Iterable[Span], language: str, kind: str, settings: ScriptSettings
) -> Iterator[tuple[Change, str]]:
    """Yield the changes that a sentence's spans ask for, each with its rule's name.

    A language's span is said by another voice, see ``content.stretches``; code is said as it
    is written, and what has no change here as well.
    """
    words = words_of(language)
    explained: set[str] = set()
    for span in spans:
        written = text[span.start : span.end]
        if not written:
            continue
        match span.kind:
            case "image" if kind != "figure" and settings.structure != "none":
                yield (span.start, span.start, words("image") + ", "), "figure"
            case "note":
                yield _note(text, span, language, words, settings), NOTE_RULE
            case "formula" if span.target.strip():
                yield _formula(text, span), "formula"
            case "abbreviation" if settings.structure == "most" and span.target.strip():
                if written not in explained and written.casefold() != span.target.casefold():
                    explained.add(written)
                    yield (span.end, span.end, f", {_line(span.target)},"), "abbreviation"


def _note(text: str, span: Span, language: str, words: Words, settings: ScriptSettings) -> Change:
    if settings.notes != "say":
        start = span.start
        while start and text[start - 1] == " ":
            start -= 1
        return start, span.end, ""
    label = _LABEL.sub("", text[span.start : span.end])
    note = words("note") if base_of(words.language) == base_of(language) else ""
    said = note if label.casefold() == note.casefold() else f"{note} {label}".strip()
    before = text[span.start - 1 : span.start]
    lead = " " if before in ".,;:!?" or before.isspace() else ", "
    more = text[span.end : span.end + 2].strip().isalnum()
    return span.start, span.end, lead + said + ("," if more else "")


def _formula(text: str, span: Span) -> Change:
    """Return a formula in words, which are parted from those beside it."""
    lead = " " if text[max(0, span.start - 1) : span.start].isalnum() else ""
    more = " " if text[span.end : span.end + 1].isalnum() else ""
    return span.start, span.end, f"{lead}{_line(span.target)}{more}"


def _line(text: str) -> str:
    return " ".join(text.replace("[", "[ ").split())
