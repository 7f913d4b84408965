"""Markdown made to break a reader: its words are kept, and the work grows with its size.

Work is counted in function calls, which are the same on every machine.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from content import frontmatter
from content.markdown import load, read_blocks
from content.text import clean
from tests.support.work import calls

HOSTILE: dict[str, Callable[[int], str]] = {
    "quotes": lambda n: "> " * n + "word",
    "quotes without spaces": lambda n: ">" * n + "word",
    "lists in one line": lambda n: "- " * n + "word",
    "numbered lists in one line": lambda n: "1. " * n + "word",
    "lists ever deeper": lambda n: "\n".join("  " * level + "- word" for level in range(n // 20)),
    "quotes ever deeper": lambda n: "\n".join(">" * level + " word" for level in range(n // 20)),
    "lists in quotes": lambda n: "> - " * n + "word",
    "definitions in definitions": lambda n: "word\n" + ": " * n + "word",
    "notes in notes": lambda n: "[^a]: " * n + "word",
    "many items": lambda n: "- word\n" * n,
    "many tasks": lambda n: "- [ ] word\n" * n,
    "many references": lambda n: "".join(f"[r{i}]: /u\n" for i in range(n)) + "\nword",
    "unfinished references": lambda n: "[r\n" * n + "word",
    "unfinished reference titles": lambda n: '[r]: /u "t\n' * n + "word",
    "emphasis": lambda n: "*word " * n,
    "strong": lambda n: "**" * n + "word" + "**" * n,
    "strong opened": lambda n: "**word " * n,
    "emphasis both ways": lambda n: "*word_ " * n,
    "emphasis crossed": lambda n: "*a **word* b** " * n,
    "strikethrough": lambda n: "~~word " * n,
    "brackets": lambda n: "[" * n + "word",
    "brackets closed": lambda n: "[" * n + "word" + "]" * n,
    "links unfinished": lambda n: "[word](" * n,
    "links unfinished in angles": lambda n: "[word](<b" * n,
    "link titles unfinished": lambda n: '[word](b "' * n,
    "images": lambda n: "![" * n + "word",
    "images in images": lambda n: "![" * n + "word" + "](x)" * n,
    "notes in place": lambda n: "^[" * n + "word" + "]" * n,
    "note references": lambda n: "[^a]: word\n\n" + "word[^a] " * n,
    "backticks": lambda n: "".join("e" + "`" * length for length in range(n // 20)) + "word",
    "code unfinished": lambda n: "`word``" * n,
    "tags unfinished": lambda n: "word <a " * n,
    "attributes unfinished": lambda n: 'word <a x="' * n,
    "comments unfinished": lambda n: "word <!-- " * n,
    "blocks of tags unfinished": lambda n: "<div\n" * n + "word",
    "a block of tags unfinished": lambda n: "<div>" + "word <a " * n,
    "quotes in tags unfinished": lambda n: '<div "\n' * n + "word",
    "elements in elements": lambda n: "<div>" * n + "word",
    "HTML lists in lists": lambda n: "<div>" + "<ul><li>word" * n,
    "HTML comments unfinished": lambda n: "<div>" + "word <!-- " * n,
    "scripts unfinished": lambda n: "<div>" + "word <script> " * n,
    "inline scripts unfinished": lambda n: "word <script> " * n,
    "references unfinished": lambda n: "word &a" * n,
    "escapes": lambda n: "word \\* " * n,
    "table rows": lambda n: "word|b\n-|-\n" + "word|d\n" * n,
    "table columns": lambda n: "word|" * n + "\n" + "-|" * n + "\n" + "word|" * n,
    "fences": lambda n: "```\n" * n + "word",
    "lines": lambda n: "word\n" * n,
    "one line": lambda n: "word " * n,
    "blank lines": lambda n: "\n" * n + "word",
    "lazy quote": lambda n: "> word\n" + "word\n" * n,
    "rules": lambda n: "word\n\n" + "***\n" * n,
    "dollars": lambda n: "$word " * n,
    "dollars with signs": lambda n: "$word\\x " * n,
    "double dollars": lambda n: "$$word^" * n,
    "lines of dollars": lambda n: "$$word\n" * n,
    "formulas in brackets": lambda n: "\\(word " * n,
    "formulas in brackets closed": lambda n: "\\(a^" * n + "word" + "\\)" * n,
    "formula groups": lambda n: "word $" + "{" * n + "x$",
    "marked": lambda n: "==word " * n,
    "marked crossed": lambda n: "==word ++b== " * n,
    "small letters": lambda n: "word~a" * n,
    "boxes": lambda n: "::: note\nword\n" * n,
    "boxes in boxes": lambda n: "!!! note\n    " * (n // 20) + "word",
    "alerts": lambda n: "> [!NOTE]\n> word\n\n" * n,
    "spans crossed": lambda n: "word" + "<b>" * n + "<i>" * n + "</b>" * n + "word",
    "hidden parts unfinished": lambda n: "<div>" + "<p hidden>word " * n,
    "hidden parts in a line unfinished": lambda n: "word <b hidden>" * n,
    "tables in tables": lambda n: "<table><tr><td>word" * n,
    "cells that span": lambda n: "<table><tr>" + "<td rowspan=50 colspan=50>word" * n,
    "languages": lambda n: "<div lang=de>word" * n,
    "many notes": lambda n: "".join(f"[^{i}]: word\n\nword[^{i}]\n\n" for i in range(n // 4)),
    "fences never closed": lambda n: "word\n\n```\n\n" * n,
    "comments never closed": lambda n: "word\n\n<!--\n\n" * n,
    "fences closed": lambda n: "word\n\n```\n\nword\n```\n\n" * n,
    "definitions in every part": lambda n: "word [a]: b\n\n" * n,
    "front matter nested": lambda n: "---\na: " + "[" * n + "\n---\nword",
    "addresses unfinished": lambda n: "<word@" + "a-" * n + ">",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_every_word_is_kept(name: str) -> None:
    text = clean(HOSTILE[name](5_000))
    blocks = read_blocks(text, frontmatter.read(text)[1])

    said = "\n".join(block.text for block in blocks)
    assert said.count("word") == text.count("word")


@pytest.mark.parametrize("name", HOSTILE)
def test_work_grows_with_the_text_and_no_faster(name: str) -> None:
    small, large = (clean(HOSTILE[name](size)) for size in (200, 800))

    assert calls(lambda: read_blocks(large)) < 4.8 * calls(lambda: read_blocks(small)) + 20_000


@pytest.mark.parametrize("mark", ["> ", ">", "- ", "1. ", "*", "[", "![", "- > "])
def test_markdown_nested_ten_thousand_deep_is_read(mark: str) -> None:
    article = load(mark * 10_000 + "word", "x.md", "en")
    assert "word" in article.blocks[-1].text


def test_a_megabyte_in_one_line_is_one_paragraph() -> None:
    blocks = read_blocks("word " * 200_000)

    assert [block.kind for block in blocks] == ["paragraph"]
    assert len(blocks[0].runs) == 1


def test_front_matter_that_never_ends_or_grows_is_text() -> None:
    laughs = "a: &a [x, x]\n" + "".join(
        f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefghi", "bcdefghij", strict=False)
    )
    article = load(f"---\n{laughs}---\nword\n", "x.md", "en")
    assert article.blocks[-1].text == "word"

    article = load("---\ntitle: x\n" + "word\n" * 10_000, "x.md", "en")
    assert sum(block.text.count("word") for block in article.blocks) == 10_000
