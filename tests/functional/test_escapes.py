"""What a terminal or the screen would obey, put wherever a document has room for text."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path

import pytest

from content.errors import IntoneError
from content.formats import Document, load
from content.model import Article, Pronunciation
from content.outline import outline, outline_text
from content.script import Script, ScriptSettings
from content.text import clean
from content.transcript import script_json, script_lines, why_json, why_lines
from tests.functional.test_command_line import run  # noqa: F401 - a fixture
from tests.fuzz.invariants import check_article, texts_of
from tests.support.books import book, contents, ncx, package, page, point
from tests.support.docx_maker import docx, paragraph
from tests.support.docx_maker import run as written
from tests.support.pdf_maker import Text, pdf

RAW = "\x1b]0;owned\x07\x1b[2J\x9b31m\u202e\u2066\U000e0041[/][@click=app.quit]word"
"""As text, with the bytes as they are."""
BYTES = "\x1b]0;owned\x07\x1b[2J\x9b31m"
XML = "\x9b31m\u202e\u2066\U000e0041[/][@click=app.quit]word"
"""What XML may hold."""
CODED = "&#x9b;31m&#8238;&#x2066;&#xe0041;[/][@click=app.quit]word"
HTML = "&#27;[2J&#x1B;]0;owned&#7;" + CODED
MARKDOWN = f"""---
title: "{RAW}"
author: "{RAW}"
---
# {RAW}

By {RAW}, MD

Text {RAW} [{RAW}](http://a/{RAW} "{RAW}") ![{RAW}]({RAW}) &#27;[31m &#x9b; `{RAW}` ${RAW}$

::: {RAW}
{RAW}
:::

| {RAW} | b |
|---|---|
| c | {RAW} |

Share {RAW}

[^{RAW}]: {RAW}
"""
PAGE = f"""<title>{HTML}</title><meta name=author content="{HTML}"><base href="http://a/{HTML}">
<script type="application/ld+json">{{"@type": "Article", "headline": {json.dumps(RAW)},
"author": {{"name": {json.dumps(RAW)}}}, "reviewedBy": {{"name": {json.dumps(RAW)},
"honorificSuffix": {json.dumps(RAW)}}}, "datePublished": {json.dumps(RAW)}}}</script>
<nav><a href=/>{HTML}</a></nav><article lang="{HTML}"><h1 id="{HTML}">{HTML}</h1>
<p class="{HTML}">A cold {HTML} gets better. <a href="http://a/{HTML}">{HTML}</a>
<img alt="{HTML}" src="{HTML}"><abbr title="{HTML}">WHO</abbr>
<span role="doc-pagebreak" title="{HTML}"></span>
<span data-ssml-ph="{HTML}" data-ssml-alphabet="ipa">word</span>
<math alttext="{HTML}"><mi>{HTML}</mi></math><sup><a href="#n{HTML}">1</a></sup></p>
<aside role="{HTML}" epub:type="{HTML}">{HTML}</aside><pre><code class="language-{HTML}">{HTML}
</code></pre><table><tr><th>{HTML}<td>{HTML}</table><p id="n{HTML}">{HTML}</article>
<footer>{HTML}</footer>"""


def made_book() -> bytes:
    """Return a book that has it in its data, its contents, its pages and its lexicon."""
    lexicon = (
        '<lexicon xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" version="1.0" '
        f'alphabet="ipa" xml:lang="en"><lexeme><grapheme>{XML}</grapheme><phoneme>a{XML}</phoneme>'
        f"</lexeme><lexeme><grapheme>cold</grapheme><alias>{XML}</alias></lexeme></lexicon>"
    )
    one = page(
        f'<h1 id="a">{CODED}</h1><p>A cold {CODED} is <span epub:type="pagebreak" title="{CODED}"/>'
        f'short <span ssml:ph="{CODED}">word</span>. <a href="{CODED}">{XML}</a></p>'
    )
    files = {
        "nav.xhtml": contents(("one.xhtml#a", RAW.partition("J")[2]), ("gone.xhtml", XML)),
        "toc.ncx": ncx(point("one.xhtml", XML)),
        "one.xhtml": one,
        "two.xhtml": f"<p>{CODED}<b>not well-formed",
        "words.pls": lexicon,
    }
    lost = f"lost%1b[31m{escape(XML)}.xhtml"
    metadata = (
        f"<dc:title>{CODED}</dc:title><dc:language>{CODED}</dc:language>"
        f"<dc:creator>{CODED}</dc:creator><dc:date>{CODED}</dc:date>"
    )
    opf = package([*files, lost], metadata=metadata)
    return book(files, opf=opf, extra={"EPUB/\x9b31m\u202e.xhtml": "x"})


def made_document() -> bytes:
    """Return a DOCX file that has it in its properties, its links and its styles."""
    link = f'<w:hyperlink r:id="l">{written(XML)}</w:hyperlink>'
    body = paragraph(XML, style="Heading1") + paragraph("A cold " + XML, inner=link, style=XML)
    return docx(body, links={"l": f"http://a/{CODED}"}, title=XML, creator=XML, created=XML)


def made_pdf() -> bytes:
    """Return a PDF document that has it in its data, its bookmarks and its links."""
    text = "A cold " + BYTES + "gets better word."
    pages = [[Text(text, 72, 700, link="http://a/" + BYTES)]]
    return pdf(pages, outline=[(BYTES + "word", 0)], Title=BYTES + "A", Author=BYTES + "B")


DOCUMENTS: dict[str, Callable[[], bytes]] = {
    "markdown": MARKDOWN.encode,
    "text": f"{RAW}\n\nBy {RAW}, MD\n\nText {RAW} and word.\n\nShare\nTweet {RAW}\n".encode,
    "html": PAGE.encode,
    "epub": made_book,
    "docx": made_document,
    "pdf": made_pdf,
}


def shown(article: Article) -> Iterator[str]:
    """Yield all that is said or printed of an article."""
    dictionary = (Pronunciation("word", RAW), *article.lexicon)
    for settings in (ScriptSettings(), ScriptSettings(dictionary=dictionary)):
        script = Script(article, settings)
        yield from script_lines(script)
        yield json.dumps(list(script_json(script)), ensure_ascii=False, default=str)
        yield from why_lines(script, "word")
        yield json.dumps(why_json(script, "word"), ensure_ascii=False, default=str)
    yield from outline_text(article, full=True)
    yield json.dumps(outline(article), ensure_ascii=False)
    yield from texts_of(article)


@pytest.mark.parametrize("form", DOCUMENTS)
def test_nothing_that_a_terminal_obeys_is_shown_or_said(form: str) -> None:
    article = load(Document(DOCUMENTS[form](), f"a.{form}", f"a.{form}", ""), form).article

    lines = list(shown(article))
    assert [line for line in lines if clean(line) != line] == []
    assert any("word" in line for line in lines)
    check_article(article)


@pytest.mark.parametrize(
    "data",
    [
        b"\x1b]0;owned\x07",
        b"PK\x03\x04\x1b[31m",
        b"%PDF-1.7 \x1b[31m",
        book({}, extra={"META-INF/container.xml": f"<container>{CODED}</container>"}),
        book({"\x9b31m.xhtml": "x"}),
        docx("<w:p>" + XML),
    ],
    ids=["text", "archive", "pdf", "container", "name of a member", "docx"],
)
def test_no_refusal_has_it_either(data: bytes) -> None:
    name = "a\x1b[31m\u202e.bin"
    said: list[str] = []
    try:
        said += texts_of(load(Document(data, clean(name), clean(name), "")).article)
    except IntoneError as error:
        said.append(str(error))
    assert said
    assert [text for text in said if clean(text) != text] == []


def test_a_hostile_name_and_a_hostile_option_are_printed_clean(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]  # noqa: F811
    path = tmp_path / "na\x1b]0;owned\x07\x9b31m\u202eme.md"
    path.write_text(MARKDOWN)
    (tmp_path / "short.md").write_text("A word.")
    ran = [
        run("outline", "--skipped", path),
        run("script", path, "--why", "word\x1b[31m\u202e"),
        run(f"--na\x9b31m\u202e{path.name}"),
        run("export", tmp_path / "short.md", "-o", tmp_path / "o\x9b31m\u202e.wav"),
        run("dictionary", "add", "wo\x9brd", "--spoken", RAW, "--article", path),
        run("dictionary", "list"),
    ]

    for one in ran:
        printed = one.out + one.err
        assert printed
        assert clean(printed) == printed
