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
from content.pieces import said_of
from content.progress import Progress
from content.script import Script
from content.settings import USUAL, ScriptSettings
from content.signals import AT_THE_END
from content.table_grid import Spot
from content.utterance import Phonemes
from tui.delivery import Settings, keep
from tui.ends import FrontEnd, Speech
from tui.entries import EntryList, entries_of
from tui.keeping import Keeping
from tui.messages import Messages
from tui.preference import preferred
from tui.speech_level import ALL, CONTENT, OFF, SPEECH
from tui.time_left import TimeLeft
from tui.trail import Trail
from voices.choice import Languages, reading_voice
from voices.messages import Configure, Event, Gaps, Lost, Priority, Problem, Request
from voices.narrator import Narrator
from voices.scope import Scope

if TYPE_CHECKING:
    from tui.finding import Finding
    from tui.first_start import FirstStart
    from tui.keymap import Keymap
    from tui.note_trip import NoteTrip

INTERFACE_LANGUAGE = "en"
GAPS = "gaps"
"""The setting that says how many gaps the last reading had."""
_SAVE_EVERY = 0.5
"""Seconds: what a kill -9 may cost."""
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
        self.settings: Settings = library if choices is None else choices
        self.keeping = Keeping(article, library, self.settings, keep)
        self.article = article = self.keeping.article()
        self.library = library
        self.list = EntryList(entries_of(article))
        self.progress = Progress(article)
        self.messages = Messages()
        self.landmarks = Landmarks(article)
        self.trail = Trail()
        self.spot: Spot | None = None
        """Where in a table one has gone to."""
        self.behind = ""
        """What is said behind what is read now, if that is heard to its end."""
        self.front: FrontEnd | None = None
        self.explaining = False
        """Whether the next key is to be told of, and not done."""
        self.speech: str = speech_level or preferred(self, SPEECH)
        """Who speaks: a value of ``SPEECH``."""
        self.hints_told: set[str] = set()
        """How to use what, as it has been said in this reading; it is said once."""
        self.waiting = False
        """Whether reading waits for a list to be left, and goes on then."""
        self.curtain = False
        """Whether nothing is to be seen, while all else goes on."""
        self.first_start: FirstStart | None = None
        """The questions of the first start, while they are asked; they get keys first."""
        settings = replace(settings, dictionary=dictionary_for(library, article))
        self._speech = speech
        self.time = TimeLeft(lambda: self.narrator, lambda: self.progress, clock)
        self.narrator = Narrator(Script(article, settings), self._send, delivery)
        self.narrator.problem = self.report
        if self.speech == OFF:
            self.narrator.muting.mute(True)
        self._saved_at = 0.0
        self._saved: Position | None = None
        self._level_said = 0
        self._told: set[str] = set()
        """The problems of keeping that a person knows of."""
        self._gaps = 0
        """In the sound of this reading, before the speech process that runs now."""
        self._gaps_now = 0
        self.told_skipped: tuple[int, int] | None = None
        """The block at which it was asked for what was left out, and which piece was said."""
        self.choosing = False
        """Whether the person is moving in the list, which then does not follow the reading."""
        place = library.place(article)
        self.resumed = place is not None and place > Position(0)
        if place is not None:
            self.narrator.move_to(place)
        self.list.follow(self.narrator.position.block)
        if library.setting(GAPS) not in (None, "0"):
            library.keep_setting(GAPS, "0")
        self.tell_problem()

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

    def _send(self, request: Request) -> None:
        self.time.sent(request)
        self._speech.send(request)

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

    # What is said.

    def say(
        self, text: str, language: str = INTERFACE_LANGUAGE, priority: Priority = "now",
        sound: str = "", phonemes: tuple[Phonemes, ...] = (), *,
        shown: bool = False, content: bool = False, written: str = "",
    ) -> None:  # fmt: skip
        """Announce ``text`` when its priority asks for it, after a short ``sound`` if any.

        ``shown``: it is on the screen already, where the cursor is. ``content``: it is the
        article's, or an example of the voice, not the interface's. Where the interface does
        not speak, what is not shown becomes a message. ``written`` is how ``text`` is written.
        """
        if self.front is not None and self.front.told(written or text, priority):
            shown = True
        if self.speech == ALL or (content and self.speech == CONTENT):
            self.narrator.announce(text, language, priority, sound, phonemes)
        elif not shown and priority == "more":
            self.messages.add(text)
        elif not shown:
            self.messages.append(text)

    def answer(
        self, sentence: str, language: str = INTERFACE_LANGUAGE, priority: Priority = "now"
    ) -> None:
        """Say what was asked for, show it until the next key, and keep it with the messages."""
        self.messages.append(sentence)
        self.say(sentence, language, priority, shown=True)

    def report(self, sentence: str) -> None:
        """Keep a message that a person should not miss; say it after the sentence."""
        self.messages.append(sentence)
        self.say(sentence, priority="next", sound="error", shown=True)

    def say_entry(self, priority: Priority = "now") -> None:
        """Say the chosen row of the list."""
        index = self.list.chosen
        entry = self.list.entries[index]
        language, script = self.article.language, self.narrator.script
        title = said_of(entry.title, language, "heading", script.settings, script.known)
        self.say(title, language, priority, shown=True, written=entry.title)
        number = moves.section_at(self.article, entry.block) + 1
        details = [f"{number} of {len(self.article.sections)}" if entry.level else "Beginning"]
        if entry.level and entry.level != self._level_said:
            details.append(f"level {entry.level}")
        if state := self.list.state(index):
            details.append(state)
        self._level_said = entry.level
        self.say(", ".join(details), priority="more", shown=True)

    # Who speaks.

    def language(self) -> str:
        """Return the language of what is read here."""
        place = self.narrator.place
        return (
            self.article.language
            if place is None
            else (self.narrator.script.utterance(place).language)
        )

    def voice(self, languages_of: Languages = lambda _: ()) -> str:
        """Return the name of the voice that reads here, as far as it is known what they speak."""
        return reading_voice(self.narrator.delivery, self.language(), languages_of)

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

    def handle(self, event: Event) -> None:
        """Take an event of the speech process."""
        if isinstance(event, Problem):
            self.report(event.text)
            return
        if isinstance(event, Gaps):
            self._gaps_now = event.count
            self.library.keep_setting(GAPS, str(self._gaps + self._gaps_now))
            return
        if isinstance(event, Lost):
            self._gaps, self._gaps_now = self._gaps + self._gaps_now, 0
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
        self.article = article
        self.list = EntryList(entries_of(article))
        self.progress = Progress(article)
        self.landmarks = Landmarks(article)
        self.narrator.use(Script(article, self.narrator.script.settings), position)
        self.list.follow(self.narrator.position.block)
        self.keep_place(now=True)
        if self.front is not None:
            self.front.show_article()

    def keep_place(self, now: bool = False) -> None:
        """Keep the place, now or when the last time is long enough ago."""
        if self.library.private:
            self._saved = None
            return
        position = self.narrator.position
        moment = time.monotonic()
        if position == self._saved or (not now and moment - self._saved_at < _SAVE_EVERY):
            return
        self.library.keep_place(self.article, position)
        self._saved, self._saved_at = position, moment
        self.tell_problem()

    def tell_problem(self) -> None:
        """Report what can't be kept, once."""
        for problem in (self.library.problem, self.settings.problem):
            if problem and problem not in self._told:
                self._told.add(problem)
                self.report(problem)
