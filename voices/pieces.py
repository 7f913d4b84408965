"""A text as voices can take it: without what breaks them, and not too much at a time."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING

from content.patterns import lazily
from voices.words import Words

if TYPE_CHECKING:  # the speech process needs no article
    from content.utterance import Phonemes

MOST = 400
"""Characters that a voice is given at once: what the embedded one makes in some 40 ms."""
_COMMAND = lazily("\\[[\\[\x02\u00ad\u200c]")


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


def without_commands(text: str) -> str:
    """Return ``text``, as long as it was, without what some voices would obey.

    Two opening brackets are parted, after which espeak-ng and piper take what follows for
    phonemes. espeak-ng does not see what is invisible between them.
    """
    return _COMMAND.sub("[ ", text)


def has_words(text: str) -> bool:
    """Return whether there is a letter or a digit, so that a voice should be heard."""
    return any(character.isalnum() for character in text)


def piece_end(text: str, at: int, phonemes: Sequence[Phonemes] = ()) -> int:
    """Return where the piece that begins at ``at`` ends: all there is, if that is not too long.

    Else it ends behind a sentence, a clause or at least a word, in the second half of what
    may be said at once; and never inside what is said by its ``phonemes``, if these leave room.
    """
    limit = at + MOST
    if len(text) <= limit:
        return len(text)
    end = _break(text, at, limit)
    cut = next((start for start, stop, _ in phonemes if start < end < stop), end)
    return cut if cut > at else end


def _break(text: str, at: int, limit: int) -> int:
    for marks in (".!?。！？", ",;:、，；：", ""):
        for end in range(limit, at + MOST // 2, -1):
            if text[end].isspace() and (not marks or text[end - 1] in marks):
                return end
            if marks and text[end - 1] in marks and not text[end - 1].isascii():
                return end
    return limit


def phonemes_within(phonemes: Sequence[Phonemes], start: int, end: int) -> tuple[Phonemes, ...]:
    """Return those of ``phonemes`` that stand whole in the piece, as offsets into it."""
    return tuple(
        (first - start, last - start, ipa)
        for first, last, ipa in phonemes
        if start <= first and last <= end
    )


def word_after(text: str, seconds: float, pace: float) -> int:
    """Return where the word begins that is reached after ``seconds`` at ``pace``, by estimate."""
    spans = Words(text).spans
    return spans[min(int(seconds * pace / 60), len(spans) - 1)][0] if spans else 0
