"""The one root of Intone's errors."""

from __future__ import annotations


class IntoneError(Exception):
    """Something could not be done; the message is one sentence fit to be shown and spoken.

    It says what happened and what to do next.
    """


class UsageError(IntoneError):
    """A command was called in a way it does not understand (exit code 2)."""
