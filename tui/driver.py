"""The terminal driver: Textual's own, but an Escape is known at once, and never lost.

Textual waits up to 100 ms for what might follow the byte of Escape, because arrow keys begin
with the same one. They come in one piece, so a few milliseconds are enough; and Escape is the
key that silences.
"""

from __future__ import annotations

import os
import re
import select
import signal
from codecs import getincrementaldecoder
from collections.abc import Iterable

from textual._xterm_parser import XTermParser
from textual.constants import ESCAPE_DELAY
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Key
from textual.message import Message

_IDLE = 0.1
"""Seconds after which it is looked whether the program ends."""
_ESCAPE = "\x1b"
_TYPED = re.compile(r"(?<=\x1b[\[O])(?=\x1b)")
_BEGINNINGS = (b"\x1b", b"\x1b[", b"\x1bO")
"""What a person may have typed, or what the rest of a key is still to follow."""


def _goes_on() -> str:
    """Return what may follow the byte of Escape in the sequence of a single key."""
    return "[O\t" if os.environ.get("TERM", "").startswith("linux") else "[O"


class Pasted:
    """Takes every Escape out of what is pasted, but the one with which its end begins.

    Textual reads keys in a pasted text where one begins with Escape, and these would be done.
    """

    _BEGIN, _END = "\x1b[200~", "\x1b[201~"

    def __init__(self) -> None:
        self._within = False
        self._before = ""
        """The end of what came before, in which a paste may have begun."""
        self._held = ""
        """The end of what was pasted so far, in which the end of it may have begun."""

    def clean(self, data: str) -> str:
        """Return what was read, as it may be parsed."""
        made = ""
        while data:
            part, data = self._inside(data) if self._within else self._outside(data)
            made += part
        return made

    def _outside(self, data: str) -> tuple[str, str]:
        """Return what stands up to the beginning of a paste, with that, and what is left."""
        known = len(self._before)
        whole = self._before + data
        at = whole.find(self._BEGIN)
        if at < 0:
            self._before = whole[1 - len(self._BEGIN) :]
            return data, ""
        self._within, self._before = True, ""
        end = at + len(self._BEGIN)
        return whole[known:end], whole[end:]

    def _inside(self, data: str) -> tuple[str, str]:
        """Return what was pasted, and what is left behind its end."""
        text, end, rest = (self._held + data).partition(self._END)
        self._held = ""
        if end:
            self._within = False
        else:
            begun = range(len(self._END) - 1, 0, -1)
            size = next((each for each in begun if text.endswith(self._END[:each])), 0)
            if size:
                text, self._held = text[:-size], text[-size:]
        return text.replace(_ESCAPE, "") + end, rest


class EscapeParser(XTermParser):
    """Takes Escape and a character that come in one read for these two keys.

    Textual takes them for Alt and the character, which a terminal sends alike. Nothing here
    has Alt, and who types fast would lose the key that silences. What shift and tab send on
    the Linux console stays what it is there.
    """

    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._pasted = Pasted()

    def feed(self, data: str) -> Iterable[Message]:
        """Parse what was read, with an Escape as the end of a key that was but begun."""
        data = self._pasted.clean(data)
        if not data:
            return  # which would mean the end of all
        first, *more = _TYPED.split(data)
        yield from super().feed(first)
        for part in more:
            self._timeout_time = 0.0
            yield from self.tick()
            yield from super().feed(part)

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[Key]:
        if len(sequence) == 2 and sequence[0] == _ESCAPE and sequence[1] not in _goes_on():
            sequence, alt = sequence[1], True
        if alt:
            yield Key("escape", _ESCAPE)
        yield from super()._sequence_to_key_events(sequence)


class QuickEscapeDriver(LinuxDriver):
    """Reads keys from a terminal on Linux and macOS."""

    def run_input_thread(self) -> None:
        """Read until the program ends or the terminal is gone."""
        parser = EscapeParser(self._debug)
        decode = getincrementaldecoder("utf-8")("replace").decode
        pending = False
        while not self.exit_event.is_set():
            wait = ESCAPE_DELAY if pending else _IDLE
            if select.select([self.fileno], [], [], wait)[0]:
                try:
                    data = os.read(self.fileno, 4096)
                except OSError:
                    data = b""
                if not data:
                    os.kill(os.getpid(), signal.SIGHUP)
                    return
                # Half a character is no text yet, which the parser would take for the end.
                if text := decode(data):
                    for event in parser.feed(text):
                        self.process_message(event)
                pending = data.endswith(_BEGINNINGS)
            else:
                pending = False
            for event in parser.tick():
                self.process_message(event)
