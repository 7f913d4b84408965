"""Health articles put into pages of many layouts: no word and no heading may be lost."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from markdown_it import MarkdownIt

from content import frontmatter, markdown
from content.formats import Document, load
from content.model import Block
from content.text import clean

CORPUS = Path(__file__).parents[2].parent / "shared" / "corpora" / "health"
ARTICLES = sorted(CORPUS.glob("*.md"))

pytestmark = pytest.mark.skipif(not ARTICLES, reason="the corpora are not at ../shared/corpora")

# Abbreviations and attributes are of one Markdown, not of HTML.
_DIALECT = re.compile(r"^\*\[.*$|\{(?:[:#.]|[\w-]+=)[^{}\n]*\}", re.MULTILINE)
_LINKS = "".join(f"<li><a href=/{number}>Condition {number}</a></li>" for number in range(9))
_PAGE = (
    "<!doctype html><html lang=en><body><header><nav><ul>{links}</ul></nav></header>{main}"
    "<div class=sidebar><h3>Most popular</h3><ul>{links}</ul></div>"
    "<footer><p>Copyright of the publisher, all rights reserved.</p><ul>{links}</ul></footer>"
)
_TEMPTING = (
    "related-symptoms", "content-banner", "media", "share-info", "footer-note", "toc-anchor",
    "widget", "promo-care", "module sponsor", "header-block", "menu-section",
)  # fmt: skip


def _boxed(parts: list[str], tags: list[str]) -> str:
    return "".join(
        f"<{tag}>{part}</{tag.split()[0]}>" for tag, part in zip(tags, parts, strict=True)
    )


def _main(parts: list[str], tags: list[str]) -> str:
    return f"<main>{_boxed(parts, tags)}</main>"


LAYOUTS: dict[str, Callable[[list[str], Random], str]] = {
    "main": lambda parts, _: f"<main><article>{''.join(parts)}</article></main>",
    "divs": lambda parts, _: f"<div class=wrap><div class=content>{''.join(parts)}</div></div>",
    "rows": lambda parts, _: _boxed(parts, ["div class=row"] * len(parts)),
    "sections": lambda parts, _: _main(parts, [f"section id=s{at}" for at in range(len(parts))]),
    "asides": lambda parts, _: _main(
        parts, ["aside" if at % 3 == 2 else "div" for at in range(len(parts))]
    ),
    "tempting names": lambda parts, random: _main(
        parts, [f"section class='{random.choice(_TEMPTING)}'" for _ in parts]
    ),
    "table": lambda parts, _: f"<table><tr><td>{''.join(parts)}</td></tr></table>",
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_article_is_found_whole(layout: str) -> None:
    for path in ARTICLES:
        text = _DIALECT.sub("", clean(path.read_text("utf-8")))
        source = markdown.load(text, path.name, "en")
        html = MarkdownIt("commonmark").enable("table").render(text[frontmatter.read(text)[1] :])
        main = LAYOUTS[layout](re.split(r"(?=<h2>)", html), Random(path.name))
        page = _PAGE.replace("{links}", _LINKS).replace("{main}", main)
        article = load(Document(page.encode(), "page.html", "page.html")).article

        assert _words(article.blocks) == _words(source.blocks), path.name
        assert _headings(article.blocks) == _headings(source.blocks), path.name


def _words(blocks: tuple[Block, ...]) -> Counter[str]:
    return Counter(re.findall(r"\w+", " ".join(block.text for block in blocks)))


def _headings(blocks: tuple[Block, ...]) -> list[tuple[int, str]]:
    return [(block.level, block.text) for block in blocks if block.kind == "heading"]
