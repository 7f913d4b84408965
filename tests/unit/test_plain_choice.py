"""Which front end is wanted."""

from __future__ import annotations

import pytest

from tui.plain_choice import VARIABLE, terminal_is_dumb, wanted


@pytest.mark.parametrize(("option", "value", "expected"), [
    (None, None, None), (None, "", None), (None, "1", True), (None, "yes", True),
    (None, "0", False),
    (None, "off", False), (True, "0", True), (False, "1", False), (True, None, True),
])  # fmt: skip
def test_the_option_goes_before_the_variable(
    option: bool | None, value: str | None, expected: bool | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    if value is not None:
        monkeypatch.setenv(VARIABLE, value)
    assert wanted(option) is expected


@pytest.mark.parametrize(("term", "dumb"), [("dumb", True), ("", True), ("xterm", False)])
def test_a_terminal_that_has_no_cursor(
    term: str, dumb: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", term)
    assert terminal_is_dumb() is dumb
