"""Neural voices: piper, with a model's own lengths of phonemes as exact word marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from content.sentences import sentences
from voices.contract import Manner, Mark, Sink
from voices.piper_clauses import clauses
from voices.piper_files import model_path, read_settings
from voices.piper_model import Model
from voices.piper_phonemes import Phonemes
from voices.piper_sound import Said
from voices.piper_words import harmless, words_by_phonemes
from voices.words import Words

_FIXED, _STRETCHED = 0.083, 0.188
"""Seconds of a word that stay at any length, and that the model multiplies by its length.

Measured on the packaged voice, whose own length of 1 makes some 220 words a minute; a phoneme
lasts whole frames, so that doubling the length does not double all of it.
"""
_MOST_PHONEMES = 500
"""Planned at once: the time that a plan takes grows with the square."""


class PiperVoice:
    """The voice ``name`` of the folder of voices, or the packaged one.

    It reads every language as the one its model speaks, which ``languages`` tells.
    """

    slowest = 140
    fastest = 280
    prompt = False

    def __init__(self, name: str = "") -> None:
        """Load the model and warm it; raise VoiceError when it can't be."""
        path = model_path(name)
        self._settings = read_settings(path)
        self.languages: tuple[str, ...] = (self._settings.language,)
        self._phonemes = Phonemes(dict(self._settings.raw))
        sentences("One. Two.", self._settings.language)  # imports what finds them
        self._model = Model(path, self._settings)

    def speak(self, text: str, language: str, manner: Manner, sink: Sink) -> None:
        """Push the speech of ``text`` clause by clause, each in stretches as they are made."""
        spans = Words(text).spans
        text = harmless(text)  # as long as before, so that the words stay where they are
        ends = _sentence_ends(text, spans, language)
        given = words_by_phonemes(text, spans, manner.phonemes)
        length = _length(max(self.slowest, min(self.fastest, manner.pace)))
        said = Said(self._settings.rate, sink)
        for clause in clauses(text, spans, ends):
            words = range(clause.first, clause.last)
            phonemes, starts = self._phonemes.clause(text, spans, words, ends, given)
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

    def close(self) -> None:
        """Nothing: the model goes when nobody holds it any more."""


def _length(pace: float) -> float:
    """Return how many times as long as its own the model's phonemes are at ``pace``."""
    return (60 / pace - _FIXED) / _STRETCHED


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
