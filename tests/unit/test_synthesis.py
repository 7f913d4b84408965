"""Voices that fail in every way a real one does: reading goes on, and nothing waits for them."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from tests.support.studio import Studio, ToneVoice, loud_seconds
from tests.support.voices import FAILURES, FailingVoice, SilentVoice
from voices import synthesis as synthesis_module
from voices.catalogue import make_voice
from voices.choice import announcing_voice, reading_voice
from voices.contract import Chunk, Manner, Sink, Voice, VoiceError
from voices.espeak import EspeakVoice
from voices.messages import Announce, Configure, Request, Speak, decode, encode
from voices.pacing import Pacing
from voices.pieces import MOST, piece_end, speakable
from voices.sound import Sound
from voices.synthesis import Synthesis

SENTENCES = ("one two three four", "five six seven eight", "nine ten eleven twelve")
WORDS = " ".join(SENTENCES).split()


class Booth(Studio):
    """A studio with voices by name; an event stands for the patience with one that hangs."""

    def __init__(self, **voices: Voice) -> None:
        self.made: list[str] = []

        def make(name: str) -> Voice:
            self.made.append(name)
            return voices[name]

        super().__init__(make)
        for voice in voices.values():
            if isinstance(voice, FailingVoice) and "hangs" in voice.way:
                for lane in self.server.synthesis.lanes:
                    lane.wait = voice.wait

    def read(self, voice: str, *texts: str, seconds: float = 30) -> list[str]:
        """Let ``voice`` read; return the words that are heard."""
        before = len(self.words())
        self.send(Configure(voice, 180))
        first = len(self.texts) + 1
        for number, text in enumerate(texts or SENTENCES):
            self.send(Speak(first + number, text, "en", 0))
        self.play(seconds)
        return self.words()[before:]


def booth(way: str) -> tuple[Booth, FailingVoice]:
    bad = FailingVoice(way)
    return Booth(bad=bad, espeak=ToneVoice()), bad


def without_repeats(words: list[str]) -> list[str]:
    """Leave out a word said again right after itself, as where another voice goes on."""
    return [word for i, word in enumerate(words) if i == 0 or words[i - 1] != word]


FAIL = [way for way in FAILURES if way not in ("hangs", "hangs after half", "kills")]
FINE = ("comes in bursts", "8000 hertz", "384000 hertz")


@pytest.mark.parametrize("way", FAIL)
def test_every_word_is_heard_in_order_whatever_the_voice_does(way: str) -> None:
    studio, _ = booth(way)
    words = studio.read("bad", seconds=300 if way == "never ends" else 30)
    assert without_repeats(words) == WORDS
    assert len(words) <= len(WORDS) + len(SENTENCES), "said again is a word, not a sentence"
    assert studio.finished() == [1, 2, 3]


@pytest.mark.parametrize("way", FAIL)
def test_a_person_is_told_once_that_a_voice_fails_and_once_that_it_is_given_up(way: str) -> None:
    studio, bad = booth(way)
    studio.read("bad", *SENTENCES, *SENTENCES, *SENTENCES, seconds=400)
    told = studio.problems()
    if way in FINE:
        assert told == []
        return
    assert len(told) == 2
    assert told[0].endswith(" The embedded voice speaks meanwhile.")
    assert told[1].endswith(" The embedded voice speaks until another is chosen.")
    assert len(bad.asked) == 3, "tried again, but not for ever"


def test_a_voice_that_recovers_speaks_again() -> None:
    studio, bad = booth("dies")
    studio.read("bad", "one")
    bad.way = "fine"
    studio.read("bad", "two")
    assert bad.asked == ["one", "two"]
    assert studio.made.count("bad") == 2, "one that broke down is made anew"
    assert len(studio.problems()) == 1


def test_speech_in_bursts_sounds_as_it_should() -> None:
    studio, _ = booth("comes in bursts")
    studio.send(Configure("bad", 180))
    studio.send(Speak(1, SENTENCES[0], "en", 0))
    assert loud_seconds(studio.play(10)) == pytest.approx(4 * 60 / 180, abs=0.001)


def test_a_voice_that_hangs_is_given_up_until_another_is_chosen() -> None:
    studio, bad = booth("hangs")
    assert studio.read("bad") == WORDS
    assert bad.asked == [SENTENCES[0]]
    assert studio.problems() == [
        "The voice bad hangs. The embedded voice speaks until another is chosen."
    ]
    studio.read("bad", "again")  # a new pace, say, is no new choice
    assert bad.asked == [SENTENCES[0]]
    studio.read("espeak", "other")
    bad.way = "fine"
    studio.read("bad", "back")
    assert bad.asked == [SENTENCES[0], "back"]


@pytest.mark.parametrize(("way", "words"), [
    ("hangs", SENTENCES[0]),
    ("hangs after half", "one two two three four"),
])  # fmt: skip
def test_what_a_voice_says_after_it_was_given_up_goes_nowhere(way: str, words: str) -> None:
    studio, bad = booth(way)
    assert studio.read("bad", SENTENCES[0]) == words.split()
    bad.released.set()
    assert bad.ended.wait(30)
    assert bad.late == [False]
    assert studio.read("bad", "five") == ["five"]


def test_a_hanging_embedded_voice_ends_the_process_which_is_then_started_again() -> None:
    hung = FailingVoice("hangs")
    studio = Booth(espeak=hung)
    ended: list[bool] = []
    for lane in studio.server.synthesis.lanes:
        lane.end_process = lambda: ended.append(True)
    studio.read("espeak", "one", seconds=1)
    assert ended == [True]


def test_a_voice_that_cannot_be_made_is_told_once() -> None:
    def make(name: str) -> Voice:
        if name != "espeak":
            raise VoiceError("There is no voice named bad.")
        return ToneVoice()

    studio = Studio(make)
    studio.send(Configure("bad", 180))
    for number, text in enumerate(SENTENCES):
        studio.send(Speak(number, text, "en", 0))
    studio.send(Announce(9, "hello", "en"))
    studio.play(20)
    assert studio.words() == WORDS
    assert studio.problems() == [
        "There is no voice named bad. The embedded voice speaks until another is chosen."
    ]


def test_when_even_the_embedded_voice_fails_reading_goes_on_and_it_is_told_once() -> None:
    studio = Booth(espeak=FailingVoice("dies"))
    studio.read("espeak")
    assert studio.finished() == [1, 2, 3]
    assert studio.problems() == ["The voice espeak broke down: the model is broken."]


def test_speech_that_nobody_hears_keeps_its_words_and_its_length() -> None:
    studio = Booth(silent=SilentVoice())
    assert studio.read("silent", seconds=12 * 60 / 180 - 0.05) == WORDS
    assert studio.finished() == [1, 2]
    studio.play(0.1)
    assert studio.finished() == [1, 2, 3]


# Two lanes.


class Noted(Sound):
    """A sound that tells when it is filled."""

    def __init__(self, number: int, text: str) -> None:
        super().__init__(number, text, "en")
        self.filled = threading.Event()

    def finish(self) -> None:
        super().finish()
        self.filled.set()


def for_ever(done: threading.Event, seconds: float) -> bool:
    return done.wait()


@pytest.fixture
def hanging() -> Iterator[FailingVoice]:
    voice = FailingVoice("hangs")
    yield voice
    voice.released.set()


def test_a_reading_voice_that_hangs_delays_no_announcement(hanging: FailingVoice) -> None:
    voices: dict[str, Voice] = {"slow": hanging, "espeak": ToneVoice()}
    hanging.prompt = False
    synthesis = Synthesis(lambda _: None, voices.__getitem__, for_ever)
    synthesis.configure(Configure("slow", 180))
    threading.Thread(target=synthesis.run, daemon=True).start()
    reading, announcement = Noted(1, "one"), Noted(2, "two")
    synthesis.add(reading)
    assert hanging.hanging.wait(30)
    synthesis.announce(announcement)
    assert announcement.filled.wait(30)
    assert not announcement.empty
    assert not reading.complete


def test_an_announcement_comes_between_the_pieces_of_a_long_text(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(synthesis_module, "_GIVES_WAY", 60)
    announcement = Noted(2, "two")
    waited: list[bool] = []

    class Asking(ToneVoice):
        def speak(self, text: str, language: str, manner: Manner, sink: Sink) -> None:
            if text != "two":
                waited.append(announcement.filled.is_set())
                if len(waited) == 3:
                    synthesis.announce(announcement)

    synthesis = Synthesis(lambda _: None, lambda _: Asking(), for_ever)
    threading.Thread(target=synthesis.run, daemon=True).start()
    reading = Noted(1, "word " * 1000)
    synthesis.add(reading)
    assert reading.filled.wait(30)
    assert waited[2:4] == [False, True]


def test_a_voice_is_made_before_it_is_first_asked_to_read() -> None:
    made = threading.Event()
    told: list[str] = []

    def make(name: str) -> Voice:
        if name == "bad":
            raise RuntimeError("no such model")
        if name == "good":
            made.set()
        return ToneVoice()

    synthesis = Synthesis(told.append, make, for_ever)
    threading.Thread(target=synthesis.run, daemon=True).start()
    synthesis.configure(Configure("bad", 180))
    while not told:
        threading.Event().wait(0.001)
    synthesis.configure(Configure("good", 180))
    assert made.wait(30)
    assert told == ["The voice bad broke down: no such model. The embedded voice speaks meanwhile."]


def test_a_fault_of_our_own_is_told_and_reading_goes_on() -> None:
    class Broken(Pacing):
        def heard(self, sound: Sound) -> None:
            raise KeyError("broken")

    told: list[str] = []
    synthesis = Synthesis(told.append, lambda _: ToneVoice(), for_ever, Broken())
    threading.Thread(target=synthesis.run, daemon=True).start()
    for sound in (Noted(1, "one"), Noted(2, "two")):
        synthesis.add(sound)
        assert sound.filled.wait(30)
        assert not sound.empty
    while not told:
        threading.Event().wait(0.001)
    assert told == ["Speech has an inner fault (KeyError('broken'))."]


# Which voice.


MAIN = Configure("main", 180, voices={"fr": "french", "pt-BR": "brazilian", "pt": "portuguese"})


@pytest.mark.parametrize(("language", "speaks", "name"), [
    ("en", (), "main"),
    ("fr", (), "french"),
    ("fr-CA", (), "french"),
    ("FR", (), "french"),
    ("pt-BR", (), "brazilian"),
    ("pt_br", (), "brazilian"),
    ("pt-PT", (), "portuguese"),
    ("de", (), "main"),
    ("de", ("en-us",), "espeak"),
    ("de", ("en", "de-AT"), "main"),
    ("en-GB", ("en-us",), "main"),
    ("zh", ("cmn",), "main"),
    ("no", ("nb",), "main"),
    ("", ("en",), "main"),
    ("und", ("en",), "main"),
    ("xx", ("en",), "espeak"),
])  # fmt: skip
def test_each_language_has_its_voice(language: str, speaks: tuple[str, ...], name: str) -> None:
    assert reading_voice(MAIN, language, lambda _: speaks) == name


@pytest.mark.parametrize(("wanted", "language", "prompt", "name"), [
    (Configure("slow", 180), "en", (), "espeak"),
    (Configure("quick", 180), "en", ("quick",), "quick"),
    (Configure("quick", 180), "de", ("quick",), "espeak"),
    (Configure("slow", 180, announcer="other"), "en", (), "other"),
    (Configure("slow", 180, announcer="other"), "de", (), "espeak"),
    (Configure("slow", 180, voices={"de": "quick"}), "de", ("quick",), "quick"),
    (Configure("quick", 180, voices={"de": "slow"}), "de", ("quick",), "espeak"),
])  # fmt: skip
def test_announcements_are_said_by_a_prompt_voice(
    wanted: Configure, language: str, prompt: tuple[str, ...], name: str
) -> None:
    speaks: dict[str, tuple[str, ...]] = {"quick": ("en", "de") if wanted.voices else ("en",)}
    languages = lambda name: speaks.get(name, ("en",))  # noqa: E731
    assert announcing_voice(wanted, language, languages, lambda name: name in prompt) == name


def test_a_sentence_in_another_language_is_read_by_the_embedded_voice() -> None:
    english = FailingVoice("fine", languages=("en",))
    embedded = FailingVoice("fine")
    studio = Booth(english=english, espeak=embedded)
    studio.send(Configure("english", 180))
    studio.send(Speak(1, "one", "en", 0))
    studio.send(Speak(2, "deux", "fr", 0))
    studio.send(Speak(3, "three", "en", 0))
    studio.play(5)
    assert studio.words() == ["one", "deux", "three"]
    assert (english.asked, embedded.asked) == (["one", "three"], ["deux"])
    assert studio.problems() == []


def test_announcements_have_a_pace_of_their_own() -> None:
    studio = Booth(espeak=ToneVoice())
    studio.send(Configure("espeak", 180, announcer_pace=360))
    studio.send(Announce(1, "one two", "en"))
    assert loud_seconds(studio.play(3)) == pytest.approx(2 * 60 / 360, abs=0.01)


def test_two_embedded_voices_keep_their_languages() -> None:
    def length(voice: Voice, language: str) -> int:
        heard = bytearray()
        voice.speak("zwanzig Schritte", language, Manner(), lambda c: not heard.extend(c.samples))
        return len(heard)

    german, any_language = EspeakVoice("de"), EspeakVoice()
    alone = length(german, "de")
    assert length(any_language, "en") != alone
    assert length(german, "en") == pytest.approx(alone, rel=0.005)
    assert length(any_language, "de") == pytest.approx(alone, rel=0.005)


@pytest.mark.parametrize(
    ("name", "language"), [("de", "de"), ("en-gb", "en-gb"), ("en+f3", "en-gb"), ("German", "de")]
)
def test_an_embedded_voice_knows_its_language(name: str, language: str) -> None:
    assert EspeakVoice(name).languages == (language,)
    assert EspeakVoice().languages == ()


# Bad input.


NUMBERS = (0, -1, 10**9, -(10**9), float("nan"), float("inf"), float("-inf"))


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize(
    "field",
    [
        "pace",
        "announcer_pace",
        "volume",
        "pitch",
        "pitch_range",
        "pauses",
        "units_per_word",
        "pause_ms_per_word",
    ],
)
def test_reading_goes_on_whatever_is_configured(field: str, number: float) -> None:
    studio = Studio(make_voice)
    studio.send(_sent(Configure(**{"voice": "espeak", "pace": 180, field: number})))
    studio.send(Speak(1, "one two", "en", 0))
    studio.send(Announce(2, "three", "en"))
    studio.play(8)
    assert studio.words() == ["one", "two"]
    assert sorted(studio.finished()) == [1, 2]
    assert studio.problems() == []


TEXTS = {
    "nothing": "",
    "a space": " ",
    "punctuation": "… — ?! ...",
    "emoji": "😀🏳️‍🌈👨‍👩‍👧",
    "phonemes": "[[h@'loU]] there",
    "markup": "<speak><break time='30s'/>&amp; <audio src='x'/></speak>",
    "control": "\x01\x02",
    "nul": "a\0b",
    "half a pair": "a \ud800 b \udfff c",
    "direction": "\u202eabc\u202c",
    "private": "\ue000\U000f0000\uffff",
    "long word": "a" * 5000,
    "digits": "123" * 500,
    "combining": "e" + "\u0301" * 500,
    "percent": "%s %n %d {0}",
}


def _sent(request: Request) -> Request:
    """As it comes through the pipe."""
    return decode(encode(request))  # type: ignore[return-value]


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("language", ["en", "ja", "xx", "", "\ud800", "a b\0c"])
def test_reading_goes_on_whatever_the_text(name: str, language: str) -> None:
    studio = Studio(make_voice)
    studio.send(_sent(Configure("espeak", 900)))
    studio.send(_sent(Speak(1, TEXTS[name], language, 0)))
    studio.send(_sent(Speak(2, "next", "en", 0)))
    studio.play(0.1)
    for _ in range(100):
        if 2 in studio.finished():
            break
        studio.play(10)
    assert studio.finished() == [1, 2]
    assert studio.words()[-1] == "next"
    assert all("language" in problem for problem in studio.problems())


def _seconds(text: str) -> float:
    studio = Studio(make_voice)
    studio.send(Speak(1, text, "en", 0))
    return loud_seconds(studio.play(20))


def test_phonemes_in_a_text_are_read_not_obeyed() -> None:
    assert _seconds("[[h@'loU]]") > 2 * _seconds("hello")


def test_a_break_in_a_text_is_no_silence() -> None:
    assert _seconds("<break time='15s'/>") > 1


@pytest.mark.parametrize("separator", ["\0", "\x01", "\ud800"])
def test_what_no_voice_can_take_hides_nothing(separator: str) -> None:
    assert _seconds(f"one{separator}two three") == pytest.approx(_seconds("one two three"), 0.01)
    assert len(speakable(f"a{separator}b")) == 3


def test_a_text_of_100000_characters_is_said_piece_by_piece() -> None:
    text = "A word, and another one; then a last. " * 2632
    assert len(text) > 100_000
    voice = FailingVoice("fine")
    synthesis = Synthesis(lambda _: None, lambda _: voice)
    sound = Sound(1, text, "en")
    synthesis.add(sound)
    assert synthesis.step()
    assert "".join(voice.asked) == text
    assert max(map(len, voice.asked)) <= MOST
    assert all(piece.rstrip().endswith(".") for piece in voice.asked)


def test_a_voice_that_fails_in_a_later_piece_loses_no_word() -> None:
    class Tired(ToneVoice):
        def speak(self, text: str, language: str, manner: Manner, sink: Sink) -> None:
            if text.startswith("w0 "):
                super().speak(text, language, manner, sink)
            else:
                raise VoiceError("It is tired.")

    words = [f"w{number}" for number in range(200)]
    studio = Booth(tired=Tired(), espeak=ToneVoice())
    assert studio.read("tired", " ".join(words), seconds=100) == words


def test_a_voice_without_marks_that_breaks_off_is_gone_on_with_about_there() -> None:
    class Markless(ToneVoice):
        def speak(self, text: str, language: str, manner: Manner, sink: Sink) -> None:
            super().speak("x " * 5, language, manner, lambda c: sink(Chunk(c.samples, c.rate)))
            raise VoiceError("It is tired.")

    words = [f"w{number}" for number in range(10)]
    studio = Booth(markless=Markless(), espeak=ToneVoice())
    assert studio.read("markless", " ".join(words)) == words[5:]


def test_a_voice_that_dislikes_being_broken_off_is_not_blamed() -> None:
    class Touchy(ToneVoice):
        def speak(self, text: str, language: str, manner: Manner, sink: Sink) -> None:
            sound.dropped = True  # the person has moved on meanwhile
            super().speak(text, language, manner, sink)
            raise VoiceError("I was not finished.")

    told: list[str] = []
    synthesis = Synthesis(told.append, lambda _: Touchy())
    synthesis.configure(Configure("touchy", 180))
    sound = Sound(1, "one two", "en")
    synthesis.add(sound)
    assert synthesis.step()
    assert told == []


def test_a_long_text_that_is_given_up_is_not_said_to_its_end() -> None:
    class Moving(ToneVoice):
        pieces = 0

        def speak(self, text: str, language: str, manner: Manner, sink: Sink) -> None:
            Moving.pieces += 1
            sound.dropped = True  # the person has moved on meanwhile
            super().speak(text, language, manner, sink)

    synthesis = Synthesis(lambda _: None, lambda _: Moving())
    sound = Sound(1, "word " * 20_000, "en")
    synthesis.add(sound)
    synthesis.step()
    assert Moving.pieces == 1


@pytest.mark.parametrize(
    "text", ["a" * 5000, "字" * 5000, "漢字。" * 900, "a b " * 900, ", " * 900]
)
def test_pieces_are_never_too_long_nor_empty(text: str) -> None:
    at = 0
    while at < len(text):
        end = piece_end(text, at)
        assert 0 < end - at <= MOST
        at = end
