"""Finding words however they are written, and leading back to exactly where they stand."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.model import Position
from content.search import FoldedArticle, Results, context
from content.search_folding import folded, unfolded
from content.text import clean
from tests.support.articles import article
from tests.support.work import calls


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("DOSE", "the Dose of it", ["Dose"]),
        ("creme brulee", "a crème brûlée", ["crème brûlée"]),
        ("crème", "creme and cre\u0300me", ["creme", "cre\u0300me"]),
        ("strasse", "Hauptstraße, STRASSE", ["straße", "STRASSE"]),
        ("straße", "Strasse", ["Strasse"]),
        ("fish office", "ﬁsh oﬃce", ["ﬁsh oﬃce"]),
        ("paracetamol", "para\u00adceta\u00admol", ["para\u00adceta\u00admol"]),
        ("20-40", "20–40, 20—40, 20‑40 and 20−40", ["20–40", "20—40", "20‑40", "20−40"]),
        ("it's", "it’s", ["it’s"]),
        ('"no"', "„no“ «no»", ["„no“", "«no»"]),
        ("5 mg", "5\u00a0mg, 5\u202fmg, 5\n  mg", ["5\u00a0mg", "5\u202fmg", "5\n  mg"]),
        ("h2o", "H₂O and H²O", ["H₂O", "H²O"]),
        ("μg", "10 µg", ["µg"]),
        ("aether", "Æther", ["Æther"]),
        ("lodz", "Łódź", ["Łódź"]),
        ("όσος", "Όσος ὍΣΟΣ", ["Όσος", "ὍΣΟΣ"]),
        ("istanbul", "İstanbul", ["İstanbul"]),
        ("かき", "かき がき", ["かき"]),
        ("ａｂｃ", "abc", ["abc"]),
        ("שלום", "שָׁלוֹם", ["שָׁלוֹם"]),
        ("wait...", "Wait… what", ["Wait…"]),
        ("aa", "aaaaa", ["aa", "aa"]),
        ("a.c", "abc a.c", ["a.c"]),
        ("xe", "xé\u0327!", ["xé\u0327"]),
    ],
)
def test_what_a_person_would_take_for_the_same_is_found(
    phrase: str, text: str, found: list[str]
) -> None:
    made = article("before " + text + " after", "and " + text)
    results = Results(FoldedArticle(made), phrase)
    hits = [results.hit(number) for number in range(1, results.total + 1)]
    assert [made.blocks[hit.block].text[hit.start : hit.end] for hit in hits] == found * 2


@pytest.mark.parametrize(
    ("phrase", "text"),
    [("dose", "do se"), ("can't", "cant"), ("a b second", "a b"), ("\0", "a b"), (" ", "a b")],
)
def test_what_is_another_word_is_not_found(phrase: str, text: str) -> None:
    assert Results(FoldedArticle(article(text, "second block")), phrase).total == 0


LETTERS = st.text("aA é\u0301ßﬁ\u00ad \n\t\u00a0’–И́й가が…½", max_size=60) | st.text(max_size=40)


@given(LETTERS.map(clean), st.data())
def test_every_stretch_leads_back_to_one_that_is_folded_to_it(
    text: str, data: st.DataObject
) -> None:
    whole = folded(text)
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, len(whole)))
    if start == end:
        return
    first, last = unfolded(text, start, end)
    assert 0 <= first < last <= len(text)
    # A character folded to several counts whole, so the stretch may be more, but never less.
    assert whole[start:end].strip() in folded(text[first:last])
    assert folded(text[:first]).strip() in whole[: start + 1]


@given(LETTERS.map(clean), LETTERS.map(clean))
def test_blocks_are_folded_together_as_each_by_itself(one: str, two: str) -> None:
    assert folded(f"{one}\0{two}") == f"{folded(one)}\0{folded(two)}"


@given(st.lists(LETTERS.map(clean), max_size=8), LETTERS.map(clean))
def test_every_result_says_what_was_looked_for(texts: list[str], phrase: str) -> None:
    made = article(*texts)
    results = Results(FoldedArticle(made), phrase)
    before = Position(0)
    for number in range(1, min(results.total, 30) + 1):
        hit = results.hit(number)
        said = made.blocks[hit.block].text[hit.start : hit.end]
        assert folded(phrase).strip() in folded(said)
        assert hit.position >= before
        assert results.number_from(hit.position) <= number
        before = hit.position


def test_a_place_deep_in_a_long_block_of_accents_is_exact() -> None:
    text = "é ß ﬁ " * 5_000 + "needle" + " ü" * 5_000
    made = article("first", text, "needle")
    results = Results(FoldedArticle(made), "NEEDLE")
    hit = results.hit(1)
    assert (hit.block, hit.start, hit.end) == (1, 30_000, 30_006)
    assert results.number_from(Position(1, 30_001)) == 2
    assert results.number_from(Position(1, 30_000)) == 1


def test_results_are_counted_over_many_stretches() -> None:
    made = article(*(f"Block {number} has a needle, éà{'x' * 900}" for number in range(300)))
    text = FoldedArticle(made)
    assert len(text) > 3
    results = Results(text, "needle")
    assert results.total == 300
    assert [results.hit(number).block for number in range(1, 301)] == list(range(300))
    assert results.number_from(Position(150, 5)) == 151
    assert results.number_from(Position(150, 500)) == 152
    assert results.number_from(Position(299, 500)) == 301
    assert results.number_from(Position(256)) == 257


def test_an_article_is_folded_by_a_thread_while_nobody_waits() -> None:
    made = article(*(f"Nummer {number} – Größe {'ä' * 1000}" for number in range(99)))
    text = FoldedArticle(made)
    text.prepare()
    text.prepare()
    assert text.is_ready(30)
    assert Results(text, "grosse").total == 99


@pytest.mark.parametrize("text", ["", "\u00ad", "   "])
def test_an_article_without_words_has_nothing_to_find(text: str) -> None:
    assert Results(FoldedArticle(article(*[text] * 2)), "a").total == 0
    assert Results(FoldedArticle(article()), "a").number_from(Position(0)) == 1


@pytest.mark.parametrize(
    ("phrase", "around"),
    [
        ("six", "two three four five six seven eight nine ten"),
        ("one", "one two three four five"),
        ("leve", "seven eight nine ten eleven"),
        ("five six", "one two three four five six seven eight nine ten"),
    ],
)
def test_context_is_four_words_on_either_side(phrase: str, around: str) -> None:
    made = article("one two three four five six\tseven\neight  nine ten eleven")
    assert context(made, Results(FoldedArticle(made), phrase).hit(1)) == around


def test_context_of_endless_words_is_short() -> None:
    made = article("x" * 5_000 + "needle" + "y" * 5_000)
    assert len(context(made, Results(FoldedArticle(made), "needle").hit(1))) < 200


def test_time_is_linear_in_the_text() -> None:
    def work(blocks: int) -> int:
        made = article(*["Größe – und  Dosis, ein Satz mit é."] * blocks)

        def search() -> None:
            results = Results(FoldedArticle(made), "dosis")
            results.hit(results.total)
            results.number_from(Position(blocks - 1))

        return calls(search)

    assert work(20_000) < 3 * work(10_000)


def test_the_folded_text_has_no_runs_of_spaces() -> None:
    assert not re.search(r"\s\s", folded("a \u00a0\n\t \u2003b"))
