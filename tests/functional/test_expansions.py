"""Short forms that an article explains are known from then on, and said letter by letter."""

from __future__ import annotations

import pytest

from content.expansions import expansions
from content.model import Article, Block, Position, Span
from content.script import Script


def _article(*texts: str, language: str = "en") -> Article:
    return Article("T", language, "-", tuple(Block("paragraph", text) for text in texts))


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("Some have dry eye syndrome (DES) for years.", "DES", "dry eye syndrome"),
        ("post-exertion fatigue (PEF) is common", "PEF", "post-exertion fatigue"),
        ("Use ART (antiretroviral therapy) daily.", "ART", "antiretroviral therapy"),
        ("all the tension-type headaches (TTHs) we saw", "TTH", "tension-type headaches"),
        ("the ministry of health (MoH) says", "MoH", "ministry of health"),
        ("“Slow transit constipation” (STC)", "STC", "Slow transit constipation"),
    ],
)
def test_an_explained_short_form_is_found(text: str, short: str, long: str) -> None:
    (found,) = expansions(_article("Before.", text))

    assert (found.short, found.long) == (short, long)
    assert found.place.block == 1
    assert text[found.place.offset :].startswith(long)


@pytest.mark.parametrize(
    "text",
    ["It is late (OK) now.", "Call us (UK) today.", "He was born there (NHS).", "a (B) c", "(AB)"],
)
def test_what_is_in_brackets_by_chance_explains_nothing(text: str) -> None:
    assert expansions(_article(text)) == ()


def test_the_first_explanation_holds_also_one_told_aside() -> None:
    text = "HRT is hormone replacement therapy (HRT)."
    aside = Block("paragraph", text, (Span(0, 3, "abbreviation", "hormone therapy"),))
    found = expansions(Article("T", "en", "-", (aside, aside)))

    assert [(one.long, one.place) for one in found] == [("hormone therapy", Position(0, 0))]


def test_it_is_spelled_wherever_it_stands_though_it_looks_like_a_word() -> None:
    said = [
        utterance.text
        for utterance in Script(
            _article(
                "ART saves lives.",
                "Antiretroviral therapy (ART) is safe, as is a pelvic exam (PET).",
                "HOW DOES ART HELP PEOPLE",
                "Acquired immune deficiency syndrome (AIDS) is rare.",
            )
        )
    ]

    assert said[0] == "A.R.T saves lives."
    assert said[1].startswith("Antiretroviral therapy (A.R.T) is safe")
    assert said[2] == "How does A.R.T help people"
    assert said[3].endswith("(AIDS) is rare.")


def test_unexplained_it_stays_a_word() -> None:
    assert [one.text for one in Script(_article("ART saves lives."))] == ["ART saves lives."]


def test_the_pieces_still_stand_for_the_whole_text() -> None:
    text = "Antiretroviral therapy (ART): ART, ARTs and NO ART."
    pieces = [piece for one in Script(_article(text)) for piece in one.pieces]

    assert "".join(text[piece.start : piece.end] for piece in pieces) == text


@pytest.mark.parametrize(
    "text", ["(AB) " * 20_000, "AB (" * 25_000, "A" * 100_000, "a (ABCDEFGH)" * 9_000]
)
def test_hostile_text_ends(text: str) -> None:
    # Whatever is quadratic in these takes minutes.
    assert len(expansions(_article(text))) <= 1
