"""The parts of the neural voice that need neither a model nor its libraries."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voices import piper_files, piper_phonemes
from voices.catalogue import all_voices, make_voice
from voices.contract import VoiceError
from voices.piper_clauses import LEAST, LONGEST, clauses
from voices.piper_files import model_path, piper_voices, read_settings
from voices.piper_words import harmless, word_starts
from voices.words import Words


def cut(text: str) -> list[str]:
    spans = Words(text).spans
    return [text[spans[c.first][0] : spans[c.last - 1][1]] for c in clauses(text, spans)]


def test_a_short_sentence_stays_whole() -> None:
    text = "After the rain, the garden smelled of mint, and the snails came out."
    assert cut(text) == [text]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        (
            "When the last train had left the station, the platform lay in darkness, and nobody "
            "was there to see the fox that crossed the rails.",
            "When the last train had left the station,",
        ),
        (
            "The kettle on the stove began to sing because somebody had forgotten to take it off "
            "before the long walk to the harbour.",
            "The kettle on the stove began to sing",
        ),
        (
            "Seven old wooden boats were drifting slowly towards the shore of the lake where "
            "three children had waited since morning.",
            "Seven old wooden boats were drifting slowly",
        ),
    ],
)
def test_a_long_sentence_is_cut_where_a_speaker_would_breathe(text: str, first: str) -> None:
    assert cut(text)[0] == first


@given(st.lists(st.text("ab,;—. ", min_size=1, max_size=30), max_size=40).map(" ".join))
def test_clauses_hold_every_word_once(text: str) -> None:
    spans = Words(text).spans
    found = list(clauses(text, spans, frozenset({1, 5})))
    assert [word for c in found for word in range(c.first, c.last)] == list(range(len(spans)))
    for clause in found[:-1]:
        words = clause.last - clause.first
        assert words == 1 or spans[clause.last - 1][1] - spans[clause.first][0] <= 1.8 * LONGEST
    assert LEAST < LONGEST


def starts(whole: str, *words: str) -> list[str]:
    """Return what of ``whole`` is heard from each word's start to the next one's."""
    at = word_starts(list(whole), [list(word) for word in words])
    return [whole[a:b] for a, b in zip(at, [*at[1:], len(whole)], strict=True)]


def test_phonemes_go_to_their_words() -> None:
    # "it is of the best": two words have grown together, and others changed at the edges.
    assert starts("ɪɾ ɪz ʌvðə bˈɛst", "ɪt", "ɪz", "ʌv", "ðə", "bˈɛst") == [
        "ɪɾ ", "ɪz ", "ʌv", "ðə ", "bˈɛst",
    ]  # fmt: skip


def test_numbers_are_words_of_several() -> None:
    assert starts(
        "tˈeɪk θɹˈiː pɔɪnt fˈaɪv mˈɪɡ, twˈaɪs", "tˈeɪk", "θɹˈiː pɔɪnt fˈaɪv", "mˈɪɡ,", "twˈaɪs"
    ) == ["tˈeɪk ", "θɹˈiː pɔɪnt fˈaɪv ", "mˈɪɡ, ", "twˈaɪs"]


def test_a_word_without_a_sound_stands_where_the_next_one_does() -> None:
    assert starts("wˈʌn tˈuː", "wˈʌn", "", "tˈuː") == ["wˈʌn ", "", "tˈuː"]
    assert starts("wˈʌn", "wˈʌn", "") == ["wˈʌn", ""]
    assert word_starts([], [[], []]) == [0, 0]


@given(
    st.lists(st.text("abtdˈ ", max_size=8), min_size=1, max_size=12),
    st.text("abtdˈ ,.", max_size=60),
)
def test_starts_rise_whatever_the_phonemes(words: list[str], whole: str) -> None:
    found = word_starts(list(whole), [list(word) for word in words])
    assert found == sorted(found)
    assert len(found) == len(words)
    assert all(0 <= start <= len(whole) for start in found)


def test_raw_phonemes_are_not_obeyed_and_offsets_stay() -> None:
    text = "a [[[x]] b\x01c \ud800 [[y"
    assert "[[" not in harmless(text)
    assert len(harmless(text)) == len(text)
    harmless(text).encode()


def test_without_the_extra_the_voice_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(piper_files, "find_spec", lambda _: None)
    with pytest.raises(VoiceError, match=r"not installed; .*pip install '.\[neural\]'"):
        make_voice("piper")


def test_numpy_is_waited_for_while_the_player_hides_it(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []

    def hidden_twice(name: str) -> None:
        tried.append(name)
        if len(tried) < 3:
            raise ModuleNotFoundError("import of numpy halted; None in sys.modules")

    monkeypatch.setattr(piper_phonemes, "import_module", hidden_twice)
    piper_phonemes.import_numpy()
    assert tried == ["numpy"] * 3


def test_listing_loads_no_model() -> None:
    before = set(sys.modules)
    all_voices()
    assert not {"piper", "onnxruntime", "onnx"} & (set(sys.modules) - before)


GOOD = {
    "audio": {"sample_rate": 16000},
    "espeak": {"voice": "de"},
    "language": {"code": "de_DE"},
    "num_symbols": 256,
    "num_speakers": 1,
    "phoneme_id_map": {"_": [0], "^": [1], "$": [2], "a": [14]},
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("INTONE_VOICES", str(tmp_path))
    monkeypatch.setattr(piper_files, "installed", lambda: True)
    monkeypatch.setattr(piper_files, "packaged_model", lambda: None)
    return tmp_path


def put(folder: Path, name: str, settings: object) -> Path:
    model = folder / f"{name}.onnx"
    model.write_bytes(b"no model")
    data = settings if isinstance(settings, str) else json.dumps(settings)
    (folder / f"{name}.onnx.json").write_text(data)
    return model


def test_voices_of_the_folder_are_listed_with_their_language(folder: Path) -> None:
    put(folder, "anna", GOOD)
    put(folder, "broken", "{")
    (folder / "alone.onnx").touch()
    found, problems = piper_voices()
    assert [(voice.id, voice.languages) for voice in found] == [("piper:anna", ("de-DE",))]
    assert len(problems) == 2
    assert "alone.onnx.json" in problems[0]
    assert "broken.onnx.json" in problems[1]


@pytest.mark.parametrize(
    "change",
    [
        {"audio": {"sample_rate": 0}},
        {"audio": {"sample_rate": -22050}},
        {"audio": {"sample_rate": "much"}},
        {"audio": None},
        {"phoneme_type": "pinyin"},
        {"phoneme_id_map": {}},
        {"phoneme_id_map": {"_": [], "^": [1], "$": [2]}},
        {"phoneme_id_map": {"_": [-1], "^": [1], "$": [2]}},
        {"inference": {"length_scale": float("nan")}},
        {"inference": {"length_scale": 0}},
        {"espeak": 3},
    ],
)
def test_settings_that_make_no_sense_are_refused(folder: Path, change: dict[str, object]) -> None:
    model = put(folder, "odd", GOOD | change)
    with pytest.raises(VoiceError, match=r"^odd\.onnx\.json does not describe a piper voice.*\.$"):
        read_settings(model)


@pytest.mark.parametrize("data", ["", "null", "[1, 2]", "[" * 100_000, '"x"', "\x00"])
def test_settings_that_are_none_are_refused(folder: Path, data: str) -> None:
    with pytest.raises(VoiceError, match=r"^odd\.onnx\.json .* piper voice.*; fetch it again\.$"):
        read_settings(put(folder, "odd", data))


@pytest.mark.parametrize("rate", [16000, 22050, 48000])
def test_common_rates_are_taken(folder: Path, rate: int) -> None:
    model = put(folder, "odd", GOOD | {"audio": {"sample_rate": rate}})
    assert read_settings(model).rate == rate


@pytest.mark.parametrize("name", ["nobody", "../anna", "a/b", "a\0b", "..", "\x1b[31m"])
def test_a_voice_that_there_is_not_is_told(folder: Path, name: str) -> None:
    put(folder.parent, "anna", GOOD)
    with pytest.raises(
        VoiceError, match=r"^There is no piper voice named .*; see the list"
    ) as told:
        model_path(name)
    assert str(told.value).isprintable()
