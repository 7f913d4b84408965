"""How much there is to say for each word of an article, and how long its pauses are.

A voice's speed is known in units of speech, not in words: an article of long words, of many
numbers or of many headings takes longer a word. Pure; knows nothing of voices.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from content.patterns import lazily

if TYPE_CHECKING:  # the speech process counts units, and needs no more
    from collections.abc import Iterator

    from content.script import Script
    from content.utterance import Utterance

REFERENCE_PACE = 180
"""Words a minute at which a script's pauses are as long as it says."""
_LETTERS = lazily(r"[^\W\d_]+")
_DIGITS = lazily(r"\d")
_INNER = lazily(r"[,;:.!?–—()\"“”]\s")
_STOPS = lazily(r"[.!?]\s")
_SYMBOLS = lazily(r"[%/+=<>&@$€£°#*]")
_UNSPACED = lazily("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
"""Characters of scripts that put no space between words."""
_UNSPACED_A_WORD = 2
_UNSPACED_UNITS = 2.5

_SAMPLE_WORDS = 500
_BLOCKS_LOOKED_AT = 300
_UTTERANCES_A_BLOCK = 40
_LEAST_SHARE = 0.3
"""Of the time is speech, however long the pauses: beyond it the pace is given up, not the words."""
_TYPICAL_WORDS = 10
"""What is typical counts as so many words: a title alone must not set a strange pace."""


@dataclass(frozen=True, slots=True)
class Density:
    """What an average word of an article asks of a voice."""

    units_per_word: float = 5.6
    pause_ms_per_word: float = 25.0
    """Milliseconds of the script's pauses, at its reference pace."""


TYPICAL = Density()
"""Of an article of plain prose with some headings; for what belongs to no article."""
_LEAST, _MOST = Density(2.0, 0.0), Density(20.0, 400.0)
"""What no article passes: beyond it the words are none that a person would count."""


def units(text: str) -> float:
    """Return how much speech ``text`` is: about the letters of what is heard.

    The weights were fitted to what espeak-ng needs for real articles; see docs/decisions.md.
    """
    letters = sum(map(len, _LETTERS.findall(text)))
    unspaced = len(_UNSPACED.findall(text))
    return (
        1.5  # a breath begins and ends slowly
        + letters
        + (_UNSPACED_UNITS - 1) * unspaced
        + 5.5 * len(_DIGITS.findall(text))
        + 0.3 * len(text.split())
        + 4 * len(_INNER.findall(text))
        + 6 * len(_SYMBOLS.findall(text))
    )


def speech_share(density: Density, pauses: float = 100) -> float:
    """Return how much of the time is speech, 0.3 to 1, with ``pauses`` percent of the pauses.

    The same at every pace, since pauses shrink with it.
    """
    paused = density.pause_ms_per_word / 1000 * pauses / 100 * REFERENCE_PACE / 60
    return max(_LEAST_SHARE, 1 - paused)


def words(text: str) -> float:
    """Return the words of ``text`` as a person counts them, also where no space divides them."""
    unspaced = _UNSPACED.findall(text)
    if not unspaced:
        return len(text.split())
    return len(_UNSPACED.sub(" ", text).split()) + len(unspaced) / _UNSPACED_A_WORD


def density_of(script: Script) -> Density:
    """Return the density of a script, from an evenly spread sample of its blocks.

    The same script has the same density. It costs what it takes to script some 500 words,
    however long the article is.
    """
    blocks = script.article.blocks
    spread = blocks[:: len(blocks) // _BLOCKS_LOOKED_AT + 1]
    # Scripting costs much, a look at the text little: how the two differ is learned from the
    # sample, and what the text looks like from many more blocks.
    looks = _Looks()
    for block in spread:
        looks.add(block.text)
    sampled = _Looks()
    spoken = pauses = 0.0
    for utterances in _sample(script, looks.words * len(blocks) / max(1, len(spread))):
        sampled.add("".join(said for _, said in utterances))
        for utterance, _ in utterances:
            spoken += units(utterance.text)
            pauses += utterance.pause_ms
    if looks.words < 1 or sampled.words < 1:
        return TYPICAL
    own = looks.words / (looks.words + _TYPICAL_WORDS)
    spoken *= looks.units / sampled.units / looks.words
    pauses *= looks.stops / sampled.stops / looks.words
    spoken = own * spoken + (1 - own) * TYPICAL.units_per_word
    pauses = own * pauses + (1 - own) * TYPICAL.pause_ms_per_word
    return Density(
        max(_LEAST.units_per_word, min(_MOST.units_per_word, spoken)),
        max(_LEAST.pause_ms_per_word, min(_MOST.pause_ms_per_word, pauses)),
    )


@dataclass(slots=True)
class _Looks:
    """What texts look like, before they are scripted."""

    words: float = 0.0
    units: float = 0.0
    stops: float = 0.0
    """Ends of blocks, and half as much for those of sentences inside."""

    def add(self, text: str) -> None:
        if text.strip():
            self.words += words(text)
            self.units += units(text)
            self.stops += 1 + len(_STOPS.findall(text)) / 2


def _sample(script: Script, total_words: float) -> Iterator[list[tuple[Utterance, str]]]:
    """Yield, for blocks spread evenly, the utterances and what stands in the source for each."""
    blocks = script.article.blocks
    for index in _chosen(len(blocks), total_words):
        found: list[tuple[Utterance, str]] = []
        for number in range(_UTTERANCES_A_BLOCK):
            try:
                utterance = script.utterance((index, number))
            except IndexError:
                break
            found.append((utterance, utterance.source_text(blocks[index].text)))
        yield found


def _chosen(blocks: int, total_words: float) -> list[int]:
    """Return the indices of all blocks, or of so many as have enough words.

    Steps that fit a repeating pattern, such as heading, text, heading, text, would see only
    headings: the golden ratio spreads without a rhythm.
    """
    count = max(1, round(blocks * _SAMPLE_WORDS / max(1.0, total_words)))
    if count >= blocks:
        return list(range(blocks))
    return sorted({int(blocks * (number * 0.6180339887498949 % 1)) for number in range(count)})
