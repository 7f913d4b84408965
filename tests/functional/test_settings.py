"""How an article is said can be chosen; whatever is chosen, nothing of it gets lost."""

from __future__ import annotations

import random
import re
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given
from hypothesis import settings as how_often
from hypothesis import strategies as st

from content.model import Article, Block, Cell, Page, Position, Section, Span
from content.rules import find_changes, say
from content.script import Script
from content.settings import USUAL, ScriptSettings
from content.words import CATALOGUES
from tests.fuzz.targets import script as fuzzed
from tests.support.pieces import check_whole

DATA = Path(__file__).parent / "data" / "settings.tsv"

CHOICES: dict[str, tuple[str, ...]] = {
    name: get_args(hint)
    for name, hint in get_type_hints(ScriptSettings).items()
    if get_origin(hint) is Literal
}
SETTINGS = st.builds(ScriptSettings, **{n: st.sampled_from(v) for n, v in CHOICES.items()})


def _examples() -> list[list[str]]:
    lines = DATA.read_text("utf-8").split("\n")
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize(("setting", "written", "spoken", "rules", "language"), _examples())
def test_is_said_as_it_was_chosen(
    setting: str, written: str, spoken: str, rules: str, language: str
) -> None:
    name, _, value = setting.partition("=")
    settings = replace(USUAL, **{name: value})
    fired = [rule for _, rule in find_changes(written, language, settings=settings)]

    assert say(written, language, settings=settings) == spoken
    assert list(dict.fromkeys(fired)) == (rules.split(",") if rules else [])


def test_every_choice_can_be_made() -> None:
    assert set(CHOICES) == {field.name for field in fields(ScriptSettings)} - {"dictionary"}
    assert all(getattr(USUAL, name) in values for name, values in CHOICES.items())


def _article(*blocks: Block, language: str = "en", **details: Any) -> Article:
    return Article("Title", language, "-", blocks, **details)


def _said(article: Article, **choices: Any) -> list[str]:
    return [utterance.text for utterance in Script(article, ScriptSettings(**choices))]


LIST = (
    Block("item", "Wash", level=1),
    Block("item", "with soap", level=2),
    Block("item", "Rest.", level=1),
    Block("paragraph", "After."),
)


@pytest.mark.parametrize(
    ("structure", "said"),
    [
        ("none", ["Wash", "with soap", "Rest.", "After."]),
        ("few", ["list, 2 items: Wash", "list, 1 item: with soap", "Rest.", "After."]),
        (
            "some",
            [
                "list, 2 items: Wash",
                "list, 1 item, level 2: with soap",
                "level 1, Rest.",
                "After.",
            ],
        ),
        (
            "most",
            [
                "list, 2 items: Wash",
                "list, 1 item, level 2: with soap",
                "level 1, Rest. end of list",
                "After.",
            ],
        ),
    ],
)
def test_a_list_is_announced_as_chosen(structure: str, said: list[str]) -> None:
    assert _said(_article(*LIST), structure=structure) == said


def test_quotes_asides_captions_and_roles_tell_where_they_begin_and_end() -> None:
    article = _article(
        Block("quote", "To be."),
        Block("quote", "Or not"),
        Block("paragraph", "He left.", role="aside"),
        Block("figure", "A knee"),
        Block("caption", "Figure 1"),
        Block("figure", "A hand"),
        Block("caption", "A hand"),
        Block("paragraph", "Stay in.", role="doc-tip"),
    )

    assert _said(article) == [
        "quote: To be.",
        "Or not. end of quote",
        "aside: He left. end of aside",
        "image, A knee",
        "caption, Figure 1",
        "image, A hand",
        "tip: Stay in.",
    ]
    assert _said(article, structure="none")[:4] == ["To be.", "Or not", "He left.", "A knee"]


def test_the_level_of_a_heading_is_told_where_it_changes_or_always() -> None:
    headings = [Block("heading", name, level=level) for name, level in zip("abcd", (2, 2, 3, 2))]  # noqa: B905
    sections = tuple(
        Section(block.text, block.level, index, index + 1, 0, 0)
        for index, block in enumerate(headings)
    )
    article = _article(*headings, sections=sections)

    assert _said(article) == ["a", "b", "heading level 3: c", "heading level 2: d"]
    assert _said(article, structure="most")[:2] == ["heading level 2: a", "heading level 2: b"]
    assert _said(article, structure="few") == ["a", "b", "c", "d"]


def _table() -> Block:
    """Return a table whose header spans two columns and whose row's name spans two rows."""
    rows = (("Name", "Dose"), ("", "Adults", "Children"), ("A", "5", "2"), ("3", "1"))
    text = "\n".join("\t".join(row) for row in rows)
    at = 0
    places = []
    for row in rows:
        for cell in row:
            places.append((at, at + len(cell)))
            at += len(cell) + 1
    shapes = (
        *((0, 0, True), (0, 1, True, 1, 2)),
        *((1, 0, True), (1, 1, True), (1, 2, True)),
        *((2, 0, True, 2), (2, 1), (2, 2)),
        *((3, 1), (3, 2)),
    )
    cells = tuple(Cell(*place, *shape) for place, shape in zip(places, shapes, strict=True))
    return Block("table", text, cells=cells)


def test_a_table_knows_the_headers_that_span() -> None:
    assert _said(_article(_table())) == [
        "table, 3 columns, 2 rows",
        *("Name", "Dose", "empty", "Adults", "Children"),
        *("row 1 of 2, Name: A", "Dose, Adults: 5", "Dose, Children: 2"),
        *("row 2 of 2, A, Dose, Adults: 3", "Dose, Children: 1"),
    ]
    assert _said(_article(_table()), tables="summary") == ["table, 3 columns, 2 rows: Name, Dose"]
    assert "5" in _said(_article(_table()), structure="none")


def test_added_words_are_in_the_language_of_the_article() -> None:
    article = _article(*LIST[:1], Block("figure", "Ein Knie"), language="de")
    assert _said(article) == ["Liste, 1 Punkt: Wash", "Bild, Ein Knie"]

    czech = list(Script(_article(Block("figure", "Koleno"), language="cs")))
    assert [(each.text, each.language) for each in czech] == [("image, ", "en"), ("Koleno", "cs")]


def test_the_languages_have_the_same_words() -> None:
    assert len({frozenset(catalogue) for catalogue in CATALOGUES.values()}) == 1


def test_a_span_in_another_language_is_said_in_it_when_it_has_some_words() -> None:
    text = "He said bonjour à tous ici and merci, then 日本語."
    spans = (
        Span(8, 26, "language", "fr"),
        Span(31, 36, "language", "fr"),
        Span(43, 46, "language", "ja"),
    )
    script = Script(_article(Block("paragraph", text, spans)))

    assert [(each.text, each.language) for each in script] == [
        ("He said", "en"),
        ("bonjour à tous ici", "fr"),
        ("and merci, then", "en"),
        ("日本語.", "ja"),
    ]


def test_formulas_abbreviations_and_pages_are_said() -> None:
    text = "The IUD is x^2 wide. An IUD."
    spans = (
        Span(4, 7, "abbreviation", "intrauterine device"),
        Span(11, 14, "formula", "x squared"),
    )
    pages = (Page("12", Position(0, 0)), Page("13", Position(0, 23)))
    article = _article(Block("paragraph", text, spans), pages=pages)

    assert _said(article) == ["The I U D is x squared wide.", "An I U D."]
    assert _said(article, structure="most") == [
        "page 12: The I U D, intrauterine device, is x squared wide.",
        "page 13: An I U D.",
    ]


FRAGMENTS = st.lists(
    st.sampled_from(
        [
            *"[]()–-/.,:;'\"<>~≥±½°$€%#@&=¹†※→😂\u200b\n\t ",
            *("20", "1 500", "1.500,50 €", "5.5", "120/80", " mg", " h", "[3–5]", "(Bell, 2019)"),
            *("z. B.", "17.02.2020", "8h30", "3. Mai", "1er", "1.º", "IUD", "[[", "é", "日本"),
            *("Rest. ", "word ", "CAPITALS ", "www.nhs.uk "),
        ]
    ),
    max_size=24,
).map("".join)


@st.composite
def _blocks(draw: st.DrawFn) -> Block:
    text = draw(FRAGMENTS)
    kind: Any = draw(
        st.sampled_from(
            ["paragraph", "heading", "item", "quote", "code", "figure", "caption", "note", "term"]
        )
    )
    place = st.integers(0, len(text))
    spans = draw(
        st.lists(
            st.builds(
                lambda a, b, *more: Span(min(a, b), max(a, b), *more),
                place,
                place,
                st.sampled_from(
                    ["note", "image", "code", "language", "formula", "abbreviation", "phonemes"]
                ),
                st.sampled_from(["", "fr", "[[x", "ipa:a"]),
            ),
            max_size=3,
        )
    )
    level = draw(st.integers(0, 3))
    role = draw(st.sampled_from(["", "aside", "tip"]))
    return Block(kind, text, tuple(spans), level=level, role=role, label="1")


@given(
    st.lists(_blocks() | st.just(_table()), max_size=4),
    SETTINGS,
    st.sampled_from(["en", "de", "fr", "es", "cs"]),
)
def test_nothing_is_lost_whatever_is_chosen(
    blocks: list[Block], settings: ScriptSettings, language: str
) -> None:
    pages = tuple(Page("7", Position(index, 1)) for index in range(len(blocks)))
    article = _article(*blocks, language=language, pages=pages)

    check_whole(article, settings)
    assert list(Script(article, settings)) == list(Script(article, settings))


@given(
    st.integers(2, 10**6),
    st.sampled_from(["{} mg", "{}–{} %", "{}%", "~{}", "≥{} kg", "({})", "a{}, b", "{} €", "{}h"]),
    SETTINGS,
    st.sampled_from(["en", "de", "fr", "es", "cs"]),
)
def test_no_digit_is_lost_whatever_is_chosen(
    number: int, frame: str, settings: ScriptSettings, language: str
) -> None:
    written = frame.format(number, number + 1)

    said = say(written, language, settings=settings)

    assert re.findall(r"\d", said) == re.findall(r"\d", written)


@given(st.integers(0, 2**32))
@how_often(max_examples=60, deadline=None)
def test_documents_made_by_chance_are_said_whole(seed: int) -> None:
    fuzzed.check(fuzzed.generate(random.Random(seed)))
