"""Where sentences begin and end."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.sentences import sentences

TREEBANK = Path(__file__).parents[2].parent / "shared" / "corpora" / "sentences" / "ewt-dev.jsonl"


def _split(text: str, language: str = "en") -> list[str]:
    return [text[start:end].strip() for start, end in sentences(text, language)]


@pytest.mark.parametrize(
    "expected",
    [
        ["It hurts.", "Why does it hurt?", "Rest!", "Then go on."],
        ["Take approx. 3 hrs. of rest.", "Then call Dr. Lee or Mrs. Khan."],
        ["See Fig. 2, No. 5 and pp. 3 to 9.", "Ito et al. (2019) found it.", "So did we."],
        ["Use a gel, e.g. ibuprofen, i.e. an anti-inflammatory.", "It is ice vs. heat."],
        ["Is it contagious?", "It is at St. Mary's."],
        ["“Does it hurt?” she asked.", "“No.”", "He left."],
        ["(It is rare.)", "It goes away.", "It is mild (see below)."],
        ["It is common.[1]", "Most recover.²", "Some do not.[a]"],
        ["Take 0.5 mg at 8 a.m. daily.", "Visit test.example.com today."],
        ["1. Wash your hands.", "2. Dry them."],
        ["A sore throat...", "What now?"],
        [
            "They gave it to me.",
            "I slept.",
            "It is an art.",
            "You need rest.",
            "Oh no.",
            "Rest!!",
            "I did.",
        ],
        ["It worked. :)", "Then it stopped."],
        ["Call Acme Inc. (Ohio) at 9 a.m. (noon).", "Drs. Lee and Ito are in.", "Dr. Ray is out."],
    ],
)
def test_sentences_are_found(expected: list[str]) -> None:
    assert _split(" ".join(expected)) == expected


def test_other_languages_have_sentences_too() -> None:
    assert _split("これは薬です。水と飲みます。", "ja") == ["これは薬です。", "水と飲みます。"]
    assert _split("Am 3. Oktober war es so. Dann nicht.", "de-AT") == [
        "Am 3. Oktober war es so.",
        "Dann nicht.",
    ]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("de", ["Es beginnt im 3. Monat nach der Geburt.", "Dann geht es."]),
        ("de-AT", ["Am 3. Mai, z. B. am Abend, kam er.", "Sie ging."]),
        ("fr", ["Le docteur M. Dupont est venu.", "Il part."]),
        ("es", ["Vino el Dr. Ruiz.", "Luego salió."]),
    ],
)
def test_short_forms_of_other_languages_end_no_sentence(language: str, expected: list[str]) -> None:
    assert _split(" ".join(expected), language) == expected


@pytest.mark.parametrize("space", "\u00a0\u202f\u2009\u3000\u2003")
@pytest.mark.parametrize("language", ["en", "fr", "ar", "ja"])
def test_no_kind_of_space_breaks_a_sentence_down(space: str, language: str) -> None:
    text = f"Take vitamin E{space}. Then{space}A{space}.{space}B{space}. Lee{space}comes."
    assert "".join(text[start:end] for start, end in sentences(text, language)) == text


@pytest.mark.parametrize("language", ["", "xx", "en-GB", "tlh-Latn", "not a tag"])
def test_an_unknown_language_is_read_as_english(language: str) -> None:
    assert _split("It hurts. Dr. Lee is in.", language) == ["It hurts.", "Dr. Lee is in."]


MARKS = st.text(st.sampled_from("ab A.?!…。 \n\t\"“”'()[]«»1²\u200b"), max_size=60)


@given(st.text(max_size=200) | MARKS, st.sampled_from(["en", "fr", "ja", "ar", "xx"]))
def test_stretches_cover_the_text(text: str, language: str) -> None:
    found = sentences(text, language)

    assert "".join(text[start:end] for start, end in found) == text
    assert all(start < end for start, end in found)
    assert [0, *(end for _, end in found)][:-1] == [start for start, _ in found]


@pytest.mark.parametrize(
    "text",
    [
        ".. . . ." * 12_500,
        "." * 100_000,
        "(" * 100_000 + ".",
        "“" * 100_000 + ". A",
        "([\"'" * 25_000 + ". A",
        "A.)))" * 20_000,
        "A." + " " * 100_000 + "B.",
        "a.b." * 25_000,
        "Dr. " * 25_000,
        "(\"'[" * 11 + ".",
    ],
)
def test_hostile_text_ends(text: str) -> None:
    # Whatever is quadratic in these takes minutes.
    assert sentences(text, "en")[-1][1] == len(text)


@pytest.mark.skipif(not TREEBANK.exists(), reason="the corpora are not at ../shared/corpora")
def test_agrees_with_the_treebank() -> None:
    true = false = missed = 0
    for line in TREEBANK.read_text("utf-8").splitlines():
        expected = json.loads(line)["sentences"]
        text = " ".join(expected)
        found = {len("".join(text[:end].split())) for _, end in sentences(text, "en")}
        wanted = set()
        letters = 0
        for sentence in expected:
            letters += len("".join(sentence.split()))
            wanted.add(letters)
        # The end of the text is no finding.
        found.discard(letters)
        wanted.discard(letters)
        true += len(found & wanted)
        false += len(found - wanted)
        missed += len(wanted - found)

    assert 2 * true / (2 * true + false + missed) >= 0.88
