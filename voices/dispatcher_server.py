"""Finds speech-dispatcher's server and starts it where it doesn't run.

Address, default places and the way of starting are those of its own library, libspeechd.
"""

from __future__ import annotations

import ipaddress
import os
import shutil
import socket
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from voices.contract import VoiceError
from voices.ssip import Connection, Happening

_PROGRAM = "speech-dispatcher"
_PORT = 6560
_START_PATIENCE = 10.0
"""Seconds until the server has loaded its modules and gone to the background."""
_CONNECT_PATIENCE = 2.0


@dataclass(frozen=True, slots=True)
class Address:
    """Where the server listens: at a path, or at a port of this machine."""

    path: str = ""
    host: str = ""
    port: int = _PORT


def address(environment: dict[str, str] | os._Environ[str] = os.environ) -> Address:
    """Return where the server is to be found, from ``SPEECHD_ADDRESS`` or by default.

    Raises VoiceError when that is no address, or one of another machine: what is read must
    not leave this one.
    """
    method, _, rest = environment.get("SPEECHD_ADDRESS", "unix_socket").partition(":")
    if method == "unix_socket":
        return Address(path=rest or str(_runtime_folder(environment) / "speechd.sock"))
    if method != "inet_socket":
        raise VoiceError(
            "SPEECHD_ADDRESS is not understood; "
            "set it to unix_socket: and a path, or leave it unset."
        )
    host, _, port = rest.rpartition(":") if ":" in rest else (rest, "", "")
    host = host.strip("[]") or "127.0.0.1"
    if not _is_this_machine(host) or not (port or "0").isdigit():
        raise VoiceError(
            "SPEECHD_ADDRESS names another machine, to which no text is sent; "
            "set it to inet_socket:localhost, or leave it unset."
        )
    return Address(host="127.0.0.1" if host == "localhost" else host, port=int(port or _PORT))


def _runtime_folder(environment: dict[str, str] | os._Environ[str]) -> Path:
    runtime = environment.get("XDG_RUNTIME_DIR") or environment.get("XDG_CACHE_HOME")
    return Path(runtime or Path.home() / ".cache") / "speech-dispatcher"


def _is_this_machine(host: str) -> bool:
    # Other names are not looked up: a name server could answer with any address.
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def connect(
    happened: Callable[[Happening], None] = lambda _: None,
    lost: Callable[[], None] = lambda: None,
    start: bool = True,
) -> Connection:
    """Return a conversation with the server, which is started if need be and ``start`` says so.

    Raises VoiceError, also where there can't be one.
    """
    where = address()
    connected = _try(where)
    if connected is None and start and _spawn(where):
        connected = _try(where)
    if connected is None:
        raise VoiceError(
            "Speech Dispatcher does not run here and could not be started; "
            "install or start it, or choose another voice with --voice."
        )
    connection = Connection(connected, happened, lost)
    try:
        connection.ask("SET SELF CLIENT_NAME user:intone:reading")
    except VoiceError:
        connection.close()
        raise
    return connection


def _try(where: Address) -> socket.socket | None:
    family = getattr(socket, "AF_UNIX", None) if where.path else socket.AF_INET
    if family is None:  # Windows
        return None
    if ":" in where.host:
        family = socket.AF_INET6
    connected = socket.socket(family)
    connected.settimeout(_CONNECT_PATIENCE)
    try:
        connected.connect(where.path or (where.host, where.port))
    except OSError:
        connected.close()
        return None
    connected.settimeout(None)
    return connected


def installed() -> bool:
    """Return whether the server could be started."""
    return shutil.which(_PROGRAM) is not None


def _spawn(where: Address) -> bool:
    """Start the server as libspeechd does: it goes to the background once it listens."""
    program = shutil.which(_PROGRAM)
    if program is None:
        return False
    place = ["--socket-path", where.path] if where.path else ["--port", str(where.port)]
    method = "unix_socket" if where.path else "inet_socket"
    try:
        ended = subprocess.run(
            [program, "--spawn", "--communication-method", method, *place],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            timeout=_START_PATIENCE, check=False,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return False
    return ended.returncode == 0
