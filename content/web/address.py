"""Addresses that a person types or a server names, and which machines may be asked for them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from content.errors import IntoneError
from content.patterns import lazily
from content.text import clean_line, short_name

if TYPE_CHECKING:
    from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network

_LONGEST = 4000
_PORTS = {"http": 80, "https": 443}
_LABEL = lazily("[a-z0-9_-]+")
_SAFE = "/?%:@!$&'()*+,;=~[]"
"""Characters that stand in a path or a query as they are; % begins one that was quoted."""
_LOCAL_ENDS = (".localhost", ".local", ".home.arpa", ".internal", ".lan")
"""Names that no public server can have; RFC 6761, 6762, 8375, and usual in homes."""
_OWN = ("127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "::1/128", "fc00::/7")
_TRANSLATED = "64:ff9b::/96"
"""IPv4 addresses behind NAT64, RFC 6052."""


def is_web_address(source: str) -> bool:
    """Whether ``source`` names a page rather than a file."""
    return source[:8].lower().startswith(("http://", "https://"))


@dataclass(frozen=True, slots=True)
class Address:
    """The address of a page, in the one way in which it is known."""

    scheme: str
    host: str
    """Of ASCII characters, in small letters; an IPv6 address without its brackets."""
    port: int
    target: str
    """The path and the query, quoted, as they are sent."""

    @property
    def server(self) -> str:
        """The host, with the port where it is not the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    def __str__(self) -> str:
        return f"{self.scheme}://{self.server}{self.target}"


def parsed(source: str) -> Address:
    """Return the address taken apart, without its fragment.

    Raises IntoneError with a sentence when it is none that can be fetched.
    """
    from urllib.parse import quote, urlsplit

    text = clean_line(source)
    try:
        if len(text) > _LONGEST:
            raise ValueError("too long")
        parts = urlsplit(text)
        usual = _PORTS[parts.scheme]
        port = usual if parts.port is None else parts.port
        host = _host(parts.hostname or "")
        if not port:
            raise ValueError("no such port")
    except (ValueError, KeyError) as error:
        raise IntoneError(
            f"{short_name(source)} is not the address of a page; check its spelling."
        ) from error
    if "@" in parts.netloc:
        raise IntoneError(
            f"The address at {host} holds a name or a password, and Intone sends none; "
            "give it without them, or save the page with a browser and open the file."
        )
    query = f"?{quote(parts.query, safe=_SAFE)}" if parts.query else ""
    return Address(parts.scheme, host, port, (quote(parts.path, safe=_SAFE) or "/") + query)


def _host(name: str) -> str:
    """Return a host as servers of names know it; raise ValueError when there can be none."""
    if ":" in name:
        import ipaddress

        return str(ipaddress.IPv6Address(name.partition("%")[0]))
    if not name.isascii():
        import idna  # few hosts need it

        name = idna.encode(name, uts46=True).decode("ascii")
    labels = name.removesuffix(".").split(".")
    if not all(0 < len(label) < 64 and _LABEL.fullmatch(label) for label in labels):
        raise ValueError("no such host")
    return name


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public internet, and not a way round to another."""
    from ipaddress import IPv4Address, IPv6Address

    ip = _ip(address)
    if isinstance(ip, IPv6Address):
        if ip in _network(_TRANSLATED):
            return is_public(str(IPv4Address(int(ip) & 0xFFFFFFFF)))
        if ip.ipv4_mapped is not None:
            return False  # no name server has a reason to write one so
        if ip.is_site_local:
            return False
        inner = ip.sixtofour or (ip.teredo and ip.teredo[1])
        if inner is not None and not is_public(str(inner)):
            return False
    return ip.is_global and not (
        ip.is_multicast or ip.is_reserved or ip.is_unspecified or ip.is_loopback or ip.is_link_local
    )


def is_own(address: str) -> bool:
    """Whether an IP address is this machine's or one of the person's own network."""
    ip = _ip(address)
    return any(ip in _network(network) for network in _OWN)


def _ip(address: str) -> IPv4Address | IPv6Address:
    import ipaddress  # no file needs it

    return ipaddress.ip_address(address.partition("%")[0])


@cache
def _network(text: str) -> IPv4Network | IPv6Network:
    import ipaddress

    return ipaddress.ip_network(text)


def means_own_network(host: str) -> bool:
    """Whether who types ``host`` means a machine of the own network, or this one."""
    try:
        return is_own(host)
    except ValueError:
        name = host.removesuffix(".").lower()
        return name.endswith(_LOCAL_ENDS) or ("." not in name and name[:1].isalpha())
