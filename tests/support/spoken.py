"""Scenarios of what is heard: keys, and then the exact words, in files that people can read.

A scenario is a text file. Its first line says what it is about. Then come lines that say under
which circumstances, each with a name and a value, such as ``size: 40x12``; they are the fields
of ``Scenario``. Then come steps, each a line of what a person does and the lines of what comes
of it:

    > down tab                keys, as Textual names them
    > type two words          keys, a letter each
    > wait 3                  seconds that go by
    > problem The file ...    something that the speech process tells
    said: One                 an announcement of the interface
    read: Most adults         words of the article that began to be heard
    silent: Most adults       words that went by while nothing could be heard
    shown: End of the ...     the message on the screen, where it has changed
    screen: blank             the curtain, where it has changed; or ``screen: shown``

``played`` gives the file again, with what really comes of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path

from textual.pilot import Pilot

from content.library import Library
from content.opening import open_article
from tests.support.studio import Studio
from tui.app import IntoneApp
from tui.commands import COMMANDS
from tui.delivery import kept
from tui.first_start import FirstStart
from tui.menu_screen import MenuScreen
from tui.script_choices import kept_choices
from tui.session import Session
from tui.whereabouts import greet
from voices.messages import Announce, Configure, Problem, Reached

_PATIENCE = 1000


@dataclass(slots=True)
class Scenario:
    """What is done under which circumstances."""

    about: str
    steps: list[str]
    article: str = "article.md"
    """The name of a file beside the scenario."""
    size: str = "80x24"
    speech: str = "all"
    structure: str = "some"
    first: str = "no"
    """Whether it is the first start."""
    private: str = "no"

    def head(self) -> list[str]:
        """Return the lines that come before the steps."""
        usual = Scenario("", [])
        chosen = [
            f"{field.name}: {getattr(self, field.name)}"
            for field in fields(self)
            if field.name not in ("about", "steps")
            and getattr(self, field.name) != getattr(usual, field.name)
        ]
        return [self.about, *chosen, ""]


def scenario(text: str) -> Scenario:
    """Return what a file says is done, without what comes of it."""
    about, *lines = text.splitlines()
    first = next((at for at, line in enumerate(lines) if line.startswith("> ")), len(lines))
    circumstances = dict(line.split(": ", 1) for line in lines[:first] if line)
    steps = [line[2:] for line in lines[first:] if line.startswith("> ")]
    return Scenario(about, steps, **circumstances)


async def played(told: Scenario, folder: Path, state: Path) -> str:
    """Do what a scenario says, its article being in ``folder``; return the file that tells it."""
    library = Library(state)
    library.keep_setting("structure", told.structure)
    studio = Studio()
    article = open_article(str(folder / told.article))
    session = Session(
        article, studio, library, kept(library), kept_choices(library),
        speech_level=told.speech, private=told.private == "yes",
    )  # fmt: skip
    greet(session)
    if told.first == "yes":
        FirstStart(session).begin("more")
    app = IntoneApp(session)
    studio.listener = session.handle
    ear = _Ear(app, studio)
    lines = told.head()
    columns, rows = told.size.split("x")
    async with app.run_test(size=(int(columns), int(rows))) as pilot:
        await pilot.pause()
        lines += ["> start", *ear.noticed()]
        for step in told.steps:
            if step != "start":
                await _do(step, pilot, app, studio)
                lines += [f"> {step}", *ear.noticed()]
    library.close()
    return "\n".join(lines) + "\n"


async def _do(step: str, pilot: Pilot[None], app: IntoneApp, studio: Studio) -> None:
    what, _, rest = step.partition(" ")
    match what:
        case "wait":
            studio.play(float(rest))
            app.follow(changed=False)
        case "problem":
            app.hear(Problem(rest))
        case "type":
            await pilot.press(*("space" if letter == " " else letter for letter in rest))
        case _:
            for key in step.split():
                await pilot.press(key)
                await _until_found(pilot, app)
    await pilot.pause()
    await pilot.pause()


async def _until_found(pilot: Pilot[None], app: IntoneApp) -> None:
    """Wait until what a thread looks for is there."""
    if app.session.first_start is not None:
        app.session.first_start.wait()
    await pilot.pause()
    for _ in range(_PATIENCE):
        screen = app.screen
        if not (isinstance(screen, MenuScreen) and screen._searching):
            return
        await pilot.pause(0.01)
    raise AssertionError("nothing was found")


def _lasting(text: str) -> str:
    """Return what was said, without what differs from day to day or as commands are added."""
    text = re.sub(r"\buntil \d?\d:\d\d", "until then", text)
    text = re.sub(r"(?:\d+ (?:year|month|week|day)s? )+ago", "some time ago", text)
    return text.replace(f" of {len(COMMANDS)}", " of all")


class _Ear:
    """Notices what has come since the last time."""

    def __init__(self, app: IntoneApp, studio: Studio) -> None:
        self._app, self._studio = app, studio
        self._shown = ""
        self._blank = False

    def noticed(self) -> Iterator[str]:
        """Give a line for each thing that can be heard or has changed on the screen."""
        yield from self._heard()
        session = self._app.session
        shown = session.messages.fresh
        if shown != self._shown and shown:
            yield f"shown: {_lasting(shown)}"
        self._shown = shown
        if self._app.curtain != self._blank:
            self._blank = self._app.curtain
            yield "screen: blank" if self._blank else "screen: shown"

    def _heard(self) -> Iterator[str]:
        words = [
            self._studio.texts[event.id][event.offset : event.offset + event.length]
            for event in self._studio.events
            if isinstance(event, Reached)
        ]
        self._studio.events.clear()
        if words:
            yield f"{'read' if self._is_loud() else 'silent'}: {' '.join(words)}"
        for request in self._studio.requests:
            if isinstance(request, Announce):
                yield f"said: {_lasting(request.text)}"
        self._studio.requests[:] = self._configured()[-1:]

    def _is_loud(self) -> bool:
        """Whether the speech process was told to let anything be heard."""
        return all(told.volume > 0 for told in self._configured()[-1:])

    def _configured(self) -> list[Configure]:
        return [told for told in self._studio.requests if isinstance(told, Configure)]
