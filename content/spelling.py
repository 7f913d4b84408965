"""Words letter by letter, and what each character is called, as no voice says a comma."""

from __future__ import annotations

import unicodedata

from content.characters import characters_of
from content.rules.mark_names import NAMES
from content.words import base_of, words_of

_ALPHABET = (
    *("Alfa", "Bravo", "Charlie", "Delta", "Echo", "Foxtrot", "Golf", "Hotel", "India"),
    *("Juliett", "Kilo", "Lima", "Mike", "November", "Oscar", "Papa", "Quebec", "Romeo"),
    *("Sierra", "Tango", "Uniform", "Victor", "Whiskey", "X-ray", "Yankee", "Zulu"),
)
"""The spelling alphabet of the International Civil Aviation Organization."""
_DIGITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_SPACES = {" ": "space", "\t": "tab", "\n": "new line", "\u00a0": "no-break space"}
_SHORTER = (
    ("latin small letter ", ""),
    ("latin capital letter ", "capital "),
    ("latin small ligature ", ""),
    ("modifier letter ", ""),
    ("greek small letter ", ""),
    ("greek capital letter ", "capital "),
)


def character_name(character: str) -> str:
    """Return what a character is called in English: "comma", "capital A", "e acute".

    Marks that belong to the character are named after it.
    """
    if len(character) > 1:
        character = unicodedata.normalize("NFC", character)
    return " ".join(_name(each) for each in character)


def spoken_character(character: str, language: str) -> tuple[str, str]:
    """Return how a character is said to who reads ``language``, and in which language.

    The voice of the language names its own letters. Anything else has its English name, but
    for marks that have one in the language.
    """
    composed = unicodedata.normalize("NFC", character)
    base = base_of(language) or "en"
    if base == "en":
        return character_name(composed), language or "en"
    if composed in NAMES.get(base, {}):
        return NAMES[base][composed], language
    if len(composed) > 1 or not composed.isalnum():
        return character_name(composed), "en"
    if composed.isupper() and base in NAMES:
        return words_of(language)("capital", composed.lower()), language
    return composed, language


def spelled_word(word: str, language: str) -> tuple[str, str]:
    """Return a word letter by letter, with a comma after each, and in which language it is."""
    names = [spoken_character(each, language)[0] for each in characters_of(word)]
    return ", ".join(names), language or "en"


def phonetic(word: str) -> str:
    """Return a word in the international spelling alphabet: "capital Delta, Oscar, Sierra"."""
    return ", ".join(_phonetic(each) for each in characters_of(word))


def _phonetic(character: str) -> str:
    bare = unicodedata.normalize("NFD", character)[:1]
    if not (bare.isascii() and bare.isalpha()):
        if character.isascii() and character.isdecimal():
            return _DIGITS[int(character)]
        return character_name(character)
    capital = "capital " if bare.isupper() else ""
    accent = character_name(character.lower()).partition(" ")[2] if character != bare else ""
    return f"{capital}{_ALPHABET[ord(bare.lower()) - ord('a')]} {accent}".rstrip()


def _name(character: str) -> str:
    if character in _SPACES:
        return _SPACES[character]
    if character.isascii() and character.isalnum():
        return f"capital {character}" if character.isupper() else character
    if character in NAMES["en"]:
        return NAMES["en"][character]
    name = unicodedata.name(character, "unknown character").lower()
    for begin, instead in _SHORTER:
        if name.startswith(begin):
            return (instead + name.removeprefix(begin)).replace(" with ", " ")
    return name.removeprefix("combining ")
