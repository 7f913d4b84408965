"""Text becomes the phonemes that a neural voice takes, word by word."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Mapping, Sequence
from importlib import import_module
from itertools import zip_longest
from typing import Any

from voices.contract import VoiceError
from voices.piper_files import INSTALL
from voices.piper_words import word_starts

_WORDS_REMEMBERED = 4000
_NOTHING: Mapping[int, str] = {}


class Phonemes:
    """What piper makes of text, for the model with these ``settings``, its JSON."""

    def __init__(self, settings: dict[str, Any]) -> None:
        """Raise VoiceError when piper is not there or can't make sense of the settings."""
        self._piper = _piper(settings)
        self._alone: dict[str, list[str]] = {}
        self.of("1")  # The first time is slow, and tells whether the language is there.

    def clause(
        self, text: str, spans: Sequence[tuple[int, int]], words: range, ends: frozenset[int],
        given: Mapping[int, str] = _NOTHING,
    ) -> tuple[list[str], list[int]]:  # fmt: skip
        """Return the phonemes of these words, and at which of them each word starts.

        ``given`` has, for some words, what piper is given in their place.
        """
        phonemes: list[str] = []
        stops: list[int] = []
        written = [given.get(word, text[slice(*spans[word])]) for word in words]
        between = [text[spans[word][1] : spans[word + 1][0]] for word in words[:-1]]
        whole = "".join(map("".join, zip_longest(written, between, fillvalue="")))
        for sentence in self.of(whole):
            if phonemes:
                stops.append(len(phonemes) - 1)
                phonemes.append(" ")
            phonemes += sentence
        alone = [self._word(word) for word in written] if words[1:] else [[]]
        starts = word_starts(phonemes, alone)
        # The library ends a sentence at "Dr.", too: no pause where none ends.
        for stop in reversed(stops):
            before = max(i for i, start in enumerate(starts) if start <= stop)
            if phonemes[stop] == "." and words[before] not in ends:
                del phonemes[stop]
                starts = [start - (start > stop) for start in starts]
        return phonemes, starts

    def _word(self, word: str) -> list[str]:
        if word not in self._alone:
            if len(self._alone) >= _WORDS_REMEMBERED:
                self._alone.clear()
            sounds: list[str] = []
            for sentence in self.of(word):
                sounds += [" ", *sentence] if sounds else sentence
            self._alone[word] = sounds
        return self._alone[word]

    def of(self, text: str) -> list[list[str]]:
        """Return the phonemes of each of what piper takes for sentences."""
        try:
            return [_spaced(sentence) for sentence in self._piper.phonemize(text) if sentence]
        # Whatever the library raises, such as for a language that it does not know.
        except Exception as error:
            raise VoiceError(
                "The neural voice can't tell how this is pronounced; choose another with --voice."
            ) from error


def _spaced(phonemes: Sequence[str]) -> list[str]:
    """Return ``phonemes`` with one space where piper has two, on either side of brackets."""
    before = ["", *phonemes]
    return [
        each for each, last in zip(phonemes, before, strict=False) if each != " " or last != " "
    ]


def import_numpy() -> None:
    """Import NumPy, as soon as nobody hides it any more.

    While the player imports miniaudio in another thread it has NumPy hidden, so that
    miniaudio does without; an import of it then fails, though it is there.
    """
    for _ in range(1000):
        try:
            import_module("numpy")
        except ImportError as error:
            if "halted" not in str(error):
                return  # It is missing, which is told when piper needs it.
            time.sleep(0.01)
        else:
            return


def _piper(settings: dict[str, Any]) -> Any:
    """Return piper's voice without its model: what makes phonemes of text."""
    import_numpy()
    flags = sys.getdlopenflags() if hasattr(sys, "getdlopenflags") else 0
    try:
        # piper brings an espeak-ng of its own, which must not call into the embedded voice's:
        # that one is open to the whole process, and the two differ.
        if hasattr(os, "RTLD_DEEPBIND"):
            sys.setdlopenflags(flags | os.RTLD_DEEPBIND)
        import_module("piper.espeakbridge")
        from piper import PiperVoice as Piper
        from piper.config import PiperConfig
    except (ImportError, OSError) as error:
        raise VoiceError(
            f"The neural voice is not installed as it should be; {INSTALL}."
        ) from error
    finally:
        if flags:
            sys.setdlopenflags(flags)
    try:
        return Piper(session=None, config=PiperConfig.from_dict(settings))
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise VoiceError(
            "The JSON of the neural voice lacks what piper needs; fetch it again."
        ) from error
