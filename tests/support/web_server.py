"""A web server on this machine that answers as told, also as no good server would.

with WebServer({"/a": answer(b"text")}) as server:
    server.address("/a")
    server.requests          # their heads, as they came
"""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Callable, Mapping
from types import TracebackType

Behaviour = Callable[[socket.socket, threading.Event], None]
"""Writes the answer; the event is set when the server ends."""


def answer(body: bytes, *fields: str, status: str = "200 OK", length: int | None = None) -> bytes:
    """Return a whole answer with these fields of its head; ``length`` is what it claims."""
    lines = [f"HTTP/1.1 {status}", *fields]
    lines += [f"Content-Length: {len(body) if length is None else length}", "Connection: close"]
    return "\r\n".join([*lines, "", ""]).encode() + body


def moved(location: str, status: str = "302 Found") -> bytes:
    """Return an answer that leads elsewhere."""
    return answer(b"", f"Location: {location}", status=status)


class WebServer:
    """Answers each path with its bytes, or by calling its behaviour."""

    def __init__(self, pages: Mapping[str, bytes | Behaviour]) -> None:
        self.pages = dict(pages)
        self.requests: list[str] = []
        self._end = threading.Event()
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._socket.getsockname()[1]

    def address(self, path: str, host: str = "127.0.0.1") -> str:
        """Return the address of one of its pages."""
        return f"http://{host}:{self.port}{path}"

    def __enter__(self) -> WebServer:
        threading.Thread(target=self._serve, daemon=True).start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._end.set()
        self._socket.close()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            threading.Thread(target=self._answer, args=(connection,), daemon=True).start()

    def _answer(self, connection: socket.socket) -> None:
        with contextlib.suppress(OSError), connection:
            head = b""
            secure = b"\x16"  # begins what a client says that wants TLS
            while (
                b"\r\n\r\n" not in head and head[:1] != secure and (part := connection.recv(65536))
            ):
                head += part
            self.requests.append(head.decode("latin-1"))
            page = self.pages.get(head.split(b" ")[1].decode("latin-1") if b" " in head else "")
            if callable(page):
                page(connection, self._end)
            else:
                connection.sendall(page or answer(b"", status="404 Not Found"))
