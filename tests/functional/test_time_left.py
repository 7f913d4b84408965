"""How much time is left: true after a minute of listening, and the same wherever it is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import pytest

from content.library import Library
from content.model import Article, Position
from content.opening import open_article
from content.settings import USUAL, ScriptSettings
from tests.support.articles import article
from tests.support.studio import Studio, ToneVoice
from tui.commands import COMMANDS
from tui.ending import time_left, until
from tui.mixed import written
from tui.phrases import duration, short_duration
from tui.session import Session
from tui.whereabouts import greet, status, where
from voices.contract import Manner, Sink, Voice
from voices.espeak import EspeakVoice
from voices.measurements import Measurements
from voices.messages import Announce, Configure
from voices.pacing import Pacing

DATA = Path(__file__).parent / "data"
CORPORA = Path(__file__).parents[3] / "shared" / "corpora"
OWN = sorted((DATA / "pace").iterdir())
REAL = [
    path
    for path in (
        CORPORA / "pasted" / "health-library-article.txt",
        CORPORA / "health" / "diarrhoea.md",
        CORPORA / "web" / "001" / "source.html",
        CORPORA / "web" / "links-in-tables" / "source.html",
    )
    if path.exists()
]
LINES = ("# Title", "Some words that stand before.", "## One", *["Words of one. " * 40] * 5,
         "## Two", *["Some words of two. " * 40] * 10)  # fmt: skip


class Slow(ToneVoice):
    """Speaks half as fast as it is asked to, and says nothing of it."""

    def speak(self, text: str, language: str, manner: Manner, sink: Sink) -> None:
        super().speak(text, language, replace(manner, pace=manner.pace / 2), sink)


@dataclass(frozen=True, slots=True)
class Told:
    """What was told at a moment of listening."""

    moment: float
    section: int
    in_article: float
    in_section: float


class Listener:
    """Listens to an article in a studio, where time passes as fast as it can be made."""

    def __init__(
        self, folder: Path, made: Article, make: Callable[[str], Voice] | None = None,
        pace: int = 180, settings: ScriptSettings = USUAL,
    ) -> None:  # fmt: skip
        """Without ``make`` the embedded voice reads, at the true pace."""
        self.studio = Studio(make or (lambda _: EspeakVoice()))
        if make is None:
            self.studio.server.synthesis._pacing = Pacing(Measurements())
        self.session = Session(
            made, self.studio, Library(folder), Configure("espeak", pace), settings,
            clock=lambda: self.studio.seconds,
        )  # fmt: skip
        self.studio.listener = self.session.handle

    def tell(self) -> Told:
        time = self.session.time
        in_section = time.in_section()
        return Told(self.studio.seconds, self.session.section(), time.in_article(), in_section)

    def to_the_end(self) -> tuple[list[Told], dict[int, float], float]:
        """Return what was told every 10 s, when each section began, and when the end came."""
        begun: dict[int, float] = {}
        told = [self.tell()]
        self.session.narrator.play()
        while not self.session.narrator.ended:
            self.studio.play(0.25)
            begun.setdefault(self.session.section(), self.studio.seconds)
            if self.studio.seconds >= told[-1].moment + 10 and not self.session.narrator.ended:
                told.append(self.tell())
        return told, begun, self.studio.seconds


def run(session: Session, id: str) -> None:
    next(command for command in COMMANDS if command.id == id).run(session)


@pytest.mark.parametrize("path", [*OWN, *REAL], ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_after_a_minute_it_is_within_a_tenth(tmp_path: Path, path: Path) -> None:
    told, begun, end = Listener(tmp_path, open_article(str(path))).to_the_end()
    assert told[0].in_article == pytest.approx(end, rel=0.15), "before anything was heard"
    minute = [each for each in told if each.moment >= 60 and end - each.moment >= 45]
    assert minute
    for each in minute:
        assert each.in_article == pytest.approx(end - each.moment, rel=0.1)
        rest = begun.get(each.section + 1, end) - each.moment
        if rest >= 45:
            assert each.in_section == pytest.approx(rest, rel=0.1)


def test_a_voice_that_is_slower_than_it_says_is_noticed(tmp_path: Path) -> None:
    made = open_article(str(DATA / "pace" / "prose.txt"))
    told, _, end = Listener(tmp_path, made, lambda _: Slow()).to_the_end()
    assert told[0].in_article < 0.6 * end, "nothing tells before it is heard"
    for each in told:
        if each.moment >= 60 and end - each.moment >= 45:
            assert each.in_article == pytest.approx(end - each.moment, rel=0.1)


def test_pauses_and_announcements_in_between_are_no_slow_reading(tmp_path: Path) -> None:
    listener = Listener(tmp_path, article(*LINES))
    session, studio = listener.session, listener.studio
    session.narrator.play()
    for _ in range(6):
        studio.play(6)
        session.say("A long announcement about nothing that matters, said in between.")
        studio.play(6)
        session.change(lambda narrator: narrator.pause())
        studio.play(30)
        session.change(lambda narrator: narrator.play())
    told, moment = session.seconds_left(), studio.seconds
    while not session.narrator.ended:
        studio.play(0.5)
    assert told == pytest.approx(studio.seconds - moment, rel=0.1)


def test_the_pace_and_the_pauses_change_it_at_once(tmp_path: Path) -> None:
    session = Listener(tmp_path, article(*LINES)).session
    before = session.seconds_left()
    session.deliver("pace", 360)
    assert session.seconds_left() == pytest.approx(before / 2)
    session.deliver("pauses", 0)
    assert session.seconds_left() == pytest.approx(before / 2, rel=0.1), "the pace stays true"


def test_what_is_only_summed_up_takes_no_time(tmp_path: Path) -> None:
    code = "\n".join(["value = compute(value, other) + 1"] * 60)
    prose = "Some words of prose. " * 30
    text = f"# T\n\n{prose}\n\n```python\n{code}\n```\n\n{prose}"
    path = tmp_path / "code.md"
    path.write_text(text, encoding="utf-8")
    told, _, end = Listener(tmp_path, open_article(str(path))).to_the_end()
    assert told[0].in_article == pytest.approx(end, rel=0.1)


def test_every_place_tells_the_same(tmp_path: Path) -> None:
    listener = Listener(tmp_path, article(*LINES))
    session, studio = listener.session, listener.studio
    greet(session)
    session.change(lambda narrator: narrator.move_to(Position(9)))
    run(session, "time")
    now = datetime(2024, 3, 15, 12, 0)
    spoken = time_left(session, now)
    figure = spoken.partition(" left")[0].lower()
    assert f"{figure} left" in written(where(session)).lower()
    assert f"{figure} left" in status(session, 200)
    session.change(lambda narrator: narrator.move_to(Position(0)))
    studio.requests.clear()
    greet(session)
    greeted = [request.text for request in studio.requests if isinstance(request, Announce)]
    figure = greeted[-1].split(", ")[1].partition(" left")[0]
    assert figure in written(where(session)).lower()
    assert figure in time_left(session, now)


def test_section_article_and_the_time_of_day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    session = Listener(tmp_path, article(*LINES)).session
    now = datetime(2024, 3, 15, 17, 30)
    assert time_left(session, now) == (
        "Less than a minute left before the first section, 12 minutes in the article, until 17:42 "
        "if you read on now. 0 percent read."
    )
    session.change(lambda narrator: narrator.move_to(Position(4)))
    session.narrator.play()
    assert time_left(session, now) == (
        "2 minutes 50 seconds left in the section, 12 minutes in the article, until 17:41. "
        "5 percent read."
    )
    session.change(lambda narrator: narrator.move_to(Position(14)))
    last = "4 minutes 20 seconds left in the last section, until 17:34."
    assert time_left(session, now).startswith(last)
    run(session, "time")
    assert session.messages[-1].startswith(last.partition(",")[0])
    session.change(lambda narrator: narrator.move_to(Position(18, 9999)))
    assert time_left(session, now) == "Read to the end."


@pytest.mark.parametrize(
    ("seconds", "locale", "said"),
    [
        (720, "de_DE.UTF-8", "17:42"),
        (720, "", "17:42"),
        (720, "en_US.UTF-8", "5:42 PM"),
        (24 * 60 * 60, "en_GB", "17:30 tomorrow"),
        (7 * 60 * 60, "en_AU.UTF-8", "12:30 AM tomorrow"),
        (4 * 24 * 60 * 60, "C.UTF-8", "17:30, 4 days from now"),
    ],
)
def test_the_time_of_day_is_that_of_the_place(seconds: int, locale: str, said: str) -> None:
    assert until(datetime(2024, 1, 15, 17, 30), seconds, {"LANG": locale}) == said


@pytest.mark.parametrize(
    ("seconds", "said", "shown"),
    [
        (0, "less than a minute", "<1 min"),
        (44, "less than a minute", "<1 min"),
        (46, "45 seconds", "0:45 min"),
        (59, "1 minute", "1 min"),
        (66, "1 minute 5 seconds", "1:05 min"),
        (204, "3 minutes 20 seconds", "3:20 min"),
        (431, "7 minutes", "7 min"),
        (598, "10 minutes", "10 min"),
        (2290, "38 minutes", "38 min"),
        (3585, "1 hour", "1 h"),
        (3900, "1 hour 5 minutes", "1 h 5 min"),
        (7260, "2 hours 1 minute", "2 h 1 min"),
    ],
)
def test_a_time_is_told_as_finely_as_it_matters(seconds: float, said: str, shown: str) -> None:
    assert duration(seconds) == said
    assert short_duration(seconds) == shown
