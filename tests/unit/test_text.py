"""The one constructor for foreign text leaves nothing that a terminal would obey."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.text import clean, clean_line


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x9b2Jx", "x"),
        ("a\x1b]0;owned\x07b", "ab"),
        ("a\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\", "alink"),
        ("a\x1b]0;never ends\nnext", "a]0;never ends\nnext"),
        ("\x1b(Bz", "z"),
        ("\x1bHello", "Hello"),
        ("\x1b\x1b[31m[31mq", "[31mq"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("\u202eevil\u202c \u2066x\u2069 \U000e0041", "evil x "),
        ("tab\tand\nline stay", "tab\tand\nline stay"),
        ("naïve Straße 日本 😂 \u200d", "naïve Straße 日本 😂 \u200d"),
    ],
)
def test_what_is_taken_out(raw: str, cleaned: str) -> None:
    assert clean(raw) == cleaned


CONTROLS = {*range(0x09), *range(0x0B, 0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F)}


@given(st.text(st.characters() | st.sampled_from("\x1b[]0;31m\x07\x9b\x9d\\")))
def test_nothing_is_left_that_a_terminal_obeys(text: str) -> None:
    cleaned = clean(text)
    assert not {ord(character) for character in cleaned} & CONTROLS
    assert clean(cleaned) == cleaned


@given(st.text())
def test_words_stay(text: str) -> None:
    kept = [character for character in text if character.isalnum()]
    if "\x1b" not in text and not any("\x80" <= character < "\xa0" for character in text):
        assert kept == [character for character in clean(text) if character.isalnum()]


def test_a_line_is_one_line() -> None:
    assert clean_line("  a\n b\x1b[1m\tc ") == "a b c"
