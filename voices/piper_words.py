"""Which of a text's words each of the phonemes that piper makes belongs to.

Piper phonemizes whole clauses: numbers become several words, and small words grow together
("of the" is one). So each word is also phonemized alone, and the clause is aligned with the
row of its words, by the cheapest way to turn one into the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from voices.ipa import with_stress_at_vowels
from voices.pieces import speakable, without_commands

if TYPE_CHECKING:  # the speech process needs no article
    from content.utterance import Phonemes

_SLIGHT = frozenset("ˈˌːˑʲ")
"""Stress, length and glides, which come and go with the words around."""
_VOWELS = frozenset("aeiouyæøœɐɑɒɔɘəɚɛɜɝɞɤɨɪɯɵɶʉʊʌᵻ")
_TAPS = frozenset("tdɾʔ")
_MARKS = frozenset(".,;:?!")
_BAND = 60
"""How far, in phonemes, the alignment may stray from the diagonal."""


def harmless(text: str) -> str:
    """Return ``text``, as long as it was, without what piper or its library would obey."""
    return without_commands(speakable(text))


def words_by_phonemes(
    text: str, spans: Sequence[tuple[int, int]], phonemes: Sequence[Phonemes]
) -> dict[int, str]:
    """Return, by their indices, what piper is given for the words that ``phonemes`` are of.

    ``spans`` are the words of ``text``. Where a stretch has other words than its phonemes, its
    first word has all of these.
    """
    found: dict[int, str] = {}
    for start, end, ipa in phonemes:
        inside = [at for at, (first, last) in enumerate(spans) if first < end and start < last]
        said = with_stress_at_vowels(ipa)
        if not inside or not said:
            continue
        behind = text[end : max(end, spans[inside[-1]][1])]
        # Marks right after the brackets would be lost.
        marks = behind[: len(behind) - len(behind.lstrip("".join(_MARKS)))]
        if len(said) != len(inside):
            said = [" ".join(said)]
        blocks = [f"[[{sounds}]]" for sounds in said]
        blocks[-1] = f"[[{said[-1]}{marks}]]"
        blocks += [""] * (len(inside) - len(blocks))
        found.update(zip(inside, blocks, strict=True))
        found[inside[0]] = text[spans[inside[0]][0] : start] + found[inside[0]]
        found[inside[-1]] += behind[len(marks) :]
    return found


def word_starts(whole: Sequence[str], words: Sequence[Sequence[str]]) -> list[int]:
    """Return for each of ``words`` the index in ``whole`` of its first phoneme.

    ``whole`` are the phonemes of a clause and ``words`` those of its words, each alone. The
    indices rise or stay; a word that has no phonemes starts where the next one does, and
    ``len(whole)`` is past the end.
    """
    row: list[str] = []
    firsts: list[int] = []
    for word in words:
        sounds = [phoneme for phoneme in word if phoneme not in _MARKS]
        while sounds and sounds[-1] == " ":
            sounds.pop()
        if row and sounds:
            row.append(" ")
        firsts.append(len(row))
        row += sounds
    if len(words) < 2 or not row:
        return [0] * len(words)
    places = _places(row, whole)
    starts: list[int] = []
    for first in firsts:
        # Of a word without sounds, the space before the next one stands at ``first``.
        while first < len(row) and row[first] == " ":
            first += 1
        starts.append(_token_start(whole, places[first]))
    starts[0] = 0
    for index in range(1, len(starts)):
        starts[index] = max(starts[index], starts[index - 1])
    return starts


def _token_start(whole: Sequence[str], place: int) -> int:
    """Go back over stress to the space before; forward over marks and spaces."""
    back = place
    while back > 0 and whole[back - 1] in _SLIGHT:
        back -= 1
    if back > 0 and whole[back - 1] == " ":
        return back
    while place < len(whole) and (whole[place] == " " or whole[place] in _MARKS):
        place += 1
    return place


def _places(row: Sequence[str], whole: Sequence[str]) -> list[int]:
    """Return for each index of ``row``, and its end, the index in ``whole`` it stands at."""
    height, width = len(row), len(whole)
    band = _BAND + abs(height - width)
    far = float("inf")
    before = [column * 1.0 for column in range(width + 1)]
    for column in range(1, width + 1):
        before[column] = before[column - 1] + _alone(whole[column - 1])
    steps: list[bytearray] = []
    for line in range(1, height + 1):
        sound = row[line - 1]
        alone = _alone(sound)
        middle = line * width // height
        low, high = max(1, middle - band), min(width, middle + band)
        now = [far] * (width + 1)
        if low == 1:
            now[0] = before[0] + alone
        step = bytearray(width + 1)  # 0: not in whole, 1: both, 2: not in row
        for column in range(low, high + 1):
            other = whole[column - 1]
            best, way = before[column] + alone, 0
            both = before[column - 1] + (0.0 if sound == other else _instead(sound, other))
            if both <= best:
                best, way = both, 1
            skipped = now[column - 1] + _alone(other)
            if skipped < best:
                best, way = skipped, 2
            now[column] = best
            step[column] = way
        steps.append(step)
        before = now
    places = [width] * (height + 1)
    column = width
    for line in range(height, 0, -1):
        while column and steps[line - 1][column] == 2:
            column -= 1
        if column and steps[line - 1][column] == 1:
            column -= 1
        places[line - 1] = column
    return places


def _alone(sound: str) -> float:
    """Return what it costs when a sound is on one side only."""
    if sound in _SLIGHT or sound in _MARKS:
        return 0.1
    return 0.5 if sound == " " else 1.0


def _instead(sound: str, other: str) -> float:
    """Return what it costs when one sound stands for another."""
    if sound[0] in _VOWELS and other[0] in _VOWELS:
        return 0.4
    if sound in _TAPS and other in _TAPS:
        return 0.3
    if sound in _SLIGHT and other in _SLIGHT:
        return 0.1
    return 1.8
