"""Books with faults of every kind: they open, or are refused in one sentence."""

from __future__ import annotations

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.targets.epub import check, generate


@given(st.integers(0, 1 << 32))
@settings(max_examples=80)
def test_books_made_by_chance(seed: int) -> None:
    check(generate(Random(seed)))
