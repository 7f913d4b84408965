"""An entry of the dictionary in words, for a line of a list."""

from __future__ import annotations

from content.model import Pronunciation
from content.text import clean_line

ALPHABET_NAMES = {"": "text", "ipa": "IPA", "x-sampa": "X-SAMPA"}


def said_as(said: Pronunciation) -> str:
    """Return how a word is said: "feeling sick", "ˈnɔːziə in IPA"."""
    alphabet = f" in {ALPHABET_NAMES[said.alphabet]}" if said.alphabet else ""
    return f"{said.spoken}{alphabet}"


def described(said: Pronunciation, title: str = "") -> str:
    """Return an entry as one line; ``title`` is that of the article that it is for."""
    where = ["this article" if said.own else "every article"]
    if said.own and title:
        where = [f"the article {clean_line(title)}"]
    if said.language:
        where.append(f"where the language is {said.language}")
    if not said.whole:
        where.append("also as a part of words")
    if said.case:
        where.append("only with these capitals")
    return clean_line(f"{said.written}: {said_as(said)}, in {', '.join(where)}")
