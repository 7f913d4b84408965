"""The fuzzer's Markdown and plain text, some of each: what holds for every article holds."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.targets import markdown, text


@pytest.mark.parametrize("target", [markdown, text], ids=["markdown", "text"])
@settings(max_examples=80, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_documents_of_the_fuzzer(target, seed: int) -> None:  # type: ignore[no-untyped-def]
    target.check(target.generate(random.Random(seed)))
