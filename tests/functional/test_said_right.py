"""Whole phrases are said as people would say them, told by the phonemes of the embedded voice."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from content.rules import say
from tests.support.phonemes import phonemes

PAIRS = Path(__file__).parents[2].parent / "shared" / "corpora" / "speech"

pytestmark = pytest.mark.skipif(
    not PAIRS.exists(), reason="the corpora are not at ../shared/corpora"
)


def _rows(name: str) -> list[list[str]]:
    lines = (PAIRS / name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def _failures(pairs: list[tuple[str, list[str]]], language: str) -> list[tuple[str, str, str]]:
    failed = []
    for written, accepted in pairs:
        said = say(written, language)
        if phonemes(said) not in {phonemes(form) for form in accepted}:
            failed.append((written, said, accepted[0]))
    return failed


@pytest.mark.parametrize("language", ["en", "en-GB", "en-US"])
def test_phrases_of_health_articles(language: str) -> None:
    pairs = [(written, accepted.split(" | ")) for written, accepted in _rows("health-pairs.tsv")]

    failed = _failures(pairs, language)

    for failure in failed:
        print(*failure, sep="\t")
    assert 1 - len(failed) / len(pairs) >= 0.97


@pytest.mark.parametrize("language", ["en", "en-US"])
def test_phrases_of_every_kind(language: str) -> None:
    rows = _rows("general-pairs.tsv")[1:]

    failed = _failures([(written, [spoken]) for _, written, spoken in rows], language)

    kinds = Counter(kind for kind, *_ in rows)
    kind_of = {written: kind for kind, written, _ in rows}
    missed = Counter(kind_of[written] for written, *_ in failed)
    print({kind: f"{kinds[kind] - missed[kind]} of {kinds[kind]}" for kind in kinds})
    for failure in failed:
        print(kind_of[failure[0]], *failure, sep="\t")
    assert 1 - len(failed) / len(rows) >= 0.85
