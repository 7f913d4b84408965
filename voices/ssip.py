"""The Speech Synthesis Interface Protocol, which speech-dispatcher is spoken to in.

After the protocol's manual (SSIP 0.2, part of speech-dispatcher's documentation): lines end in
CR LF; a command is answered by lines of which the last has a space after its number; events
(numbers from 700 on) come in between, at any time.
"""

from __future__ import annotations

import contextlib
import queue
import socket
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from voices.contract import VoiceError

_PATIENCE = 2.0
"""Seconds that the server may take to answer; it needs some milliseconds."""
MARK, BEGIN, END, CANCELLED, PAUSED = 700, 701, 702, 703, 704
_SILENT = "Speech Dispatcher does not answer; start it again or choose another voice with --voice."


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server says to a command."""

    code: int
    """From 200 to 299 when it was obeyed."""
    lines: tuple[str, ...]
    """What was asked for: the lines before the last, without their numbers."""


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happened to a message."""

    code: int
    """MARK, BEGIN, END, CANCELLED, PAUSED, or 705 when a paused one goes on."""
    message: int
    """The number that the server gave it."""
    mark: str = ""
    """The name of the mark that was reached."""


class Connection:
    """A conversation with the server. Any thread may ask; a thread of its own listens.

    ``happened`` and ``lost`` are called by that thread. A happening is held back while a
    message is handed over, so that its number is known before anything happens to it.
    """

    def __init__(
        self,
        connected: socket.socket,
        happened: Callable[[Happening], None],
        lost: Callable[[], None],
    ) -> None:
        self.last_message = 0
        """The number of the message that was handed over last."""
        self._socket = connected
        self._lines = connected.makefile("rb")
        self._happened = happened
        self._lost = lost
        self._asking = threading.RLock()
        self._answers: queue.SimpleQueue[Answer | None] = queue.SimpleQueue()
        self._owed = 0
        """Answers to come that nobody waits for."""
        self._handing_over = False
        self._happenings: deque[Happening] = deque()
        self._part: list[str] = []
        self._event: list[str] = []
        self._listener = threading.Thread(target=self._listen, name="ssip", daemon=True)
        self._listener.start()

    # Asking.

    def ask(self, command: str) -> Answer:
        """Send a command; return its answer. Raise VoiceError when there is none."""
        with self._asking:
            while self._owed:
                self._owed -= 1
                self._answer()
            self._send(_line(command))
            return self._answer()

    def tell(self, command: str) -> None:
        """Send a command whose answer nobody waits for; a server that has gone is no error."""
        with self._asking, contextlib.suppress(VoiceError):
            self._send(_line(command))
            self._owed += 1

    def speak(self, text: str) -> None:
        """Hand over a message; ``last_message`` is its number. Raise VoiceError when refused."""
        body = text.encode("utf-8", "replace").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        # A line with nothing but a dot would end the message, and the rest would be commands.
        stuffed = (b"." + line if line.startswith(b".") else line for line in body.split(b"\n"))
        with self._asking:
            answer = self.ask("SPEAK")
            if answer.code == 230:
                self._handing_over = True
                self._send(b"\r\n".join(stuffed) + b"\r\n.\r\n")
                answer = self._answer()
            if answer.code != 225:
                raise VoiceError(
                    f"Speech Dispatcher refuses to speak (error {answer.code}); "
                    "choose another voice with --voice."
                )

    def close(self) -> None:
        """Say goodbye and hang up; ``lost`` isn't called any more."""
        self._lost = lambda: None
        self.tell("QUIT")
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        if threading.current_thread() is not self._listener:
            self._listener.join(_PATIENCE)
        self._socket.close()

    def _send(self, data: bytes) -> None:
        try:
            self._socket.sendall(data)
        except OSError as error:
            raise VoiceError(_SILENT) from error

    def _answer(self) -> Answer:
        try:
            if threading.current_thread() is self._listener:  # a callback asks: nobody else reads
                while self._answers.empty() and self._read():
                    pass
                answer = self._answers.get_nowait()
            else:
                answer = self._answers.get(timeout=_PATIENCE)
        except queue.Empty:
            answer = None
        if answer is None:
            self._hang_up()  # an answer that comes late would be taken for the next one
            self._answers.put(None)
            raise VoiceError(_SILENT)
        return answer

    def _hang_up(self) -> None:
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)

    # Listening.

    def _listen(self) -> None:
        try:
            while self._read():
                while self._happenings and not self._handing_over:
                    self._happened(self._happenings.popleft())
        finally:
            self._answers.put(None)
            self._lost()

    def _read(self) -> bool:
        """Take one line in; return False when there are no more."""
        try:
            line = self._lines.readline().decode("utf-8", "replace").rstrip("\r\n")
        except (OSError, ValueError):
            line = ""
        if not line[:3].isdigit():
            return False
        code, last, rest = int(line[:3]), line[3:4] != "-", line[4:]
        # Lines of an event and of an answer are told apart by their numbers, should they mix.
        part = self._event if code >= MARK and code < 800 else self._part
        if not last:
            part.append(rest)
        elif part is self._part:
            self._answered(Answer(code, tuple(part)))
            part.clear()
        else:
            if part and part[0].isdigit():
                mark = part[2] if code == MARK and len(part) > 2 else ""
                self._happenings.append(Happening(code, int(part[0]), mark))
            part.clear()
        return True

    def _answered(self, answer: Answer) -> None:
        if self._handing_over:
            self._handing_over = False
            if answer.code == 225 and answer.lines and answer.lines[0].isdigit():
                self.last_message = int(answer.lines[0])
        self._answers.put(answer)


def _line(command: str) -> bytes:
    # A line end in what a command names would begin another command.
    return " ".join(command.splitlines()).encode("utf-8", "replace") + b"\r\n"
