"""The commands for reading where others hear or see, and of who speaks."""

from __future__ import annotations

from tui.command import Command
from tui.preference import prefer
from tui.session import Session
from tui.speech_level import SPEECH


def _speech(session: Session) -> None:
    prefer(session, SPEECH, SPEECH.stepped(session.announcer.level, 1))
    session.say(SPEECH.sentence(session.announcer.level))


def _curtain(session: Session) -> None:
    session.curtain = not session.curtain
    session.say("Curtain down." if session.curtain else "Curtain up.")


def _hush(session: Session) -> None:
    if session.curtain and not session.narrator.playing:
        _curtain(session)
        return
    session.change(lambda narrator: narrator.pause())
    session.waiting = False
    session.curtain = True


def _private(session: Session) -> None:
    from tui.private_reading import keep_again, read_privately

    if session.private:
        keep_again(session)
    else:
        read_privately(session)


def _first(session: Session) -> None:
    from tui.first_start import FirstStart

    FirstStart(session).begin()


HIDING = ("curtain", "hush")
"""What a person may need in any list too."""
PRIVACY_COMMANDS: tuple[Command, ...] = (
    Command("speech", "Speech level",
            "Has the article and Intone spoken, the article alone, or nothing.", ("7",), _speech),
    Command("private", "Private reading", "Keeps nothing of this article, or keeps it again.",
            ("8",), _private),
    Command("curtain", "Curtain", "Blanks the screen while reading goes on, or shows it again.",
            ("9",), _curtain),
    Command("hush", "Hush and curtain",
            "Silences at once and blanks the screen; once more shows it again.", ("0",), _hush),
    Command("first", "First questions", "Asks the questions of the first start again.",
            ("ctrl+n",), _first),
)  # fmt: skip
