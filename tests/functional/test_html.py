"""HTML pages and what a reader must find in them, as pairs of files.

``NAME.expected.json`` holds what is not empty: the title, the language, trust, sections, pages,
what was skipped, and of each block its fields, with the spans as the words they cover.
"""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.errors import IntoneError
from content.formats import Document, load
from content.html import signs
from content.model import Person, Trust
from content.text import clean
from tests.fuzz.invariants import check_article
from tests.fuzz.targets.html import check, generate
from tests.support.described import described

DATA = Path(__file__).parent / "data" / "html"
PAGES = sorted([*DATA.glob("*.html"), *DATA.glob("*.xhtml")])


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_page_reads_as_expected(path: Path) -> None:
    article = load(Document(path.read_bytes(), path.name, path.name)).article
    expected = json.loads(path.with_suffix(".expected.json").read_text(encoding="utf-8"))

    assert json.loads(json.dumps(described(article))) == expected
    check_article(article)


@given(st.integers(min_value=0, max_value=2**32))
@settings(max_examples=80, deadline=None)
def test_any_page_opens_or_says_why_not(seed: int) -> None:
    check(generate(Random(seed)))


def _blocks(html: str | bytes, **details: str) -> list[tuple[str, str]]:
    data = html if isinstance(html, bytes) else html.encode()
    article = load(Document(data, "page.html", "page.html", **details)).article
    return [(block.kind, block.text) for block in article.blocks]


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        ("<p>Grüße – „so“</p>".encode("utf-8-sig"), "iso-8859-1"),
        ("<p>Grüße – „so“</p>".encode("utf-16"), "utf-8"),
        ("<p>Grüße – „so“</p>".encode("utf-16-le"), ""),
        ("<p>Grüße – „so“</p>".encode(), "iso-8859-1"),
        ("<meta charset=iso-8859-1><p>Grüße – „so“</p>".encode("cp1252"), ""),
        ("<meta charset=utf-8><p>Grüße – „so“</p>".encode("cp1252"), "windows-1252"),
        ("<meta charset=windows-1252><p>Grüße – „so“</p>".encode("cp1252"), "utf-8"),
        ("<meta charset=utf-16><p>Grüße – „so“</p>".encode(), "no-such-charset"),
        ("<meta charset=utf-8><p>Grüße – „so“</p>".encode("cp1252"), ""),
    ],
    ids=["mark", "utf-16", "utf-16 unmarked", "server lies", "meta", "meta lies", "both differ",
         "nonsense", "all lie"],
)  # fmt: skip
def test_declared_charset_that_does_not_fit_is_not_believed(data: bytes, charset: str) -> None:
    assert _blocks(data, charset=charset) == [("paragraph", "Grüße – „so“")]


@pytest.mark.parametrize(
    ("name", "data", "form"),
    [
        ("page", b"\n<!-- saved --><!DOCTYPE html><p>x", "html"),
        ("page.txt", b"<html><p>x", "html"),
        ("page", b"<?xml version='1.0'?>\n<html xmlns='http://x.org'></html>", "html"),
        ("page", "<html><p>x".encode("utf-16"), "html"),
        ("page.htm", b"words alone", "html"),
        ("-", b"<div><p>From the clipboard.</p></div>\n", "html"),
        ("read.md", b"<p align=center>Logo</p>\n\n# Title\n\nText.", "markdown"),
        ("-", b"<p align=center>Logo</p>\n\n# Title\n\n[a](http://b.c) text", "markdown"),
        ("note.txt", b"<b>not</b> a page", "text"),
        ("note", b"a < b and b > c", "text"),
        ("feed", b"<?xml version='1.0'?><rss><channel></channel></rss>", "text"),
    ],
)  # fmt: skip
def test_pages_are_known_by_their_bytes(name: str, data: bytes, form: str) -> None:
    recognised = signs.recognises(Document(data, name, name))

    assert recognised == (form == "html")


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("<html><frameset><frame src='a&#27;.html'><frame src=b.html></frameset></html>", "frames"),
        (
            "<frameset><frame src=a.html><noframes><p>No frames here.</noframes></frameset>",
            "frames",
        ),
        ("<html><body><div id=app></div><script>go()</script></body></html>", "browser"),
    ],
    ids=["frames", "frames with an excuse", "application"],
)
def test_page_without_text_says_why(html: str, said: str) -> None:
    with pytest.raises(IntoneError, match=said) as error:
        _blocks(html)
    assert clean(str(error.value)) == str(error.value)


@pytest.mark.parametrize(
    "html",
    [
        "<body style='visibility:hidden'><p>word</p></body>",
        "<body><main aria-hidden=true><p>word</p></main></body>",
        "<body><div aria-hidden=true><p>word</p></div><dialog>Accept?</dialog></body>",
    ],
    ids=["body", "main", "wrapper"],
)
def test_page_saved_while_it_was_covered_is_read(html: str) -> None:
    assert _blocks(html) == [("paragraph", "word")]


@pytest.mark.parametrize("rest", [" | A Site", "_科技_某某网", " - Health - A Site", "_A Site"])
def test_what_a_site_adds_to_the_title_is_taken_off(rest: str) -> None:
    page = f"""<html><head><title>A new machine learns{rest}</title></head><body><article>
        <h1>A new machine learns</h1><p>It has learned to find its way by itself, as they say.</p>
        </article></body></html>"""
    document = Document(page.encode(), "x.html", "x.html")

    assert load(document).article.title == "A new machine learns"


def test_metadata_and_text_vouch_together() -> None:
    """What the page shows goes first; what only its metadata say is added."""
    article = load(
        Document(
            b"""<html lang=en><head><script type="application/ld+json">{"@type": "Article",
            "headline": "Sleep", "datePublished": "2020-01-02", "dateModified": "2021-05-06",
            "author": [{"@type": "Person", "name": "Someone Else"}],
            "reviewedBy": [{"name": "Ada Moreno", "honorificSuffix": "MD", "jobTitle": "Physician"}]
            }</script></head><body><article itemscope itemtype="https://schema.org/MedicalWebPage">
            <meta itemprop="lastReviewed" content="2022-07-08"><h1>Sleep</h1>
            <p>Written by Nora Field</p><p>Medically reviewed by Ada Moreno</p>
            <p>Sleep is what a body needs, and it comes by itself when the day was long enough.</p>
            </article></body></html>""",
            "x.html",
            "x.html",
        )
    ).article

    assert article.title == "Sleep"
    assert article.trust == Trust(
        published="2020-01-02",
        updated="2021-05-06",
        reviewed="2022-07-08",
        authors=("Nora Field",),
        reviewed_by=(Person("Ada Moreno", "MD", "Physician"),),
    )


def test_nothing_of_a_page_is_lost() -> None:
    """What is not in the article is skipped, with its kind, and can still be heard."""
    path = DATA / "health.html"
    article = load(Document(path.read_bytes(), path.name, path.name)).article
    texts = [block.text for block in article.blocks] + [one.text for one in article.skipped]

    for words in ("Skip to content", "half the price", "Cherries helped", "All rights reserved"):
        assert sum(words in text for text in texts) == 1
