"""Dates and ages in words."""

from __future__ import annotations

from datetime import date

import pytest

from content.moments import ago, distance, in_words, is_ahead, is_past, moment

TODAY = date(2024, 3, 15)


@pytest.mark.parametrize(
    ("iso", "said"),
    [
        ("2021-11-26", "26 November 2021"),
        ("2021-11-26T10:30:00Z", "26 November 2021"),
        ("2021-11", "November 2021"),
        ("2021", "2021"),
        ("2021-13-40", "2021-13-40"),
        ("3 hours ago", "3 hours ago"),
        ("", ""),
    ],
)
def test_a_date_is_said_in_words_and_anything_else_as_it_stands(iso: str, said: str) -> None:
    assert in_words(iso) == said


@pytest.mark.parametrize(
    ("iso", "said"),
    [
        ("2024-03-15", "today"),
        ("2024-03-14", "yesterday"),
        ("2024-03-01", "14 days ago"),
        ("2024-02-20", "3 weeks ago"),
        ("2024-01-20", "7 weeks ago"),
        ("2024-01-15", "2 months ago"),
        ("2023-03-16", "11 months ago"),
        ("2023-03-15", "1 year ago"),
        ("2021-12-15", "2 years 3 months ago"),
        ("2021-12-16", "2 years 2 months ago"),
        ("2013-01-01", "11 years ago"),
        ("2024-03", "this month"),
        ("2024-02", "1 month ago"),
        ("2024", "this year"),
        ("2020", "4 years ago"),
        ("2024-03-16", ""),
        ("2025", ""),
    ],
)
def test_an_age_is_as_fine_as_the_date_allows(iso: str, said: str) -> None:
    when = moment(iso)
    assert when is not None
    assert ago(when, TODAY) == said


@pytest.mark.parametrize(
    ("iso", "off", "past", "ahead"),
    [
        ("2023-10-15", "5 months", True, False),
        ("2024-06-20", "3 months", False, True),
        ("2024-06-10", "2 months", False, True),
        ("2024-03-31", "2 weeks", False, True),
        ("2024-03", "", False, False),
        ("2023", "1 year", True, False),
        ("2025-03", "1 year", False, True),
        ("2020-02-29", "4 years", True, False),
    ],
)
def test_how_far_off_and_on_which_side(iso: str, off: str, past: bool, ahead: bool) -> None:
    when = moment(iso)
    assert when is not None
    assert distance(when, TODAY) == off
    assert (is_past(when, TODAY), is_ahead(when, TODAY)) == (past, ahead)


@pytest.mark.parametrize("iso", ["0000-01-01", "2021-1-1", "12021", "²⁰²¹", "2023-02-29", ""])
def test_what_is_no_date(iso: str) -> None:
    assert moment(iso) is None
