"""Pronunciation lexicons: read, written, and hostile."""

from __future__ import annotations

import time
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.errors import IntoneError
from content.model import Pronunciation
from content.pls import read_pls, write_pls
from tests.fuzz.targets import pls

HEAD = (
    '<lexicon version="1.0" alphabet="ipa" xml:lang="en-GB" '
    'xmlns="http://www.w3.org/2005/01/pronunciation-lexicon">'
)


def read(inside: str, head: str = HEAD) -> tuple[list[tuple[str, str, str, str]], list[str]]:
    told: list[str] = []
    entries = read_pls(f"{head}{inside}</lexicon>".encode(), "words.pls", told.append)
    return [(e.written, e.spoken, e.alphabet, e.language) for e in entries], told


def test_phonemes_and_aliases_are_read_for_every_grapheme() -> None:
    found, told = read(
        "<lexeme><grapheme>judgment</grapheme><grapheme> judge\nment </grapheme>"
        "<phoneme>ˈdʒʌdʒmənt</phoneme></lexeme>"
        "<lexeme><grapheme>W3C</grapheme><alias>World Wide Web Consortium</alias></lexeme>"
        '<lexeme><grapheme>bath</grapheme><phoneme alphabet="x-sampa">bA:T</phoneme></lexeme>'
    )
    assert found == [
        ("judgment", "ˈdʒʌdʒmənt", "ipa", "en-GB"),
        ("judge ment", "ˈdʒʌdʒmənt", "ipa", "en-GB"),
        ("W3C", "World Wide Web Consortium", "", "en-GB"),
        ("bath", "bA:T", "x-sampa", "en-GB"),
    ]
    assert not told


def test_the_preferred_way_is_taken_else_the_first_that_can_be() -> None:
    found, told = read(
        "<lexeme><grapheme>a</grapheme><phoneme>ɑ</phoneme>"
        '<phoneme prefer="true">eɪ</phoneme></lexeme>'
        '<lexeme><grapheme>b</grapheme><phoneme alphabet="x-cmu">B IY</phoneme>'
        "<alias>bee</alias></lexeme>"
    )
    assert found == [("a", "eɪ", "ipa", "en-GB"), ("b", "bee", "", "en-GB")]
    assert not told


@pytest.mark.parametrize(
    ("inside", "sentence"),
    [
        ("<lexeme><grapheme>a</grapheme><phoneme>hello!</phoneme></lexeme>",
         "hello!, which a is to be said as, is not IPA; correct it, or give it as text."),
        ("<lexeme><grapheme>a</grapheme><phoneme> </phoneme></lexeme>",
         "It is missing how a is to be said; give words or phonemes."),
        ("<lexeme><grapheme>a</grapheme></lexeme>",
         "An entry for a was left out, as it lacks what is written or how it is said."),
        ("<lexeme><phoneme>a</phoneme></lexeme>",
         "An entry without a grapheme was left out, as it lacks what is written or how it is "
         "said."),
        (f"<lexeme><grapheme>{'a' * 201}</grapheme><alias>b</alias></lexeme>",
         f"{'a' * 60}… is longer than 200 characters; give a shorter phrase."),
        ('<lexeme><grapheme>a</grapheme><phoneme alphabet="x-cmu">AH</phoneme></lexeme>',
         "The phonemes of a are in an alphabet that Intone does not know, x-cmu; give them in "
         "IPA or X-SAMPA."),
        ("<lexeme><grapheme>&#xAD;</grapheme><alias>b</alias></lexeme>",
         "The word to be said otherwise is empty; give at least one letter."),
    ],
)  # fmt: skip
def test_a_bad_entry_is_told_in_a_sentence_and_the_others_hold(inside: str, sentence: str) -> None:
    found, told = read(inside + "<lexeme><grapheme>c</grapheme><alias>see</alias></lexeme>")
    assert told == [sentence]
    assert [written for written, *_ in found] == ["c"]


def test_the_capitals_of_a_word_that_has_some_count() -> None:
    entries = read_pls(
        f"{HEAD}<lexeme><grapheme>WHO</grapheme><grapheme>Polish</grapheme>"
        "<grapheme>flu</grapheme><alias>x</alias></lexeme></lexicon>".encode(),
        "words.pls",
    )
    assert [entry.case for entry in entries] == [True, True, False]


def test_what_is_written_is_read_again_as_it_was() -> None:
    entries = tuple(
        Pronunciation(written, spoken, alphabet, language, whole, case)
        for written, spoken, alphabet in (
            ("nausea", "ˈnɔːziə", "ipa"), ("WHO", "who & <that>", ""), ("x", "n'O:", "x-sampa"),
        )
        for language in ("", "en", "fr-CA")
        for whole in (True, False)
        for case in (True, False)
    )  # fmt: skip
    assert read_pls(write_pls(entries, "en"), "again.pls") == entries


@pytest.mark.parametrize(
    "data",
    [
        b"", b"\0\0\0", b"not xml", b"<lexicon>", b"<html/>", b"\xff\xfe<", b"<a>" * 100_000,
        b'<?xml version="1.0" encoding="nonsense"?><lexicon/>',
    ],
)  # fmt: skip
def test_what_is_no_lexicon_is_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(IntoneError, match=r"^words\.pls is not a pronunciation lexicon.*\.$"):
        read_pls(data, "words.pls")


def test_entities_are_not_expanded_and_files_not_read() -> None:
    bomb = "".join(
        f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(12)
    )  # fmt: skip
    document = (
        f'<!DOCTYPE lexicon [<!ENTITY e0 "ha"><!ENTITY f SYSTEM "file:///etc/passwd">{bomb}]>'
        f"{HEAD}<lexeme><grapheme>a</grapheme><alias>&e12;</alias></lexeme>"
        "<lexeme><grapheme>b</grapheme><alias>&f;</alias></lexeme>"
        "<lexeme><grapheme>c</grapheme><alias>see</alias></lexeme></lexicon>"
    )
    started = time.monotonic()
    try:
        entries = read_pls(document.encode(), "words.pls")
    except IntoneError:
        entries = ()
    assert time.monotonic() - started < 5
    assert all(len(entry.spoken) < 10 for entry in entries)
    assert "root" not in repr(entries)


def test_controls_of_the_terminal_are_taken_out() -> None:
    found, _ = read("<lexeme><grapheme>a\u202eb\u009b31m</grapheme><alias>c\u009d</alias></lexeme>")
    assert found == [("ab", "c", "", "en-GB")]


@given(st.integers(0, 2**32))
@settings(max_examples=100)
def test_nothing_that_nobody_would_write_breaks_it(seed: int) -> None:
    pls.check(pls.generate(Random(seed)))


def test_what_xml_cannot_hold_is_left_out_of_a_file() -> None:
    said = Pronunciation("a\uffffb", "c\ufffe")
    (again,) = read_pls(write_pls([said], ""), "again.pls")
    assert (again.written, again.spoken) == ("ab", "c")
