"""How plain mode starts and ends: what an error of ours becomes."""

from __future__ import annotations

from pathlib import Path

import pytest

from content.errors import IntoneError
from content.library import Library
from tests.support.articles import article
from tui import reader, terminal
from tui.plain import PlainFrontEnd
from tui.plain_input import Arrivals
from tui.plain_speech import Outlet
from tui.session import Session
from voices.messages import Configure


def test_an_error_of_ours_is_a_sentence_and_is_written_down(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(_: PlainFrontEnd) -> int:
        raise ValueError("a mistake")

    monkeypatch.setenv("INTONE_STATE", str(tmp_path))
    monkeypatch.setattr(PlainFrontEnd, "run", breaks)
    monkeypatch.setattr(Arrivals, "take_signals", lambda _: None)
    monkeypatch.setattr(Arrivals, "read_lines", lambda _, __: None)
    monkeypatch.setattr(terminal, "keyboard", lambda _: -1)
    monkeypatch.setattr(reader.gc, "freeze", lambda: None)
    outlet = Outlet(speaking=False)
    session = Session(article("Text."), outlet, Library(tmp_path), Configure("espeak", 180))
    with pytest.raises(IntoneError, match="an error of its own; your place is kept"):
        reader._run_plain(session, outlet, "a.md", lambda *_: None)
    assert "a mistake" in (tmp_path / "fault.txt").read_text()
