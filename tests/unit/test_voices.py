"""Voices, marks, trimming, stretching and pauses, sample by sample."""

from __future__ import annotations

import array
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.studio import LOUDNESS, Studio, ToneVoice, loud_seconds
from tests.support.waves import Wave
from voices.contract import PLAYER_RATE, Chunk, Manner, Mark, Sink, Voice, VoiceError
from voices.espeak import EspeakVoice, espeak_voices
from voices.messages import Announce, Configure, Problem, Ready, Speak, decode, encode
from voices.sound import Sound
from voices.system import SystemVoice, estimated_marks
from voices.trim import KEEP, Trim
from voices.words import Words


def spoken(voice: Voice, text: str, pace: float = 180, language: str = "en") -> list[Chunk]:
    chunks: list[Chunk] = []

    def receive(chunk: Chunk) -> bool:
        chunks.append(chunk)
        return True

    voice.speak(text, language, Manner(pace), receive)
    return chunks


def seconds(chunks: list[Chunk]) -> float:
    return sum(len(chunk.samples) / 2 / chunk.rate for chunk in chunks)


def marked_words(chunks: list[Chunk], text: str) -> list[str]:
    return [
        text[mark.offset : mark.offset + mark.length] for chunk in chunks for mark in chunk.marks
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Take 3.5 mg twice a day.",
        "Several parts “light up” — don't they?",
        "Naïve Straße, café.",
        "At 1,000 or 20–40 percent",
    ],
)
def test_espeak_marks_every_word_once_and_in_order(text: str) -> None:
    marked = marked_words(spoken(EspeakVoice(), text), text)
    every = [text[start:end] for start, end in Words(text).spans]
    assert [word for word in every if word in marked] == marked
    assert len(marked) >= len(every) - 1


def test_espeak_marks_lie_inside_the_speech_and_rise() -> None:
    chunks = spoken(EspeakVoice(), "The quick brown fox jumps over the lazy dog.")
    samples = [mark.sample for chunk in chunks for mark in chunk.marks]
    assert sorted(set(samples)) == samples
    assert samples[-1] < sum(len(chunk.samples) // 2 for chunk in chunks)


def test_espeak_is_faster_when_asked() -> None:
    text = "The quick brown fox jumps over the lazy dog."
    voice = EspeakVoice()
    assert seconds(spoken(voice, text, 360)) < 0.65 * seconds(spoken(voice, text, 180))


def test_espeak_speaks_the_language_of_the_text() -> None:
    voice = EspeakVoice()
    german = spoken(voice, "zwanzig Schritte", language="de")
    english = spoken(voice, "zwanzig Schritte", language="en")
    assert seconds(german) != seconds(english)


def test_espeak_falls_back_when_nobody_speaks_the_language_and_says_so_once() -> None:
    told: list[str] = []
    voice = EspeakVoice(tell=told.append)
    for language in ("xx", "en", "xx"):
        assert seconds(spoken(voice, "hello", language=language)) > 0.1
    assert told == ["No voice here speaks the language xx; the English one reads it."]


@pytest.mark.parametrize(
    ("tag", "same"),
    [
        ("zh", "cmn"),
        ("zh-CN", "cmn"),
        ("no", "nb"),
        ("ary", "ar"),
        ("de-AT", "de"),
        ("pt-BR", "pt-br"),
    ],
)
def test_languages_are_spoken_by_whatever_name_they_come(tag: str, same: str) -> None:
    told: list[str] = []
    voice = EspeakVoice(tell=told.append)
    text = "zwanzig 你好 tjue مرحبا vinte"
    heard = seconds(spoken(voice, text, language=tag))
    assert heard == pytest.approx(seconds(spoken(voice, text, language=same)), rel=0.005)
    assert heard != pytest.approx(seconds(spoken(voice, text, language="en")), rel=0.005)
    assert told == []


def test_espeak_stops_when_no_more_is_wanted() -> None:
    taken: list[Chunk] = []

    def one(chunk: Chunk) -> bool:
        taken.append(chunk)
        return False

    EspeakVoice().speak("A sentence of quite a few words.", "en", Manner(180), one)
    assert len(taken) == 1


def test_a_voice_that_there_is_not_is_named() -> None:
    with pytest.raises(VoiceError, match="nobody"):
        EspeakVoice("nobody")


@pytest.mark.parametrize("name", ["+f3", "en+f3", "en-gb+f3", "en-gb+whisper"])
def test_espeak_has_variants_of_every_voice(name: str) -> None:
    def wave(name: str) -> Wave:
        samples = b"".join(chunk.samples for chunk in spoken(EspeakVoice(name), "Good morning."))
        return Wave(np.frombuffer(samples, np.int16).astype(float), PLAYER_RATE)

    base, _, variant = name.partition("+")
    part = array.array("h", wave(base).samples.astype(np.int16)[5000:15000].tobytes())
    like, alike = (wave(voice).find_spectrum(part).likeness for voice in (name, base))
    assert like + 0.03 < alike
    assert f"espeak:+{variant}" in {voice.id for voice in espeak_voices()}


@pytest.mark.parametrize("name", ["+nobody", "en+nobody", "en+../f3", "xx-nobody+f3"])
def test_espeak_refuses_voices_and_variants_that_are_not_there(name: str) -> None:
    with pytest.raises(VoiceError, match="see the list that intone voices gives"):
        EspeakVoice(name)


def test_espeak_has_a_hundred_languages() -> None:
    voices = espeak_voices()
    assert len(voices) > 100
    assert any(voice.id == "espeak:en-gb" for voice in voices)
    assert {voice.made_on for voice in voices} == {"this machine"}


def test_pyttsx3_speaks_and_estimates_its_marks() -> None:
    voice = SystemVoice()
    try:
        text = "Hello brave new world."
        chunks = spoken(voice, text)
        assert 0.5 < seconds(chunks) < 5
        assert marked_words(chunks, text) == ["Hello", "brave", "new", "world."]
        assert seconds(spoken(voice, text, 360)) < seconds(chunks)
        with pytest.raises(VoiceError, match="nobody"):
            SystemVoice("nobody")
    finally:
        voice.close()


def test_estimated_marks_of_nothing() -> None:
    assert estimated_marks("", 0) == ()


def test_trim_takes_the_silence_off_both_ends() -> None:
    out: list[Chunk] = []
    trim = Trim(lambda chunk: out.append(chunk) is None)
    silence, tone = array.array("h", [0] * 500), array.array("h", [900] * 300)
    trim(Chunk(silence.tobytes(), PLAYER_RATE, (Mark(0, 0, 2),)))
    trim(Chunk((tone + silence).tobytes(), PLAYER_RATE, (Mark(500, 3, 2),)))
    trim(Chunk((tone + silence).tobytes(), PLAYER_RATE, (Mark(1300, 6, 2),)))
    samples = array.array("h", b"".join(chunk.samples for chunk in out))
    # The first sound comes right away; the silence inside stays; that at the end goes.
    assert len(samples) <= 300 + 500 + 300 + 2 * KEEP
    assert samples[0] == 900 or samples[KEEP] == 900
    marks = [mark for chunk in out for mark in chunk.marks]
    assert [mark.offset for mark in marks] == [0, 3, 6]
    assert samples[marks[2].sample] == 900


def test_trim_of_silence_only_passes_nothing_on() -> None:
    out: list[Chunk] = []
    Trim(lambda chunk: out.append(chunk) is None)(Chunk(bytes(2000), PLAYER_RATE))
    assert out == []


def filled(words: int, length: int = 2000) -> Sound:
    sound = Sound(1)
    tone = array.array(
        "h", (int(9000 * math.sin(2 * math.pi * 110 * i / PLAYER_RATE)) for i in range(length))
    ).tobytes()
    for number in range(words):
        sound.add(Chunk(tone, PLAYER_RATE, (Mark(number * length, number * 5, 4),)))
    sound.native_pace = 180
    sound.finish()
    return sound


@given(st.lists(st.integers(60, 900), min_size=1, max_size=6), st.integers(50, 3000))
def test_a_sound_passes_each_mark_once_at_any_pace(paces: list[int], step: int) -> None:
    sound = filled(8)
    passed: list[Mark] = []
    turn = 0
    while not sound.ended:
        sound.set_pace(paces[turn % len(paces)])
        passed += sound.read(step)[1]
        turn += 1
        assert turn < 5000
    assert [mark.offset for mark in passed] == [number * 5 for number in range(8)]


@pytest.mark.parametrize("pace", [60, 120, 360, 900])
def test_a_stretched_sound_is_as_long_as_its_pace_asks(pace: int) -> None:
    sound = filled(10)
    sound.set_pace(pace)
    heard = 0
    while not sound.ended:
        heard += len(sound.read(441)[0]) // 2
    assert heard == pytest.approx(20000 * 180 / pace, rel=0.05)


def test_a_sound_begins_with_the_word_asked_for() -> None:
    sound = Sound(1, start=10)
    tone = array.array("h", [LOUDNESS] * 2000).tobytes()
    sound.add(Chunk(tone, PLAYER_RATE, (Mark(0, 0, 4),)))
    assert sound.read(100) == (b"", [])
    sound.add(Chunk(tone, PLAYER_RATE, (Mark(2000, 10, 4),)))
    data, marks = sound.read(100)
    assert len(data) == 200
    assert [mark.offset for mark in marks] == [10]
    sound.rewind_to_word()
    assert [mark.offset for mark in sound.read(100)[1]] == [10]


@pytest.mark.parametrize(("pace", "expected"), [(180, 0.3), (360, 0.15), (90, 0.6)])
def test_pauses_are_as_asked_and_shrink_with_the_pace(pace: int, expected: float) -> None:
    studio = Studio()
    studio.send(Configure("espeak", pace))
    studio.send(Speak(1, "one", "en", pause_ms=300))
    studio.send(Speak(2, "two", "en", pause_ms=300))
    word = 60 / pace
    heard = array.array("h", studio.play(2 * word + expected))
    silent = sum(1 for value in heard if not value) / PLAYER_RATE
    assert silent == pytest.approx(expected, abs=0.01)


class BrokenVoice(ToneVoice):
    def speak(self, text: str, language: str, manner: Manner, sink: Sink) -> None:
        raise VoiceError("It is hoarse.")


def test_a_voice_that_fails_is_replaced_and_said_so() -> None:
    studio = Studio(lambda name: BrokenVoice() if name == "pyttsx3" else ToneVoice())
    studio.send(Configure("pyttsx3", 180))
    studio.send(Speak(1, "one two", "en", 0))
    assert loud_seconds(studio.play(2)) > 0.5
    assert studio.words() == ["one", "two"]
    assert any("hoarse" in problem for problem in studio.problems())


def test_when_no_voice_speaks_reading_goes_on() -> None:
    studio = Studio(lambda _: BrokenVoice())
    studio.send(Configure("espeak", 180))
    studio.send(Speak(1, "one", "en", 0))
    studio.send(Speak(2, "two", "en", 0))
    studio.play(1)
    assert studio.finished() == [1, 2]


def test_an_announcement_is_synthesized_before_what_is_read() -> None:
    order: list[str] = []

    class Noting(ToneVoice):
        def speak(self, text: str, language: str, manner: Manner, sink: Sink) -> None:
            order.append(text)
            super().speak(text, language, manner, sink)

    studio = Studio(lambda _: Noting())
    studio.send(Speak(1, "one", "en", 0))
    studio.send(Speak(2, "two", "en", 0))
    studio.send(Announce(3, "now", "en"))
    studio.play(0.1)
    assert order[0] == "now"


def test_what_is_cut_off_does_not_click() -> None:
    studio = Studio()
    studio.send(Speak(1, "one two three", "en", 0))
    before = array.array("h", studio.play(0.3))[-1]
    assert before == LOUDNESS
    from voices.messages import Pause

    studio.send(Pause())
    after = array.array("h", studio.play(0.1))
    steps = [abs(a - b) for a, b in zip([before, *after], after, strict=False)]
    assert max(steps) < LOUDNESS // 10
    assert after[-1] == 0


@given(st.text(), st.integers(0, 10**6), st.booleans())
def test_messages_come_through_unchanged(text: str, number: int, now: bool) -> None:
    message = Speak(number, text, "en", 200, 0, now)
    assert decode(encode(message)) == message
    assert encode(message).count(b"\n") == 1


def test_other_messages() -> None:
    for message in (Ready("none"), Problem("a sentence"), Announce(3, "x", "de", True)):
        assert decode(encode(message)) == message
