"""The neural voice itself: its marks against its sound, its cuts, and models of every kind."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("piper", reason="the extra neural is not installed")
pytest.importorskip("onnx", reason="the extra neural is not installed")

import numpy as np

from tests.support.small_model import write_small_model
from voices import piper_patch
from voices.catalogue import all_voices
from voices.contract import PLAYER_RATE, Chunk, Manner, Mark, Sink, VoiceError
from voices.piper import PiperVoice
from voices.piper_files import packaged_model
from voices.sound import Sound
from voices.trim import Trim
from voices.words import Words

if packaged_model() is None:
    pytest.skip("the packaged neural voice is not installed", allow_module_level=True)

SPACED = "Snow, lions, rivers, moon, lemons, knives, mirrors, lilies."
"""Words that hold no stop, so that silence is between them only, and that begin at once: an f is
heard some 40 ms before it is loud."""


@pytest.fixture(scope="module")
def voice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PiperVoice]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("INTONE_VOICES", str(tmp_path_factory.mktemp("voices")))
        yield PiperVoice()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("INTONE_VOICES", str(tmp_path))
    return tmp_path


def spoken(voice: PiperVoice, text: str, pace: float = 180, most: int = 10**6) -> list[Chunk]:
    chunks: list[Chunk] = []

    def receive(chunk: Chunk) -> bool:
        chunks.append(chunk)
        return len(chunks) < most

    voice.speak(text, "en", Manner(pace), receive)
    return chunks


def samples_of(chunks: list[Chunk]) -> np.ndarray:
    return np.frombuffer(b"".join(chunk.samples for chunk in chunks), dtype=np.int16)


def marks_of(chunks: list[Chunk]) -> list[Mark]:
    return [mark for chunk in chunks for mark in chunk.marks]


def onsets(samples: np.ndarray, silence: float) -> list[float]:
    """Return the seconds at which sound begins after ``silence`` seconds without any."""
    loud = np.nonzero(np.abs(samples.astype(int)) > 500)[0]
    gaps = np.nonzero(np.diff(loud) > silence * PLAYER_RATE)[0]
    return [float(at) / PLAYER_RATE for at in (loud[0], *loud[gaps + 1])]


@pytest.mark.parametrize(
    "text",
    [
        "Take 3.5 mg twice a day, e.g. at 10:30.",
        "Several parts “light up” — don't they? It is of the best of all.",
        "At 1,000 or 20–40 percent, the naïve café … closes.",
        "Dr. Smith's idea (the 2nd one) and/or http://example.com/a_b, https://b.org.",
        "a [[b]] c [[d]] e",
        "one\x01two \ud800 three\x00four, five",
        "<speak>hi</speak> <break time='3s'/>",
        "日本語 and Привет мир",
        "😀😀 hi 👍",
        "!? yes",
        "word " * 60,
    ],
)
def test_every_word_is_marked_once_in_order_inside_the_speech(voice: PiperVoice, text: str) -> None:
    chunks = spoken(voice, text)
    marks = marks_of(chunks)
    assert [(mark.offset, mark.offset + mark.length) for mark in marks] == Words(text).spans
    at = [mark.sample for mark in marks]
    assert at == sorted(at)
    assert 0 <= at[0] <= at[-1] <= len(samples_of(chunks))
    told = 0
    for chunk in chunks:
        told += len(chunk.samples) // 2
        assert all(mark.sample <= told for mark in chunk.marks)


@pytest.mark.parametrize("pace", [140, 180, 280])
def test_marks_stand_where_the_words_begin(voice: PiperVoice, pace: int) -> None:
    chunks = spoken(voice, SPACED, pace)
    heard = onsets(samples_of(chunks), 0.12)
    marked = [mark.sample / PLAYER_RATE for mark in marks_of(chunks)]
    assert len(heard) == len(marked) == 8
    assert max(abs(a - b) for a, b in zip(heard, marked, strict=True)) < 0.05


@pytest.mark.parametrize(("pace", "native"), [(100, 140), (600, 280)])
def test_marks_stand_there_when_it_is_stretched_too(
    voice: PiperVoice, pace: int, native: int
) -> None:
    sound = Sound(1)
    chunks: list[Chunk] = []
    voice.speak(SPACED, "en", Manner(native), Trim(lambda chunk: chunks.append(chunk) is None))
    for chunk in chunks:
        sound.add(chunk)
    sound.native_pace = native
    sound.finish()
    sound.set_pace(pace)
    heard, marked = bytearray(), []
    while not sound.ended:
        at = len(heard) / 2 / PLAYER_RATE
        data, marks = sound.read(110)
        marked += [at] * len(marks)
        heard += data
    found = onsets(np.frombuffer(bytes(heard), dtype=np.int16), 0.12 * native / pace)
    assert len(found) == len(marked) == 8
    assert max(abs(a - b) for a, b in zip(found, marked, strict=True)) < 0.05


@pytest.mark.parametrize("text", ["", " ", "...", "•", "–"])
def test_what_has_no_sound_is_silent(voice: PiperVoice, text: str) -> None:
    assert not samples_of(spoken(voice, text)).any()


def test_raw_phonemes_are_read_as_text(voice: PiperVoice) -> None:
    said = spoken(voice, "[[" + "ˈaɪː" * 30 + "]]")
    # Obeyed, they would be 30 vowels; read out, each letter and mark has a name.
    plain = spoken(voice, "ˈaɪː" * 30)
    assert len(samples_of(said)) == pytest.approx(len(samples_of(plain)), rel=0.3)


def test_an_abbreviation_makes_no_pause(voice: PiperVoice) -> None:
    def longest_gap(text: str) -> float:
        loud = np.nonzero(np.abs(samples_of(spoken(voice, text)).astype(int)) > 500)[0]
        return float(np.diff(loud).max()) / PLAYER_RATE

    assert longest_gap("Then Dr. Miller came home.") < 0.12
    assert longest_gap("Then Ann came home. Miller left.") > 0.12


def test_faster_is_shorter_and_slower_longer(voice: PiperVoice) -> None:
    lengths = [
        len(samples_of(spoken(voice, SPACED, pace))) for pace in (60, 140, 160, 200, 280, 900)
    ]
    assert lengths[1] > lengths[2] > lengths[3] > lengths[4]
    assert lengths[0] == pytest.approx(lengths[1], rel=0.1)
    assert lengths[5] == pytest.approx(lengths[4], rel=0.1)


def test_the_first_sound_does_not_wait_for_the_last(voice: PiperVoice) -> None:
    text = "word " * 20_000
    assert len(spoken(voice, text, most=1)) == 1
    first = spoken(voice, text, most=1)[0]
    assert 0 < len(first.samples) / 2 / PLAYER_RATE < 0.5
    assert len(spoken(voice, "a" * 100_000, most=3)) == 3


def test_stretches_are_the_whole_cut_up(voice: PiperVoice) -> None:
    model = voice._model
    plan = model.plan(
        [p for s in voice._phonemes.of("The snow fell all night long.") for p in s], 1.0
    )
    whole = model._samples(plan.moments)
    parts = [samples for samples, _ in model.sound(plan)]
    assert len(parts) > 1
    assert np.allclose(np.concatenate(parts), whole, atol=1e-4)


def test_the_packaged_voice_is_listed_as_english() -> None:
    found, _ = all_voices()
    assert [v.languages for v in found if v.id == "piper"] == [("en-US",)]


def test_the_embedded_voice_before_it_in_one_process_breaks_nothing(folder: Path) -> None:
    code = (
        "from voices.catalogue import make_voice\nfrom voices.contract import Manner\n"
        "for name in ('espeak', 'piper:small', 'espeak', 'piper:small'):\n"
        "    said = []\n"
        "    make_voice(name).speak('hello', 'en', Manner(), lambda c: said.append(c) is None)\n"
        "    print(len(said) > 0)\n"
    )
    write_small_model(folder, "small")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.stdout.split() == ["True"] * 4, done.stderr


def test_a_model_is_taken_apart_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_small_model(folder, "small")
    taken: list[str] = []
    original = piper_patch.take_apart

    def counting(data: bytes, name: str) -> tuple[bytes, bytes]:
        taken.append(name)
        return original(data, name)

    monkeypatch.setattr(piper_patch, "take_apart", counting)
    PiperVoice("small")
    PiperVoice("small")
    assert taken == ["small"]
    kept = sorted((folder / "patched").iterdir())
    assert [file.suffix for file in kept] == [".plan", ".sound"]
    write_small_model(folder, "small", hop=128)
    PiperVoice("small")
    assert len(taken) == 2
    now = sorted((folder / "patched").iterdir())
    assert len(now) == 2, "what was kept of the old model is gone"
    assert now != kept
    for damaged in now:
        damaged.write_bytes(damaged.read_bytes()[: path.stat().st_size // 3])
    assert PiperVoice("small")._model.hop == 128
    assert len(taken) == 3


def test_where_nothing_can_be_kept_it_speaks_nevertheless(folder: Path) -> None:
    write_small_model(folder, "small")
    (folder / "patched").write_text("a file where the folder should be")
    assert samples_of(spoken(PiperVoice("small"), "hello")).any()


@pytest.mark.parametrize("rate", [8000, 16000, 22050, 48000])
def test_other_rates_come_at_the_players_without_clicks_or_drift(folder: Path, rate: int) -> None:
    write_small_model(folder, "small", rate)
    chunks = spoken(PiperVoice("small"), "hello hello hello hello hello", 200)
    assert {chunk.rate for chunk in chunks} == {PLAYER_RATE}
    assert len(chunks) > 2
    samples = samples_of(chunks).astype(int)
    period = 64 / rate * PLAYER_RATE
    swing = 0.5 * 1.6 * 32767
    assert np.abs(np.diff(samples)).max() < swing * 2 * np.pi / period * 1.1
    marks = [mark.sample for mark in marks_of(chunks)]
    assert marks[-1] - marks[1] == pytest.approx(3 * (marks[2] - marks[1]), abs=2)


def test_of_several_speakers_the_first_speaks(folder: Path) -> None:
    write_small_model(folder, "many", speakers=2)
    assert np.abs(samples_of(spoken(PiperVoice("many"), "hello")).astype(int)).max() > 20_000


@pytest.mark.parametrize("cut", [0, 1, 100, 0.5, 0.99])
def test_a_model_that_is_cut_off_is_told(folder: Path, cut: float) -> None:
    path = write_small_model(folder, "small")
    data = path.read_bytes()
    path.write_bytes(data[: int(cut * len(data)) if 0 < cut < 1 else int(cut)])
    with pytest.raises(VoiceError, match=r"^The voice small is not a piper model, .*again\.$"):
        PiperVoice("small")


def test_what_is_no_model_is_told(folder: Path) -> None:
    path = write_small_model(folder, "small")
    for data in (b"not a model" * 1000, bytes(5000), b"\xff" * 5000):
        path.write_bytes(data)
        with pytest.raises(VoiceError, match=r"^The voice small .*again\.$"):
            PiperVoice("small")


def test_a_model_without_its_json_is_told(folder: Path) -> None:
    path = write_small_model(folder, "small")
    path.with_name("small.onnx.json").unlink()
    with pytest.raises(VoiceError, match=r"lacks its file small\.onnx\.json"):
        PiperVoice("small")


def test_a_language_that_the_library_lacks_is_told(folder: Path) -> None:
    path = write_small_model(folder, "small")
    settings = path.with_name("small.onnx.json")
    settings.write_text(settings.read_text().replace("en-us", "xx-none"))
    with pytest.raises(VoiceError, match="pronounced"):
        PiperVoice("small")


def test_a_sink_that_wants_no_more_is_not_asked_again(voice: PiperVoice) -> None:
    asked: list[int] = []
    sink: Sink = lambda chunk: bool(asked.append(len(chunk.samples)))  # noqa: E731
    voice.speak("First this, then that; and after all, the other thing.", "en", Manner(), sink)
    assert len(asked) == 1


@pytest.mark.parametrize(
    ("text", "phonemes", "plain"),
    [
        ("The xyzzy of it, then.", ((4, 9, "ˈnɔːziə"),), "The nausea of it, then."),
        ("To Xx Yy, I go.", ((3, 8, "ˈnuː ˈjɔːɹk"),), "To New York, I go."),
        ("“Xx Yy Zz,” he says.", ((1, 9, "ˈboʊt"),), "“Boat,” he says."),
        ("xyzzy.", ((0, 5, "ˈboʊt"),), "Boat."),
    ],
)
def test_phonemes_are_said_and_marked_as_the_word_they_stand_for(
    voice: PiperVoice, text: str, phonemes: tuple[tuple[int, int, str], ...], plain: str
) -> None:
    chunks: list[Chunk] = []
    voice.speak(text, "en", Manner(180, phonemes=phonemes), lambda c: chunks.append(c) or True)  # type: ignore[func-returns-value]

    assert [(m.offset, m.offset + m.length) for m in marks_of(chunks)] == Words(text).spans
    seconds, expected = (
        len(samples_of(each)) / PLAYER_RATE for each in (chunks, spoken(voice, plain))
    )
    assert abs(seconds - expected) < 0.2 * expected
