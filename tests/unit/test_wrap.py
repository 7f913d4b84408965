"""Breaking blocks into screen lines loses nothing and stays inside the width."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from content.model import Block
from tui.row_list import _broken
from tui.wrap import wrap

KINDS = st.sampled_from(["paragraph", "heading", "item", "quote", "code", "note", "figure"])
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "M"]) | st.just("\n"))


@given(KINDS, TEXTS, st.integers(8, 90))
def test_no_character_is_lost(kind: str, text: str, width: int) -> None:
    block = Block(kind, text, level=1)  # type: ignore[arg-type]
    lines = wrap(block, 0, width)
    shown = "".join(text[line.start : line.end] for line in lines)
    assert "".join(shown.split()) == "".join(text.split())
    assert [line.start for line in lines] == sorted(line.start for line in lines)


@given(TEXTS, st.integers(8, 90))
def test_no_line_is_too_wide(text: str, width: int) -> None:
    for line in wrap(Block("paragraph", text), 0, width):
        assert cell_len(line.prefix + text[line.start : line.end].strip()) <= width


def test_words_stay_whole_where_they_fit() -> None:
    block = Block("item", "one two three four", level=2)
    shown = [line.prefix + block.text[line.start : line.end].strip() for line in wrap(block, 0, 12)]
    assert shown == ["  - one two", "    three", "    four"]


@given(st.text(st.characters(codec="ascii", exclude_categories=["C"])), st.integers(8, 60))
def test_rows_lose_nothing(text: str, width: int) -> None:
    lines = _broken(text, True, width)
    assert lines[0].startswith(">")
    assert "".join("".join(lines)[1:].split()) == "".join(text.split())
    assert all(cell_len(line) <= width for line in lines)


@pytest.mark.parametrize(
    ("block", "prefix"),
    [
        (Block("item", "x", level=1, number=3), "3. "),
        (Block("item", "x", level=1, checked=True), "[x] "),
        (Block("item", "x", level=1, checked=False), "[ ] "),
        (Block("note", "x", label="1"), "Note 1: "),
        (Block("rule", ""), "* * *"),
    ],
)
def test_marks_of_blocks(block: Block, prefix: str) -> None:
    assert wrap(block, 0, 40)[0].prefix == prefix
