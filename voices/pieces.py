"""A text as voices can take it: without what breaks them, and not too much at a time."""

from __future__ import annotations

import unicodedata

from voices.words import Words

MOST = 400
"""Characters that a voice is given at once: what the embedded one makes in some 40 ms."""


def speakable(text: str) -> str:
    """Return ``text`` with a space for each character that is none, so that offsets stay.

    Those are controls, of which NUL ends a text for a library in C, and unpaired halves of
    a surrogate pair, which can't be encoded.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        " " if unicodedata.category(character) in ("Cc", "Cs") else character for character in text
    )


def has_words(text: str) -> bool:
    """Return whether there is a letter or a digit, so that a voice should be heard."""
    return any(character.isalnum() for character in text)


def piece_end(text: str, at: int) -> int:
    """Return where the piece that begins at ``at`` ends: all there is, if that is not too long.

    Else it ends behind a sentence, a clause or at least a word, in the second half of what
    may be said at once.
    """
    limit = at + MOST
    if len(text) <= limit:
        return len(text)
    for marks in (".!?。！？", ",;:、，；：", ""):
        for end in range(limit, at + MOST // 2, -1):
            if text[end].isspace() and (not marks or text[end - 1] in marks):
                return end
            if marks and text[end - 1] in marks and not text[end - 1].isascii():
                return end
    return limit


def word_after(text: str, seconds: float, pace: float) -> int:
    """Return where the word begins that is reached after ``seconds`` at ``pace``, by estimate."""
    spans = Words(text).spans
    return spans[min(int(seconds * pace / 60), len(spans) - 1)][0] if spans else 0
