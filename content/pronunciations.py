"""Where a text has words that are to be said otherwise than the voice would.

A word is looked up once, whatever the number of entries: by its first word, or where an entry
is for parts of words too, by its first letters. From there only the lengths that entries with
that beginning have are tried, the longest first, so that time is linear in the text.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from content.folding import Folded, fold
from content.model import Pronunciation
from content.patterns import lazily

_WORD = lazily(r"\w+")
_UNSPACED = lazily("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_BEGINNING = 3
"""Letters by which parts of words are looked up."""
_MOST_ALIKE = 100
"""Entries that differ in capitals and languages only: each is tried where one of them stands."""

DICTIONARY, LEXICON = "dictionary", "lexicon"
"""The names of the two rules."""


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of a text that is to be said otherwise."""

    start: int
    end: int
    entry: Pronunciation
    rule: str


@dataclass(frozen=True, slots=True)
class _Known:
    entry: Pronunciation
    written: str
    """As its text is compared, with capitals."""


@dataclass(slots=True)
class _Layer:
    """Entries of which none goes before another: the leftmost, then the longest, is taken."""

    rule: str
    words: bool
    """Whether they begin with a word, and only whole words are meant."""
    lengths: dict[str, list[int]] = field(default_factory=dict)
    """For a beginning, how long the entries with it are, falling."""
    entries: dict[str, list[_Known]] = field(default_factory=dict)
    """By what is compared; those that ask for capitals first."""
    sizes: list[int] = field(default_factory=list)
    """How long the beginnings are."""

    def add(self, text: str, known: _Known) -> None:
        same = self.entries.setdefault(text, [])
        if len(same) < _MOST_ALIKE:
            same.append(known)

    def close(self) -> None:
        """Make ready what is looked up, once all entries are there."""
        for same in self.entries.values():
            same.sort(key=lambda known: not known.entry.case)
        for text in sorted(self.entries, key=len, reverse=True):
            word = _WORD.match(text) if self.words else None
            beginning = word[0] if word else text[:_BEGINNING]
            lengths = self.lengths.setdefault(beginning, [])
            if not lengths or lengths[-1] != len(text):
                lengths.append(len(text))
        self.sizes = sorted({len(beginning) for beginning in self.lengths}, reverse=True)

    def beginnings(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield the stretches of a folded text with which some entry begins."""
        lengths = self.lengths
        if self.words:
            for match in _WORD.finditer(text):
                if match[0] in lengths:
                    yield match.span()
            return
        for at in range(len(text)):
            for size in self.sizes:
                if text[at : at + size] in lengths:
                    yield at, at + size


class Pronunciations:
    """A person's dictionary and an article's lexicon, ready to be looked up."""

    def __init__(
        self, dictionary: Iterable[Pronunciation], lexicon: Iterable[Pronunciation] = ()
    ) -> None:
        """Of two entries that want the same stretch, that of the dictionary has it.

        In the dictionary, an entry for this article alone goes before one for a language, and
        that before one for all. Among these, whole words go before parts of words, what
        stands further left before what follows, the longer before the shorter, and of two for
        the very same words the one with capitals, then the one given first.
        """
        layers = {
            (who, words): _Layer(LEXICON if who == 3 else DICTIONARY, words)
            for who in range(4)
            for words in (True, False)
        }
        for entry in dictionary:
            _add(layers, 0 if entry.own else 1 if entry.language else 2, entry)
        for entry in lexicon:
            _add(layers, 3, entry)
        self._layers = [layer for layer in layers.values() if layer.entries]
        for layer in self._layers:
            layer.close()

    def find(self, text: str, language: str) -> list[Found]:
        """Return the stretches of ``text``, in ``language``, in order and apart."""
        if not self._layers:
            return []
        folded = fold(text)
        taken = bytearray(len(folded.text))
        found: list[Found] = []
        for layer in self._layers:
            for at, beginning in layer.beginnings(folded.text):
                if taken[at]:
                    continue
                match = _longest(layer, folded, at, beginning, language, taken)
                if match is not None:
                    end, entry = match
                    taken[at:end] = b"\1" * (end - at)
                    start, stop = folded.starts[at], folded.ends[end - 1]
                    found.append(Found(start, stop, entry, layer.rule))
        found.sort(key=lambda each: each.start)
        return found


def _add(layers: dict[tuple[int, bool], _Layer], who: int, entry: Pronunciation) -> None:
    folded = fold(entry.written.strip())
    text = folded.text
    if text.strip():
        words = entry.whole and bool(_WORD.match(text)) and not _UNSPACED.match(text)
        layers[who, words].add(text, _Known(entry, folded.written))


def _longest(
    layer: _Layer, folded: Folded, at: int, beginning: int, language: str, taken: bytearray
) -> tuple[int, Pronunciation] | None:
    """Return where the longest entry ends that stands at ``at``, and the entry."""
    text = folded.text
    for length in layer.lengths[text[at:beginning]]:
        end = at + length
        if end > len(text):
            continue
        for known in layer.entries.get(text[at:end], ()):
            if taken.find(1, at, end) < 0 and _fits(known, folded, at, end, language):
                return end, known.entry
    return None


def _fits(known: _Known, folded: Folded, at: int, end: int, language: str) -> bool:
    entry = known.entry
    if entry.language and not _same_language(entry.language, language):
        return False
    if entry.case and folded.written[at:end] != known.written:
        return False
    # Half of what one letter was folded to is no match: the first s of ß.
    if at and folded.starts[at - 1] == folded.starts[at]:
        return False
    if folded.starts[end] == folded.starts[end - 1]:
        return False
    return not entry.whole or not (
        _joined(folded.text, at - 1, at) or _joined(folded.text, end - 1, end)
    )


def _joined(text: str, before: int, after: int) -> bool:
    """Whether one word goes on from the character at ``before`` to that at ``after``."""
    if before < 0 or after >= len(text):
        return False
    one, other = text[before], text[after]
    if not (_is_of_word(one) and _is_of_word(other)):
        return False
    return not (_UNSPACED.match(one) or _UNSPACED.match(other))


def _is_of_word(character: str) -> bool:
    return (
        character.isalnum()
        or character == "_"
        or (not character.isascii() and unicodedata.category(character)[0] == "M")
    )


def _same_language(one: str, other: str) -> bool:
    """Whether one tag is the other or a narrower one, as en-GB is of en."""
    a, b = one.casefold().split("-"), other.casefold().split("-")
    shorter = min(len(a), len(b))
    return a[:shorter] == b[:shorter]
