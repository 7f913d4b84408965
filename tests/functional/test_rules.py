"""What the rules make of what is written; the examples are in ``data/rules``."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from content.pieces import keep_safe, make_pieces
from content.rules import RULES, find_changes, say
from content.settings import USUAL, ScriptSettings

DATA = Path(__file__).parent / "data" / "rules"

LANGUAGES = ("en", "en-GB", "en-US", "de", "fr", "es-MX", "ar", "zh-Hans")

# What is written about health, in pieces that rules look for, put together at random.
FRAGMENTS = st.lists(
    st.sampled_from(
        [
            *"[]()–-/.,:;'\"<>~≥±½°$£%#@😂🇫\u200b\u200d\u00ad\n\t\x01 ",
            *("20", "1980", "2021-11-26", "5.5", "1/2", "120/80", "mg", "mL", "IUD", "STIs", "MD"),
            *("Dr.", "St.", "e.g.", "etc.", "No.", "www.", "nhs.uk", "https://", "Henry", "VIII"),
            *("3. Mai", "8h30", "1er", "1.º", "z. B.", "17.02.2020", " €", "XIVe siècle", "[3–5]"),
            *("(Bell, 2019)", "¹²", "†", "※", "→", "&", "1 500", "2,5", "l", "h", "1"),
            *("Jan", "May", "5pm", "a.m.", "x", "word", "CAPITALS", "[[", "é", "日本"),
        ]
    ),
    max_size=30,
).map("".join)


def _examples() -> list[tuple[str, str, str, str, str]]:
    rows = []
    for path in sorted(DATA.glob("*.tsv")):
        # Not splitlines: a line separator may be what is tested.
        for line in path.read_text("utf-8").split("\n"):
            if line and not line.startswith("#"):
                written, spoken, rules, language = line.split("\t")
                rows.append((path.stem, written, spoken, rules, language))
    return rows


@pytest.mark.parametrize(("subject", "written", "spoken", "rules", "language"), _examples())
def test_is_said_as_the_example_says(
    subject: str, written: str, spoken: str, rules: str, language: str
) -> None:
    fired = [rule for _, rule in find_changes(written, language)]

    assert spoken == say(written, language), subject
    assert (rules.split(",") if rules else []) == list(dict.fromkeys(fired))


def test_every_rule_has_an_example() -> None:
    shown = {rule for *_, rules, _ in _examples() for rule in rules.split(",")}

    # The separators are only those of a trust line; see test_settings.py for the punctuation.
    assert {rule.name for rule in RULES} - shown == {"separator", "punctuation"}


def test_a_separator_is_a_pause_in_a_trust_line_only() -> None:
    line = "By Ana Ruiz | Updated today — Checked"

    assert say(line, "en", "trust") == "By Ana Ruiz, Updated today, Checked"
    assert say(line, "en") == line


def test_code_is_said_as_it_is_written() -> None:
    assert say("x < 5 mg vs. IUD", "en", "code") == "x < 5 mg vs. IUD"


@given(FRAGMENTS | st.text(max_size=80), st.sampled_from(LANGUAGES))
@example("[\u200b[", "en")
@example("[\x01[", "de")
@example("😂[\ufe0f[", "en")
def test_no_voice_is_given_commands(text: str, language: str) -> None:
    said = "".join(
        piece.spoken for piece in keep_safe(make_pieces(text, 0, len(text), language, "paragraph"))
    )

    assert "[[" not in said
    assert not re.search("[\x00-\x1f\x7f-\x9f]", said)


@given(FRAGMENTS | st.text(max_size=80), st.sampled_from(LANGUAGES))
def test_changes_stand_apart_and_in_order(text: str, language: str) -> None:
    at = 0
    for (start, end, _), _ in find_changes(text, language):
        assert at <= start < end <= len(text)
        at = end


@given(
    st.integers(0, 10**6),
    st.sampled_from(
        ["{} mg", "{}–{} percent", "{}%", "about {} people", "~{}", "No. {}", "≥{} kg"]
    ),
)
def test_no_digit_is_lost(number: int, frame: str) -> None:
    written = frame.format(number, number + 1)

    assert re.findall(r"\d", say(written, "en")) == re.findall(r"\d", written)


@pytest.mark.parametrize("kind", ["paragraph", "trust"])
@pytest.mark.parametrize(
    "text",
    [
        "x" + " " * 50_000 + "|x",
        *("\u200d" * 50_000, "1" * 50_000, "a@" * 25_000, "A" * 50_000, "1-2" * 15_000),
        *("http://" * 7_000, "[\u200b" * 25_000, "+1-" * 15_000, "a." * 25_000),
        *("1 000 " * 10_000, "3 Elm " * 10_000, "1+2=" * 15_000, "1800-A-" * 9_000, "10^" * 20_000),
        *("$1-" * 20_000, "1:1:" * 20_000, "Mon-" * 15_000, "₂" * 50_000, "1 Main St. " * 6_000),
        *(", MD " * 15_000, "Jan 1-" * 10_000, "q1h " * 15_000, "text a to 12345 " * 4_000),
    ],
)
def test_hostile_text_ends(text: str, kind: str) -> None:
    # Whatever is quadratic in these takes minutes.
    at = 0
    for (start, end, _), _ in find_changes(text, "en", kind):
        assert at <= start < end <= len(text)
        at = end


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
@pytest.mark.parametrize(
    "text",
    [
        *("1 000 " * 10_000, "1.000" * 12_000, "1,5-" * 15_000, "(" * 50_000, "(Bell " * 10_000),
        *("[1," * 15_000, "¹" * 50_000, "+49 3 " * 10_000, "z. " * 20_000, "1/2" * 15_000),
        *("& " * 25_000, "(Bell, 2019; " * 5_000, "am 3. " * 10_000, "1 mg/" * 12_000),
    ],
)
def test_hostile_text_ends_in_every_language(text: str, language: str) -> None:
    chosen = ScriptSettings(punctuation="all", numbers="digits", symbols="name")
    for settings in (USUAL, chosen):
        for (start, end, _), _ in find_changes(text, language, settings=settings):
            assert start < end
