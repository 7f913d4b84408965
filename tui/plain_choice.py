"""Which front end a person wants: the option says, else the variable, the setting, the terminal."""

from __future__ import annotations

import os
import sys

from tui.preference import Preference
from tui.terminal import has_terminal, stdout_is_terminal

VARIABLE = "INTONE_PLAIN"
_NO = ("0", "no", "false", "off")

PLAIN = Preference(
    "plain", "Plain mode", {"no": "where the terminal can do no more", "yes": "always"},
    "Whether Intone is used by typed lines, without a screen; from the next start on.",
)  # fmt: skip
PLAIN_PREFERENCES = (PLAIN,)


def wanted(option: bool | None) -> bool | None:
    """Return what the option says, or else the variable; None when both leave it open."""
    value = os.environ.get(VARIABLE, "").strip().casefold()
    return option if option is not None or not value else value not in _NO


def terminal_is_dumb() -> bool:
    """Whether the terminal can't move its cursor, so that a screen can't be drawn."""
    return sys.platform != "win32" and os.environ.get("TERM", "") in ("", "dumb")


def runs_front_end(option: bool | None, place: str) -> bool:
    """Whether there is a front end for the article at ``place``; else its script is printed.

    There is one where a person sees what it writes; with the option also in a pipe, if there
    is anything that lines can come from. The variable holds in a pipe only where they are
    piped in, since ``intone article.md > text`` is to print the script.
    """
    if stdout_is_terminal():
        return True
    if place == "-":
        return option is True and has_terminal()
    piped_in = sys.stdin is not None and not sys.stdin.isatty()
    return option if option is not None else piped_in and wanted(None) is True
