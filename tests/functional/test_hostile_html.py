"""HTML made to break a reader: its words are kept, and the work grows with its size.

Work is counted in function calls, which are the same on every machine.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from content.formats import Document, load
from content.html.tree import html_tree
from content.html.walker import walk
from content.model import Article
from tests.fuzz.invariants import check_article
from tests.support.work import calls

HOSTILE: dict[str, Callable[[int], str]] = {
    "open tags": lambda n: "<div>" * n + "word",
    "open tags with words": lambda n: "<div>word " * n,
    "spans": lambda n: "<b><i>word " * n,
    "spans around blocks": lambda n: "<b><p>word " * n,
    "links around blocks": lambda n: "".join(f"<a href=/{i}><p>word " for i in range(n)),
    "languages": lambda n: "<p lang=fr><p lang=de>word " * n,
    "lists": lambda n: "<ul><li>word " * n,
    "quotes": lambda n: "<blockquote>word " * n + "</blockquote>word " * n,
    "figures": lambda n: "<figure><figcaption>word " * n,
    "layout tables": lambda n: "<table><tr><td>word " * n,
    "tables of data": lambda n: "<table><tr><th>word " * n,
    "rows": lambda n: "<table>" + "<tr><th>word<td>word" * n + "</table>",
    "cells that reach": lambda n: "<table>" + "<tr><th rowspan=9999>word<td colspan=9999>word" * n,
    "headings in headings": lambda n: "<h1>word " * n,
    "asides": lambda n: "<aside class=related>word " * n,
    "comments": lambda n: "word <!-- x " * n,
    "declarations": lambda n: "word <!x " * n,
    "definitions": lambda n: "<dl><dt>word<dd>word" * n,
    "notes": lambda n: "".join(
        f"<p id=n{i}>word <sup><a href=#n{i + 1}>1</a></sup>" for i in range(n)
    ),
    "anchors": lambda n: "".join(f"<p id=x{i}>&nbsp;</p>" for i in range(n)) + "word",
    "pictures": lambda n: "<p><img><img alt=''>word</p>" * n,
    "pictures in a paragraph": lambda n: "<p>" + "<a href=x><img alt=word></a>" * n,
    "pictures in a figure": lambda n: (
        "<figure>" + "<img alt=word><figcaption>word x</figcaption>" * n
    ),
    "formulas": lambda n: "<math>" + "<msup><mi>x</mi>" * n + "</math>word",
    "drawn formulas": lambda n: "<span class=MathJax>" * n + "word",
    "drawn formulas without words": lambda n: "<i class=MathJax>" * n + "word" + "</i>" * n,
    "pages in pages": lambda n: "<i role=doc-pagebreak>" * n + "word " * 20 + "</i>" * n,
    "links in links": lambda n: "<b><a href=#x>" * n + "word" + "</b>" * n + "<p id=x>word",
    "breaks": lambda n: "<br><br>word" * n,
    "spaces": lambda n: "word" + " " * (20 * n) + "word",
    "code": lambda n: "<pre>" + "word\n" * n,
    "code in code": lambda n: "<pre><code>word " * n,
    "definitions of people": lambda n: "<div itemscope itemprop=author>word " * n,
    "references unfinished": lambda n: "word &a" * n,
    "tags unfinished": lambda n: "<a word " * n,
    "one line": lambda n: "<p>" + "word " * n,
}  # fmt: skip


def opened(html: str) -> Article:
    return load(Document(html.encode(), "page.html", "page.html"), "html").article


def said(article: Article) -> str:
    texts = [block.text for block in article.blocks] + [one.text for one in article.skipped]
    return "\n".join(texts)


@pytest.mark.parametrize("name", HOSTILE)
def test_every_word_is_kept(name: str) -> None:
    html = HOSTILE[name](2_000)
    article = opened(html)

    assert said(article).count("word") == html.count("word")
    check_article(article)


@pytest.mark.parametrize("name", HOSTILE)
def test_work_grows_with_the_page_and_no_faster(name: str) -> None:
    small, large = (HOSTILE[name](size) for size in (200, 800))
    opened(large)  # imports, and patterns that are used for the first time

    assert calls(lambda: opened(large)) < 4.8 * calls(lambda: opened(small)) + 20_000


@pytest.mark.parametrize(
    "target",
    ["javascript:alert(1)", "JAVASCRIPT&colon;x", "java&#10;script:x", "file:///etc/passwd",
     "data:text/html,x", "vbscript:x", "sound:heading", "&#1;javascript:x"],
)  # fmt: skip
def test_links_that_run_something_are_only_text(target: str) -> None:
    (block,) = opened(f"<p>word <a href='{target}'>word</a>").blocks

    assert block.text == "word word"
    assert [span for span in block.spans if span.target] == []


def test_a_million_open_tags_are_read_whole() -> None:
    walked = walk(html_tree("<div>" * 1_000_000 + "word " * 1_000))

    assert "\n".join(block.text for block in walked.blocks).count("word") == 1_000


@pytest.mark.parametrize(
    ("html", "title", "text"),
    [
        ("<title>[/] x [@click=app.quit]</title><p>word", "[/] x [@click=app.quit]", "word"),
        ("<title>a&#27;[31m b</title><p>w&#27;ord&#x202e;&#8238;", "a[31m b", "word"),
        ("<title>x</title><p>wo\x00rd</p>", "x", "word"),
        ("<title>x</title><p>word <!-- never closed <b>word", "x", "word never closed word"),
        ("<title>never closed <p>word", "page.html", "never closed\nword"),
        (f"<title>x</title><p title='{'y' * 2_000_000}'>word", "x", "word"),
        (f"<title>x</title><p {' '.join(f'a{i}=1' for i in range(50_000))}>word", "x", "word"),
        ("word", "page.html", "word"),
        ("<title>x</title><article><h1>word</h1><p>word</article>", "x", "word\nword"),
        ("<title>x</title><header><p>word</header>and<p>word", "x", "word\nand\nword"),
        ("<p>a &lt;b&gt; &amp;lt; c", "page.html", "a <b> &lt; c"),
    ],
    ids=["markup of the screen", "controls", "NUL", "comment", "title", "long attribute",
         "many attributes", "no body", "no tag of the head or body", "the same in part",
         "escaped"],
)  # fmt: skip
def test_odd_page(html: str, title: str, text: str) -> None:
    article = opened(html)

    assert article.title == title
    assert "\n".join(block.text for block in article.blocks) == text
    check_article(article)


def test_entities_are_not_expanded() -> None:
    bomb = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 12))
    html = (
        f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY e0 "laugh">{bomb}'
        '<!ENTITY file SYSTEM "file:///etc/passwd">]>'
        '<html xmlns="http://www.w3.org/1999/xhtml"><p>word &e11; &file; &eacute;</p></html>'
    )

    assert [block.text for block in opened(html).blocks] == ["word &e11; &file; é"]
