"""The process that lists voices and devices."""

from __future__ import annotations

import threading

import pytest

from content.errors import IntoneError
from tests.support.terminal import SILENT
from voices import listing
from voices.listing import find_devices, find_voices
from voices.spawn import Child


def test_voices_come_with_all_that_is_known_of_them() -> None:
    voices, _ = find_voices()
    (english,) = [voice for voice in voices if voice.id == "espeak:en-gb"]
    assert english.name == "English (Great Britain)"
    assert english.languages == ("en-gb",)


def test_there_may_be_no_device(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in SILENT.items():
        monkeypatch.setenv(name, value)
    assert find_devices() == []


def test_a_process_that_dies_is_told_of_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "Child", lambda _: Child("voices.no_such_module"))
    with pytest.raises(IntoneError, match="can't be listed; run intone doctor"):
        find_voices()


class Hanging:
    """A process that answers nothing until it is ended."""

    def __init__(self, _: str) -> None:
        self._ended = threading.Event()
        self.answers = self

    def send(self, line: bytes) -> None: ...

    def read(self) -> bytes:
        assert self._ended.wait(10), "it was waited for"
        return b""

    def end(self) -> None:
        self._ended.set()


def test_a_process_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "_PATIENCE", 0.01)
    monkeypatch.setattr(listing, "Child", Hanging)
    with pytest.raises(IntoneError, match="can't be listed"):
        find_voices()
