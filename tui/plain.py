"""The plain front end: typed lines in, single lines out, and no screen.

Nothing is written but answers to what was typed: one line each, or the list that was asked
for. With own speech on the article is heard; with own speech off it is written here, as it
would be said.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from content.errors import IntoneError
from content.text import clean_line
from tui import plain_help
from tui.command import Command
from tui.commands import COMMANDS
from tui.menu import Menu, Outcome, Question
from tui.plain_answer import Answer
from tui.plain_input import Arrivals, Came, Ended, Found, Interrupted, Typed
from tui.plain_menu import NumberedMenu
from tui.plain_page import Page
from tui.plain_question import TypedQuestion
from tui.plain_sections import sections_menu
from tui.plain_settings import set_by_line
from tui.plain_speech import Outlet
from tui.plain_words import Meant, meant
from tui.session import Session
from tui.speech_level import OFF
from tui.waiting import wait_until_back
from tui.ways import by_name
from voices.messages import Priority

_OF_A_SCREEN = ("curtain", "view")
"""Commands that change only what is on a screen."""
_NO_SCREEN = "In plain mode there is no screen to change."
_KEYS = {"": "enter", "yes": "y", "no": "n", "next": "down", "previous": "up", "faster": "up",
         "slower": "down"}  # fmt: skip


class Over(Protocol):
    """What takes the lines instead of the commands: a menu, or a question."""

    def take(self, line: str) -> bool:
        """Take a line; return False when it means nothing here and may be a command."""


class PlainFrontEnd:
    """Answers typed lines. Used from one thread only."""

    def __init__(
        self, session: Session, outlet: Outlet, write: Callable[[str], None],
        arrivals: Arrivals | None = None,
    ) -> None:  # fmt: skip
        """``write`` is given a line to write, without a newline."""
        self.session = session
        session.front = self
        session.way = by_name
        session.headers_always = True  # a line is read alone, perhaps long after the one before
        self.arrivals = arrivals or Arrivals()
        self.over: list[Over] = []
        """The last takes the lines."""
        self.left = False
        self._outlet = outlet
        self._page = Page(session, outlet)
        self.answer = Answer(session, write)
        self._interrupted = False
        """Whether Ctrl+C was the last thing typed."""
        self.waiting: list[Came] = []
        """What came while something was looked for."""
        self.answer.begin()

    # What a session asks for.

    def show(self, menu: Menu) -> None:
        """Write a menu, whose rows are chosen by number; reading waits until it is left."""
        under = self.over[-1] if self.over else None
        if isinstance(under, NumberedMenu):
            NumberedMenu(menu, self, under.come_back).begin()
        else:
            NumberedMenu(menu, self, wait_until_back(self.session, lambda: None)).begin()

    def ask(self, question: Question) -> None:
        """Have a line typed; reading waits until it is answered or left."""
        back = wait_until_back(self.session, lambda: None)
        TypedQuestion(question, self, back).begin()

    def knows(self, line: str) -> bool:
        """Return whether a line asks for help, or is a command typed in whole words."""
        found = meant(line, COMMANDS)
        in_words = f"{line.casefold()} "
        return (
            plain_help.asked_about(line) is not None
            or found.in_full
            or [f"{each.name.casefold()} ".startswith(in_words) for each in found.commands]
            == [True]
        )

    def told(self, text: str, priority: Priority) -> bool:
        """Write what is said, if it answers something that was typed."""
        return self.answer.take(text)

    def show_article(self) -> None:
        """Let it be: there is no screen."""

    def show_display(self) -> None:
        """Let it be: there is no screen."""

    def switch_pane(self) -> None:
        """Write the list of sections."""
        self.show(sections_menu(self.session))

    def show_text(self) -> None:
        """Let it be: there is no screen."""

    def leave(self) -> None:
        """End; the place is kept."""
        self.session.keep_place(now=True)
        self.left = True

    # The conversation.

    def run(self) -> int:
        """Answer lines until the person leaves; return the exit code."""
        self.answer.flush()
        self.finish()
        while not self.left:
            came = self.waiting.pop(0) if self.waiting else self.arrivals.next()
            match came:
                case Typed():
                    self.line(came.text)
                case Interrupted():
                    self.interrupt()
                case Ended():
                    self.leave()
                    return came.code
                case None | Found():
                    pass
                case event:
                    self.session.handle(event)
        return 0

    def line(self, typed: str) -> None:
        """Take a line and answer it."""
        self._interrupted = False
        self.answer.begin()
        try:
            self._take(clean_line(typed))
        except IntoneError as error:
            self.answer.problem(error)
        self.finish()

    def interrupt(self) -> None:
        """Silence what is heard; leave when that is asked for twice."""
        if self._interrupted:
            self.leave()
            return
        self._interrupted = True
        self.answer.begin()
        self.session.change(lambda narrator: narrator.pause())
        self.answer.put("Silenced. Press Ctrl C again to leave.")
        self.finish()

    def finish(self) -> None:
        """Write the answer: what was told, then what was to be read."""
        self._switch_speech()
        if not self._outlet.speaking:
            for written in self._page.read_out():
                self.answer.take(written)
                if self._page.line_by_line:
                    self.answer.flush()
        self.answer.flush()
        if not (self.answer.wrote or self.left or self._outlet.speaking):
            self.answer.put("Done.")
        self.answer.end()

    def _switch_speech(self) -> None:
        speaking = self.session.announcer.level != OFF
        if speaking == self._outlet.speaking:
            return
        narrator = self.session.narrator
        narrator.pause()
        self._outlet.speak(speaking)
        narrator.move_to(narrator.position)  # what was sent ahead is not where it is read now
        narrator.deliver()

    def _take(self, line: str) -> None:
        first_start = self.session.first_start
        if first_start is not None and first_start.takes(key_for(line)):
            return
        if self.over and self.over[-1].take(line):
            return
        if not line:
            self._go_on()
        elif (about := plain_help.asked_about(line)) is not None:
            self._help(about)
        else:
            found = meant(line, COMMANDS)
            said = None if found.in_full else set_by_line(self.session, line)
            if said is None:
                self._carry_out(found, line)
            else:
                self.answer.say(said)

    def _carry_out(self, meant: Meant, line: str) -> None:
        if len(meant.commands) != 1:
            self.answer.say(plain_help.not_one(meant.commands, line, COMMANDS))
            return
        self._leave_what_is_open()
        (command,) = meant.commands
        if meant.argument and command.question is not None:
            TypedQuestion(command.question(self.session), self, self._answered).take_at_once(
                meant.argument
            )
        else:
            self._run(command)

    def _leave_what_is_open(self) -> None:
        while self.over:
            self.answer.quietly(lambda: self.over[-1].take(""))

    def _help(self, about: str) -> None:
        if about:
            for row in plain_help.lines(about, COMMANDS):
                self.answer.put(row)
            return
        self._leave_what_is_open()
        self.answer.put(plain_help.FIRST)
        self.show(plain_help.help_menu(COMMANDS, self._run))

    def _run(self, command: Command) -> None:
        if command.id == "play" and not self._outlet.speaking:
            self._go_on()
        elif command.id in _OF_A_SCREEN:
            self.answer.say(_NO_SCREEN)
        elif command.id == "hush":
            self.session.change(lambda narrator: narrator.pause())
            self.answer.say(f"Silenced. {_NO_SCREEN}")
        elif command.question is not None:
            self.ask(command.question(self.session))
        else:
            command.run(self.session)

    def _go_on(self) -> None:
        """Do what is wanted most: play or pause, or with own speech off go to the next sentence."""
        if self._outlet.speaking:
            play = next(command for command in COMMANDS if command.id == "play")
            play.run(self.session)
        else:
            self._page.go_on()

    def _answered(self, outcome: Outcome) -> None:
        """Say what came of a line that was typed behind a command's name."""
        if outcome.said:
            self.answer.say(outcome.said)
        if outcome.then is not None:
            outcome.then()


def key_for(line: str) -> str:
    """Return the key that a line stands for, where a key is asked for."""
    return _KEYS.get(line.casefold(), line)
