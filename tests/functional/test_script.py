"""From an article to what is said, and back to where it stands."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from content import markdown, plain
from content.model import Article, Block, Cell, Position, Section, Span
from content.script import (
    Script,
    ScriptSettings,
    Utterance,
    position_at,
    spoken_offset_at,
    stretch_at,
)
from content.text import clean
from content.transcript import script_json, script_lines
from tests.support.pieces import check_whole

CORPORA = Path(__file__).parents[2].parent / "shared" / "corpora"
ARTICLES = sorted([*CORPORA.glob("health/*.md"), *CORPORA.glob("*/*.txt")])

needs_corpora = pytest.mark.skipif(not ARTICLES, reason="the corpora are not at ../shared/corpora")


def _article(*blocks: Block, **details: Any) -> Article:
    return Article("Title", "en", "-", blocks, **details)


def _said(*blocks: Block, **choices: Any) -> list[str]:
    script = Script(_article(*blocks), ScriptSettings(**choices))
    return [utterance.text for utterance in script]


def _table(*rows: str, header_column: bool = False) -> Block:
    text = "\n".join(rows)
    cells = []
    at = 0
    for row, line in enumerate(rows):
        for column, cell in enumerate(line.split("\t")):
            header = row == 0 or (header_column and column == 0)
            cells.append(Cell(at, at + len(cell), row, column, header))
            at += len(cell) + 1
    return Block("table", text, cells=tuple(cells))


def test_each_kind_is_said_in_its_own_way() -> None:
    code = Block("code", "x = 1\n\nprint(x)\n", language="python")

    assert _said(Block("heading", "Causes", level=2)) == ["Causes"]
    assert _said(Block("paragraph", "It hurts. Rest.")) == ["It hurts.", "Rest."]
    assert _said(Block("item", "Wash", number=3)) == ["list, 1 item: 3, Wash"]
    assert _said(Block("item", "Wash")) == ["list, 1 item: Wash"]
    assert _said(Block("item", "Rest", checked=True)) == ["list, 1 item: done, Rest"]
    assert _said(Block("item", "Rest", number=1, checked=False), structure="none") == [
        "1, not done, Rest"
    ]
    assert _said(code) == ["code, 2 lines, Python"]
    assert _said(code, code="read") == ["code, 2 lines, Python", "x = 1", "print(x)"]
    assert _said(Block("code", "x", language="[[evil")) == ["code, 1 line"]
    assert _said(Block("figure", "A knee")) == ["image, A knee"]
    assert _said(Block("figure", "")) == ["image"]
    assert _said(Block("note", "See below.", label="4")) == ["note 4, See below."]
    assert _said(Block("trust", "By Jo Bell, MD | Updated")) == ["By Jo Bell, M D, Updated"]
    assert _said(Block("rule", "")) == []
    assert _said(Block("paragraph", " \n ")) == []


def test_a_table_names_the_column_of_each_cell() -> None:
    table = _table("\tFlu\tCold", "Onset\tQuick. Very.\tSlow", "Fever\t\tRare", header_column=True)

    assert _said(table) == [
        "table, 3 columns, 2 rows",
        *("empty", "Flu", "Cold"),
        *("row 1 of 2, Onset", "Flu: Quick.", "Very.", "Cold: Slow"),
        *("row 2 of 2, Fever", "Flu: empty", "Cold: Rare"),
    ]
    check_whole(_article(table))


def test_notes_and_images_in_a_line_are_announced() -> None:
    text = "It is rare[2] but a knee hurts.[3]"
    spans = (Span(10, 13, "note", "2"), Span(18, 24, "image"), Span(31, 34, "note", "3"))

    assert _said(Block("paragraph", text, spans), notes="say") == [
        "It is rare, note 2, but image, a knee hurts. note 3"
    ]
    assert _said(Block("paragraph", text, spans)) == ["It is rare but image, a knee hurts."]


def test_a_formula_is_parted_from_the_words_beside_it() -> None:
    text = "flip ncoins"
    assert _said(Block("paragraph", text, (Span(5, 6, "formula", "n"),))) == ["flip n coins"]
    assert _said(Block("paragraph", text, (Span(0, 4, "formula", "f"),))) == ["f ncoins"]
    assert _said(Block("paragraph", "an x²is", (Span(3, 5, "formula", "x squared"),))) == [
        "an x squared is"
    ]


def test_code_in_a_line_is_said_as_it_is_written() -> None:
    block = Block("paragraph", "Set a<5 mg to 5 mg.", (Span(4, 10, "code"),))

    assert _said(block) == ["Set a<5 mg to 5 milligrams."]


def test_a_break_in_a_line_is_heard() -> None:
    assert _said(Block("paragraph", "Mill Lane 4\nOxford")) == ["Mill Lane 4", "Oxford"]


def test_decoration_says_nothing_and_is_not_lost() -> None:
    article = _article(Block("paragraph", "One.\n*****\nTwo."), Block("paragraph", "* * *****"))

    assert [utterance.text for utterance in Script(article)][:2] == ["One.", "Two."]
    check_whole(article)


def test_a_long_sentence_is_cut_between_words() -> None:
    text = "and so on, " * 100 + "end"
    utterances = list(Script(_article(Block("paragraph", text))))

    assert max(len(utterance.text) for utterance in utterances) <= 400
    assert all(utterance.text.endswith(("on,", "end")) for utterance in utterances)
    assert utterances[0].pause_ms < utterances[-1].pause_ms
    assert len(_said(Block("paragraph", "x" * 1000))) == 1
    check_whole(_article(Block("paragraph", "x" + " " * 50_000 + "x")))


def test_the_last_of_a_block_has_the_longer_pause() -> None:
    first, last = Script(_article(Block("paragraph", "One. Two.")))

    assert first.pause_ms < last.pause_ms


def test_headings_and_items_have_their_pause_without_a_full_stop() -> None:
    kinds = (Block("heading", "Doses", level=2), Block("item", "Rest", level=1),
             Block("paragraph", "One. Two."))  # fmt: skip
    heading, item, sentence, paragraph = Script(_article(*kinds))

    assert heading.pause_ms > sentence.pause_ms
    assert item.pause_ms > sentence.pause_ms
    assert paragraph.pause_ms >= item.pause_ms


def test_an_utterance_knows_its_section_and_language() -> None:
    blocks = (
        Block("paragraph", "Before."),
        Block("heading", "One", level=2),
        Block("paragraph", "Oui.", language="fr"),
        Block("code", "x", language="fr"),
    )
    article = _article(*blocks, sections=(Section("One", 2, 1, 4, 2, 0),))

    found = [(u.section, u.language) for u in Script(article)]
    assert found == [(-1, "en"), (0, "en"), (0, "fr"), (0, "en")]


def test_a_spoken_place_leads_to_the_source_and_back() -> None:
    (utterance,) = Script(_article(Block("paragraph", "Take 5–10 mg now.")))

    assert utterance.text == "Take 5 to 10 milligrams now."
    assert position_at(utterance, utterance.text.index("10")) == Position(0, 7)
    assert position_at(utterance, utterance.text.index("grams")) == Position(0, 9)
    assert stretch_at(utterance, utterance.text.index("milligrams"), 10) == (9, 12)
    assert stretch_at(utterance, utterance.text.index("now"), 3) == (13, 16)
    assert spoken_offset_at(utterance, 13) == utterance.text.index("now")
    assert spoken_offset_at(utterance, 11) == utterance.text.index(" milligrams")


@given(st.text("ab 5–mg<.IUDs", max_size=40))
def test_going_to_speech_and_back_never_goes_forward(text: str) -> None:
    for utterance in Script(_article(Block("paragraph", text))):
        for offset in range(utterance.start, utterance.end):
            back = position_at(utterance, spoken_offset_at(utterance, offset)).offset
            exact = any(
                piece.exact and piece.start <= offset < piece.end for piece in utterance.pieces
            )
            assert back == offset if exact else True
            assert utterance.start <= back <= utterance.end
        for spoken in range(len(utterance.text)):
            start, end = stretch_at(utterance, spoken, 1)
            assert utterance.start <= start <= end <= utterance.end
            assert start <= position_at(utterance, spoken).offset <= end


BLOCKS = st.lists(
    st.builds(
        Block,
        st.sampled_from(["paragraph", "heading", "item", "code", "figure", "note", "trust"]),
        st.text(max_size=60)
        | st.lists(
            st.sampled_from(
                ["20–40 ", "5 mg. ", "IUDs ", "[", "[[", "e.g. ", "He left. ", "\n", "😂", "$5.50 "]
            ),
            max_size=12,
        ).map("".join),
        number=st.none() | st.integers(1, 9),
    )
    | st.just(Block("rule", ""))
    | st.lists(st.text("a5. ", max_size=6), min_size=2, max_size=2).map(
        lambda row: _table("A\tB", "\t".join(row))
    ),
    max_size=6,
)


@example([Block("figure", "\r"), Block("item", " ", number=2)])
@given(BLOCKS)
def test_every_character_is_stood_for(blocks: list[Block]) -> None:
    check_whole(_article(*blocks))


@given(BLOCKS)
def test_places_go_through_the_whole_script_both_ways(blocks: list[Block]) -> None:
    script = Script(_article(*blocks))
    whole = list(Script(script.article))

    forward = []
    place = script.first()
    while place is not None:
        forward.append(place)
        place = script.after(place)
    assert [script.utterance(place) for place in forward] == whole

    back = forward[-1:]
    while back and (place := script.before(back[-1])) is not None:
        back.append(place)
    assert back == forward[::-1]


@given(BLOCKS, st.integers(0, 6), st.integers(0, 70))
def test_at_finds_who_says_a_position(blocks: list[Block], block: int, offset: int) -> None:
    script = Script(_article(*blocks))
    place = script.at(Position(block, offset))

    if place is None:
        assert not any(utterance.block >= block for utterance in script)
    elif place[0] == block:
        utterance = script.utterance(place)
        holds = utterance.start <= offset < max(utterance.end, utterance.start + 1)
        assert holds or utterance is script.block(block)[-1]
    else:
        assert place[0] > block
        assert not any(block <= utterance.block < place[0] for utterance in script)


def test_only_what_is_asked_for_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Utterance] = []
    create = Utterance.__init__

    def count(self: Utterance, *values: Any) -> None:
        create(self, *values)
        made.append(self)

    monkeypatch.setattr(Utterance, "__init__", count)
    blocks = [Block("paragraph", "One. Two. Three. Four. Five. Six. ")] * 1000
    script = Script(_article(*blocks))
    script.first()
    script.at(Position(900, 0))
    script.after((500, 0))

    assert 0 < len(made) < 12


def test_a_transcript_is_one_line_an_utterance() -> None:
    article = _article(
        Block("paragraph", "Before 5–10\tweeks. Now."),
        Block("heading", "Part", level=2),
        sections=(Section("Part", 2, 1, 2, 0, 0),),
    )
    script = Script(article)

    assert list(script_lines(script)) == ["Before 5 to 10 weeks.", "Now.", "Part"]
    assert script_json(script)[0] == {
        "text": "Before 5 to 10 weeks.",
        "source": "Before 5–10\tweeks. ",
        "kind": "paragraph",
        "section": None,
        "language": "en",
        "pause_ms": 250,
        "rules": ["range"],
    }
    assert script_json(script)[2]["section"] == "Part"


@needs_corpora
@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name)
def test_real_articles_are_said_whole(path: Path) -> None:
    load = markdown.load if path.suffix == ".md" else plain.load
    article = load(clean(path.read_text("utf-8")), path.name, "en")

    check_whole(article)
    spoken = [utterance.block for utterance in Script(article)]
    for index, block in enumerate(article.blocks):
        if any(map(str.isalpha, block.text)):
            assert index in spoken
    assert list(Script(replace(article))) == list(Script(article))


def test_a_quotation_in_another_language_is_said_in_it() -> None:
    quotation = "Bonjour à tous, je suis vraiment très content de vous voir ici ce soir."
    script = Script(
        _article(
            Block("paragraph", f"She told me what he had said. «{quotation}» Then she left."),
            Block("quote", quotation),
            Block("code", quotation),
        )
    )
    spoken = [(utterance.language, utterance.kind) for utterance in script]
    assert [language for language, kind in spoken if kind == "paragraph"] == ["en", "fr", "en"]
    assert [language for language, kind in spoken if kind == "quote"] == ["en", "fr", "en"]
    assert {language for language, kind in spoken if kind == "code"} == {"en"}
