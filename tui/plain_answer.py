"""The answer to a typed line: what is told is gathered, and written as one line."""

from __future__ import annotations

from collections.abc import Callable

from content.errors import IntoneError
from content.text import clean_line
from tui.announcer import INTERFACE_LANGUAGE
from tui.session import Session
from voices.messages import Priority

_ENDINGS = (".", "!", "?", "…", ":", ";", ",")


class Answer:
    """What is written between one typed line and the next."""

    def __init__(self, session: Session, write: Callable[[str], None]) -> None:
        """``write`` is given a line to write, without a newline."""
        self._session = session
        self._write = write
        self._parts: list[str] = []
        """Of the line that will be written."""
        self._open = False
        """Whether what is said answers what was typed."""
        self._quiet = False
        """Whether what is said stands there already, or need not."""
        self.wrote = False
        """Whether anything has been written yet."""

    def begin(self) -> None:
        """Begin with the messages that have come unasked."""
        self._open = True
        self.wrote = False
        self._parts = []
        self.note(self._session.messages.fresh)

    def end(self) -> None:
        """Write what there is; what is said from now on was not asked for."""
        self.flush()
        self._open = False
        self._session.messages.seen()

    def take(self, text: str) -> bool:
        """Take what is said; return whether it is written, or need not be."""
        if self._open and not self._quiet:
            self._parts.append(clean_line(text))
        return self._open

    def note(self, text: str) -> None:
        """Write a sentence that is not said, unless it is written anyway."""
        line = clean_line(text)
        if line and line not in self._parts:
            self._parts.append(line)

    def put(self, line: str) -> None:
        """Write a line of a list, after what there was to say before it."""
        self.flush()
        self._write(clean_line(line))
        self.wrote = True

    def flush(self) -> None:
        """Write what was told until now as one line."""
        if self._parts:
            parts, self._parts = self._parts, []
            self.put(joined(parts))

    def say(self, text: str) -> None:
        """Say and write a sentence."""
        self._session.say(text)

    def speak(
        self, text: str, language: str = INTERFACE_LANGUAGE, priority: Priority = "more"
    ) -> None:
        """Say what is written already."""
        self.quietly(lambda: self._session.say(text, language, priority))

    def quietly(self, what: Callable[[], object]) -> None:
        """Do something without writing what is said of it."""
        self._quiet = True
        try:
            what()
        finally:
            self._quiet = False

    def problem(self, error: IntoneError) -> None:
        """Say why something can't be done, and keep that with the messages."""
        self._session.messages.append(str(error))
        self.say(str(error))


def joined(parts: list[str]) -> str:
    """Return the parts of an answer as one line, as a voice would part them."""
    line = ""
    for part in filter(None, parts):
        between = "" if not line else " " if line.endswith(_ENDINGS) else ", "
        line += between + part
    return line
