"""Whole phrases are said as people would say them, told by the phonemes of the embedded voice."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from content.rules import say
from tests.support.phonemes import phonemes

OURS = Path(__file__).parent / "data" / "speech"
CORPORA = Path(__file__).parents[2].parent / "shared" / "corpora" / "speech"

needs_corpora = pytest.mark.skipif(
    not CORPORA.exists(), reason="the corpora are not at ../shared/corpora"
)
Pairs = list[tuple[str, str, list[str]]]
"""The kind of a phrase, what is written, and each way in which it may be said."""


def _pairs(path: Path) -> Pairs:
    lines = path.read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith(("#", "category"))]
    return [(row[0] if row[2:] else "", row[-2], row[-1].split(" | ")) for row in rows]


def _said_right(pairs: Pairs, language: str, voice: str = "en-us") -> float:
    """Return the share of the pairs that are said right, and print the others."""
    missed: Counter[str] = Counter()
    for kind, written, accepted in pairs:
        said = say(written, language)
        if phonemes(said, voice) not in {phonemes(form, voice) for form in accepted}:
            missed[kind] += 1
            print(kind, written, said, accepted[0], sep="\t")
    kinds = Counter(kind for kind, *_ in pairs)
    print({kind: f"{kinds[kind] - missed[kind]} of {kinds[kind]}" for kind in kinds})
    return 1 - missed.total() / len(pairs)


@pytest.mark.parametrize("language", ["en", "en-GB", "en-US"])
def test_phrases_of_health_articles(language: str) -> None:
    assert _said_right(_pairs(OURS / "health-pairs.tsv"), language) >= 0.95


@pytest.mark.parametrize("language", ["en", "en-US"])
def test_phrases_of_every_kind(language: str) -> None:
    assert _said_right(_pairs(OURS / "general-pairs.tsv"), language) >= 0.85


@pytest.mark.parametrize(("name", "voice"), [("german", "de"), ("french", "fr"), ("spanish", "es")])
def test_phrases_of_other_languages(name: str, voice: str) -> None:
    assert _said_right(_pairs(OURS / f"{name}-pairs.tsv"), voice, voice) >= 0.95


@needs_corpora
@pytest.mark.parametrize("language", ["en", "en-GB", "en-US"])
def test_phrases_of_the_health_corpus(language: str) -> None:
    assert _said_right(_pairs(CORPORA / "health-pairs.tsv"), language) >= 0.97


@needs_corpora
@pytest.mark.parametrize("language", ["en", "en-US"])
def test_phrases_of_the_general_corpus(language: str) -> None:
    assert _said_right(_pairs(CORPORA / "general-pairs.tsv"), language) >= 0.85
