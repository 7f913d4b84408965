"""docs/accessibility.md has every requirement once, with tests that exist or what is missing."""

from __future__ import annotations

import re

import pytest

from tests.support.promised import ROOT, missing, named_tests, rows, text_of
from tui.all_settings import SETTINGS
from tui.commands import COMMANDS

PAGE = ROOT / "docs" / "accessibility.md"
PROMISES = [f"{number}." for number in range(1, 23)]
UAAG = ["1.6.1", "1.6.2", "1.6.3", "1.6.4", "1.6.5", "1.8.4", "1.9.1", "1.10.1",
        *(f"2.1.{number}" for number in range(1, 7))]  # fmt: skip
LEVEL_A = """1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2
2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7
4.1.2""".split()
LEVEL_AA = """1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6
2.4.7 2.4.11 2.5.7 2.5.8 3.1.2 3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3""".split()
PARTS = {
    "Our own promises": ("Promise", PROMISES),
    "UAAG 2.0": ("UAAG", UAAG),
    "WCAG 2.2": ("WCAG", [*LEVEL_A, *LEVEL_AA]),
}
_MISSED = re.compile(r"^- (Promise|UAAG|WCAG) ([\d.]+)", re.MULTILINE)
_LOOKS = re.compile(
    r"\b(red|green|blue|grey|icon|corner|(?:on|at) the (?:left|right|top|bottom)|"
    r"(?:left|right|upper|lower) (?:pane|side|half))\b"
)


@pytest.mark.parametrize("part", PARTS)
def test_every_requirement_is_there_once(part: str) -> None:
    assert [row[0].split()[0] for row in rows(PAGE, part)] == PARTS[part][1]


def test_the_levels_are_those_of_the_criteria() -> None:
    assert (len(LEVEL_A), len(LEVEL_AA)) == (31, 24)
    for row in rows(PAGE, "WCAG 2.2"):
        assert row[0].endswith("(A)" if row[0].split()[0] in LEVEL_A else "(AA)"), row[0]


@pytest.mark.parametrize("part", PARTS)
def test_every_requirement_has_tests_unless_it_does_not_apply(part: str) -> None:
    for row in rows(PAGE, part):
        assert len(row) == 3, row
        applies = not row[1].startswith("Does not apply: ")
        if applies or row[-1]:
            assert named_tests(row[-1]), row[0]
            assert len(named_tests(row[-1])) == len(row[-1].split(",")), row[-1]
    assert missing(PAGE) == []


def test_what_is_missing_is_gathered_at_the_end() -> None:
    partly = [
        (name, row[0].split()[0].rstrip("."))
        for part, (name, _) in PARTS.items()
        for row in rows(PAGE, part)
        if row[1].startswith(("Partly", "Not met"))
    ]
    told = _MISSED.findall(text_of(PAGE, "What is not met"))
    assert sorted((name, number.rstrip(".")) for name, number in told) == sorted(partly)


def test_nothing_is_named_by_its_looks() -> None:
    sentences = [command.description for command in COMMANDS]
    sentences += [setting.help for setting in SETTINGS.values()]
    assert len(sentences) > 100
    assert [sentence for sentence in sentences if _LOOKS.search(sentence)] == []
