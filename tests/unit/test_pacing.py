"""Measurements of voices, and what is asked of a voice for a pace."""

from __future__ import annotations

import json
import threading
from pathlib import Path

import pytest

from content.density import TYPICAL, Density, density_of, speech_share, units, words
from content.script import Script
from tests.support.articles import article
from tests.support.studio import ToneVoice
from voices import measurements
from voices.calibration import (
    Measurement,
    measure,
    measured_words,
    supposed,
    valid,
    words_a_minute,
)
from voices.contract import PLAYER_RATE, VoiceInfo
from voices.espeak import EspeakVoice
from voices.measurements import FILE, Measurements
from voices.messages import Configure
from voices.pacing import Pacing
from voices.sound import Sound
from voices.speaking import Plan, pause_samples, plan, speak_into

KNOWN = Measurement(((80, 8.0), (180, 18.0), (450, 40.0)))


def test_a_measurement_is_kept_and_found_again(tmp_path: Path) -> None:
    Measurements(lambda: tmp_path / "new").put("espeak", "en", KNOWN)
    kept = Measurements(lambda: tmp_path / "new")
    assert kept.get("espeak", "EN") == KNOWN
    assert kept.get("espeak", "de") is None
    assert [path.name for path in (tmp_path / "new").iterdir()] == [FILE]


def test_two_programs_keep_what_each_has_measured(tmp_path: Path) -> None:
    one, other = Measurements(lambda: tmp_path), Measurements(lambda: tmp_path)
    one.put("espeak", "en", KNOWN)
    other.put("espeak", "de", KNOWN)
    kept = Measurements(lambda: tmp_path)
    assert kept.get("espeak", "en") == kept.get("espeak", "de") == KNOWN


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\x00",
        b"[]",
        b"[" * 100_000,
        b'{"form": 1, "voices": []}',
        b'{"form": 0, "voices": {}}',
        b'{"form": 1, "voices": {"espeak en": 3}}',
        json.dumps({"form": 1, "voices": {"espeak en": {"points": [[1, 2], [3, 4]]}}}).encode(),
    ],
)
def test_a_damaged_file_is_measured_again(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)
    kept = Measurements(lambda: tmp_path)
    assert kept.get("espeak", "en") is None
    kept.put("espeak", "en", KNOWN)
    assert Measurements(lambda: tmp_path).get("espeak", "en") == KNOWN


@pytest.mark.parametrize(
    "points",
    [
        [],
        [[80, 8]],
        [[80, 8], [80, 9]],
        [[80, 9], [180, 8]],
        [[80, "x"], [180, 18]],
        [[80, float("nan")], [180, 18]],
        [[80, 0], [180, 18]],
        [1, 2],
    ],
)
def test_what_can_be_no_measurement_is_none(points: object) -> None:
    assert valid(points) is None


def test_another_version_of_the_engine_is_measured_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Measurements(lambda: tmp_path).put("espeak", "en", KNOWN)
    monkeypatch.setattr(measurements, "engine_version", lambda _: "another")
    assert Measurements(lambda: tmp_path).get("espeak", "en") is None


def test_where_nothing_can_be_written_it_is_kept_in_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    kept = Measurements(lambda: tmp_path / "file")
    kept.put("espeak", "en", KNOWN)
    assert kept.get("espeak", "en") == KNOWN


def test_the_embedded_voice_is_measured_near_to_what_is_supposed() -> None:
    voice = EspeakVoice()
    before = supposed("espeak", voice)
    found = measure("espeak", voice, "en-GB")
    assert found is not None
    for asked in (80, 180, 300, 450):
        assert found.speed_at(asked) == pytest.approx(before.speed_at(asked), rel=0.05)
    assert 165 < words_a_minute(found) < 185
    assert measure("espeak", voice, "xx") is None
    assert measure("espeak", voice, "en", lambda: False) is None


def test_a_listed_voice_tells_what_was_measured() -> None:
    kept = Measurements()
    info = VoiceInfo("espeak:de", "German", ("de",))
    assert measured_words(info, kept.get) is None
    kept.put("espeak", "de", KNOWN)
    assert measured_words(info, kept.get) == words_a_minute(KNOWN)


@pytest.mark.parametrize("pauses", [0, 100, 300])
def test_speech_and_pauses_add_up_to_the_pace(pauses: int) -> None:
    density = Density(6, 60)
    for pace in (60, 180, 450, 900):
        chosen = plan(KNOWN, pace, density, pauses)
        speed = KNOWN.speed_at(chosen.asked) * pace / chosen.native_pace
        spoken = 1000 * density.units_per_word / speed
        paused = 60 * pauses / 100 * 180 / pace
        assert spoken + paused == pytest.approx(60_000 / pace, rel=0.01)


def test_pauses_that_leave_nothing_for_speech_give_up_the_pace() -> None:
    assert speech_share(Density(6, 400), 500) == pytest.approx(0.3)
    assert speech_share(TYPICAL, 0) == 1
    assert plan(KNOWN, 180, Density(6, 400), 500).native_pace > 0


def test_a_voice_is_asked_for_more_when_more_is_wanted() -> None:
    plans = [plan(KNOWN, pace, TYPICAL) for pace in range(60, 901, 7)]
    assert [p.asked for p in plans] == sorted(p.asked for p in plans)
    assert [p.native_pace for p in plans] == sorted(p.native_pace for p in plans)
    assert plans[0].asked == 80
    assert plans[-1].asked == 450


def test_nothing_is_stretched_that_the_voice_can_do() -> None:
    for pace in range(120, 350):
        assert plan(KNOWN, pace, TYPICAL) == Plan(plan(KNOWN, pace, TYPICAL).asked, pace)


def test_pauses_are_as_much_as_is_wanted() -> None:
    whole = pause_samples(1000, 180)
    assert pause_samples(1000, 180, 300) == pytest.approx(3 * whole, rel=0.02)
    assert pause_samples(1000, 180, 0) == 0


def test_voices_are_taken_at_their_word_without_measurements() -> None:
    pacing, voice = Pacing(), ToneVoice()
    sound = Sound(1, "one two", "en")
    manner = pacing.manner(sound, voice, Configure("espeak", 600), 600, TYPICAL)
    assert (manner.pace, sound.native_pace) == (450, 450)
    pacing.heard(sound)


@pytest.mark.parametrize("drawl", [0.5, 0.8, 1.3])
def test_a_voice_that_is_not_as_supposed_is_learned_and_kept(drawl: float) -> None:
    class Slow(ToneVoice):
        prompt = False

    kept, voice = Measurements(), Slow()
    pacing = Pacing(kept)
    pacing.name(voice, "piper:x")
    text = "a sentence of seven plain words here"
    before = supposed("piper:x", voice)
    for _ in range(120):
        sound = Sound(1, text, "en")
        asked = pacing.manner(sound, voice, Configure("piper:x", 200), 200, TYPICAL).pace
        seconds = units(text) / (before.speed_at(asked) * drawl)
        sound._samples += bytes(2 * round(seconds * PLAYER_RATE))
        pacing.heard(sound)
    found = kept.get("piper:x", "en")
    assert found is not None
    assert found.speed_at(180) == pytest.approx(before.speed_at(180) * drawl, rel=0.05)


def test_what_was_dropped_teaches_nothing() -> None:
    kept, voice = Measurements(), EspeakVoice()
    pacing = Pacing(kept)
    pacing.name(voice, "espeak")
    sound = Sound(1, "Some words that are said.", "en")
    manner = pacing.manner(sound, voice, Configure("espeak", 200), 200, TYPICAL)
    speak_into(sound, voice, manner)
    sound.dropped = True
    pacing.heard(sound)
    again = Sound(2, "Some words that are said.", "en")
    assert pacing.manner(again, voice, Configure("espeak", 200), 200, TYPICAL) == manner


def test_the_embedded_voice_is_measured_aside_after_its_first_words() -> None:
    kept, voice = Measurements(), EspeakVoice()
    pacing = Pacing(kept, lambda _: EspeakVoice())
    pacing.name(voice, "espeak")
    sound = Sound(1, "Some words that are said.", "en")
    speak_into(sound, voice, pacing.manner(sound, voice, Configure("espeak", 200), 200, TYPICAL))
    assert kept.get("espeak", "en") is None
    pacing.heard(sound)
    for thread in threading.enumerate():
        if thread.name == "measuring":
            thread.join(10)
    assert kept.get("espeak", "en") is not None


def test_density_counts_words_and_pauses() -> None:
    plain = density_of(Script(article("# Title", "Some plain words stand here, as usual.")))
    listed = density_of(Script(article("# Title", "## Part", "- one", "- two", "- three")))
    assert listed.pause_ms_per_word > 2 * plain.pause_ms_per_word
    assert density_of(Script(article("..."))).units_per_word > 0
    assert words("二十歩 ahead") == 2.5
    assert units("1,234") > units("four")


def test_density_of_a_long_article_is_that_of_its_parts() -> None:
    part = ["## A heading of words", "Several plain sentences stand here. They are read.", "- item"]
    short, long = (density_of(Script(article("# T", *part * n))) for n in (20, 3000))
    assert long.units_per_word == pytest.approx(short.units_per_word, rel=0.05)
    assert long.pause_ms_per_word == pytest.approx(short.pause_ms_per_word, rel=0.05)
    assert density_of(Script(article("# T", *part * 3000))) == long
