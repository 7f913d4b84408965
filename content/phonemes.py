"""Phonemes as people write them down: IPA, and X-SAMPA, which needs no special keyboard.

X-SAMPA is J. C. Wells's "Computer-coding the IPA" of 1995; the letters are those of the IPA
chart of 2020.
"""

from __future__ import annotations

import unicodedata

ALPHABETS = ("ipa", "x-sampa")

_LETTERS = frozenset(
    "abcdefhijklmnopqrstuvwxyz"
    "ɡʈɖɟɢʔɱɳɲŋɴʙʀⱱɾɽɸβθðʃʒʂʐçʝɣχʁħʕɦɬɮʋɹɻɰɭʎʟʘǀǃǂǁɓɗʄɠʛʍɥʜʢʡɕʑɺɧ"
    "ɨʉɯɪʏʊøɘɵɤəɛœɜɞʌɔæɐɶɑɒɚɝɫᵻᵿ"
    "gʦʣʧʤʨʥ"
)
_STRESS = frozenset("ˈˌ")
_MARKS = frozenset("ːˑ.|‖‿ʰʲʷˠˤⁿˡ˞ʼˀ˥˦˧˨˩↗↘ꜛꜜ͜͡ -")
_SAMPA = {
    **{letter: letter for letter in "abcdefhijklmnopqrstuvwxyz"},
    "g": "ɡ", "_b_<": "ɓ", "b_<": "ɓ", "d`": "ɖ", "d_<": "ɗ", "g_<": "ɠ", "h\\": "ɦ",
    "j\\": "ʝ", "l`": "ɭ", "l\\": "ɺ", "n`": "ɳ", "p\\": "ɸ", "r`": "ɽ", "r\\": "ɹ",
    "r\\`": "ɻ", "s`": "ʂ", "s\\": "ɕ", "t`": "ʈ", "v\\": "ʋ", "P": "ʋ", "x\\": "ɧ",
    "z`": "ʐ", "z\\": "ʑ", "A": "ɑ", "B": "β", "B\\": "ʙ", "C": "ç", "D": "ð", "E": "ɛ",
    "F": "ɱ", "G": "ɣ", "G\\": "ɢ", "G\\_<": "ʛ", "H": "ɥ", "H\\": "ʜ", "I": "ɪ",
    "I\\": "ᵻ", "J": "ɲ", "J\\": "ɟ", "J\\_<": "ʄ", "K": "ɬ", "K\\": "ɮ", "L": "ʎ",
    "L\\": "ʟ", "M": "ɯ", "M\\": "ɰ", "N": "ŋ", "N\\": "ɴ", "O": "ɔ", "O\\": "ʘ", "Q": "ɒ",
    "R": "ʁ", "R\\": "ʀ", "S": "ʃ", "T": "θ", "U": "ʊ", "U\\": "ᵿ", "V": "ʌ", "W": "ʍ",
    "X": "χ", "X\\": "ħ", "Y": "ʏ", "Z": "ʒ", ".": ".", "\"": "ˈ", "%": "ˌ", "'": "ʲ",
    "_j": "ʲ", ":": "ː", ":\\": "ˑ", "-": "", "@": "ə", "@\\": "ɘ", "@`": "ɚ", "{": "æ",
    "}": "ʉ", "1": "ɨ", "2": "ø", "3": "ɜ", "3`": "ɝ", "3\\": "ɞ", "4": "ɾ", "5": "ɫ",
    "6": "ɐ", "7": "ɤ", "8": "ɵ", "9": "œ", "&": "ɶ", "?": "ʔ", "?\\": "ʕ", "<\\": "ʢ",
    ">\\": "ʡ", "!\\": "ǃ", "|\\": "ǀ", "|\\|\\": "ǁ", "=\\": "ǂ", "|": "|", "||": "‖",
    "-\\": "‿", "`": "˞", "~": "\u0303", "_~": "\u0303", "=": "\u0329", "_=": "\u0329",
    "_h": "ʰ", "_w": "ʷ", "_G": "ˠ", "_?\\": "ˤ", "_n": "ⁿ", "_l": "ˡ", "_>": "ʼ",
    "_0": "\u0325", "_v": "\u032c", "_t": "\u0324", "_k": "\u0330", "_d": "\u032a",
    "_a": "\u033a", "_m": "\u033b", "_N": "\u033c", "_O": "\u0339", "_c": "\u031c",
    "_+": "\u031f", "_-": "\u0320", "_\"": "\u0308", "_x": "\u033d", "_^": "\u032f",
    "_r": "\u031d", "_o": "\u031e", "_A": "\u0318", "_q": "\u0319", "_e": "\u0334",
    "_}": "\u031a", "_X": "\u0306", "_T": "˥", "_H": "˦", "_M": "˧", "_L": "˨", "_B": "˩",
    "_/": "\u030c", "_\\": "\u0302", "_F": "\u0302", "_R": "\u030c", "_": "\u0361", " ": " ",
}  # fmt: skip
_LONGEST = max(map(len, _SAMPA))


def as_ipa(phonemes: str, alphabet: str) -> str | None:
    """Return ``phonemes`` in IPA; None when they are not what the alphabet has.

    ``alphabet`` is one of ``ALPHABETS``. Brackets or slashes around the whole, as dictionaries
    print them, and what stands for nothing that can be heard alone, are taken off.
    """
    text = " ".join(phonemes.split())
    if len(text) > 1 and (text[0], text[-1]) in (("/", "/"), ("[", "]")):
        text = text[1:-1].strip()
    found: str | None = text
    if alphabet == "x-sampa":
        found = _from_sampa(text)
    elif alphabet != "ipa":
        return None
    return found if found and is_ipa(found) else None


def is_ipa(text: str) -> bool:
    """Whether every character is of the IPA, and at least one of them a sound."""
    plain = unicodedata.normalize("NFD", text.replace("ç", "\0")).replace("\0", "ç")
    return any(character in _LETTERS for character in plain) and all(
        character in _LETTERS
        or character in _STRESS
        or character in _MARKS
        or "\u0300" <= character <= "\u036f"
        for character in plain
    )


def _from_sampa(text: str) -> str | None:
    found: list[str] = []
    at = 0
    while at < len(text):
        for length in range(min(_LONGEST, len(text) - at), 0, -1):
            ipa = _SAMPA.get(text[at : at + length])
            if ipa is not None:
                found.append(ipa)
                at += length
                break
        else:
            return None
    return "".join(found)
