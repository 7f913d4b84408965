"""What was skipped, in words: what each piece is, where it stood, and how many there are."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from content.assemble import count_words
from content.errors import UsageError
from content.kept import ALL
from content.model import Article, Skipped
from content.shape import bare_end
from content.text import clean_line

KINDS = {
    "promotion": ("promotion", "promotions"),
    "navigation": ("piece of navigation", "pieces of navigation"),
    "cookies": ("cookie notice", "cookie notices"),
    "share": ("share bar", "share bars"),
    "contents": ("table of contents", "tables of contents"),
    "related": ("list of related links", "lists of related links"),
    "feedback": ("request for feedback", "requests for feedback"),
    "boilerplate": ("piece of standing text", "pieces of standing text"),
    "comments": ("reader's comment", "readers' comments"),
    "page": ("page number", "page numbers"),
    "missing": ("part missing", "parts missing"),
}
"""What one piece of a kind is called, and several."""
_FIRST_WORDS = 8


def name(kind: str, number: int = 1) -> str:
    """Return what ``number`` pieces of ``kind`` are called."""
    return KINDS.get(kind, (kind, kind))[number != 1]


def counted(kind: str, number: int) -> str:
    """Return "3 promotions"."""
    return f"{number} {name(kind, number)}"


def summary(pieces: Sequence[Skipped]) -> str:
    """Return how many pieces were skipped, as "3 promotions skipped"; nothing for none."""
    kinds = Counter(piece.kind for piece in pieces if piece.kind != "missing")
    if not kinds:
        return ""
    if len(kinds) == 1:
        kind, number = kinds.most_common(1)[0]
        return f"{counted(kind, number)} skipped"
    return f"{kinds.total()} pieces skipped"


def place(article: Article, piece: Skipped) -> str:
    """Return where ``piece`` stood: "before section 3", "in section 2", "at the end"."""
    sections = article.sections
    if piece.before >= len(article.blocks):
        return "at the end"
    if piece.before == 0:
        return "at the beginning"
    under = bisect_right(sections, piece.before, key=lambda section: section.first)
    if under and sections[under - 1].first == piece.before:
        return f"before section {under}"
    return f"in section {under}" if under else "before the first section"


def beginning(text: str) -> str:
    """Return the first words of ``text``."""
    words = clean_line(text).split(" ")
    return " ".join(words[:_FIRST_WORDS]) + (" …" if len(words) > _FIRST_WORDS else "")


def row(article: Article, piece: Skipped) -> str:
    """Return one line on ``piece``: its kind, its first words, where it stood, how long it is."""
    words = count_words(piece.text)
    length = f"{words} word" if words == 1 else f"{words} words"
    kind = name(piece.kind)
    return (
        f"{kind[:1].upper()}{kind[1:]}: {beginning(piece.text)} ({place(article, piece)}, {length})"
    )


def in_full(piece: Skipped) -> str:
    """Return the whole of ``piece`` as one text to be said, each line a sentence."""
    lines = [clean_line(line) for line in piece.text.split("\n") if line.strip()]
    return " ".join(line if bare_end(line) in ".!?:;,…" else f"{line}." for line in lines)


def parse_kinds(names: Sequence[str]) -> tuple[str, ...]:
    """Return the kinds that a person named, each once; raise UsageError for one there is not."""
    for given in names:
        if given != ALL and given not in KINDS:
            listed = ", ".join(KINDS)
            raise UsageError(
                f"Nothing that is skipped is of the kind {clean_line(given)[:60] or 'nothing'}; "
                f"use {listed} or {ALL}."
            )
    return tuple(dict.fromkeys(names))
