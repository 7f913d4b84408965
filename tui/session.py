"""A Session: an open article with its narrator and its place. Front ends only steer it."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from content import moves
from content.dictionary import dictionary_for
from content.landmarks import Landmarks
from content.library import Library
from content.library_traces import traces_of
from content.model import Article, Position
from content.progress import Progress
from content.script import Script
from content.settings import USUAL, ScriptSettings
from content.signals import AT_THE_END
from content.table_grid import Spot
from tui.announcer import Announcer
from tui.delivery import Settings, keep
from tui.ends import FrontEnd, Speech
from tui.entries import EntryList, entries_of
from tui.gaps import GapCount
from tui.keeping import Keeping
from tui.place_keeping import PlaceKeeping
from tui.preference import preferred
from tui.speech_level import SPEECH
from tui.time_left import TimeLeft
from tui.trail import Trail
from voices.messages import Configure, Event, Gaps, Lost, Priority, Problem, Request
from voices.narrator import Narrator
from voices.scope import Scope

if TYPE_CHECKING:
    from tui.finding import Finding
    from tui.first_start import FirstStart
    from tui.keymap import Keymap
    from tui.note_trip import NoteTrip

_ENDS = {"section": "End of the section.", "block": "End of the paragraph."}
"""What is said when a part of the article that was read alone is at its end."""


class Session:
    """What every front end drives through commands. Used from one thread only."""

    def __init__(
        self,
        article: Article,
        speech: Speech,
        library: Library,
        delivery: Configure,
        settings: ScriptSettings = USUAL,
        keep: Sequence[str] | None = None,
        choices: Settings | None = None,
        speech_level: str = "",
        private: bool = False,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """``keep`` names kinds of what is skipped that are read now, whatever is kept.

        ``choices`` is where what a person chooses is kept; else ``library`` keeps it.
        ``speech_level`` is for this reading, instead of the one that is kept. ``clock`` gives
        seconds, by which it is known how long reading takes.
        """
        library.private = private
        self.traces = traces_of(library, article)
        """What was kept of the article before this reading."""
        self.library = library
        self.settings: Settings = library if choices is None else choices
        self.keeping = Keeping(article, library, self.settings, keep)
        self._take(self.keeping.article())
        self.trail = Trail()
        self.spot: Spot | None = None
        """Where in a table one has gone to."""
        self.headers_always = False
        """Whether a cell is said with its column's header even if one comes from that column."""
        self.behind = ""
        """What is said behind what is read now, if that is heard to its end."""
        self.front: FrontEnd | None = None
        self.explaining = False
        """Whether the next key is to be told of, and not done."""
        self.hints_told: set[str] = set()
        """How to use what, as it has been said in this reading; it is said once."""
        self.waiting = False
        """Whether reading waits for a list to be left, and goes on then."""
        self.curtain = False
        """Whether nothing is to be seen, while all else goes on."""
        self.first_start: FirstStart | None = None
        """The questions of the first start, while they are asked; they get keys first."""
        settings = replace(settings, dictionary=dictionary_for(library, self.article))
        self._speech = speech
        self.time = TimeLeft(lambda: self.narrator, lambda: self.progress, clock)
        self.narrator = Narrator(Script(self.article, settings), self._send, delivery)
        self.announcer: Announcer = Announcer(
            self.narrator, lambda: self.front, speech_level or preferred(self, SPEECH)
        )
        self.messages = self.announcer.messages
        self.say, self.answer = self.announcer.say, self.announcer.answer
        self.report = self.announcer.report
        self._gaps = GapCount(library)
        self._places = PlaceKeeping(library)
        self.told_skipped: tuple[int, int] | None = None
        """The block at which it was asked for what was skipped, and which piece was said."""
        self.choosing = False
        """Whether the person is moving in the list, which then does not follow the reading."""
        place = library.place(self.article)
        self.resumed = place is not None and place > Position(0)
        if place is not None:
            self.narrator.move_to(place)
        self.list.follow(self.narrator.position.block)
        self.tell_problem()

    def _take(self, article: Article) -> None:
        self.article = article
        self.list = EntryList(entries_of(article))
        self.progress = Progress(article)
        self.landmarks = Landmarks(article)

    # What is only made when a person first asks for it.

    @cached_property
    def finding(self) -> Finding:
        """The searches of this reading."""
        from tui.finding import Finding

        return Finding(self)

    @cached_property
    def note_trip(self) -> NoteTrip:
        """The way to the notes and back."""
        from tui.note_trip import NoteTrip

        return NoteTrip(self)

    @cached_property
    def keys(self) -> Keymap:
        """The keys in effect; when first asked for, what is wrong with a person's own is told."""
        from tui.key_settings import told_keymap

        return told_keymap(self)

    @cached_property
    def way(self) -> Callable[[str], str]:
        """Tells what to do for a command, by its id: "Press space"; a front end may replace it."""
        from tui.ways import by_key

        return lambda id: by_key(self.keys, id)

    # Where it is.

    @property
    def private(self) -> bool:
        """Whether nothing of this article is kept."""
        return self.library.private

    def percent(self) -> int:
        """How much of the article has been read."""
        return 100 if self.narrator.ended else self.progress.percent(self.narrator.position)

    def seconds_left(self) -> float:
        """Return the reading time from here to the end at this pace."""
        return self.time.in_article()

    def state(self) -> str:
        """Return "playing" or "paused"."""
        return "playing" if self.narrator.playing else "paused"

    def section(self) -> int:
        """Return the number of the section that is read, from 1; 0 before the first."""
        return moves.section_at(self.article, self.narrator.position.block) + 1

    # What happens.

    def _send(self, request: Request) -> None:
        self.time.sent(request)
        self._speech.send(request)

    def handle(self, event: Event) -> None:
        """Take an event of the speech process."""
        match event:
            case Problem():
                self.report(event.text)
                return
            case Gaps():
                self._gaps.take(event.count)
                return
            case Lost():
                self._gaps.begin_again()
                if not self._speech.restart():
                    self.narrator.pause()
                    return
        section, scope = self.section(), self.narrator.scope
        was_playing, place = self.narrator.playing, self.narrator.place
        self.narrator.handle(event)
        self.time.follow(event, place)
        if was_playing and not self.narrator.playing:
            self._tell_end(scope)
        if self.section() != section and not self.choosing:
            self.list.follow(self.narrator.position.block)
        self.keep_place(now=was_playing and self.narrator.ended)

    def _tell_end(self, scope: Scope) -> None:
        """Say that reading has stopped by itself, where that is not plain to hear."""
        if self.behind:
            self.say(self.behind)
        priority: Priority = "more" if self.behind else "now"
        if self.narrator.ended:
            self.say("End of the article.", priority=priority, sound=AT_THE_END)
        elif scope in _ENDS:
            self.say(_ENDS[scope], priority=priority)

    def deliver(self, field: str, value: Any) -> None:
        """Speak with another value of a field of ``Configure`` from now on, and keep it."""
        self.narrator.deliver(**{field: value})
        keep(self.settings, field, value)
        self.tell_problem()

    def say_otherwise(self, field: str, value: str) -> None:
        """Say the article with another value of a field of ``ScriptSettings``, and keep it."""
        settings = replace(self.narrator.script.settings, **{field: value})  # type: ignore[arg-type]
        self.narrator.use(Script(self.article, settings, self.narrator.script))
        keep(self.settings, field, value)
        self.tell_problem()

    def change(self, move: Callable[[Narrator], None]) -> None:
        """Let ``move`` steer the narrator, then bring list and place up to date."""
        move(self.narrator)
        self.choosing = False
        self.behind = ""
        self.list.follow(self.narrator.position.block)
        self.keep_place(now=True)

    def read(self, article: Article, position: Position) -> None:
        """Read ``article`` from now on, the same with other blocks in it, from ``position``."""
        self._take(article)
        self.narrator.use(Script(article, self.narrator.script.settings), position)
        self.list.follow(self.narrator.position.block)
        self.keep_place(now=True)
        if self.front is not None:
            self.front.show_article()

    def keep_place(self, now: bool = False) -> None:
        """Keep the place, now or when the last time is long enough ago."""
        self._places.keep(self.article, self.narrator.position, now)
        self.tell_problem()

    def tell_problem(self) -> None:
        """Report what can't be kept, once."""
        for problem in filter(None, (self.library.problem, self.settings.problem)):
            self.announcer.report_once(problem)
