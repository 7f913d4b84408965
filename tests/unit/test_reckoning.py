"""What an article takes from place to place, in words at its pace."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from content.density import density_of
from content.markdown import load
from content.model import Article, Block
from content.progress import Progress
from content.reckoning import Reckoning
from content.script import Script
from content.settings import USUAL, ScriptSettings
from tests.support.articles import article

MADE = article(
    "# Title", "Opening words, three sentences. Here is one. And 12,345 is a number.", "## One",
    *["Under one there is some more to be read."] * 6, "## Two", "- An item", "- Another", "Two.",
)  # fmt: skip


def reckoning_of(made: Article, settings: ScriptSettings = USUAL, pauses: int = 100) -> Reckoning:
    script = Script(made, settings)
    return Reckoning(script, Progress(made), density_of(script), pauses)


def everything(reckoning: Reckoning) -> float:
    return sum(reckoning.of(said) + reckoning.pause(said) for said in reckoning.script)


def test_before_anything_is_known_it_is_the_words() -> None:
    assert reckoning_of(MADE).words((0, 0)) == pytest.approx(Progress(MADE).words)


@pytest.mark.parametrize("pauses", [0, 100, 200])
def test_what_is_known_is_what_is_said(pauses: int) -> None:
    reckoning = reckoning_of(MADE, pauses=pauses)
    for _ in range(20):
        reckoning.learn_more(0, 10)
    assert reckoning.words((0, 0)) == pytest.approx(everything(reckoning))
    assert reckoning.words((0, 0)) == pytest.approx(Progress(MADE).words, rel=0.1)


def test_parts_make_the_whole_and_get_less() -> None:
    reckoning = reckoning_of(MADE)
    reckoning.learn(3, 20)
    whole = reckoning.words((0, 0))
    ends = [2, 9, len(MADE.blocks)]
    parts = [reckoning.words((first, 0), end=end) for first, end in pairwise([0, *ends])]
    assert sum(parts) == pytest.approx(whole)
    places = [
        ((index, number), spoken)
        for index in range(len(MADE.blocks))
        for number, said in enumerate(reckoning.script.block(index))
        for spoken in range(0, len(said.text) + 1, 5)
    ]
    left = [reckoning.words(place, spoken) for place, spoken in places]
    assert all(earlier >= later - 1e-9 for earlier, later in pairwise(left))
    assert reckoning.words((len(MADE.blocks), 0)) == 0
    assert reckoning.words((9, 0), end=4) == 0


def test_only_so_much_is_scripted_as_was_asked_for() -> None:
    made = article(*["Ten words are written in this one short plain paragraph."] * 5000)
    reckoning = reckoning_of(made)
    asked: list[int] = []
    block = reckoning.script.block
    reckoning.script.block = lambda index: (asked.append(index), block(index))[1]  # type: ignore[method-assign]
    reckoning.learn(2000, 130)
    reckoning.learn(2000, 130)
    assert asked == list(range(2000, 2010)), "once each"
    reckoning.learn_more(1995, 130)
    assert asked[10:] == [*range(1995, 2000), *range(2010, 2013)]


def test_a_very_long_paragraph_goes_by_its_words() -> None:
    made = article("Before.", "All in one paragraph. " * 1000)
    reckoning = reckoning_of(made)
    reckoning.learn(0, 9999)
    assert reckoning.words((1, 0)) == pytest.approx(4000)
    assert reckoning.words((1, 500)) == pytest.approx(2000, rel=0.01)


def test_what_is_supposed_of_code_and_tables_is_near_to_what_is_said() -> None:
    code = Block("code", "x = compute(x, y) and so on\n" * 50)
    made = article("Some words. " * 30, "More words. " * 30)
    made = replace(made, blocks=(made.blocks[0], code, made.blocks[1]))
    reckoning = reckoning_of(made)
    assert reckoning.words((1, 0), end=2) < 0.2 * reckoning.words((0, 0))
    before = reckoning.words((0, 0))
    reckoning.learn(0, 999)
    assert reckoning.words((0, 0)) == pytest.approx(before, rel=0.1)


def test_in_the_middle_of_a_long_formula_half_of_it_is_left() -> None:
    parts = " + ".join(f"\\frac{{a_{n}}}{{b_{n}}}" for n in range(2, 9))
    made = load(f"# T\n\nBefore.\n\n$${parts}$$\n\nAfter it.\n", "formula.md")
    reckoning = reckoning_of(made)
    reckoning.learn(0, 999)
    place = (next(index for index, block in enumerate(made.blocks) if "frac" in block.text), 0)
    said = reckoning.script.utterance(place)
    assert len(said.text) > 100, "one stretch of the source takes long to say"
    half = reckoning.words(place) - reckoning.of(said) / 2
    assert reckoning.words(place, len(said.text) // 2) == pytest.approx(half, rel=0.02)
