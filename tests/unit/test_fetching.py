"""How far a page has come is told in sentences, and seldom."""

from __future__ import annotations

from tui.sources import Fetching


def test_progress_is_told_after_a_while_and_then_every_five_seconds() -> None:
    clock = 0.0
    said: list[str] = []
    fetching = Fetching(said.append, lambda: clock)
    for step in range(140):
        clock = step / 10
        fetching(step * 10, 1400)
    assert said == ["Fetching, 21 percent.", "Fetching, 57 percent.", "Fetching, 92 percent."]


def test_without_a_known_size_megabytes_are_told() -> None:
    clock = 0.0
    said: list[str] = []
    fetching = Fetching(said.append, lambda: clock)
    clock = 9.0
    fetching(2_500_000, None)
    assert said == ["Fetching, 2.5 megabytes so far."]
