"""Starts the reader: the speech process first, then the article, then the screen."""

from __future__ import annotations

import contextlib
import gc
import queue
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from content.errors import IntoneError
from tui.delivery import Chosen, kept, usual
from tui.script_choices import instead_of, kept_choices
from tui.sources import Source
from voices.client import SpeechProcess
from voices.messages import Announce, Event, Finished, Lost

_LONGEST_ERROR = 15.0
"""Seconds given to an error to be spoken."""
_OPENING, _ERROR = 0, 1
"""Numbers of what is said without a session."""
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


def run_reader(choices: Choices) -> None:
    """Read an article in the terminal until the person leaves.

    Speech starts before anything slow is imported: the first words are heard while the
    screen is still being made.
    """
    # What is imported stays: to look for garbage in it makes the start a tenth longer.
    gc.disable()
    # The thread that writes to the speech process must not wait 5 ms for its turn.
    sys.setswitchinterval(0.0005)
    speech = SpeechProcess()
    try:
        try:
            _read(choices, speech)
        except IntoneError as error:
            _speak_error(speech, str(error))
            raise
    finally:
        speech.close()


def _read(choices: Choices, speech: SpeechProcess) -> None:
    from content.library import Library, state_folder
    from tui.session import Session
    from tui.settings_file import open_settings, tell_faults
    from tui.terminal import set_delays, take_terminal
    from tui.whereabouts import greet

    told: list[str] = []
    titles: list[str] = []

    def titled(title: str, language: str) -> None:
        titles.append(title)
        _say_plainly(speech, _OPENING, title + ".", language)

    with _saying_if_slow(speech, titles) as say:
        article = choices.source.open(told.append, say, titled)
    take_terminal()
    library = Library(state_folder())
    chosen = open_settings(library)
    delivery = choices.delivery.instead_of(kept(chosen), article.language)
    settings = instead_of(kept_choices(chosen), choices.script)
    keep = choices.source.keep or None
    session = Session(article, speech, library, delivery, settings, keep, chosen)
    greet(session, "".join(titles))
    tell_faults(session, chosen.faults)
    for sentence in told:
        session.report(sentence)
    if choices.play:
        session.change(lambda narrator: narrator.play(after_announcements=True))

    set_delays()
    from tui.app import IntoneApp

    app = IntoneApp(session)
    speech.listen(app.hear)
    app.run(mouse=False)
    session.keep_place(now=True)
    library.close()
    if app.fault is not None:
        raise IntoneError(_describe_fault(app.fault))
    if app.return_code:
        sys.exit(app.return_code)


@contextlib.contextmanager
def _saying_if_slow(speech: SpeechProcess, titles: list[str]) -> Iterator[Callable[[str], None]]:
    """Say and show that something is being done, if it takes longer than a moment.

    What is yielded says and shows how far it has come. A title that is being said already, in
    ``titles``, is no silence to be filled.
    """

    def say(sentence: str) -> None:
        print(sentence, file=sys.stderr)
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


def _say_plainly(speech: SpeechProcess, number: int, sentence: str, language: str = "en") -> None:
    """Say something while there is no session to say it."""
    speech.send(usual())
    speech.send(Announce(number, sentence, language))


def _describe_fault(fault: Exception) -> str:
    """Return a sentence about an error of ours, and write down what a report of it needs."""
    import traceback

    from content.library import state_folder

    path = state_folder() / "fault.txt"
    try:
        path.write_text("".join(traceback.format_exception(fault)), encoding="utf-8")
    except OSError:
        return "Intone had to close because of an error of its own; your place is kept."
    return (
        "Intone had to close because of an error of its own; your place is kept, and "
        f"{path} says more."
    )


def _speak_error(speech: SpeechProcess, sentence: str) -> None:
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
