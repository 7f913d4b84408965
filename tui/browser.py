"""Opens an address in the person's browser, which nothing but a confirmed command does."""

from __future__ import annotations

import os
import subprocess
import sys

from content.errors import IntoneError
from content.links import OPENED

# In a process of its own: a browser may write to the terminal, or not return for a while.
_OPEN = "import sys, webbrowser; webbrowser.open(sys.argv[1])"


def open_address(address: str) -> None:
    """Open an address of the web or of mail; raise IntoneError where that can't be done."""
    if address.partition(":")[0].lower() not in OPENED:
        raise IntoneError(
            f"{address} is not a web address, and nothing else is opened; "
            "open it with the program that it is for."
        )
    if not _has_screen():
        raise IntoneError(
            f"There is no browser where this terminal runs; open the address elsewhere: {address}"
        )
    try:
        subprocess.Popen(
            [sys.executable, "-I", "-c", _OPEN, address], start_new_session=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
    except OSError as error:
        raise IntoneError(
            f"The browser could not be started; open the address by hand: {address}"
        ) from error


def _has_screen() -> bool:
    """Whether a browser would be seen; one that runs in a terminal would write over ours."""
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        return True
    far = os.environ.get("SSH_CONNECTION") or os.environ.get("SSH_TTY")
    return sys.platform in ("win32", "darwin") and not far
