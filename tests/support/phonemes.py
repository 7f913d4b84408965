"""What a text sounds like: the phonemes that the embedded voice makes of it."""

from __future__ import annotations

import ctypes
import re
from functools import cache

from voices import espeak

_UTF8, _IPA = 1, 2
# Stress, length of pauses and the marks around a word of another language.
_DROPPED = re.compile(r"[ˈˌ\s_:|‿]|\([a-z-]+\)")
_AND = re.compile(r"\band\b", re.IGNORECASE)


@cache
def _voice(language: str) -> espeak.EspeakVoice:
    return espeak.EspeakVoice(language)


def phonemes(text: str, language: str = "en-us") -> str:
    """Return the IPA phonemes of ``text``, without stress, spaces and the word "and".

    ``language`` is in espeak-ng's words.
    """
    voice = _voice(language)
    # With space behind it, since the library keeps back a lone last character for the next call.
    left = ctypes.c_char_p(_AND.sub(" ", text).encode() + b"  \n")
    said = []
    with espeak._ONE_AT_A_TIME:
        voice._choose_named()
        function = voice._library.espeak_TextToPhonemes
        function.restype = ctypes.c_char_p
        # Each call says one clause and moves the pointer past it.
        while left.value:
            said.append((function(ctypes.byref(left), _UTF8, _IPA) or b"").decode())
    return _DROPPED.sub("", "".join(said))
