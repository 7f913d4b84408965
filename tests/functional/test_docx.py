"""DOCX files: headings by any name, lists, tables, notes, and what can't be read."""

from __future__ import annotations

import io
import time
import zipfile

import pytest

from content.archive import MEMBER_BYTES
from content.errors import IntoneError
from content.formats import Document, load
from content.model import Article
from tests.support.docx_maker import docx, item, paragraph, run, style

STYLES = (
    style("Titel", "Title")
    + style("berschrift1", "heading 1")
    + style("berschrift2", "heading 2")
    + style("Kapitel", "Our chapters", '<w:basedOn w:val="berschrift2"/>')
    + style("Gliederung", "Outlined", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>')
    + style("Verzeichnis1", "toc 1")
    + style("Zitat", "Quote")
    + style("Code", "HTML Preformatted")
)


def opened(body: str, **options: object) -> Article:
    data = docx(body, **options)  # type: ignore[arg-type]
    return load(Document(data, "a.docx", "a.docx", "en")).article


def refusal(data: bytes) -> str:
    with pytest.raises(IntoneError) as caught:
        load(Document(data, "a.docx", "a.docx"))
    said = str(caught.value)
    assert said.isprintable()
    assert said.endswith(".")
    assert ";" in said
    return said


def test_headings_are_known_in_any_language_and_by_what_they_are_based_on() -> None:
    article = opened(
        paragraph("Erkältung", style="Titel")
        + paragraph("Ursachen", style="berschrift1")
        + paragraph("Viren.")
        + paragraph("Welche", style="Kapitel")
        + paragraph("Viele.")
        + paragraph("Hilfe", style="Gliederung")
        + paragraph("Direkt", properties='<w:outlineLvl w:val="1"/>'),
        styles=STYLES,
    )
    assert article.title == "Erkältung"
    assert [(section.title, section.level) for section in article.sections] == [
        ("Ursachen", 2), ("Welche", 3), ("Hilfe", 2), ("Direkt", 3),
    ]  # fmt: skip


def test_bold_lines_are_headings_where_there_are_no_others() -> None:
    bold = paragraph(inner=run("When to get help", "<w:b/>"))
    text = paragraph("See a doctor.", inner=run(" Now!", "<w:b/>"))
    assert [section.title for section in opened(bold + text).sections] == ["When to get help"]
    headed = paragraph("One", style="berschrift2") + bold + text
    assert [section.title for section in opened(headed, styles=STYLES).sections] == ["One"]


def test_lists_quotes_code_and_contents() -> None:
    article = opened(
        paragraph("Colds\t3", style="Verzeichnis1")
        + paragraph("Symptoms:")
        + item("a cough")
        + item("at night", 1)
        + item("a runny nose")
        + item("Rest.", numbered=True)
        + item("Drink.", numbered=True)
        + paragraph("So it goes.", style="Zitat")
        + paragraph("a = 1", style="Code"),
        styles=STYLES,
    )
    assert [(b.kind, b.text, b.level, b.number) for b in article.blocks] == [
        ("paragraph", "Symptoms:", 0, None),
        ("item", "a cough", 1, None),
        ("item", "at night", 2, None),
        ("item", "a runny nose", 1, None),
        ("item", "Rest.", 1, 1),
        ("item", "Drink.", 1, 2),
        ("quote", "So it goes.", 1, None),
        ("code", "a = 1", 0, None),
    ]
    assert [piece.kind for piece in article.skipped] == ["contents"]


def test_tables_notes_links_and_formulas() -> None:
    def row(*cells: str, head: str = "") -> str:
        made = "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in cells)
        return f"<w:tr><w:trPr>{head}</w:trPr>{made}</w:tr>"

    article = opened(
        f"<w:tbl>{row('Age', 'Dose', head='<w:tblHeader/>')}{row('2', '5 ml')}</w:tbl>"
        + paragraph(
            "Rest",
            inner='<w:r><w:footnoteReference w:id="2"/></w:r>'
            + f'<w:hyperlink r:id="link1">{run("the leaflet")}</w:hyperlink>'
            + "<m:oMath><m:r><m:t>x=2</m:t></m:r></m:oMath>"
            + run("end."),
        ),
        notes={2: "At home."},
        links={"link1": "https://example.test/"},
    )
    table, text, note = article.blocks
    assert (table.kind, table.text) == ("table", "Age\tDose\n2\t5 ml")
    assert [cell.header for cell in table.cells] == [True, True, False, False]
    assert (note.kind, note.text) == ("note", "At home.")
    (reference,) = [span for span in text.spans if span.kind == "note"]
    assert reference.target == note.label
    assert [span.target for span in text.spans if span.kind == "link"] == ["https://example.test/"]
    assert text.text.endswith("the leaflet x=2 end.")


def test_a_picture_is_what_it_says_and_its_bytes_are_not_unpacked() -> None:
    picture = (
        '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="P" descr="A red nose."/><a:graphic>'
        '<a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="image1"/></pic:blipFill></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
    article = opened(
        paragraph(inner=picture) + paragraph("A cold."),
        links={"image1": "media/a.png"},
        members={"word/media/a.png": b"\0" * (2 * MEMBER_BYTES)},
    )
    assert [(block.kind, block.text) for block in article.blocks] == [
        ("figure", "A red nose."), ("paragraph", "A cold."),
    ]  # fmt: skip


def test_the_file_tells_title_author_dates_and_language() -> None:
    data = docx(
        paragraph("Ein Satz."), title="Erkältung", creator="Anna Maier", language="de-AT",
        created="2024-03-05T10:00:00Z", modified="2025-04-01T10:00:00Z",
    )  # fmt: skip
    article = load(Document(data, "a.docx", "a.docx")).article
    assert (article.title, article.language) == ("Erkältung", "de-AT")
    assert article.trust.authors == ("Anna Maier",)
    assert (article.trust.published, article.trust.updated) == ("2024-03-05", "2025-04-01")
    nobody = docx(paragraph("A."), title="Document1", creator="Microsoft Office User")
    article = load(Document(nobody, "a.docx", "a.docx")).article
    assert (article.title, article.trust.authors) == ("a.docx", ())


def test_an_article_is_not_said_twice_and_deleted_text_not_at_all() -> None:
    article = opened(
        paragraph(
            "A cold",
            inner="<w:del><w:r><w:delText> is bad</w:delText></w:r></w:del>"
            f"<w:ins>{run(' is short')}</w:ins>{run('.')}",
        )
    )
    assert [block.text for block in article.blocks] == ["A cold is short."]


def test_damaged_files_are_said() -> None:
    good = docx(paragraph("A cold gets better by itself, and most last a week or so."))
    assert "damaged" in refusal(good[: len(good) // 2])
    assert "damaged" in refusal(docx("", members={"word/other.xml": b"no XML"}))
    assert "no text" in refusal(_archive({"word/document1.xml": b"<other/>"}))
    assert "nothing to read" in refusal(docx("")).lower()


def _archive(members: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return made.getvalue()


def test_bombs_are_not_unpacked() -> None:
    bomb = docx(paragraph("A."), members={"word/more.xml": b" " * (MEMBER_BYTES + 1)})
    assert len(bomb) < 200_000
    assert "far more" in refusal(bomb)
    many = docx(paragraph("A."), members={f"m{number}": b"" for number in range(20_001)})
    assert "far more" in refusal(many)
    entities = b'<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><a>&c;</a>'
    assert "damaged" in refusal(docx(paragraph("A."), members={"word/theme.xml": entities}))


def test_what_nests_too_deep_is_said() -> None:
    deep = "<w:sdt><w:sdtContent>" * 5000 + paragraph("A.") + "</w:sdtContent></w:sdt>" * 5000
    assert "could not be read" in refusal(docx(deep))


def test_time_grows_with_the_text_and_no_faster() -> None:
    def seconds(count: int) -> float:
        data = docx(paragraph("Most colds last a week, and get better by themselves.") * count)
        start = time.process_time()
        load(Document(data, "a.docx", "a.docx", "en"))
        return time.process_time() - start

    assert seconds(4000) < 5 * max(seconds(2000), 0.1)
