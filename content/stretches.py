"""The stretches of a block's text that are said in one breath each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from content.clauses import clauses
from content.language import language_of_part
from content.model import Span
from content.patterns import lazily
from content.sentences import sentences

_LINE = lazily(r"[^\n]*\n?")
_FEWEST_WORDS = 3
_LATIN_ENDS = "\u0250"


def line_sentences(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Yield the sentences of each line: a break that the source asks for is heard."""
    for line in _LINE.finditer(text):
        for start, end in sentences(line[0], language):
            yield line.start() + start, line.start() + end


def lines(text: str) -> list[tuple[int, int]]:
    """Return the lines of ``text``."""
    return [match.span() for match in _LINE.finditer(text) if match[0]]


def within(text: str, start: int, end: int, language: str) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a part of ``text``, long ones in clauses."""
    for sentence_start, sentence_end in sentences(text[start:end], language):
        yield from clauses(text, start + sentence_start, start + sentence_end)


def joined(text: str, stretches: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the stretches, one of nothing but space joined to the one before or after it."""
    begin: int | None = None
    held: tuple[int, int] | None = None
    for start, end in stretches:
        if not text[start:end].strip():
            if held is not None:
                held = (held[0], end)
            elif begin is None:
                begin = start
            continue
        if held is not None:
            yield held
        held = (start if begin is None else begin, end)
        begin = None
    if held is not None:
        yield held


def by_language(
    text: str, start: int, end: int, spans: Iterable[Span], language: str
) -> list[tuple[int, int, str]]:
    """Return the parts of a sentence with the language that each is to be said in.

    A span in a declared language is a part of its own when it has some words: a voice that
    changes for one word is harder to follow than one word said a little wrong. What a voice
    cannot read at all, because it is in another script, is a part however short.
    """
    parts: list[tuple[int, int, str]] = []
    at = start
    for span in sorted(spans, key=lambda span: span.start):
        first, last = max(span.start, at), min(span.end, end)
        if span.kind != "language" or first >= last or not span.target:
            continue
        whole = not text[start:first].strip() and not text[last:end].strip()
        if not whole and not _is_worth_a_voice(text[first:last]):
            continue
        parts += [(at, first, ""), (first, last, span.target)]
        at = last
    parts = _with_their_marks(text, [*parts, (at, end, "")])
    return [
        (first, last, declared or language_of_part(text[first:last], language))
        for first, last, declared in parts
    ]


def _is_worth_a_voice(text: str) -> bool:
    letters = list(filter(str.isalpha, text))
    foreign = sum(letter >= _LATIN_ENDS for letter in letters)
    return foreign * 2 > len(letters) or len(text.split()) >= _FEWEST_WORDS


def _with_their_marks(text: str, parts: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Return the parts, those without a letter or a digit joined to the one beside them."""
    made: list[tuple[int, int, str]] = []
    begin: int | None = None
    for start, end, language in parts:
        if any(map(str.isalnum, text[start:end])):
            made.append((start if begin is None else begin, end, language))
            begin = None
        elif made:
            made[-1] = made[-1][0], end, made[-1][2]
        elif begin is None:
            begin = start
    return made or [(parts[0][0], parts[-1][1], "")]
