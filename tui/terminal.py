"""The terminal itself: whether there is one, and keys from it when a pipe brought the article."""

from __future__ import annotations

import os
import sys

from content.errors import IntoneError

_TERMINAL = "CONIN$" if sys.platform == "win32" else "/dev/tty"


def stdout_is_terminal() -> bool:
    """Whether a person sees what is written to standard output."""
    return sys.stdout is not None and sys.stdout.isatty()


def take_terminal() -> None:
    """Make standard input and error the terminal, as Textual reads and draws through them."""
    if sys.stdin is None or not sys.stdin.isatty():
        try:
            terminal = os.open(_TERMINAL, os.O_RDWR)
        except OSError as error:
            raise IntoneError(
                "Intone finds no keyboard, because standard input is not a terminal; "
                "start it in a terminal."
            ) from error
        os.dup2(terminal, 0)
        os.close(terminal)
    if sys.stderr is None or not sys.stderr.isatty():
        os.dup2(1, 2)


def keyboard(place: str) -> int:
    """Return the file descriptor that typed lines come from; -1 when there is none.

    That is standard input, unless the article at ``place`` came through it.
    """
    if place != "-":
        return -1 if sys.stdin is None else sys.stdin.fileno()
    return _open_terminal()


def has_terminal() -> bool:
    """Whether a person may type, although standard input is something else."""
    descriptor = _open_terminal()
    if descriptor < 0:
        return False
    os.close(descriptor)
    return True


def _open_terminal() -> int:
    try:
        return os.open(_TERMINAL, os.O_RDWR)
    except OSError:
        return -1


def set_delays() -> None:
    """Set how long Textual waits: ESCDELAY and TEXTUAL_FPS, unless the person has.

    To be called before anything of Textual is imported, which reads them then, once. ESCDELAY is
    how many milliseconds the rest of a key may take; over a network it may come in another packet
    than its Escape. TEXTUAL_FPS is how often a second the screen may be drawn: with the usual 60,
    what a key has changed waits up to 17 ms. Nothing more is written by it.
    """
    os.environ.setdefault("TEXTUAL_FPS", "250")
    if not os.environ.get("ESCDELAY", "").isdigit():
        os.environ["ESCDELAY"] = "50" if "SSH_CONNECTION" in os.environ else "2"
