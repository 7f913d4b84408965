"""Words in capitals: headings are said as words, acronyms letter by letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from content.patterns import lazily
from content.rules.common_words import COMMON, SAID_AS_WORDS, SOUNDS
from content.rules.letters import VOWELS, spell, words
from content.rules.rule import Change, Rule
from content.rules.sayable import is_sayable

_CAPITALS = lazily(r"(?<![\w.'’@/\\&$#-])(?:[A-Z]{2,}|A(?=\s[A-Z]))(?![\w@\\]|['’][A-Z])")
_WORD = lazily(r"[^\W\d_]{2,}")
_SPACED = lazily(r"(?<!\w)[A-Z](?: [A-Z]){3,}(?!\w)")
_ACRONYM = lazily(
    r"(?<![\w@\\$#])(?<!\d-)(?P<letters>[A-Z]{2,7})(?P<plural>[’']?s)?(?![\w@\\]|['’][A-Z])"
)
_SOUNDS = lazily(rf"(?<!\w)(?:{'|'.join(SOUNDS)})(?!\w)")
_NUMBERED = lazily(r"(?<![\w@\\$#.&/-])[A-Z]{2,5}(?=\d{1,3}(?:[A-Z]\d{0,2})?(?![\w@\\]))")
_MIXED = lazily(r"(?<![\w@\\.])(?:Ig[ADEGM]|tPA|FiO2|PaO2|SaO2|PaCO2|NaCl)(?=s?(?!\w)|[1-4](?!\w))")
_TWO = lazily(r"(?<![\w&])(?P<first>[A-Z]{1,2})&(?P<second>[A-Z])(?P<plural>s?)(?![\w&])")
# espeak-ng doubles the R of RSV and PRN.
_LINKED = lazily("R[FHLMNRSX]")
# espeak-ng doubles the R of RSV and PRN.
_LINKED = lazily("R[FHLMNRSX]")
_FIGURE = lazily(r"-\d")
_ROMAN = lazily(r"(?:X{0,3})(?:IX|IV|VI{0,3}|I{2,3})\Z")


def _shouted(text: str) -> bool:
    """Whether the sentence is in capitals, but for a few small words or names."""
    words = _WORD.findall(text)
    capitals = [word for word in words if word.isupper()]
    longer = [word for word in capitals if len(word) > 3]
    return len(capitals) >= 3 and bool(longer) and len(capitals) * 3 >= len(words) * 2


def _is_word(word: str) -> bool:
    lower = word.lower()
    if word in SAID_AS_WORDS or not VOWELS & set(lower):
        return False
    return lower in COMMON or len(word) > 5


def _headings(text: str, language: str) -> Iterator[Change]:
    for match in _SPACED.finditer(text):
        letters = match[0].replace(" ", "")
        if VOWELS & set(letters.lower()):
            yield match.start(), match.end(), letters.capitalize()
    if not _shouted(text):
        return
    for index, match in enumerate(_CAPITALS.finditer(text)):
        if match[0] in SAID_AS_WORDS:
            continue
        if match[0] == "A" and index:
            yield match.start(), match.end(), "a"
        elif _is_word(match[0]) or (len(match[0]) > 3 and match[0].lower() not in _MEDICAL):
            said = match[0].capitalize() if index == 0 else match[0].lower()
            yield match.start(), match.end(), said


_MEDICAL = words(
    "pcos adhd ptsd gerd copd nsaid mrsa hipaa niaid lgbt lgbtq lgbtqia nyha uspstf "
    "usda edta idsa ivig ivf endo emdr"
)


_SHORT_WORDS = words("PET CAT ACE REM SIM PIN")


def _acronyms(text: str, language: str) -> Iterator[Change]:
    for match in _SOUNDS.finditer(text):
        yield match.start(), match.end(), SOUNDS[match[0]]
    shouted = _shouted(text)
    for match in _ACRONYM.finditer(text):
        letters, plural = match["letters"], match["plural"] or ""
        if letters in _SHORT_WORDS and not plural:  # every voice spells PET and ACE
            yield match.start(), match.end(), letters.lower()
            continue
        if letters in SAID_AS_WORDS or (_ROMAN.match(letters) and letters != "IV"):
            continue
        lower = letters.lower()
        sayable = VOWELS & set(lower)
        before = text[max(0, match.start() - 8) : match.start()]
        if len(letters) > 3 and is_sayable(letters) and lower not in _MEDICAL:
            continue
        if plural:
            yield (
                match.start(),
                match.end(),
                spell(letters, before) + "'s",
            )
            continue
        # Without a vowel every voice names the letters by itself.
        if (
            (not sayable and not _LINKED.search(letters))
            or (len(letters) > 5 and lower not in _MEDICAL)
            or (shouted and lower in COMMON)
        ):
            continue
        if lower in COMMON and lower not in _RATHER_LETTERS:
            continue
        if lower in _RATHER_LETTERS and _in_shout(text, match):
            continue
        # After the full stops of "C.A" the hyphen of CA-125 would be said as "dash".
        joined = "A" in letters and _FIGURE.match(text, match.end())
        spoken = spell(letters, before) + (" " if joined else "")
        yield match.start(), match.end() + bool(joined), spoken


_RATHER_LETTERS = words("who us er ed ob pa ma pt")


def _in_shout(text: str, match: re.Match[str]) -> bool:
    """Whether a word beside it is a common one in capitals too, as in "DO IT FOR US"."""
    before = re.search(r"([A-Z]{2,})\W{1,2}\Z", text[max(0, match.start() - 20) : match.start()])
    after = re.match(r"\W{1,2}([A-Z]{2,})\b", text[match.end() : match.end() + 20])
    return any(near is not None and near[1].lower() in COMMON for near in (before, after))


def _mixed(text: str, language: str) -> Iterator[Change]:
    for match in _MIXED.finditer(text):
        name = match[0].rstrip("2")
        figure = len(name) < len(match[0]) or text[match.end() : match.end() + 1].isdecimal()
        yield match.start(), match.start() + len(name), spell(name) + (" " if figure else "")
    for match in _TWO.finditer(text):
        if match["first"] == "A":  # every voice has the letter in A&E, and the article in "A and E"
            continue
        first, second = spell(match["first"]), spell(match["second"])
        plural = "'s" if match["plural"] else ""
        yield *match.span(), f"{first} and {second}{plural}"


def _numbered(text: str, language: str) -> Iterator[Change]:
    for match in _NUMBERED.finditer(text):
        letters, lower = match[0], match[0].lower()
        word = lower in COMMON and lower not in _RATHER_LETTERS
        if letters in SAID_AS_WORDS or word or (len(letters) > 3 and is_sayable(letters)):
            continue
        if VOWELS & set(lower):
            yield *match.span(), spell(letters) + " "


RULES = (
    Rule("capitals", _headings, needs=lazily(r"[A-Z]{2}|[A-Z] [A-Z] [A-Z]")),
    Rule("acronym", _mixed, needs=lazily(r"&[A-Z]|Ig[ADEGM]|tPA|aO2|FiO2|aCO2|NaCl")),
    Rule("acronym", _numbered, needs=lazily(r"[A-Z]{2}\d")),
    Rule("acronym", _acronyms, needs=lazily("[A-Z]{2}|PrEP")),
)
