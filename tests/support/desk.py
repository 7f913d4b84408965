"""A session driven by its commands, without a screen: what is said, where it goes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from content.library import Library
from content.model import Article
from content.settings import ScriptSettings
from tests.support.studio import Studio
from tui.commands import COMMANDS
from tui.menu import Menu, Outcome, Question
from tui.session import Session
from voices.messages import Announce, Configure, Priority


class Desk:
    """A session with a studio for its speech; it answers what it is asked."""

    def __init__(self, folder: Path, made: Article, **settings: Any) -> None:
        """``settings`` are fields of ``ScriptSettings``; nothing is added to the text."""
        self.studio = Studio()
        chosen = ScriptSettings(**{"structure": "none", **settings})
        self.session = Session(made, self.studio, Library(folder), Configure("espeak", 180), chosen)
        self.studio.listener = self.session.handle
        self.session.front = self
        self.menu: Menu | None = None
        self.question: Question | None = None
        self.shows_text = False
        self._commands = {command.id: command for command in COMMANDS}

    def do(self, *names: str) -> None:
        """Carry out commands, one after the other, in no time."""
        for name in names:
            self._commands[name].run(self.session)

    def type(self, command: str, line: str) -> None:
        """Carry out a command that asks, and answer; raise what the answer is refused with."""
        self.do(command)
        if said := self.answer(line):
            self.session.say(said)

    def said(self) -> list[str]:
        """Return what the interface has said since last asked."""
        texts = [r.text for r in self.studio.requests if isinstance(r, Announce)]
        self.studio.requests.clear()
        return texts

    def heard(self, *names: str, seconds: float = 60) -> str:
        """Carry out commands; return what words of the article are heard after them."""
        before = len(self.studio.words())
        self.do(*names)
        self.studio.play(seconds)
        return " ".join(self.studio.words()[before:])

    def answer(self, line: str) -> str:
        """Answer the question; return what is said when it stays or is left."""
        assert self.question is not None
        return self.close(self.question.taken(line))

    def close(self, outcome: Outcome) -> str:
        """Do what is to be done once a menu or a question is closed."""
        if outcome.then is not None:
            outcome.then()
        return outcome.said

    def block(self) -> int:
        """Return the index of the block that is read."""
        return self.session.narrator.position.block

    def here(self) -> str:
        """Return the word, the character or the cell at the place, as it is written."""
        narrator = self.session.narrator
        start, end = narrator.point.word
        return self.session.article.blocks[narrator.position.block].text[start:end]

    # The front end.

    def show(self, menu: Menu) -> None:
        self.menu = menu

    def ask(self, question: Question) -> None:
        self.question = question

    def told(self, text: str, priority: Priority) -> None: ...

    def show_article(self) -> None: ...

    def switch_pane(self) -> None: ...

    def show_text(self) -> None:
        self.shows_text = True

    def leave(self) -> None: ...
