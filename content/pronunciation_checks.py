"""Whether a word can be said as somebody wants it to be."""

from __future__ import annotations

from dataclasses import replace

from content.errors import IntoneError
from content.folding import fold
from content.model import Pronunciation
from content.patterns import lazily
from content.phonemes import ALPHABETS, as_ipa
from content.text import clean_line

LONGEST_WRITTEN = 200
LONGEST_SPOKEN = 500
"""Characters."""
_SHOWN = 60
_TAG = lazily(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}\Z")


def checked(entry: Pronunciation) -> Pronunciation:
    """Return ``entry`` cleaned and on one line; raise IntoneError when it can't be used.

    Phonemes stay in the alphabet they are given in.
    """
    written, spoken = clean_line(entry.written), clean_line(entry.spoken)
    shown = written[:_SHOWN] + ("…" if len(written) > _SHOWN else "")
    if not fold(written).text.strip():
        raise IntoneError("The word to be said otherwise is empty; give at least one letter.")
    if len(written) > LONGEST_WRITTEN:
        raise IntoneError(
            f"{shown} is longer than {LONGEST_WRITTEN} characters; give a shorter phrase."
        )
    if not spoken:
        raise IntoneError(f"It is missing how {shown} is to be said; give words or phonemes.")
    if len(spoken) > LONGEST_SPOKEN:
        raise IntoneError(
            f"What is to be said for {shown} is longer than {LONGEST_SPOKEN} characters; "
            "give something shorter."
        )
    if entry.alphabet and entry.alphabet not in ALPHABETS:
        raise IntoneError(
            f"The phonemes of {shown} are in an alphabet that Intone does not know, "
            f"{clean_line(entry.alphabet)[:_SHOWN]}; give them in IPA or X-SAMPA."
        )
    if entry.alphabet and as_ipa(spoken, entry.alphabet) is None:
        name = "IPA" if entry.alphabet == "ipa" else "X-SAMPA"
        raise IntoneError(
            f"{spoken[:_SHOWN]}, which {shown} is to be said as, is not {name}; "
            "correct it, or give it as text."
        )
    if entry.language and not is_language(entry.language):
        shown = clean_line(entry.language)[:_SHOWN]
        raise IntoneError(f"A language is given as in en, en-GB or pt-BR, not {shown}.")
    return replace(entry, written=written, spoken=spoken)


def is_language(tag: str) -> bool:
    """Whether ``tag`` has the shape of a BCP 47 tag."""
    return _TAG.match(tag) is not None
