"""A text with phonemes as espeak-ng takes it: ``[[…]]`` around its names for sounds.

Two opening brackets are espeak's command, so that no other may come from the text.
"""

from __future__ import annotations

import ctypes
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from content.patterns import lazily
from voices.ipa import mnemonics
from voices.pieces import without_commands

if TYPE_CHECKING:  # the speech process needs no article
    from content.utterance import Phonemes

_WORD = lazily(r"\S+")
_POSSESSIVE = lazily(r"['\u2019]s(?!\w)")
_HISSING = ("s", "z", "ʃ", "ʒ", "ɕ", "ʑ", "ʂ", "ʐ")
_VOICELESS = ("p", "t", "k", "f", "θ")
_CHARACTERS_UTF8, _PHONEMES, _AS_IPA = 1, 0x100, 2
_NOBODY = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)(
    lambda *_: 0
)
_sounds: dict[tuple[str, str], str] = {}
"""What a voice makes of a name for a sound, in IPA."""


class Prompt:
    """What espeak is given for a text, and where its characters stand in the text."""

    def __init__(
        self,
        text: str,
        phonemes: Sequence[Phonemes],
        language: str,
        named: Callable[[str], Sequence[str]],
    ) -> None:
        """``named`` returns the words of IPA in espeak's names; none leave the text as it is."""
        self._given: list[str] = []
        self._length = 0
        self._starts: list[int] = []
        self._places: list[tuple[int, bool]] = []
        """Where each stretch of what is given stands in the text, and whether one for one."""
        self.flags = 0
        """What the library must be told beside: that there are phonemes."""
        at = 0
        for start, end, ipa in phonemes:
            if not at <= start < end <= len(text):
                continue
            until = end
            if language.partition("-")[0] == "en":
                ipa = ipa.replace("r", "ɹ")  # as dictionaries of English write it
                if _POSSESSIVE.match(text, end):
                    ipa, until = _with_s(ipa), end + 2
            words = named(ipa)
            if not words:
                continue
            self.flags = _PHONEMES
            self._plain(text, at, start)
            self._sounds(text, start, end, words)
            at = until
        self._plain(text, at, len(text))
        self.text = "".join(self._given)

    def _add(self, given: str, place: int, exact: bool) -> None:
        self._starts.append(self._length)
        self._places.append((place, exact))
        self._given.append(given)
        self._length += len(given)

    def _plain(self, text: str, start: int, end: int) -> None:
        self._add(without_commands(text[start:end]), start, True)

    def _sounds(self, text: str, start: int, end: int, words: Sequence[str]) -> None:
        """Add the sounds of a stretch, each of its words marked if they are as many."""
        written = [start + match.start() for match in _WORD.finditer(text[start:end])]
        places = written if len(written) == len(words) else [start] * len(words)
        # The space keeps a bracket of the text apart from ours.
        self._add(" [[", start, False)
        for number, word in enumerate(words):
            self._add(word + (" " if number + 1 < len(words) else ""), places[number], False)
        self._add("]] ", places[-1], False)

    def offset(self, position: int) -> int:
        """Return where in the text what espeak is given at ``position`` stands."""
        index = max(0, bisect_right(self._starts, position) - 1)
        place, exact = self._places[index]
        return place + position - self._starts[index] if exact else place


def prompt_for(
    library: ctypes.CDLL, voice: str, text: str, phonemes: Sequence[Phonemes], language: str
) -> Prompt:
    """Return what the library is given for ``text``, spoken by the voice chosen there now.

    ``voice`` is what it is remembered by. To be called by one thread at a time.
    """
    library.espeak_TextToPhonemes.restype = ctypes.c_char_p
    # The library takes brackets for phonemes if it did so when it spoke the last time. Who
    # listened then may be gone.
    library.espeak_SetSynthCallback(_NOBODY)
    library.espeak_Synth(b" \0", 2, 0, 1, 0, _CHARACTERS_UTF8 | _PHONEMES, None, None)

    def heard(names: str) -> str:
        given = ctypes.c_char_p(f"[[{names}]]".encode())
        made = library.espeak_TextToPhonemes(ctypes.byref(given), _CHARACTERS_UTF8, _AS_IPA)
        sound = unicodedata.normalize("NFD", (made or b"").decode("utf-8", "replace"))
        return sound.strip(" ˈˌ")

    def says(name: str) -> str:
        if (voice, name) not in _sounds:
            # Of a name that is known by its beginning only, nothing after it would be heard.
            whole = heard(f"{name}|m").endswith("m")
            _sounds[voice, name] = heard(name) if whole else ""
        return _sounds[voice, name]

    return Prompt(text, phonemes, language, lambda ipa: mnemonics(ipa, says))


def _with_s(ipa: str) -> str:
    """Return the phonemes of an English word with those of 's after it."""
    last = ipa.rstrip("ː ʰ")[-1:]
    if last in _HISSING:
        return ipa + "ɪz"
    return ipa + ("s" if last in _VOICELESS else "z")
