"""Which language a text is in, when nothing declares it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from content.model import Block
from content.patterns import lazily

SHORTEST = 40
"""Letters below which a guess would be a gamble."""

_BEGINNING = 20_000
"""Characters of an article that tell its language."""
_GLANCE = 2_000
_SAMPLE = 4_000
_SHORTEST_FOREIGN = 10
_LATIN_ENDS = "\u0250"
"""Letters below are Latin; those above belong to other scripts, or to phonetics."""
_SURE = 0.4
"""How much likelier than English a language must be, as a logarithm for each letter.

A list of names is nearest to some language by a tenth or two; a sentence of one, by two or three.
"""

_PLAIN = 0.6
"""The same for a part of an article whose language is known."""

_WORD = lazily(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


_ENGLISH = _words(
    "the of and to a in is it you that he was for on are with as i his they be at have this "
    "from or had by but not what were we when your can said there an each which she do how "
    "their if will up about out them then so would her him has more who been its now than did "
    "may"
)
# Those that are as common in another language's text say nothing about English.
_SHARED = _words("a i in is on as or an was will do he so me had to her him")


def detect_in(blocks: Iterable[Block]) -> str:
    """Return the BCP 47 tag of the language that most of the first blocks are likely in."""
    sample = ""
    for block in blocks:
        sample += block.text + "\n"
        if len(sample) > _BEGINNING:
            break
    return detect(sample[:_BEGINNING])


def detect(text: str) -> str:
    """Return the BCP 47 tag of the language ``text`` is most likely in.

    It is ``en`` when there are fewer than 40 letters (10 in a script that English does not
    use) or the text looks English; only else is the detector loaded, which takes a third of
    a second.
    """
    letters = list(filter(str.isalpha, text[:_SAMPLE]))
    foreign = sum(letter >= _LATIN_ENDS for letter in letters)
    shortest = _SHORTEST_FOREIGN if foreign * 2 > len(letters) else SHORTEST
    if len(letters) < shortest or looks_english(text):
        return "en"
    sample = _sample(text)
    scores: list[tuple[str, float]] = _detector().rank(sample)
    language, best = scores[0]
    english = dict(scores).get("en", best)
    return language if best - english >= _SURE * sum(map(str.isalpha, sample)) else "en"


def language_of_part(text: str, language: str) -> str:
    """Return the language of a part of an article that is in ``language``.

    It is another only where that is plain: a quotation, not a list of names. Most parts are
    told by their commonest words, without the detector.
    """
    if len(text) < _SHORTEST_FOREIGN:
        return language
    letters = list(filter(str.isalpha, text[:_SAMPLE]))
    foreign = sum(letter >= _LATIN_ENDS for letter in letters)
    if len(letters) < (_SHORTEST_FOREIGN if foreign * 2 > len(letters) else SHORTEST):
        return language
    own = language.casefold().split("-")[0]
    if own != "en" and looks_english(text):
        return "en"
    if own == "en" and _has_some_english(text):
        return language
    sample = _sample(text)
    scores: dict[str, float] = dict(_detector().rank(sample))
    likeliest = max(scores, key=lambda name: scores[name])
    if own not in scores or scores[likeliest] - scores[own] < _PLAIN * len(letters):
        return language
    return likeliest


def _has_some_english(text: str) -> bool:
    words = [word.lower() for word in _WORD.findall(text[:_GLANCE])]
    return sum(word in _ENGLISH and word not in _SHARED for word in words) * 12 >= len(words) > 0


def looks_english(text: str) -> bool:
    """Whether the beginning of ``text`` is full of words that only English has so often."""
    words = [word.lower() for word in _WORD.findall(text[:_GLANCE])]
    if not words:
        return False
    foreign = sum(not word.isascii() and "’" not in word for word in words)
    common = sum(word in _ENGLISH for word in words)
    telling = sum(word in _ENGLISH and word not in _SHARED for word in words)
    return common * 4 >= len(words) and telling * 8 >= len(words) and foreign * 10 <= len(words)


def _sample(text: str) -> str:
    """Return text from the middle, where there is less of names and headings."""
    middle = max(0, (len(text) - _SAMPLE) // 2)
    return text[middle : middle + _SAMPLE]


@cache
def _detector() -> Any:
    import py3langid

    return py3langid
