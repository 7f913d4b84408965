"""The pace is true: whole articles last as long as their words at the pace that was asked."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from content.density import density_of
from content.model import Article
from content.opening import open_article
from content.progress import Progress
from content.script import Script
from voices.contract import PLAYER_RATE
from voices.espeak import EspeakVoice
from voices.export import speech
from voices.measurements import Measurements
from voices.messages import Configure
from voices.pacing import Pacing

DATA = Path(__file__).parent / "data" / "pace"
OWN = sorted(DATA.iterdir())
CORPORA = Path(__file__).parents[3] / "shared" / "corpora"
OTHERS = [
    path
    for folder, pattern in (("health", "*.md"), ("pasted", "*.txt"))
    for path in sorted((CORPORA / folder).glob(pattern))
    if len(path.read_text(encoding="utf-8").split()) > 520
]
PACES = [60, 90, 180, 300, 450, 700, 900]


@cache
def opened(path: Path) -> tuple[Article, Script]:
    article = open_article(str(path))
    return article, Script(article)


def heard_pace(path: Path, pace: int, pauses: int = 100) -> float:
    """Return the words a minute from the first sound to the last."""
    article, script = opened(path)
    density = density_of(script)
    voice = EspeakVoice()
    pacing = Pacing(Measurements())
    pacing.name(voice, "espeak")
    wanted = Configure(
        "espeak",
        pace,
        pauses=pauses,
        units_per_word=density.units_per_word,
        pause_ms_per_word=density.pause_ms_per_word,
    )
    parts = [samples for _, samples in speech(script, lambda _: voice, pacing, wanted)]
    samples = b"".join(parts).rstrip(b"\0")
    return Progress(article).words * 60 / (len(samples) / 2 / PLAYER_RATE)


@pytest.mark.parametrize("pace", PACES)
@pytest.mark.parametrize("path", OWN, ids=lambda path: path.stem)
def test_an_article_is_read_at_the_pace_that_was_asked(path: Path, pace: int) -> None:
    assert Progress(opened(path)[0]).words >= 500
    assert heard_pace(path, pace) == pytest.approx(pace, rel=0.05)


@pytest.mark.parametrize("path", OTHERS, ids=lambda path: path.stem)
def test_real_articles_are_read_at_the_pace_that_was_asked(path: Path) -> None:
    if Progress(opened(path)[0]).words < 500:
        pytest.skip("it is shorter than what the pace is promised for")
    for pace in (90, 300, 700):
        assert heard_pace(path, pace) == pytest.approx(pace, rel=0.05)


@pytest.mark.skipif(not OTHERS, reason="the corpora are not here")
def test_there_are_real_articles() -> None:
    assert len(OTHERS) > 2


@pytest.mark.parametrize("pauses", [0, 50, 150])
def test_the_pace_is_true_whatever_the_pauses(pauses: int) -> None:
    assert heard_pace(DATA / "prose.txt", 200, pauses) == pytest.approx(200, rel=0.05)
