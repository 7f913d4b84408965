"""Starts the reader: the speech process first, then the article, then the front end."""

from __future__ import annotations

import contextlib
import gc
import queue
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from content.errors import IntoneError
from tui.delivery import Chosen, kept, usual
from tui.plain_choice import PLAIN, terminal_is_dumb
from tui.plain_speech import Outlet
from tui.script_choices import instead_of, kept_choices
from tui.sources import Source
from tui.speech_level import ALL, CONTENT, OFF, SPEECH
from voices.messages import Announce, Event, Finished, Lost

if TYPE_CHECKING:
    from content.library import Library
    from tui.session import Session
    from tui.settings_file import SettingsFile

_LONGEST_ERROR = 15.0
"""Seconds given to an error to be spoken."""
_OPENING, _ERROR = 0, 1
"""Numbers of what is said without a session."""
_SILENT = (CONTENT, OFF)
"""The levels at which the interface does not speak."""
_A_MOMENT = 1.5
"""Seconds after which a person wonders whether anything happens."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What was chosen on the command line."""

    source: Source
    play: bool
    delivery: Chosen
    script: dict[str, str | None]
    """By the fields of ``ScriptSettings``."""
    speech: str = ""
    """A value of ``SPEECH``; empty for the one that is kept."""
    private: bool = False
    """Whether nothing of the article is to be kept."""
    plain: bool | None = None
    """Whether plain mode is wanted; None leaves it to the settings and the terminal."""


def run_reader(choices: Choices) -> None:
    """Read an article in the terminal until the person leaves.

    Speech starts before anything slow is imported: the first words are heard while the
    screen is still being made.
    """
    # What is imported stays: to look for garbage in it makes the start a tenth longer.
    gc.disable()
    # The thread that writes to the speech process must not wait 5 ms for its turn.
    sys.setswitchinterval(0.0005)
    plain = True if choices.plain is None and terminal_is_dumb() else choices.plain
    outlet = Outlet(speaking=not plain)
    try:
        from content.library import Library, state_folder
        from tui.settings_file import open_settings

        library = Library(state_folder())
        settings = open_settings(library)
        kept_level = settings.setting(SPEECH.name)
        level = choices.speech or (kept_level if kept_level in _SILENT else ALL)
        if plain is None:
            plain = settings.setting(PLAIN.name) == "yes"
        # Plain mode alone does without the process; on a screen, words go by without a sound.
        outlet.speak(level != OFF or not plain)
        try:
            _read(choices, outlet, library, settings, level, plain)
        except IntoneError as error:
            if level == ALL:
                _speak_error(outlet, str(error))
            raise
        finally:
            library.close()
    finally:
        outlet.close()


def _read(
    choices: Choices, outlet: Outlet, library: Library, chosen: SettingsFile, level: str,
    plain: bool,
) -> None:  # fmt: skip
    from tui.session import Session
    from tui.settings_file import tell_faults
    from tui.whereabouts import greet

    told: list[str] = []
    titles: list[str] = []

    def titled(title: str, language: str) -> None:
        if level == ALL:
            titles.append(title)
            _say_plainly(outlet, _OPENING, title + ".", language)

    with _saying_if_slow(outlet, titles, level == ALL) as say:
        article = choices.source.open(told.append, say, titled, not choices.private)
    delivery = choices.delivery.instead_of(kept(chosen), article.language)
    settings = instead_of(kept_choices(chosen), choices.script)
    session = Session(
        article, outlet, library, delivery, settings, choices.source.keep or None,
        choices=chosen, speech_level=choices.speech, private=choices.private,
    )  # fmt: skip

    def begin() -> None:
        """Say what was opened, and read if that was asked for."""
        greet(session, "".join(titles))
        tell_faults(session, chosen.faults)
        for sentence in told:
            session.report(sentence)
        if choices.play:
            session.change(lambda narrator: narrator.play(after_announcements=True))

    try:
        if plain:
            _run_plain(session, outlet, choices.source.place, begin)
        else:
            _run_screen(session, outlet, begin, asks=not (choices.play or choices.private))
    finally:
        session.keep_place(now=True)


def _run_screen(session: Session, outlet: Outlet, begin: Callable[[], None], asks: bool) -> None:
    """``asks``: whether the first questions may be asked."""
    from tui.terminal import set_delays, take_terminal

    take_terminal()
    begin()
    if asks:
        _ask_at_first_start(session)
    set_delays()
    from tui.app import IntoneApp

    app = IntoneApp(session)
    outlet.listen(app.hear)
    app.run(mouse=False)
    if app.fault is not None:
        raise IntoneError(_describe_fault(app.fault, session.private))
    if app.return_code:
        sys.exit(app.return_code)


def _run_plain(session: Session, outlet: Outlet, place: str, begin: Callable[[], None]) -> None:
    from tui.plain import PlainFrontEnd
    from tui.terminal import keyboard

    front = PlainFrontEnd(session, outlet, lambda line: print(line, flush=True))
    front.arrivals.take_signals()
    outlet.listen(front.arrivals.put)
    begin()
    gc.freeze()
    gc.enable()
    front.arrivals.read_lines(keyboard(place))
    try:
        code = front.run()
    except (IntoneError, OSError):  # the output may be gone
        raise
    except Exception as fault:
        raise IntoneError(_describe_fault(fault, session.private)) from fault
    if code:
        sys.exit(code)


@contextlib.contextmanager
def _saying_if_slow(
    speech: Outlet, titles: list[str], aloud: bool
) -> Iterator[Callable[[str], None]]:
    """Say, if ``aloud``, and show that something is being done, if it takes longer than a moment.

    What is yielded says and shows how far it has come. A title that is being said already, in
    ``titles``, is no silence to be filled.
    """

    def say(sentence: str) -> None:
        print(sentence, file=sys.stderr)
        if aloud:
            _say_plainly(speech, _OPENING, sentence)

    def wait() -> None:
        if not titles:
            say("Opening, please wait.")

    timer = threading.Timer(_A_MOMENT, wait)
    timer.daemon = True
    timer.start()
    try:
        yield say
    finally:
        timer.cancel()


def _say_plainly(speech: Outlet, number: int, sentence: str, language: str = "en") -> None:
    """Say something while there is no session to say it."""
    speech.send(usual())
    speech.send(Announce(number, sentence, language))


def _ask_at_first_start(session: Session) -> None:
    """Ask the first questions, if they were never answered or skipped."""
    from tui.first_start import FirstStart, is_first_start

    if is_first_start(session):
        FirstStart(session).begin("more")


def _describe_fault(fault: Exception, private: bool) -> str:
    """Return a sentence about an error of ours, and write down what a report of it needs.

    What the error itself says may hold words of the article, which is left out if ``private``.
    """
    import traceback

    from content.library import state_folder

    path = state_folder() / "fault.txt"
    try:
        lines = traceback.format_tb(fault.__traceback__)
        told = [*lines, type(fault).__name__] if private else traceback.format_exception(fault)
        path.write_text("".join(told), encoding="utf-8")
    except OSError:
        return "Intone had to close because of an error of its own; your place is kept."
    return (
        "Intone had to close because of an error of its own; your place is kept, and "
        f"{path} says more."
    )


def _speak_error(speech: Outlet, sentence: str) -> None:
    """Say why nothing is read, for those who don't see it, and wait until it has been heard."""
    events: queue.SimpleQueue[Event] = queue.SimpleQueue()
    speech.listen(events.put)
    _say_plainly(speech, _ERROR, sentence)
    end = time.monotonic() + _LONGEST_ERROR
    while (left := end - time.monotonic()) > 0:
        try:
            event = events.get(timeout=left)
        except queue.Empty:
            return
        if isinstance(event, Lost) or event == Finished(_ERROR):
            time.sleep(0.1)  # what the device still holds
            return
