"""Connections that reach only machines that may be asked, and end in time.

A name is resolved once, every IP address of it is checked, and one of those is connected to: a
name that means another machine a moment later (DNS rebinding) leads nowhere.
"""

from __future__ import annotations

import queue
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable
from typing import Any

import httpcore

from content.web.address import is_own, is_public
from content.web.failure import FetchError

_TRIES = 4
"""IP addresses of one name that are tried."""
_ONLINE = "check the connection and try again"


def resolve(host: str, port: int, seconds: float) -> list[str]:
    """Return the IP addresses of ``host``; raise OSError when there are none in time."""
    found: queue.SimpleQueue[list[str] | OSError] = queue.SimpleQueue()

    def ask() -> None:
        try:
            answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            found.put(list(dict.fromkeys(str(answer[4][0]) for answer in answers)))
        except (OSError, UnicodeError) as error:
            found.put(error if isinstance(error, OSError) else OSError(str(error)))

    # The system's resolver takes no limit, so its thread is left behind when it takes too long.
    threading.Thread(target=ask, name="resolver", daemon=True).start()
    try:
        answer = found.get(timeout=seconds)
    except queue.Empty:
        raise TimeoutError("no answer") from None
    if isinstance(answer, OSError):
        raise answer
    return answer


Resolver = Callable[[str, int, float], list[str]]


class Guarded(httpcore.NetworkBackend):
    """Connects for one fetch, whose whole time it keeps as well."""

    def __init__(
        self, resolver: Resolver, network: httpcore.NetworkBackend, end: float, own: bool
    ) -> None:
        """Take the ``time.monotonic()`` of the end, and whether the own network is meant."""
        self._resolver = resolver
        self._network = network
        self._end = end
        self._own = own

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to one of the checked addresses of ``host``."""
        addresses = self._checked(host, port, timeout or 10.0)
        for number, address in enumerate(addresses, 1):
            left = seconds_left(self._end, timeout, host)
            try:
                stream = self._network.connect_tcp(address, port, left, None, socket_options)
                return _Timed(stream, self._end, host)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if number == len(addresses):
                    raise
        raise FetchError(f"{host} has no address", _ONLINE, passing=True)

    def _checked(self, host: str, port: int, seconds: float) -> list[str]:
        try:
            addresses = self._resolver(host, port, seconds_left(self._end, seconds, host))
        except OSError as error:
            raise FetchError(
                f"{host} can't be found", f"check the spelling, or {_ONLINE}", passing=True
            ) from error
        for address in addresses:
            if not (is_public(address) or (self._own and is_own(address))):
                raise FetchError(
                    f"{host} leads to {address}, which is not a machine of the public internet, "
                    "so it is left alone",
                    "check the address, or save the page with a browser and open the file",
                )
        return addresses[:_TRIES]

    def sleep(self, seconds: float) -> None:
        """Wait, as httpcore does between tries, of which there is one."""
        time.sleep(seconds)


class _Timed(httpcore.NetworkStream):
    """A connection on which nothing goes on past the end of the whole time."""

    def __init__(self, stream: httpcore.NetworkStream, end: float, host: str) -> None:
        self._stream = stream
        self._end = end
        self._host = host

    def _left(self, timeout: float | None) -> float:
        return seconds_left(self._end, timeout, self._host)

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        """Encrypt it; the certificate must be that of the name, not of the IP address."""
        left = self._left(timeout)
        return _Timed(
            self._stream.start_tls(ssl_context, server_hostname, left), self._end, self._host
        )

    def get_extra_info(self, info: str) -> Any:
        """Tell what httpcore asks of it."""
        return self._stream.get_extra_info(info)


def seconds_left(end: float, timeout: float | None, host: str) -> float:
    """Return how long the next step may take; raise FetchError when the whole time is over."""
    left = end - time.monotonic()
    if left <= 0:
        raise FetchError(
            f"{host} takes too long to give the whole page", "try again later", passing=True
        )
    return left if timeout is None else min(left, timeout)
