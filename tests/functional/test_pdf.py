"""PDF documents: reading order, structure, pages, and what can't be read."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from dataclasses import replace

import pytest

from content.errors import IntoneError
from content.formats import Document, load
from content.model import Article, Position
from content.pdf import apart
from content.pdf.document import article_of
from tests.support.pdf_maker import Tag, Text, column, pdf

WORDS = (
    "most colds get better without any treatment within a week and you can look after yourself "
    "at home by resting and drinking enough water to keep your urine a light yellow colour"
).split()


def prose(lines: int, width: int = 9, start: int = 0) -> list[str]:
    """Return lines of words that make one sentence, the last of them short."""
    words = [WORDS[(start + index) % len(WORDS)] for index in range(lines * width - width // 2)]
    made = [" ".join(words[index : index + width]) for index in range(0, len(words), width)]
    return [made[0].capitalize(), *made[1:-1], made[-1] + "."]


def opened(pages: Sequence[Sequence[Text]], **options: object) -> Article:
    return load(Document(pdf(pages, **options), "a.pdf", "a.pdf", "en")).article  # type: ignore[arg-type]


def texts(article: Article) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in article.blocks]


def refusal(data: bytes, name: str = "a.pdf") -> str:
    with pytest.raises(IntoneError) as caught:
        load(Document(data, name, name))
    said = str(caught.value)
    assert said.isprintable()
    assert said.endswith(".")
    assert ";" in said
    return said


def test_lines_are_joined_to_paragraphs_and_headings_are_known_by_their_writing() -> None:
    one, two = prose(4), prose(3, start=5)
    article = opened(
        [
            [
                Text("Common cold", 72, 760, 24),
                Text("Symptoms", 72, 720, 16),
                *column(one, 72, 700),
                *column(two, 72, 620),
                Text("When to get help", 72, 560, 11, "b"),
                *column(prose(2), 72, 540),
            ]
        ]
    )
    assert texts(article)[:4] == [
        ("heading", "Common cold"),
        ("heading", "Symptoms"),
        ("paragraph", " ".join(one)),
        ("paragraph", " ".join(two)),
    ]
    assert article.title == "Common cold"
    assert [(section.title, section.level) for section in article.sections] == [
        ("Symptoms", 2), ("When to get help", 3),
    ]  # fmt: skip


@pytest.mark.parametrize("row_by_row", [False, True])
def test_columns_are_read_one_after_the_other(row_by_row: bool) -> None:
    left, right = prose(12, 5), prose(12, 5, start=9)
    both = [*column(left, 60, 700), *column(right, 310, 700)]
    if row_by_row:
        both.sort(key=lambda text: (-text.y, text.x))
    wide = prose(2, 14, start=3)
    article = opened([[Text("A title", 60, 780, 22), *column(wide, 60, 750), *both]])
    assert texts(article) == [
        ("heading", "A title"),
        ("paragraph", " ".join(wide)),
        ("paragraph", " ".join(left)),
        ("paragraph", " ".join(right)),
    ]


def test_a_sentence_goes_on_in_the_next_column_and_on_the_next_page() -> None:
    lines = prose(30, 5)
    first = [*column(lines[:10], 60, 700), *column(lines[10:20], 310, 700)]
    article = opened([first, column(lines[20:], 60, 700)])
    assert texts(article) == [("paragraph", " ".join(lines))]
    offset = len(" ".join(lines[:20])) + 1
    assert [page.position for page in article.pages] == [Position(0, 0), Position(0, offset)]


def test_a_sentence_that_ended_does_not_go_on_on_the_next_page() -> None:
    one, two = prose(3), prose(3, start=4)
    article = opened([column(one, 72, 700), column(two, 72, 700)])
    assert [text for _, text in texts(article)] == [" ".join(one), " ".join(two)]


def test_hyphens_are_undone_only_where_the_word_is_not_a_compound() -> None:
    article = opened(
        [
            column(
                [
                    "You need rest and should not take any anti-",
                    "biotics for a well-known cold, as this infor-",
                    "mation says; it is a well-",
                    "known cold, caught in pre-",
                    "and primary school, seen by Dr Smith-",
                    "Jones in the years 2019-",
                    "2021 and written up since then in our leaflet.",
                ],
                72, 700,
            )
        ]
    )  # fmt: skip
    assert article.blocks[0].text == (
        "You need rest and should not take any antibiotics for a well-known cold, as this "
        "information says; it is a well-known cold, caught in pre- and primary school, seen by "
        "Dr Smith-Jones in the years 2019-2021 and written up since then in our leaflet."
    )


def test_first_line_indents_part_paragraphs() -> None:
    one, two = prose(4), prose(4, start=7)
    lines = [*column(one, 72, 700), *column(two, 72, 700 - 4 * 11 * 1.25)]
    lines = [
        Text(line.text, line.x + 18 if line.text in (one[0], two[0]) else line.x, line.y)
        for line in lines
    ]
    assert [text for _, text in texts(opened([lines]))] == [" ".join(one), " ".join(two)]


def test_lists_have_items_and_depths() -> None:
    article = opened(
        [
            [
                Text("You may have these symptoms:", 72, 720),
                Text("\u2022", 80, 700), Text("a runny nose", 95, 700),
                Text("\u2022", 80, 686), Text("a sore throat, which often comes and", 95, 686),
                Text("goes first", 95, 672),
                Text("\u2013", 100, 658), Text("mostly in the morning", 115, 658),
                Text("\u2022 a cough", 80, 644),
                Text("Do this:", 72, 620),
                Text("1. Rest.", 80, 606),
                Text("2. Drink.", 80, 592),
            ]
        ]
    )  # fmt: skip
    assert [(b.kind, b.text, b.level, b.number) for b in article.blocks if b.kind == "item"] == [
        ("item", "a runny nose", 1, None),
        ("item", "a sore throat, which often comes and goes first", 1, None),
        ("item", "mostly in the morning", 2, None),
        ("item", "a cough", 1, None),
        ("item", "Rest.", 1, 1),
        ("item", "Drink.", 1, 2),
    ]


def test_heads_feet_and_page_numbers_are_set_aside() -> None:
    pages = [
        [
            Text("Leaflet about colds", 72, 810, 9),
            *column(prose(30, start=number), 72, 760),
            Text("Health service", 72, 40, 9),
            Text(f"Page {number + 1} of 4", 500, 40, 9),
        ]
        for number in range(4)
    ]
    article = opened(pages)
    said = " ".join(block.text for block in article.blocks)
    assert not any(words in said for words in ("Leaflet", "Health service", "Page"))
    assert [(piece.kind, piece.text) for piece in article.skipped] == [
        ("boilerplate", "Leaflet about colds"),
        ("boilerplate", "Health service"),
        ("boilerplate", "Page 1 of 4"),
    ]


def test_a_title_at_the_top_of_its_only_page_stays() -> None:
    article = opened([[Text("A title", 72, 810, 22), *column(prose(3), 72, 760)]])
    assert article.title == "A title"
    assert article.skipped == ()


def test_pages_have_their_own_names() -> None:
    article = opened(
        [column(prose(3, start=number), 72, 700) for number in range(3)], labels="/S/r/St 4"
    )
    assert [page.label for page in article.pages] == ["iv", "v", "vi"]
    assert [page.position.block for page in article.pages] == [0, 1, 2]


def test_the_outline_tells_levels() -> None:
    article = opened(
        [
            [Text("A title", 72, 780, 22), Text("1. Causes", 72, 720, 11, "i"),
             *column(prose(3), 72, 700)],
            [Text("2. Treatment", 72, 720, 11, "i"), *column(prose(3), 72, 700)],
        ],
        outline=[("1 Causes", 0), ("2 Treatment", 1)],
    )  # fmt: skip
    assert [(section.title, section.level) for section in article.sections] == [
        ("1. Causes", 2), ("2. Treatment", 2),
    ]  # fmt: skip


def test_a_table_of_contents_is_skipped() -> None:
    dots = " . . . . . . . . . . . . . "
    contents = [f"{title}{dots}{page}" for page, title in enumerate(("One", "Two", "Three"), 1)]
    article = opened([[*column(["Contents", *contents], 72, 760), *column(prose(3), 72, 500)]])
    assert [kind for kind, _ in texts(article)] == ["paragraph"]
    assert [piece.kind for piece in article.skipped] == ["contents"]
    assert "Two" in article.skipped[0].text


def test_notes_at_the_foot_come_after_the_paragraph_that_refers_to_them() -> None:
    lines = prose(8)
    first = column(lines[:4], 72, 700)
    first[3] = replace(first[3], raised="1")
    foot = Text("1 See the leaflet about colds.", 72, 80, 8)
    article = opened([[*first, foot], column(lines[4:], 72, 700)])
    assert [block.kind for block in article.blocks] == ["paragraph", "note"]
    assert article.blocks[1].text == "See the leaflet about colds."
    assert article.blocks[1].label == "1"
    (reference,) = [span for span in article.blocks[0].spans if span.kind == "note"]
    assert (reference.target, article.blocks[0].text[reference.start : reference.end]) == ("1", "1")


def test_powers_are_no_references_to_notes() -> None:
    article = opened([[Text("Your index is 25 kg/m", 72, 700, raised="2"), Text("now.", 190, 700)]])
    assert article.blocks[0].text == "Your index is 25 kg/m² now."
    assert article.blocks[0].spans == ()


def test_a_table_is_one() -> None:
    rows = [("Age", "Dose", "How often"), ("Under 2", "2 ml", "twice a day"),
            ("2 to 6", "5 ml", "twice a day"), ("Over 6", "10 ml", "once")]  # fmt: skip
    cells = [
        Text(cell, 72 + 150 * column, 600 - 16 * row, font="" if row else "b")
        for row, line in enumerate(rows)
        for column, cell in enumerate(line)
    ]
    article = opened([[*column(prose(3), 72, 700), *cells, *column(prose(3), 72, 500)]])
    (table,) = [block for block in article.blocks if block.kind == "table"]
    assert table.text == "\n".join("\t".join(row) for row in rows)
    assert [cell.header for cell in table.cells] == [True] * 3 + [False] * 9


def test_links_and_emphasis_are_spans() -> None:
    article = opened(
        [
            [
                Text("Read the leaflet at", 72, 700),
                Text("example.test", 180, 700, link="https://example.test/cold"),
                Text("or", 260, 700),
                Text("ask", 280, 700, font="b"),
                Text("now", 302, 700, font="i"),
            ]
        ]
    )
    block = article.blocks[0]
    assert block.text == "Read the leaflet at example.test or ask now"
    assert [(block.text[s.start : s.end], s.kind, s.target) for s in block.spans] == [
        ("example.test", "link", "https://example.test/cold"),
        ("ask", "strong", ""),
        ("now", "emphasis", ""),
    ]


def test_the_document_tells_title_author_dates_and_language() -> None:
    data = pdf(
        [column(["Ein Satz."], 72, 700)], language="de-AT", Title="Erkältung",
        Author="Anna Maier; Jo Huber", CreationDate="D:20240305101500+01'00'",
        ModDate="D:20250401000000Z",
    )  # fmt: skip
    article = load(Document(data, "a.pdf", "a.pdf")).article
    assert (article.title, article.language) == ("Erkältung", "de-AT")
    assert article.trust.authors == ("Anna Maier", "Jo Huber")
    assert (article.trust.published, article.trust.updated) == ("2024-03-05", "2025-04-01")


@pytest.mark.parametrize("title", ["Microsoft Word - leaflet_v3.doc", "untitled", "x_12.indd"])
def test_a_title_that_is_a_file_name_is_none(title: str) -> None:
    page = [Text("Common cold", 72, 760, 24), *column(prose(3), 72, 700)]
    assert opened([page], Title=title).title == "Common cold"


def test_tags_say_what_is_what_and_in_which_order() -> None:
    texts_in = [
        "Second",
        "A heading",
        "First one",
        "an item",
        "\u2022",
        "Dose",
        "5 ml",
        "ignored",
        "drawn",
    ]
    page = [Text(text, 72, 700 - 20 * n, content=n) for n, text in enumerate(texts_in)]
    tags = [
        Tag("Document", [
            Tag("H1", [(0, 1)]),
            Tag("P", [(0, 2)]),
            Tag("P", [Tag("Span", [(0, 0)])]),
            Tag("L", [Tag("LI", [Tag("Lbl", [(0, 4)]), Tag("LBody", [Tag("P", [(0, 3)])])])]),
            Tag("Figure", [(0, 8)], alternative="A nose."),
            Tag("Table", [Tag("TR", [Tag("TH", [(0, 5)]), Tag("TD", [(0, 6)])])]),
        ])
    ]  # fmt: skip
    article = opened([page], tags=tags)
    assert texts(article) == [
        ("heading", "A heading"),
        ("paragraph", "First one"),
        ("paragraph", "Second"),
        ("item", "an item"),
        ("figure", "A nose."),
        ("table", "Dose\t5 ml"),
    ]
    assert [cell.header for cell in article.blocks[5].cells] == [True, False]
    assert [piece.text for piece in article.skipped] == ["ignored"]


def test_a_large_first_letter_belongs_to_its_word() -> None:
    lines = prose(5)
    rest = [lines[0][1:], *lines[1:]]
    page = [
        Text(text.text, text.x + (26 if number < 2 else 0), text.y)
        for number, text in enumerate(column(rest, 72, 700))
    ]
    article = opened([[Text(lines[0][0], 72, 686, 34), *page]])
    assert texts(article) == [("paragraph", " ".join(lines))]


def test_gaps_in_lines_make_no_table() -> None:
    lines = prose(5)
    torn = []
    for number, line in enumerate(lines):
        at = line.index(" ", 8 + 3 * number)
        torn += [Text(line[:at], 72, 700 - 14 * number),
                 Text(line[at + 1 :], 72 + 6.2 * at + 14, 700 - 14 * number)]  # fmt: skip
    assert texts(opened([torn])) == [("paragraph", " ".join(lines))]


@pytest.mark.parametrize("turn", [1, 2, 3])
def test_a_page_on_its_side_is_turned(turn: int) -> None:
    lines = prose(4)
    places = {1: lambda n: (100 + 14 * n, 80), 2: lambda n: (500, 100 + 14 * n),
              3: lambda n: (500 - 14 * n, 760)}[turn]  # fmt: skip
    page = [Text(line, *places(number), turn=turn) for number, line in enumerate(lines)]
    side = Text("In the margin", 300, 400)
    article = opened([[*page, side]], rotate=90 * turn)
    assert texts(article) == [("paragraph", " ".join(lines))]
    assert [piece.text for piece in article.skipped] == ["In the margin"]


def test_controls_in_text_and_data_are_removed() -> None:
    article = opened([[Text("A \x1b[31mred nose.", 72, 700)]], Title="A \x1b[31mtitle")
    assert "\x1b" not in article.title
    assert "\x1b" not in article.blocks[0].text


def test_a_locked_document_is_said_and_one_that_only_its_owner_may_change_opens() -> None:
    page = column(prose(3), 72, 700)
    assert "locked with a password" in refusal(pdf([page], password="secret"))
    assert texts(opened([page], password=""))[0] == ("paragraph", " ".join(prose(3)))


def test_pictures_of_pages_are_said() -> None:
    said = refusal(pdf([[], []]), "scan.pdf")
    assert said.startswith("scan.pdf holds only pictures")
    assert "OCR" in said


@pytest.mark.parametrize("cut", [9, 200, 700])
def test_damaged_documents_are_said_or_read(cut: int) -> None:
    data = pdf([column(prose(3), 72, 700)])[:cut]
    assert "a.pdf" in refusal(data)


def test_a_document_whose_list_of_objects_is_wrong_is_still_read() -> None:
    data = pdf([column(prose(3), 72, 700)]).replace(b"startxref\n", b"startxref\n9")
    made = load(Document(data, "a.pdf", "a.pdf")).article
    assert made.blocks[0].text == " ".join(prose(3))


def test_a_reader_of_documents_that_breaks_or_hangs_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data = pdf([column(prose(3), 72, 700)])
    monkeypatch.setattr(apart, "_BOOT", "import os; os.abort()")
    assert "broke the reader" in refusal(data)
    monkeypatch.setattr(apart, "_BOOT", "import time; time.sleep(60)")
    monkeypatch.setattr(apart, "SECONDS", 0.3)
    assert "takes too long" in refusal(data)
    monkeypatch.setattr(sys, "executable", "/nonexistent")
    assert "no process can be started" in refusal(data)


def test_pdf_is_known_by_its_bytes_not_its_name() -> None:
    data = pdf([column(prose(3), 72, 700)])
    assert load(Document(b"\n\n" + data, "-", "Standard input")).article.blocks


def test_time_grows_with_the_pages_and_no_faster() -> None:
    def seconds(count: int) -> float:
        pages = [column(prose(40, start=page), 72, 700) for page in range(count)]
        read = apart.read_apart(pdf(pages), "a.pdf")
        start = time.process_time()
        article_of(read, "a.pdf", "en")
        return time.process_time() - start

    assert seconds(80) < 5 * max(seconds(40), 0.1)
