"""What an article itself says its short forms stand for: "irritable bowel syndrome (IBS)".

A letter of the short form must begin the first word of the long one, and its other letters
must follow in order, as in A. S. Schwartz and M. A. Hearst, "A simple algorithm for
identifying abbreviation definitions in biomedical text" (2003).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from content.model import Article, Block, Position
from content.patterns import lazily
from content.rules.common_words import SAID_AS_WORDS
from content.rules.letters import spell
from content.rules.sayable import is_sayable
from content.utterance import Piece, Utterance

_SHORT = r"[A-Z][A-Za-z0-9&-]{0,7}[A-Z0-9]"
_BEHIND = lazily(rf"\((?P<short>{_SHORT})s?\)")
_AHEAD = lazily(rf"(?<![\w(-])(?P<short>{_SHORT})s? \((?P<long>[a-z][^()\n]{{4,90}})\)")
_WORD = lazily(r"[^\s()]+")
_LETTERS = lazily(r"[A-Z]{2,8}")
_CAPITALS = lazily(r"(?<![\w.@/\\&$#-])(?P<short>[A-Z]{2,8})(?P<plural>s?)(?![\w@\\]|['’]s)")
_REACH = 120
"""How many characters before its short form a long form may begin."""
_TRIES = 5
"""How often a short form may stand in brackets without being explained by what is before it."""
_PLAIN = ("", "capitals")
"""The rules of pieces that may still be spelled: said as they stand, or as words."""


@dataclass(frozen=True, slots=True)
class Expansion:
    """A short form, and what the article says that it stands for."""

    short: str
    long: str
    place: Position
    """Where the long form stands; the short form where it is only told aside."""


def expansions(article: Article) -> tuple[Expansion, ...]:
    """Return the article's short forms in order, each where it is explained first."""
    found: dict[str, Expansion] = {}
    tries: Counter[str] = Counter()
    for index, block in enumerate(article.blocks):
        if block.kind != "code":
            for short, long, offset in _explained(block, tries):
                found.setdefault(short, Expansion(short, long, Position(index, offset)))
                tries[short] = _TRIES
    return tuple(found.values())


def _explained(block: Block, tries: Counter[str]) -> Iterator[tuple[str, str, int]]:
    text = block.text
    for span in block.spans:
        if span.kind == "abbreviation" and span.target.strip():
            yield text[span.start : span.end].strip(), span.target.strip(), span.start
    if "(" not in text:
        return
    for match in _BEHIND.finditer(text):
        if tries[match["short"]] >= _TRIES:
            continue
        tries[match["short"]] += 1
        begin = max(0, match.start() - _REACH)
        long = _long_before(text[begin : match.start()], match["short"])
        if long is not None:
            at = begin + long[0]
            yield match["short"], text[at : begin + long[1]], at
    for match in _AHEAD.finditer(text):
        if _stands_for(match["long"], match["short"]):
            yield match["short"], match["long"], match.start("long")


def _long_before(before: str, short: str) -> tuple[int, int] | None:
    """Return the stretch at the end of ``before`` that ``short`` stands for, the shortest."""
    end = len(before.rstrip(" \"”'’"))
    most = min(len(short) + 5, len(short) * 2)
    starts = [word.start() for word in _WORD.finditer(before)]
    for start in reversed(starts[-most:]):
        long = before[start:end].lstrip("\"“'‘")
        if len(long) > len(short) and _stands_for(long, short):
            return end - len(long), end
    return None


def _stands_for(long: str, short: str) -> bool:
    """Whether the letters of ``short`` are in ``long``, in order, the first at its beginning."""
    letters = [letter for letter in short.casefold() if letter.isalnum()]
    lower = long.casefold()
    if len(letters) < 2 or lower[:1] != letters[0] or len(long.split()) > 2 * len(short) + 2:
        return False
    at = 0
    initials = 0
    for letter in letters:
        found = _next(lower, letter, at)
        if found < 0:
            return False
        initials += found == 0 or not lower[found - 1].isalnum()
        at = found + 1
    # Letters from the insides of words alone are found by chance in anything.
    return initials * 2 >= len(letters)


def _next(lower: str, letter: str, start: int) -> int:
    """Return where ``letter`` is next, rather at the beginning of a word than inside one."""
    inside = -1
    for at in range(start, len(lower)):
        if lower[at] == letter:
            if at == 0 or not lower[at - 1].isalnum():
                return at
            if inside < 0:
                inside = at
    return inside


def letter_words(article: Article) -> frozenset[str]:
    """Return the article's short forms in capitals that are to be said letter by letter.

    None in other languages than English, where a voice knows best.
    """
    if (article.language or "en").split("-")[0].lower() != "en":
        return frozenset()
    return frozenset(
        found.short
        for found in expansions(article)
        if _LETTERS.fullmatch(found.short)
        and found.short not in SAID_AS_WORDS
        and not (len(found.short) > 4 and is_sayable(found.short))
    )


def spelled(
    utterances: Iterable[Utterance], words: frozenset[str], text: str
) -> Iterator[Utterance]:
    """Yield the utterances of a block's ``text``, with ``words`` said letter by letter."""
    for utterance in utterances:
        if words and utterance.kind != "code" and utterance.language.startswith("en"):
            pieces = [part for piece in utterance.pieces for part in _spelled(piece, words, text)]
            if len(pieces) > len(utterance.pieces) or pieces != list(utterance.pieces):
                utterance = replace(utterance, pieces=tuple(pieces))
        yield utterance


def _spelled(piece: Piece, words: frozenset[str], text: str) -> Iterator[Piece]:
    if piece.rule not in _PLAIN or piece.end - piece.start < 2:
        yield piece
        return
    source = text[piece.start : piece.end]
    at = 0
    for match in _CAPITALS.finditer(text, piece.start, piece.end):
        if match["short"] not in words or (piece.rule and match[0] != source):
            continue
        start, end = match.start() - piece.start, match.end() - piece.start
        if start > at:
            yield Piece(source[at:start], piece.start + at, match.start())
        said = spell(match["short"], text[max(0, match.start() - 8) : match.start()])
        yield Piece(said + "'s" * bool(match["plural"]), match.start(), match.end(), "expansion")
        at = end
    if at == 0:
        yield piece
    elif at < len(source):
        yield Piece(source[at:], piece.start + at, piece.end)
