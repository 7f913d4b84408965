"""Words letter by letter, and what each character is called, as no voice says a comma."""

from __future__ import annotations

import unicodedata

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
    if base == "en" or len(composed) > 1:
        return character_name(composed), "en"
    if composed in NAMES.get(base, {}):
        return NAMES[base][composed], language
    if not composed.isalnum():
        return character_name(composed), "en"
    if composed.isupper() and base in NAMES:
        return words_of(language)("capital", composed.lower()), language
    return composed, language


def spelled_word(word: str, language: str) -> tuple[str, str]:
    """Return a word letter by letter, with a comma after each, and in which language it is."""
    said = [spoken_character(each, language) for each in characters_of(word)]
    if all(spoken_in == language for _, spoken_in in said):
        return ", ".join(name for name, _ in said), language
    if base_of(language) in NAMES and base_of(language) != "en":
        return ", ".join(name for name, _ in said), language
    return ", ".join(character_name(each) for each in characters_of(word)), "en"


def phonetic(word: str) -> str:
    """Return a word in the international spelling alphabet: "capital Delta, Oscar, Sierra"."""
    return ", ".join(_phonetic(each) for each in characters_of(word))


def characters_of(word: str) -> list[str]:
    """Return the characters of a word, each with the marks that belong to it."""
    found: list[str] = []
    for character in unicodedata.normalize("NFC", word):
        if found and unicodedata.category(character) in ("Mn", "Mc", "Me"):
            found[-1] += character
        else:
            found.append(character)
    return found


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
