"""Neural voices: piper, with a model's own lengths of phonemes as exact word marks."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator, Sequence
from importlib import import_module
from itertools import pairwise
from typing import Any

from content.sentences import sentences
from voices.contract import Manner, Mark, Sink, VoiceError
from voices.piper_clauses import clauses
from voices.piper_files import INSTALL, model_path, read_settings
from voices.piper_model import Model
from voices.piper_sound import Said
from voices.piper_words import harmless, word_starts
from voices.words import Words

NATURAL_PACE = 200
"""Words a minute of a model at its own length."""
_MOST_PHONEMES = 500
"""Planned at once: the time that a plan takes grows with the square."""
_WORDS_REMEMBERED = 4000


class PiperVoice:
    """The voice ``name`` of the folder of voices, or the packaged one.

    It reads every language as the one its model speaks, which ``languages`` tells.
    """

    slowest = 120
    fastest = 260
    prompt = False

    def __init__(self, name: str = "") -> None:
        """Load the model and warm it; raise VoiceError when it can't be."""
        path = model_path(name)
        self._settings = read_settings(path)
        self.languages: tuple[str, ...] = (self._settings.language,)
        self._phonemizer = _phonemizer(dict(self._settings.raw))
        self._alone: dict[str, list[str]] = {}
        self._phonemes("1")
        sentences("One. Two.", self._settings.language)  # imports what finds them
        self._model = Model(path, self._settings)

    def speak(self, text: str, language: str, manner: Manner, sink: Sink) -> None:
        """Push the speech of ``text`` clause by clause, each in stretches as they are made."""
        spans = Words(text).spans
        text = harmless(text)  # as long as before, so that the words stay where they are
        ends = _sentence_ends(text, spans, language)
        length = NATURAL_PACE / max(self.slowest, min(self.fastest, manner.pace))
        said = Said(self._settings.rate, sink)
        for clause in clauses(text, spans, ends):
            words = range(clause.first, clause.last)
            phonemes, starts = self._clause(text, spans, words, ends)
            waiting = list(zip(starts, (spans[word] for word in words), strict=True))
            for begin, end in _runs(phonemes):
                plan = self._model.plan(phonemes[begin:end], length)
                marks: list[Mark] = []
                while waiting and (waiting[0][0] < end or end == len(phonemes)):
                    at, (first, last) = waiting.pop(0)
                    # The first word is heard with the first sound, which the model may make
                    # a little before it has the phoneme begin.
                    sample = plan.starts[at - begin] if at > begin else 0
                    marks.append(Mark(sample, first, last - first))
                if not said.say(self._model.sound(plan), marks):
                    return
            said.silent([Mark(0, first, last - first) for _, (first, last) in waiting])
            said.rest(clause.pause * length)
        said.finish()

    def _clause(
        self, text: str, spans: Sequence[tuple[int, int]], words: range, ends: frozenset[int]
    ) -> tuple[list[str], list[int]]:
        """Return the phonemes of these words, and at which of them each word starts."""
        phonemes: list[str] = []
        stops: list[int] = []
        for sentence in self._phonemes(text[spans[words[0]][0] : spans[words[-1]][1]]):
            if phonemes:
                stops.append(len(phonemes) - 1)
                phonemes.append(" ")
            phonemes += sentence
        alone = [self._word(text[slice(*spans[word])]) for word in words] if words[1:] else [[]]
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
            for sentence in self._phonemes(word):
                sounds += [" ", *sentence] if sounds else sentence
            self._alone[word] = sounds
        return self._alone[word]

    def _phonemes(self, text: str) -> list[list[str]]:
        """Return the phonemes of each of what piper takes for sentences."""
        try:
            return [list(sentence) for sentence in self._phonemizer.phonemize(text) if sentence]
        # Whatever the library raises, such as for a language that it does not know.
        except Exception as error:
            raise VoiceError(
                "The neural voice can't tell how this is pronounced; choose another with --voice."
            ) from error

    def close(self) -> None:
        """Nothing: the model goes when nobody holds it any more."""


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


def _phonemizer(settings: dict[str, Any]) -> Any:
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


def _sentence_ends(text: str, spans: Sequence[tuple[int, int]], language: str) -> frozenset[int]:
    """Return the words that end a sentence inside ``text``, by their indices."""
    if not any(mark in text[: spans[-1][0]] for mark in ".?!") if spans else True:
        return frozenset()
    begins = [start for start, _ in sentences(text, language)[1:]]
    return frozenset(
        index for index, ((_, end), (start, _)) in enumerate(pairwise(spans))
        if any(end <= begin <= start for begin in begins)
    )  # fmt: skip


def _runs(phonemes: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield stretches of ``phonemes`` that can be planned, cut between words where it goes."""
    begin = 0
    while len(phonemes) - begin > _MOST_PHONEMES:
        end = begin + _MOST_PHONEMES
        while end > begin + _MOST_PHONEMES // 2 and phonemes[end] != " ":
            end -= 1
        yield begin, end
        begin = end
    if begin < len(phonemes):
        yield begin, len(phonemes)
