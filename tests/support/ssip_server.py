"""A speech-dispatcher that says what a test makes it say.

It obeys every command at once and numbers its messages; what happens to them is up to the
test: ``server.happen(701)``. All that it was told is in ``server.commands`` and
``server.messages``, which a test may wait for with ``server.expect``.
"""

from __future__ import annotations

import contextlib
import queue
import socket
import threading
from pathlib import Path

PATIENCE = 10.0
"""Seconds after which a test has failed."""


class SsipServer:
    """Listens at ``path`` until it is closed; talks to one client after another."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.commands: list[str] = []
        self.messages: list[str] = []
        self.answers: dict[str, list[str]] = {
            "LIST OUTPUT_MODULES": ["250-espeak-ng", "250-plain", "250 OK"],
            "LIST SYNTHESIS_VOICES": [
                "249-English (Great Britain)\ten-GB\tnone",
                "249-English (Great Britain)+Ed\ten-GB\tEd",
                "249-German\tde\tnone",
                "249 OK",
            ],
            "GET OUTPUT_MODULE": ["251-espeak-ng", "251 OK"],
        }
        self.early: list[str] = []
        """Lines sent before a message's number is told, {} standing for that number."""
        self.deaf = False
        """Whether it takes commands and says nothing."""
        self._said: queue.Queue[str] = queue.Queue()
        self._number = 0
        self._client: socket.socket | None = None
        self._listener = socket.socket(socket.AF_UNIX)
        self._listener.bind(str(path))
        self._listener.listen()
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                self._client, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._talk, args=(self._client,), daemon=True).start()

    def _talk(self, client: socket.socket) -> None:
        lines = client.makefile("rb")
        while line := lines.readline():
            command = line.decode().rstrip("\r\n")
            self.commands.append(command)
            self._said.put(command)
            if self.deaf:
                continue
            if command == "SPEAK":
                self._send(client, "230 OK")
                body = []
                while (line := lines.readline()) not in (b".\r\n", b""):
                    body.append(line.removeprefix(b".").decode())
                self._number += 1
                self.messages.append("".join(body).removesuffix("\r\n"))
                self._send(client, *(line.format(self._number) for line in self.early))
                self._send(client, f"225-{self._number}", "225 OK MESSAGE QUEUED")
                self._said.put(self.messages[-1])
            else:
                self._send(client, *self.answers.get(command, ["200 OK"]))

    @staticmethod
    def _send(client: socket.socket, *lines: str) -> None:
        with contextlib.suppress(OSError):  # a client may leave without waiting for an answer
            client.sendall("".join(f"{line}\r\n" for line in lines).encode())

    # A test's end.

    def expect(self, beginning: str) -> str:
        """Wait for a command or a message that begins so, passing over others; return it."""
        while not (said := self._said.get(timeout=PATIENCE)).startswith(beginning):
            pass
        return said

    def happen(self, code: int, mark: str = "", message: int = 0) -> None:
        """Tell an event of a message: of the last one unless its number is given."""
        assert self._client is not None
        number = message or self._number
        marks = [f"{code}-{mark}"] if mark else []
        self._send(self._client, f"{code}-{number}", f"{code}-1", *marks, f"{code} SO IT IS")

    def hang_up(self) -> None:
        """Leave the client in the middle of whatever it does."""
        if self._client is not None:
            self._client.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """End, so that nobody can connect any more."""
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self.hang_up()
        self.path.unlink()
