"""Words said as a person or an article wants them; the cases are in ``pronunciations.json``."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.model import Article, Block, Pronunciation, Span
from content.pieces import keep_safe, make_pieces
from content.pronunciations import Pronunciations
from content.script import Script
from content.settings import USUAL, ScriptSettings

CASES = json.loads((Path(__file__).parent / "data" / "pronunciations.json").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_is_said_as_the_case_says(case: dict[str, Any]) -> None:
    text, language = case["text"], case.get("language", "en")
    known = Pronunciations(
        [Pronunciation(**entry) for entry in case.get("dictionary", [])],
        [Pronunciation(**entry) for entry in case.get("lexicon", [])],
    )
    spans = [Span(*span) for span in case.get("spans", [])]

    pieces = make_pieces(text, 0, len(text), language, "paragraph", spans, USUAL, known)

    assert "".join(piece.spoken for piece in pieces) == case["said"]
    assert [piece.rule for piece in pieces if piece.rule not in ("", "space")] == case["rules"]
    sounds = [[piece.spoken, piece.phonemes] for piece in pieces if piece.phonemes]
    assert sounds == case.get("phonemes", [])
    assert "".join(text[piece.start : piece.end] for piece in pieces) == text


def test_a_script_has_the_person_s_dictionary_and_the_article_s_lexicon() -> None:
    blocks = (Block("paragraph", "Nausea and PCT. Then nausea."), Block("heading", "PCT", level=1))
    lexicon = (Pronunciation("PCT", "ˈpɪkt", "ipa"),)
    article = Article("T", "en", "-", blocks, lexicon=lexicon)
    settings = ScriptSettings(dictionary=(Pronunciation("nausea", "sickness"),))

    said = list(Script(article, settings))

    texts = [utterance.text.strip() for utterance in said]
    assert texts[:2] == ["sickness and PCT.", "Then sickness."]
    assert said[0].phonemes == ((13, 16, "ˈpɪkt"),)
    assert said[0].text[13:16] == "PCT"
    assert said[-1].phonemes


WORDS = st.lists(st.sampled_from(["a", "ab", "ß", "é", "[", "[[", " ", "’s", "1", "\u00ad"])).map(
    "".join
)
ENTRIES = st.lists(
    st.builds(
        Pronunciation, WORDS, WORDS, st.sampled_from(["", "ipa"]), st.sampled_from(["", "en"]),
        st.booleans(), st.booleans(), st.booleans(),
    ),
    max_size=6,
)  # fmt: skip


@given(WORDS, ENTRIES, ENTRIES)
def test_pieces_cover_the_text_and_give_no_command(
    text: str, dictionary: list[Pronunciation], lexicon: list[Pronunciation]
) -> None:
    known = Pronunciations(dictionary, lexicon)
    pieces = keep_safe(make_pieces(text, 0, len(text), "en", "paragraph", (), USUAL, known))

    assert "".join(text[piece.start : piece.end] for piece in pieces) == text
    assert "[[" not in "".join(piece.spoken for piece in pieces)


@pytest.mark.parametrize("whole", [True, False])
@pytest.mark.parametrize(
    ("entries", "text"),
    [
        ([f"word{number}" for number in range(10_000)], "word5 more word77777 "),
        (["a" * length + "b" for length in range(1, 150)], "aaaaaaaa"),
        (["a " * length + "b" for length in range(1, 75)], "a a a a "),
    ],
    ids=["many", "letters", "phrases"],
)
def test_time_is_linear_in_the_text(entries: list[str], text: str, whole: bool) -> None:
    known = Pronunciations([Pronunciation(entry, "x", whole=whole) for entry in entries])

    def seconds(times: int) -> float:
        started = time.process_time()
        known.find(text * times, "en")
        return time.process_time() - started

    seconds(10)
    assert seconds(4000) < 4 * seconds(2000) + 0.1
