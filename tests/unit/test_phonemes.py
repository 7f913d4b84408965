"""Phonemes: as they are written, and as they are heard."""

from __future__ import annotations

import array
import ctypes
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.phonemes import as_ipa
from content.utterance import Phonemes, Piece, Utterance
from tests.support.studio import Studio, ToneVoice
from voices.contract import Chunk, Manner, Mark, Sink
from voices.espeak import EspeakVoice
from voices.espeak_phonemes import Prompt, prompt_for
from voices.export import speech
from voices.ipa import mnemonics
from voices.messages import Announce, Configure, Speak, decode, encode
from voices.pacing import Pacing
from voices.pieces import MOST, phonemes_within, piece_end


@pytest.mark.parametrize(
    ("written", "alphabet", "ipa"),
    [
        ('"nO:zI@', "x-sampa", "ˈnɔːzɪə"),
        ('tS{n@l "dZ3:n@l', "x-sampa", "tʃænəl ˈdʒɜːnəl"),
        ("r\\`t`s\\", "x-sampa", "ɻʈɕ"),
        ("a~R", "x-sampa", "a\u0303ʁ"),
        ("/ˈnɔːzɪə/", "ipa", "ˈnɔːzɪə"),
        ("[t͡ʃ]", "ipa", "t͡ʃ"),
        ("ça", "ipa", "ça"),
        ("hello!", "ipa", None),
        ("ABC", "ipa", None),
        ("ˈ", "ipa", None),
        ("[[a]]", "ipa", None),
        ("a$", "x-sampa", None),
        ("a", "x-cmu", None),
        ("", "ipa", None),
    ],
)
def test_phonemes_are_known_by_their_alphabet(written: str, alphabet: str, ipa: str) -> None:
    assert as_ipa(written, alphabet) == ipa


def spoken(
    text: str, phonemes: tuple[Phonemes, ...] = (), name: str = "en-gb"
) -> tuple[bytes, list[Mark]]:
    samples, marks = bytearray(), []

    def take(chunk: Chunk) -> bool:
        samples.extend(chunk.samples)
        marks.extend(chunk.marks)
        return True

    EspeakVoice(name).speak(text, "en", Manner(phonemes=phonemes), take)
    return bytes(samples), marks


def loudness(samples: bytes) -> int:
    return max(map(abs, array.array("h", samples)))


# The IPA of the plain word, as espeak-ng itself tells it, so that the two must sound the same.
@pytest.mark.parametrize(
    ("name", "word", "ipa"),
    [
        ("en-gb", "nausea", "ˈnɔːsɪə"),
        ("en-gb", "house", "ˈhaʊs"),
        ("en-us", "boat", "ˈboʊt"),
        ("fr", "bonjour", "bɔ̃ʒˈuʁ"),
        ("de", "müde", "mˈyːdə"),
    ],
)
def test_a_word_by_its_phonemes_sounds_like_the_word(name: str, word: str, ipa: str) -> None:
    plain, _ = spoken(word, name=name)
    by_phonemes, _ = spoken("xyzzy", ((0, 5, ipa),), name)

    assert loudness(by_phonemes) > 1000
    assert abs(len(by_phonemes) - len(plain)) < 0.06 * len(plain)
    assert _distance(by_phonemes, plain) < 0.5 * _distance(spoken("xyzzy", name=name)[0], plain)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("en-gb", "nausea doctor the headache through measure church judge bathe young singing"),
        ("en-us", "water bird button boat cheese measure church judge bathe young"),
        ("de", "Übelkeit Brötchen müde Straße Kirche Buch Fieber Arzt Häuser zwölf Pfeffer"),
        ("fr", "nausée douleur vin un beurre peu oiseau montagne huit rue femme faim brun"),
        ("es", "dolor perro niño llave jefe agua cielo fiebre cabeza hoy"),
        ("it", "gnocchi famiglia pizza sci dolore"),
        ("pl", "głowa gorączka życie chleb rzeka ćma ból"),
        ("sv", "sjuk ljus kött stjärna huvud feber"),
        ("tr", "ağrı ateş çocuk şeker göz"),
    ],
)
def test_what_a_voice_says_in_ipa_it_says_again_by_its_phonemes(name: str, words: str) -> None:
    voice = EspeakVoice(name)
    voice._choose(name)

    def heard(text: str) -> str:
        rest, said = ctypes.c_char_p(text.encode()), b""
        while rest.value is not None:
            said += voice._library.espeak_TextToPhonemes(ctypes.byref(rest), 1, 2) or b""
        return re.sub(r"[ˈˌ\s]", "", said.decode())

    for word in words.split():
        prompt_for(voice._library, name, "x", ((0, 1, "a"),), name)
        plain = heard(word)
        prompt = prompt_for(voice._library, name, "xyzzy", ((0, 5, plain),), name)
        assert heard(prompt.text) == plain, word


def _distance(one: bytes, other: bytes) -> float:
    """Return how far the loudness of two sounds, in 20 ms steps, is apart, from 0."""
    a, b = _envelope(one), _envelope(other)
    length = max(len(a), len(b))
    a, b = a + [0.0] * (length - len(a)), b + [0.0] * (length - len(b))
    return sum(abs(x - y) for x, y in zip(a, b, strict=True)) / max(1.0, sum(b))


def _envelope(samples: bytes) -> list[float]:
    values = array.array("h", samples)
    return [sum(map(abs, values[at : at + 441])) / 441 for at in range(0, len(values), 441)]


def test_marks_are_of_the_text_and_not_of_the_phonemes() -> None:
    text = "The nausea of New York's end."
    phonemes = ((4, 10, "ˈnɔːziə"), (14, 22, "ˈnjuː ˈjɔːk"))
    samples, marks = spoken(text, phonemes)

    assert [text[mark.offset : mark.offset + mark.length] for mark in marks] == [
        "The", "nausea", "of", "New", "York's", "end.",
    ]  # fmt: skip
    assert [mark.sample for mark in marks] == sorted({mark.sample for mark in marks})
    assert marks[-1].sample < len(samples) // 2


def test_brackets_of_the_text_are_no_phonemes_even_after_some() -> None:
    long = "[[n'O:zi@n'O:zi@n'O:zi@]]"
    _, before = spoken(f"{long} end")
    text = f"nausea {long} end"
    _, marks = spoken(text, ((0, 6, "ˈnɔːziə"),))

    assert [text[mark.offset : mark.offset + mark.length] for mark in marks] == [
        "nausea", long, "end",
    ]  # fmt: skip
    apart = marks[2].sample - marks[1].sample
    assert abs(apart - (before[1].sample - before[0].sample)) < 0.1 * apart


SAYS = {"n": "n", "O:": "ɔː", "z": "z", "i@": "iə", "s": "s", "I": "ɪ"}


@given(
    st.text("[]abn'O: \u00ad\u200c\u0002{}<", max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=4),
)
def test_brackets_are_only_ours(text: str, stretches: list[tuple[int, int]]) -> None:
    phonemes = tuple((start, end, "ˈnɔːziə") for start, end in sorted(stretches))
    named = lambda ipa: mnemonics(ipa, lambda name: SAYS.get(name, ""))  # noqa: E731
    prompt = Prompt(text, phonemes, "de", named)
    bare = prompt.text.translate(dict.fromkeys(map(ord, "\u00ad\u200c\u0002")))

    ours = bare.count(" [[n|'O:|z|i@]] ")
    assert bare.count("[[") == ours
    assert "[[[" not in bare
    assert bool(prompt.flags) == bool(ours)
    for position in range(len(prompt.text)):
        assert 0 <= prompt.offset(position) <= len(text)


@given(st.text("ˈˌːabçdeɡɪɔʁʒ̩̃t͡ʃ .|[]'\";\\", max_size=30))
def test_only_names_of_the_tables_become_names(ipa: str) -> None:
    for word in mnemonics(ipa, lambda name: name):
        assert not set(word) & set("[] ;\\")


def test_a_sound_that_no_name_makes_leaves_the_text() -> None:
    assert mnemonics("nɔː", lambda name: "n" if name == "n" else "") == []


@pytest.mark.parametrize(
    ("ipa", "said"),
    [("ˈkæt", "kæts"), ("ˈdɒɡ", "dɒɡz"), ("ˈhɔːs", "hɔːsɪz"), ("ˈdiː", "diːz")],
)
def test_an_english_possessive_keeps_its_ending(ipa: str, said: str) -> None:
    heard: list[str] = []
    Prompt("Xx’s end", ((0, 2, ipa),), "en-GB", lambda each: heard.append(each) or [])  # type: ignore[func-returns-value]
    assert heard == ["ˈ" + said]


def test_the_message_carries_phonemes() -> None:
    given = ((4, 10, "ˈnɔːziə"),)
    for message in (
        Speak(1, "The nausea", "en", 0, phonemes=given, sounds=("heading",)),
        Announce(1, "The nausea", "en", phonemes=given),
        Announce(1, "The nausea", "en"),
    ):
        assert decode(encode(message)) == message


def test_a_long_text_is_not_cut_inside_phonemes() -> None:
    text = "word " * 200
    start = MOST - 12
    phonemes = ((start, start + 40, "a"),)

    end = piece_end(text, 0, phonemes)

    assert end == start
    assert phonemes_within(phonemes, end, len(text)) == ((0, 40, "a"),)
    assert phonemes_within(phonemes, 0, end) == ()


class RecordingVoice(ToneVoice):
    """A tone that notes what it was given phonemes for."""

    def __init__(self) -> None:
        self.given: list[tuple[str, tuple[Phonemes, ...]]] = []

    def speak(self, text: str, language: str, manner: Manner, sink: Sink) -> None:
        self.given.append((text, manner.phonemes))
        super().speak(text, language, manner, sink)


def test_the_voice_is_given_phonemes_when_it_reads_announces_and_speaks_anew() -> None:
    voice = RecordingVoice()
    studio = Studio(lambda _: voice)
    studio.send(Configure("espeak", 180))
    studio.send(Speak(1, "The nausea", "en", 0, phonemes=((4, 10, "ˈnɔːziə"),)))
    studio.send(Announce(2, "pain", "en", phonemes=((0, 4, "ˈpeɪn"),)))
    studio.play(0.5)
    studio.send(Configure("espeak", 180, pitch=80))
    studio.play(1)

    assert ("pain", ((0, 4, "ˈpeɪn"),)) in voice.given
    assert voice.given.count(("The nausea", ((4, 10, "ˈnɔːziə"),))) >= 2


def test_a_long_text_is_given_with_the_phonemes_of_each_part() -> None:
    voice = RecordingVoice()
    studio = Studio(lambda _: voice)
    text = "word " * 100 + "nausea."
    studio.send(Speak(1, text, "en", 0, phonemes=((500, 506, "ˈnɔːziə"),)))
    studio.play(0.1)

    *_, (last, phonemes) = voice.given
    ((start, end, ipa),) = phonemes
    assert (last[start:end], ipa) == ("nausea", "ˈnɔːziə")


def test_an_export_has_the_phonemes() -> None:
    voice = RecordingVoice()
    utterance = Utterance(0, (Piece("pain", 0, 4, "dictionary", "ˈpeɪn"),), "en", "item", 0, -1)
    list(speech([utterance], lambda _: voice, Pacing(), Configure("espeak", 180)))

    assert voice.given == [("pain", ((0, 4, "ˈpeɪn"),))]
