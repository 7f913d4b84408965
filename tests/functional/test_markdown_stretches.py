"""Markdown read in stretches, and by the short ways, gives what the parser gives of the whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from content.blocks import Walker
from content.markdown import read_blocks
from content.model import Block
from content.text import clean
from content.tokens import parser

DATA = Path(__file__).parent / "data" / "markdown"
CORPORA = Path(__file__).parents[3] / "shared" / "corpora"

LINES = st.lists(
    st.sampled_from(
        [
            *("Plain words.", "two words", "*em* and **strong**.", "a *b c* d", "`code` x", "(a)"),
            *("[link](http://a.b/c_d)", "see [ref]", "see [^n] and ^[in *note*]", "[Ref]: /url"),
            *("[^n]: the note", "    indented", "  two", "- item", "- *item* two", "1. one"),
            *("* star", "+ plus", "- [ ] task", "- [x](y)", "-", "***", "---", "===", "# Title"),
            *("## Sub *em* ##", "# A {#id}", "#hash", "> quote", "> - in", "```", "~~~", "``` py"),
            *("<div>", "</div>", "<!-- c", "-->", "<pre>", "</pre>", "<script>", "</script>"),
            *("<b>x", "2) x", "::: note", ":::", "!!! tip", "> [!NOTE]", "==m== H~2~O x^2^"),
            *("a | b", "- | -", "|--|--|", "| c | d |", ": def", "~ def", "*[AB]: short", "é“x”"),
            *("~~x~~", "snake_case and _em_", "a**b**c", "**a *b* c**", "a\\*b", "&amp; & x"),
            *("p < 5 and <http://a.b>", "$5 and $6", "$x^2$", "$$", "+ y$$", "\\(x\\)", "![i](u)"),
            *("a  b", ":::"),
            *("x  ", "x \\", "5 mg", "5. no", "1999", "(\"q\")", "[a](b) *c", "*c.* d", "**"),
            *("", "", "", "", " ", "\t", "\ttab", "- a\tb", "\u00a0", "\u3000x"),
        ]
    ),
    max_size=24,
).map("\n".join)  # fmt: skip
INLINE = st.text(st.sampled_from("ab .,\n*_`[]()<&!$\\~^“”é1"), min_size=1, max_size=40)


def read_whole(text: str) -> list[Block]:
    """Return the blocks of Markdown that is parsed in one go."""
    md = parser()
    env: dict[str, object] = {}
    tokens = md.parse(text, env)
    walker = Walker(text, md, env)
    walker.walk(tokens, 0)
    return walker.blocks()


@settings(max_examples=400, deadline=None)
@given(LINES)
@example("```\n\nWords\n\n```\n\nMore")
@example("- ```\n\nWords\n\n```\n\nMore")
@example("<!--\n\nWords\n\n-->\n\n# More")
@example("see [ref]\n\n```\n\n[ref]: /url\n\nWords\n```")
@example("one[^n] ^[in]\n\n[^n]: the note\n\nWords [^n] ^[in]")
def test_stretches_make_the_blocks_of_the_whole(text: str) -> None:
    text = clean(text)
    assert read_blocks(text) == read_whole(text)


@settings(max_examples=400, deadline=None)
@given(INLINE)
def test_the_short_way_through_inline_markup_says_the_same(text: str) -> None:
    text = clean("word " + text)
    assert read_blocks(text) == read_whole(text)


@pytest.mark.parametrize("path", sorted(DATA.glob("*.md")), ids=lambda path: path.stem)
def test_examples_are_the_same_in_stretches(path: Path) -> None:
    text = clean(path.read_text(encoding="utf-8"))
    assert read_blocks(text) == read_whole(text)


@pytest.mark.skipif(not CORPORA.is_dir(), reason="the corpora are not beside the repository")
def test_real_articles_are_the_same_in_stretches() -> None:
    for path in sorted((CORPORA / "health").glob("*.md")):
        text = clean(path.read_text(encoding="utf-8"))
        assert read_blocks(text) == read_whole(text), path.name
