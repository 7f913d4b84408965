"""Markdown articles and what a reader must find in them, as pairs of files.

``NAME.expected.json`` holds what is not empty: the title, the language, trust, sections, pages,
what was skipped, and of each block its fields, with the spans as the words they cover.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.markdown import load, read_blocks
from content.model import Block
from content.text import clean
from tests.support.described import described

DATA = Path(__file__).parent / "data" / "markdown"
CORPORA = Path(__file__).parents[3] / "shared" / "corpora"


def assert_placed(blocks: list[Block] | tuple[Block, ...], text: str) -> None:
    """Every run says the same in the block and in the source, and the runs are in order."""
    for block in blocks:
        end = 0
        for run in block.runs:
            assert run.text >= end
            end = run.text + run.length
            assert block.text[run.text : end] == text[run.source : run.source + run.length]
        assert end <= len(block.text)


@pytest.mark.parametrize("path", sorted(DATA.glob("*.md")), ids=lambda path: path.stem)
def test_article_reads_as_expected(path: Path) -> None:
    text = clean(path.read_text(encoding="utf-8"))
    article = load(text, path.name, language="" if text.startswith("---\ntitle") else "en")
    expected = json.loads(path.with_suffix(".expected.json").read_text(encoding="utf-8"))

    assert json.loads(json.dumps(described(article))) == {"pages": [], "skipped": [], **expected}
    assert_placed(article.blocks, text)


@pytest.mark.parametrize("path", sorted(DATA.glob("*.md")), ids=lambda path: path.stem)
def test_nothing_reaches_the_article_that_a_terminal_obeys(path: Path) -> None:
    article = load(clean(path.read_text(encoding="utf-8")), path.name, language="en")
    texts = [article.title, *(section.title for section in article.sections)]
    for block in article.blocks:
        texts += [block.text, block.label, block.language, *(span.target for span in block.spans)]

    assert [text for text in texts if clean(text) != text] == []


MARKUP = st.text(
    alphabet=st.sampled_from("ab é😀\n\t *_`~[]()<>!#-+=|\\&;:^>1.\"'{}/x"), max_size=120
)
PIECES = st.lists(
    st.sampled_from(
        [
            "> ", "- ", "1. ", "  ", "    ", "\t", "\n", "\n\n", "# ", "a|b\n-|-\nc|d\\|e\n", "`x`",
            "**b**", "[l](u)", "![i](u)", "[^n]", "[^n]: n\n", "^[in]", "&amp;", "&#27;", "\\*",
            "<b>h</b>", "<div>\n", "<p>x", "```\n", "word", " ", "é", "[ ] ", ": d\n", "<http://a.b>",
            "$x^2$", "$$", "\\(a\\)", "==m==", "~2~", "> [!NOTE]\n", "::: tip\n", ":::\n",
            "<table>", "<tr>", "<td>", "</table>", "<i lang=fr>", "</i>", "<p hidden>", "<caption>",
        ]
    ),
    max_size=40,
).map("".join)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.one_of(MARKUP, PIECES))
def test_runs_are_exact_for_any_text(text: str) -> None:
    text = clean(text)
    blocks = read_blocks(text)

    assert_placed(blocks, text)
    for block in blocks:
        assert all(0 <= span.start < span.end <= len(block.text) for span in block.spans)
        assert clean(block.text) == block.text


@pytest.mark.skipif(not CORPORA.is_dir(), reason="the corpora are not beside the repository")
def test_real_articles_have_their_headings_and_places() -> None:
    paths = sorted((CORPORA / "health").glob("*.md"))
    for path in paths:
        text = clean(path.read_text(encoding="utf-8"))
        blocks = read_blocks(text)
        headings = [[f"h{block.level}", block.text] for block in blocks if block.kind == "heading"]

        assert headings == json.loads(path.with_suffix(".headings.json").read_text())
        assert_placed(blocks, text)
        placed = sum(run.length for block in blocks for run in block.runs)
        assert placed > 0.95 * sum(len(block.text) for block in blocks)
