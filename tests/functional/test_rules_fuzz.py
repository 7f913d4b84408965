"""What the rules must hold to, for sentences made by chance."""

from __future__ import annotations

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.targets.rules import check, generate


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 2**32))
def test_every_text_is_said_whole_and_safely(seed: int) -> None:
    check(generate(Random(seed)))
