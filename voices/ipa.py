"""IPA becomes the names that espeak-ng's voices have for their sounds.

No voice has a name for every sound, and one name may sound differently in two voices. So for
each sound there are names to be tried, the nearest first, and the voice itself tells in IPA
what it makes of a name.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator

Says = Callable[[str], str]
"""Returns what a voice makes of a name, in IPA; nothing when it does not know it."""

_CONSONANTS = {
    **{letter: letter for letter in "pbtdkfvszhmnljw"},
    "ɡ": "g", "g": "g", "ɹ": "r", "r": "R R2 r *", "ɾ": "* t# r", "ʁ": "r Q\" Q g\" x",
    "ʀ": "r\" R r", "ɽ": "*. r. *", "ɻ": "r. r", "ɭ": "l. l", "ɫ": "L l", "ʎ": "l^ l", "ɬ": "l# l",
    "ɮ": "z", "ʟ": "L l", "θ": "T s", "ð": "D z", "ʃ": "S s", "ʒ": "Z z", "ŋ": "N n", "ç": "C S h",
    "x": "x X C k", "χ": "X x k", "ɣ": "Q g", "β": "B v b", "ɸ": "F f", "ʔ": "?", "ɲ": "n^ n",
    "ɳ": "n. n", "ɴ": "N n", "ɱ": "M m", "c": "c k", "ɟ": "J g", "ʝ": "J^ j", "ɕ": "S; S s",
    "ʑ": "Z; Z z", "ʂ": "s. S s", "ʐ": "z. Z z", "ʈ": "t. t", "ɖ": "d. d", "q": "q k", "ɢ": "G g",
    "ħ": "H X h", "ʕ": "?", "ɦ": "h# h", "ʋ": "v# v", "ʍ": "w# w", "ɥ": "w", "ɰ": "Q^ Q g",
    "ʙ": "b", "ⱱ": "v", "ɓ": "b` b", "ɗ": "d` d", "ʄ": "J g", "ɠ": "g` g", "ʛ": "G g", "ɺ": "l",
    "ʘ": "p", "ǀ": "t", "ǃ": "k", "ǂ": "k", "ǁ": "l", "ʜ": "h", "ʢ": "h", "ʡ": "?", "ɧ": "x S",
    "tʃ": "tS", "dʒ": "dZ", "ts": "ts", "dz": "dz", "tɕ": "tS; tS", "dʑ": "dZ; dZ", "ʈʂ": "ts. tS",
    "ɖʐ": "dz. dZ", "pf": "pF",
}  # fmt: skip
_VOWELS = {
    "i": "i i: I", "ɪ": "I I2 i", "y": "y y: u\" u: u", "ʏ": "I. Y y u\" U u", "ɨ": "i\" y i I",
    "ʉ": "u\" u- u: u", "ɯ": "u- u\" @ u: u", "u": "u u: U", "ʊ": "U u", "e": "e e: E eI",
    "ø": "Y Y: W 3: @", "ɘ": "@ @2", "ɵ": "@. @ 3:", "ɤ": "o- V @", "o": "o o: O O: oU",
    "ə": "@ @2 3 V", "ɛ": "E e", "œ": "W Y 3: @", "ɜ": "V\" 3: 3 @", "ɞ": "O\" 3: @",
    "ʌ": "V a @", "ɔ": "O O: 0 o", "æ": "a & a2 E", "ɐ": "a# V a @", "a": "a aa a: A:",
    "ɶ": "W a", "ɑ": "A A: aa a: a", "ɒ": "0 O O:", "ɚ": "3 @r 3: @", "ɝ": "3: @r @",
    "ᵻ": "I# I2 I", "ᵿ": "U# U",
    "iː": "i: i", "ɑː": "A: a: a", "ɔː": "O: o: O", "uː": "u: u", "ɜː": "3: @: W: @",
    "ɛː": "E: e@ E", "yː": "y: y u:", "øː": "Y: Y 3:", "œː": "W: W 3:", "ɑ̃": "A~ aN~ a",
    "ɔ̃": "O~ oN~ O", "ɛ̃": "E~ W~ E", "œ̃": "W~ E~ W",
    "aɪ": "aI", "eɪ": "eI", "ɔɪ": "OI", "aʊ": "aU", "əʊ": "oU", "oʊ": "oU",
    "ɪə": "i@ I|@", "iə": "i@ i|@", "eə": "e@", "ɛə": "e@", "ʊə": "U@", "aɪə": "aI@", "aʊə": "aU@",
    "ɔʏ": "OY OI", "ɔø": "OY OI", "oɪ": "oI OI",
}  # fmt: skip
_STRESS = {"ˈ": "'", "ˌ": ","}
_SYLLABIC, _NASAL = "\u0329", "\u0303"
_SAME = str.maketrans({
    "ʦ": "ts", "ʣ": "dz", "ʧ": "tʃ", "ʤ": "dʒ", "ʨ": "tɕ", "ʥ": "dʑ",
    **dict.fromkeys("\u0361\u035c.|‖‿ʰʷˠˤⁿˡʼˀ˥˦˧˨˩↗↘ꜛꜜˑ˞-\u0306", None),
})  # fmt: skip
_LONGEST = 3
_SIGNS = {"ː": ":", _NASAL: "~", "ʲ": ";", _SYLLABIC: "-"}
"""What follows a name for a sound that has such a mark."""

Segment = tuple[str, str]
"""A sound of the tables, or a sign of stress; and the mark after it, if any."""


def mnemonics(ipa: str, says: Says) -> list[str]:
    """Return each word of ``ipa`` in espeak's names; nothing when a sound can't be made.

    Only what the tables of this module have can stand in them.
    """
    words = [_word(list(_segments(word)), says) for word in _plain(ipa).split()]
    return [] if None in words else [word for word in words if word]


def with_stress_at_vowels(ipa: str) -> list[str]:
    """Return each word of ``ipa`` as espeak-ng writes it, and as models that learnt from it know.

    IPA has the stress before the syllable, espeak-ng before its vowel.
    """
    words = []
    for word in _plain(ipa).split():
        stress = written = ""
        for sound, mark in _segments(word):
            if sound in _STRESS:
                stress = sound
            elif sound in _VOWELS:
                written += stress + sound + mark
                stress = ""
            else:
                written += sound + mark
        words.append(written)
    return [word for word in words if word]


def _word(segments: list[Segment], says: Says) -> str | None:
    only_vowel = sum(1 for sound, _ in segments if sound in _VOWELS) == 1
    stress = "'" if only_vowel and not any(sound in _STRESS for sound, _ in segments) else ""
    names: list[str] = []
    for sound, mark in segments:
        if sound in _STRESS:
            stress = _STRESS[sound]
            continue
        made = _named(sound, mark, says)
        if made is None:
            return None
        if sound in _VOWELS:
            # espeak wants the stress at the vowel, IPA has it before the syllable.
            made = [stress + made[0], *made[1:]]
            stress = ""
        names += made
    return "|".join(names)


def _plain(ipa: str) -> str:
    """Return ``ipa`` with one way to write each sound, without what no voice can do."""
    joined = ipa.replace("ə˞", "ɚ").replace("ɜ˞", "ɝ").translate(_SAME)
    apart = unicodedata.normalize("NFD", joined).replace("c\u0327", "ç")
    return "".join(
        character
        for character in apart
        if not unicodedata.combining(character) or character in (_SYLLABIC, _NASAL)
    )


def _segments(word: str) -> Iterator[Segment]:
    """Yield the sounds of ``word``, the longest that the tables have; what they lack is lost."""
    at = 0
    while at < len(word):
        for length in range(_LONGEST, 0, -1):
            sound = word[at : at + length]
            if sound in _VOWELS or sound in _CONSONANTS or sound in _STRESS:
                at += len(sound)
                mark = word[at : at + 1]
                marked = mark in _SIGNS and sound not in _STRESS
                yield sound, mark if marked else ""
                at += marked
                break
        else:
            at += 1


def _named(sound: str, mark: str, says: Says) -> list[str] | None:
    """Return the names to make a sound by: what is the very same, else what comes nearest."""
    ways = [way.split("|") for way in (_VOWELS.get(sound) or _CONSONANTS[sound]).split()]
    if mark:
        marked = [[*way[:-1], way[-1] + _SIGNS[mark]] for way in ways]
        ways = marked + ([["@", *way] for way in ways] if mark == _SYLLABIC else ways)
    nearest = None
    for way in ways:
        heard = [says(name) for name in way]
        if "".join(heard) == sound + mark:
            return way
        if nearest is None and all(heard):
            nearest = way
    if nearest or len(sound) == 1:
        return nearest
    parts = [_named(part, "", says) for part in sound if part in _VOWELS or part in _CONSONANTS]
    return None if None in parts else [name for part in parts if part for name in part]
