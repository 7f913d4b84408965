"""A session without a screen, driven by its commands, for tests of what is said."""

from __future__ import annotations

from pathlib import Path

from content.library import Library
from content.model import Article
from content.settings import ScriptSettings
from tests.support.studio import Studio
from tui.commands import COMMANDS
from tui.menu import Menu, Outcome, Question
from tui.session import Session
from voices.messages import Announce, Configure, Priority


class Desk:
    """A session, a studio for its speech, and a front end that keeps what it is asked for."""

    def __init__(self, folder: Path, made: Article) -> None:
        self.studio = Studio()
        bare = ScriptSettings(structure="none")
        self.session = Session(
            made, self.studio, Library(folder), Configure("espeak", 180), bare
        )  # fmt: skip
        self.session.front = self
        self.studio.listener = self.session.handle
        self.menu: Menu | None = None
        self.question: Question | None = None
        self.shows_text = False

    def do(self, *ids: str) -> None:
        """Carry out commands by their ids."""
        commands = {command.id: command for command in COMMANDS}
        for id in ids:
            commands[id].run(self.session)

    def block(self) -> int:
        """Return the index of the block that is read."""
        return self.session.narrator.position.block

    def said(self) -> list[str]:
        """Return what the interface has said since last asked."""
        texts = [r.text for r in self.studio.requests if isinstance(r, Announce)]
        self.studio.requests.clear()
        return texts

    def heard(self, seconds: float = 30) -> str:
        """Let time pass; return the words of the article that were heard meanwhile."""
        before = len(self.studio.words())
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
