"""Fetches the page at an address that a person typed, and nothing else.

1. Each address, the typed one and those that the server redirects to, is resolved and checked
   before anything is sent.
2. A request carries the address, the host and Intone's name: no cookies, no referrer, nothing
   of the person. Proxies are not used, as they would resolve names unchecked.
3. The answer is read up to a limit of bytes and of time. What it refers to is never loaded.
"""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from email.message import Message
from typing import NoReturn
from urllib.parse import urljoin

import certifi
import httpcore

from content.text import short_name
from content.web import body
from content.web.address import Address, means_own_network, parsed
from content.web.connection import Guarded, Resolver, resolve, seconds_left
from content.web.failure import FetchError, refused

AGENT = "Intone/0.1"
_ACCEPT = "text/html, application/xhtml+xml, text/markdown, text/plain, */*;q=0.5"
_HOPS = 10
_MOVED = frozenset({301, 302, 303, 307, 308})
_ONLINE = "check the connection and try again"
_OPEN_IT = "open that address yourself if you trust it"

Progress = Callable[[int, int | None], None]
"""Is told how many bytes came, and how many there will be if that is known."""


@dataclass(frozen=True, slots=True)
class Page:
    """What came from an address."""

    address: str
    """As it was asked for, in its normal form."""
    data: bytes
    type: str = ""
    """The media type that the server declared, such as text/html."""
    charset: str = ""
    final: str = ""
    """Where it came from in the end; its links are relative to that."""
    fetched: float = 0.0
    """When, in seconds since 1970."""


@dataclass(frozen=True, slots=True)
class Network:
    """How pages are reached, and for how long at most, in seconds."""

    resolver: Resolver = resolve
    backend: httpcore.NetworkBackend = field(default_factory=httpcore.SyncBackend)
    connect: float = 10.0
    read: float = 20.0
    """For each piece of the answer."""
    whole: float = 120.0


def fetch(address: str, progress: Progress | None = None, network: Network | None = None) -> Page:
    """Fetch the page at ``address``; raise FetchError when it can't be had."""
    network = network or Network()
    url = first = parsed(address)
    end = time.monotonic() + network.whole
    own = means_own_network(url.host)
    for _ in range(_HOPS + 1):
        answer = _ask(url, end, own, network, progress or (lambda came, expected: None))
        if isinstance(answer, _Answer):
            declared = Message()
            declared["content-type"] = answer.type
            return Page(
                str(first), answer.data, declared.get_content_type() if answer.type else "",
                declared.get_content_charset() or "", str(url), time.time(),
            )  # fmt: skip
        before, url = url, _next(url, answer)
        # Who typed an address of the own network allowed that server, and no other.
        own = own and (url.host, url.port) == (before.host, before.port)
    raise FetchError(
        f"{short_name(str(first))} leads from one address to the next without an end",
        "open it in a browser, save the page and open the file",
    )


@dataclass(frozen=True, slots=True)
class _Answer:
    data: bytes
    type: str


def _ask(
    url: Address, end: float, own: bool, network: Network, progress: Progress
) -> _Answer | str:
    """Return what one server answers, or where it says to go."""
    name = short_name(str(url))
    guarded = Guarded(network.resolver, network.backend, end, own)
    headers: dict[bytes | str, bytes | str] = {
        "Host": url.server,
        "User-Agent": AGENT,
        "Accept": _ACCEPT,
        "Accept-Encoding": "gzip, deflate",
    }
    timeouts = {"connect": network.connect, "read": network.read, "write": network.read}
    try:
        with (
            httpcore.ConnectionPool(_trust(url.scheme), network_backend=guarded) as pool,
            pool.stream(
                "GET", str(url), headers=headers, extensions={"timeout": timeouts}
            ) as response,
        ):
            fields = {
                key.decode("latin-1").lower(): value.decode("utf-8", "replace")
                for key, value in response.headers
            }
            if response.status in _MOVED and fields.get("location"):
                return fields["location"]
            if response.status not in (200, 203):
                raise refused(response.status, url.host, name)
            length = fields.get("content-length", "")
            data = body.read(
                response.iter_stream(),
                fields.get("content-encoding", ""),
                name,
                int(length) if length.isdecimal() and len(length) < 16 else None,
                progress,
            )
            return _Answer(data, fields.get("content-type", ""))
    except (httpcore.NetworkError, httpcore.TimeoutException, httpcore.ProtocolError) as error:
        seconds_left(end, None, url.host)
        _explain(error, url, name)


def _explain(error: Exception, url: Address, name: str) -> NoReturn:
    causes = [error, error.__cause__, error.__context__]
    tls = next((cause for cause in causes if isinstance(cause, ssl.SSLError)), None)
    if isinstance(tls, ssl.SSLCertVerificationError):
        raise FetchError(
            f"{url.host} can't prove that it is {url.host}, its certificate is not valid: "
            f"{tls.verify_message}",
            "check the clock of this machine and the address, and do not trust the page",
            passing=True,
        ) from error
    if tls is not None:
        raise FetchError(
            f"No secure connection to {url.host} could be made", _ONLINE, passing=True
        ) from error
    if isinstance(error, httpcore.TimeoutException):
        what = f"{url.host} does not answer"
    elif isinstance(error, httpcore.ConnectError):
        what = f"{url.host} does not let anybody connect"
    elif isinstance(error, httpcore.RemoteProtocolError) and "complete" in str(error):
        raise body.broken(name) from error
    elif isinstance(error, httpcore.NetworkError):
        what = f"The connection to {url.host} broke off"
    else:
        what = f"{url.host} does not answer as a web server does"
    raise FetchError(what, _ONLINE, passing=True) from error


def _next(url: Address, location: str) -> Address:
    """Return where ``url`` redirects to; raise FetchError when Intone does not go there."""
    try:
        to = urljoin(str(url), location.strip())
    except ValueError:
        to = location  # which is no address, and said so below
    scheme = to.partition(":")[0].lower()
    name, target = short_name(str(url)), short_name(to)
    if scheme not in ("http", "https"):
        raise FetchError(
            f"{name} leads to {target}, which is not a web page, so it is left alone",
            "look for the article at another address",
        )
    if url.scheme == "https" and scheme == "http":
        raise FetchError(
            f"{name} leads from a secure address to {target}, which is not secure", _OPEN_IT
        )
    return parsed(to)


def _trust(scheme: str) -> ssl.SSLContext | None:
    """Return whom to trust: the system's authorities, and Mozilla's beside them."""
    if scheme != "https":
        return None
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context
