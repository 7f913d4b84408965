"""Saved web pages: the article that is found in each against the one that is expected."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from statistics import fmean
from typing import Any

import pytest
from lxml import etree

from content.formats import Document, load
from content.html.names import BLOCKS
from content.model import Article

CORPUS = Path(__file__).parents[2].parent / "shared" / "corpora" / "web"
PAGES = sorted(path.parent for path in CORPUS.glob("*/source.html"))

pytestmark = pytest.mark.skipif(not PAGES, reason="the corpora are not at ../shared/corpora")

_WORD = re.compile(r"\w+")


@cache
def _article(page: Path) -> Article:
    return load(Document((page / "source.html").read_bytes(), "x.html", page.name)).article


@cache
def _expected(page: Path) -> Any:
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True)
    return etree.fromstring((page / "expected.html").read_bytes(), parser)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _run_on(text: str) -> str:
    return "".join(_words(text))


def _text(root: Any) -> str:
    parts: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if element.tag in ("script", "style"):
            continue
        if element.tag in BLOCKS or element.tag == "br":
            parts.append(" ")
        parts.append((element.text if event == "start" else element.tail) or "")
    return "".join(parts)


def _said(article: Article) -> str:
    return " ".join(block.text for block in article.blocks if block.kind != "figure")


def test_words_of_the_article_are_those_expected() -> None:
    scores = []
    for page in PAGES:
        found = Counter(_words(_said(_article(page))))
        expected = Counter(_words(_text(_expected(page))))
        common = sum((found & expected).values())
        scores.append(2 * common / max(1, found.total() + expected.total()))

    assert fmean(scores) >= 0.95
    assert min(scores) >= 0.8


def test_no_word_of_the_article_is_skipped_but_by_its_comments() -> None:
    recalls = []
    for page in PAGES:
        found = Counter(_words(_said(_article(page))))
        expected = Counter(_words(_text(_expected(page))))
        recalls.append((found & expected).total() / max(1, expected.total()))

    assert fmean(recalls) >= 0.98


@pytest.mark.parametrize(
    "tags", [("h1", "h2", "h3", "h4", "h5", "h6"), ("li",), ("td", "th"), ("pre",)]
)
def test_structure_is_found(tags: tuple[str, ...]) -> None:
    found = wanted = 0
    for page in PAGES:
        parts = list(_parts(_article(page), tags[0]))
        whole = _run_on(_said(_article(page)))
        for element in _expected(page).iter(*tags):
            text = _run_on("".join(element.itertext()))
            if not text or next(element.iterdescendants("li", "table"), None) is not None:
                continue
            wanted += 1
            found += any(text in part for part in parts) or (
                tags[0] in ("li", "td") and len(text) > 20 and text in whole
            )

    assert wanted
    assert found >= 0.95 * wanted


def _parts(article: Article, tag: str) -> Iterator[str]:
    """Yield what the article has of a kind; an item may go on in paragraphs."""
    kinds = {"h1": ("heading",), "li": ("item", "note", "paragraph", "figure"), "pre": ("code",)}
    for block in article.blocks:
        if tag == "td":
            yield from (_run_on(block.text[cell.start : cell.end]) for cell in block.cells)
            if not block.cells:
                yield _run_on(block.text)
        elif block.kind in kinds[tag]:
            yield _run_on(block.text)
    if tag == "h1":
        yield _run_on(article.title)


def test_titles_are_right() -> None:
    """The site's name may be part of what is expected, but never of ours."""
    right = named = 0
    for page in PAGES:
        expected = json.loads((page / "expected-metadata.json").read_text("utf-8")).get("title")
        if not expected:
            continue
        named += 1
        title = _words(_article(page).title)
        right += bool(title) and _words(expected)[: len(title)] == title

    assert right >= 0.9 * named
