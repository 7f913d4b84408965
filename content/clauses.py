"""Very long sentences are cut into clauses, so that a voice can begin and a person can move."""

from __future__ import annotations

from content.patterns import lazily

LONGEST = 400
"""In characters: about half a minute of speech."""

# Where a clause may end, best first: after a stop, after a comma, after any space.
_CUTS = tuple(lazily(cut) for cut in (r"[;:—–]\s+|[；：]", r"[,)\]]\s+|[，、]", r"\s+"))

# From the run's first space only: any other start would be tried in vain.
_NEXT_WORD = lazily(r"(?<!\s)\s+(?=\S)")


def clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return stretches that cover ``text[start:end]``, cut where they are longer than LONGEST.

    Never inside a word; a word longer than that stays whole.
    """
    cut: list[tuple[int, int]] = []
    while end - start > LONGEST:
        at = _cut(text, start, end)
        if at is None:
            break
        cut.append((start, at))
        start = at
    return [*cut, (start, end)]


def _cut(text: str, start: int, end: int) -> int | None:
    for expression in _CUTS:
        ends = [match.end() for match in expression.finditer(text, start + 1, start + LONGEST)]
        # Not so early that a few words are left hanging, nor where only space follows.
        ends = [at for at in ends if at - start > LONGEST // 4 and text[at : at + 1].strip()]
        if ends:
            return ends[-1]
    later = _NEXT_WORD.search(text, start + LONGEST // 4, end)
    return later.end() if later and later.end() < end else None
