"""The exact words that are heard in each scenario of ``data/spoken``.

A new one is a file with a first line and some steps, and nothing else. With INTONE_SPOKEN=write
in the environment, what comes of the steps is written into every file, to be looked through.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.support.spoken import played, scenario
from voices import listing
from voices.contract import VoiceInfo
from voices.listing import DeviceInfo

FOLDER = Path(__file__).parent / "data" / "spoken"
FILES = sorted(FOLDER.glob("*.txt"))
VOICES = [
    VoiceInfo("espeak:en-gb", "English (Great Britain)", ("en-gb",)),
    VoiceInfo("espeak:fr-fr", "French (France)", ("fr-fr",)),
    VoiceInfo("piper", "Joe", ("en-US",)),
]


@pytest.fixture(autouse=True)
def found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "find_voices", lambda: (VOICES, []))
    devices = [DeviceInfo("Speakers", True), DeviceInfo("Headphones", False)]
    monkeypatch.setattr(listing, "find_devices", lambda: devices)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
async def test_what_is_heard(path: Path, tmp_path: Path) -> None:
    told = path.read_text(encoding="utf-8")
    heard = await played(scenario(told), FOLDER, tmp_path)
    if os.environ.get("INTONE_SPOKEN") == "write":
        path.write_text(heard, encoding="utf-8")
        pytest.skip("written anew; look it through")
    assert heard == told


def test_there_are_twenty_scenarios() -> None:
    assert len(FILES) >= 20
