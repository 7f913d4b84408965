"""How the voice speaks: what is kept, what is damaged, and what the command line says."""

from __future__ import annotations

from dataclasses import asdict, fields
from pathlib import Path

import pytest

from content.errors import UsageError
from content.library import Library
from tui.delivery import RANGES, Chosen, keep, keep_voice_for, kept, usual, with_voice_for
from voices.choice import reading_voice
from voices.messages import Configure


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path)


WANTED = {
    "voice": "piper", "pace": 250, "volume": 130, "pitch": 35, "pitch_range": 80, "pauses": 50,
    "voices": {"fr": "espeak:fr-fr"}, "device": "Headphones", "announcer": "espeak:en-gb",
    "announcer_pace": 300, "over": True,
}  # fmt: skip


def test_without_anything_kept_it_speaks_as_usual(library: Library) -> None:
    assert kept(library) == usual() == Configure("espeak", 180)


def test_everything_that_is_kept_is_there_at_the_next_start(
    library: Library, tmp_path: Path
) -> None:
    for name, value in WANTED.items():
        keep(library, name, value)
    again = kept(Library(tmp_path))
    assert {name: getattr(again, name) for name in WANTED} == WANTED


@pytest.mark.parametrize("name", [name for name in WANTED if name != "device"])
@pytest.mark.parametrize(
    "value", ["", "loud", "-1", "901", "1e2", "²", "9" * 5000, "null", "[", '["a"]', "{" * 9999,
              '{"fr": 3}', '{"!": "espeak"}', '{"fr": "nobody"}', "nobody", "nobody:x", "\x1b[31m"]
)  # fmt: skip
def test_what_is_damaged_or_out_of_range_has_its_default(
    library: Library, name: str, value: str
) -> None:
    library.keep_setting(name, value)
    assert kept(library) == usual()


@pytest.mark.parametrize("name", RANGES)
def test_bounds_are_kept_and_what_lies_beyond_is_not(library: Library, name: str) -> None:
    bounds = RANGES[name]
    library.keep_setting(name, str(bounds.most))
    assert getattr(kept(library), name) == bounds.most
    library.keep_setting(name, str(bounds.most + 1))
    assert kept(library) == usual()


def test_a_device_with_escapes_in_its_name_is_harmless(library: Library) -> None:
    library.keep_setting("device", "Head\x1b[31mphones\x07\n")
    assert kept(library).device == "Headphones"


def test_a_start_is_never_silent(library: Library) -> None:
    keep(library, "volume", 0)
    assert kept(library).volume == 10


def test_the_command_line_goes_before_what_is_kept(library: Library) -> None:
    for name, value in WANTED.items():
        keep(library, name, value)
    chosen = Chosen(voice="pyttsx3", volume=70, over=False, device="")
    delivery = chosen.instead_of(kept(library))
    assert asdict(delivery) == asdict(kept(library)) | {
        "voice": "pyttsx3", "volume": 70, "over": False, "device": "",
    }  # fmt: skip


def test_everything_about_the_voice_can_be_chosen() -> None:
    of_the_article = {"units_per_word", "pause_ms_per_word"}
    configurable = {field.name for field in fields(Configure)} - of_the_article
    assert configurable == {field.name for field in fields(Chosen)}


def heard(delivery: Configure, language: str) -> str:
    return reading_voice(delivery, language, lambda _: ())


def test_a_voice_of_the_command_line_reads_the_article_whatever_is_kept(library: Library) -> None:
    keep_voice_for(library, "en", "espeak:en-gb")
    keep_voice_for(library, "fr", "espeak:fr-fr")
    delivery = Chosen(voice="piper").instead_of(kept(library), "en-US")
    assert heard(delivery, "en-US") == "piper"
    assert heard(delivery, "fr") == "espeak:fr-fr"


def test_voices_by_language_of_the_command_line_go_before_those_kept(library: Library) -> None:
    keep_voice_for(library, "fr-CA", "espeak:fr-be")
    keep_voice_for(library, "de", "pyttsx3")
    delivery = Chosen(voices={"fr": "espeak:fr-fr"}).instead_of(kept(library))
    assert heard(delivery, "fr-CA") == "espeak:fr-fr"
    assert heard(delivery, "de") == "pyttsx3"


def test_a_voice_for_a_region_is_for_that_region() -> None:
    voices = with_voice_for("fr-CA", "b", with_voice_for("fr", "a", {}))
    delivery = Configure("espeak", 180, voices=voices)
    assert heard(delivery, "fr-CA") == "b"
    assert heard(delivery, "fr-FR") == "a"


def test_what_makes_no_samples_is_not_written_to_a_file() -> None:
    with pytest.raises(UsageError, match="Speech Dispatcher"):
        Chosen(voice="dispatcher:espeak-ng").for_file()
    with pytest.raises(UsageError, match="Speech Dispatcher"):
        Chosen(voices={"fr": "dispatcher"}).for_file()


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("volume", 120, "Volume 120 percent"),
        ("volume", 0, "Volume 0 percent, silent"),
        ("pace", 900, "900 words a minute, the fastest"),
        ("pitch", 100, "Pitch 100, the highest"),
        ("pitch_range", 0, "Liveliness 0, the calmest"),
        ("pauses", 0, "Pauses 0 percent, none at all"),
    ],
)
def test_values_are_said(name: str, value: int, sentence: str) -> None:
    assert RANGES[name].sentence(value) == sentence
