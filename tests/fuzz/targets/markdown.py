"""Markdown: lines of every dialect put together at random, and such with pieces changed."""

from __future__ import annotations

import random as randomness

from content.decode import decode_as
from content.errors import IntoneError
from content.formats import Document, load
from content.model import Article
from tests.fuzz.invariants import check_article

_LINES = (
    "A plain sentence of some words.", "Reviewed by Jane Doe, MD", "# Heading *one* {#id}",
    "Setext\n---", "- item", "  - deeper", "1. one", "7) seven", "- [x] done", "> quote", "> - in",
    "> [!NOTE]", "!!! tip", "    indented", "::: note", ":::", "```python", "~~~", "a | b\n--|--",
    "c | `d|e` | f", ": definition", "[^n]: a note", "[r]: /u \"t\"", "*[AB]: short", "***", "$$",
    "---\ntitle: A\n---", "<div hidden>", "</div>", "<table><tr><td rowspan=2>", "</table>", "<!--",
    "-->", "<p lang=fr>Bonjour</p>", "<pre>", "<ul><li>", "<details><summary>", "", "", "",
)  # fmt: skip
_PIECES = (
    "*em*", "**strong**", "`code`", "[link](http://a.b)", "[r]", "[^n]", "^[in]", "![alt](i.png)",
    "<b>", "</b>", "<i lang=de>", "<abbr title=\"x y\">", "<span hidden>", "</span>", "$x^2$",
    "\\(a+b\\)", "$5 and $6", "==mark==", "H~2~O", "&amp;", "&#27;", "\x1b[31m", "\u202e", "|",
    "[[x]]", "[/]", "~~gone~~", "<http://a.b>", "_", "*", "[", "](", "  \n", "\\\n", "\t", "\u00a0",
    "{", "\x01", "\\*", "é", "<br>", "<rt>", "p < 0.05", "20\u201340 mg",
)  # fmt: skip


def generate(random: randomness.Random) -> bytes:
    """Return a document."""
    lines = [_line(random) for _ in range(random.randrange(1, 25))]
    text = "\n".join(lines)
    if random.random() < 0.1:
        piece = random.choice(_LINES + _PIECES)
        text += piece * random.randrange(2, 200)
    if random.random() < 0.3:
        at = random.randrange(len(text) + 1)
        text = text[:at] + random.choice(_PIECES) + text[at + random.choice((0, 0, 5)) :]
    data = text.encode()
    if random.random() < 0.1:
        made = bytearray(data or b" ")
        made[random.randrange(len(made))] = random.randrange(256)
        data = bytes(made)
    return data


def _line(random: randomness.Random) -> str:
    line = random.choice(_LINES)
    for _ in range(random.choice((0, 0, 1, 3))):
        line += random.choice((" ", "")) + random.choice(_PIECES)
    return random.choice(("", "", "", "  ", "> ", "- ")) + line


def check(data: bytes) -> None:
    """Load a document and check the article, and that its runs stand in the source."""
    try:
        article = load(Document(data, "a.md", "a.md"), "markdown").article
    except IntoneError:
        return
    check_article(article)
    check_runs(article, decode_as(data, "a.md").text)


def check_runs(article: Article, source: str) -> None:
    """Check that what a run covers is the same in the block and in the source."""
    for block in article.blocks:
        for run in block.runs:
            there = source[run.source : run.source + run.length]
            assert block.text[run.text : run.text + run.length] == there
