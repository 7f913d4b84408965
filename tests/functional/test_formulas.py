"""What is said for formulas; the examples are in ``data/formulas.tsv``."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.formulas import tex_in_words
from content.text import clean_line

EXAMPLES = [
    line.split("\t")
    for line in (Path(__file__).parent / "data" / "formulas.tsv").read_text("utf-8").split("\n")
    if line and not line.startswith("#")
]
PIECES = st.lists(
    st.sampled_from(
        [
            *"{}[]()^_&$\\ /+-=<>!%|~'\"x1aé∑∫√β日\n\x1b\u202e",
            *(r"\frac", r"\sqrt", r"\text", r"\mathrm{", r"\left", r"\right", r"\begin{matrix}"),
            *(r"\end{matrix}", r"\sum", r"\lim", r"\hat", r"\vec", r"\binom", r"\color", r"\alpha"),
            *(r"\unknown", "mg/kg", "12.5", r"\,", r"\\", r"\{", r"\limits"),
        ]
    ),
    max_size=60,
).map("".join)


@pytest.mark.parametrize(("tex", "words"), EXAMPLES)
def test_is_said_as_the_example_says(tex: str, words: str) -> None:
    assert tex_in_words(tex) == words


@settings(max_examples=300, deadline=None)
@given(PIECES)
def test_no_markup_is_left_in_what_is_said(tex: str) -> None:
    said = tex_in_words(tex)

    assert not set("\\{}^_$") & set(said)
    assert clean_line(said) == said


@pytest.mark.parametrize("opening", ["{", r"\frac", r"\sqrt[", r"\text{", r"x^", r"\hat", "[", "("])
def test_deep_and_unfinished_formulas_are_said(opening: str) -> None:
    assert "x" in tex_in_words(opening * 10_000 + "x" + "}" * 10_000 + " x")
