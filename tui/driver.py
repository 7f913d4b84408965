"""The terminal driver: Textual's own, but an Escape is known at once.

Textual waits up to 100 ms for what might follow the byte of Escape, because arrow keys begin
with the same one. They come in one piece, so a few milliseconds are enough; and Escape is the
key that silences.
"""

from __future__ import annotations

import os
import select
import signal
from codecs import getincrementaldecoder

from textual._xterm_parser import XTermParser
from textual.constants import ESCAPE_DELAY
from textual.drivers.linux_driver import LinuxDriver

_IDLE = 0.1
"""Seconds after which it is looked whether the program ends."""


class QuickEscapeDriver(LinuxDriver):
    """Reads keys from a terminal on Linux and macOS."""

    def run_input_thread(self) -> None:
        """Read until the program ends or the terminal is gone."""
        parser = XTermParser(self._debug)
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
                for event in parser.feed(decode(data)):
                    self.process_message(event)
                pending = data.endswith(b"\x1b")
            else:
                pending = False
            for event in parser.tick():
                self.process_message(event)
