"""What a rule is: a named change from what is written to what is said."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

Change = tuple[int, int, str]
"""A stretch of the text, and what is said for it."""

Finder = Callable[[str, str], Iterable[Change]]
"""Given a sentence and its language, the changes, in order and apart from each other."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A named change from what is written to what is said."""

    name: str
    find: Finder
    languages: tuple[str, ...] = ("en",)
    """The languages it knows, without their regions; empty for all."""
    kinds: tuple[str, ...] = ()
    """The kinds of block it is for; empty for all."""
    verbatim: bool = False
    """Whether it holds in code too, which else is said as it is written."""
    setting: str = ""
    """The field of ``ScriptSettings`` that it depends on, if it does."""
    values: tuple[str, ...] = ()
    """The values of that field with which it holds."""
    needs: re.Pattern[str] | None = None
    """What a text must have for the rule to be tried; it only saves time.

    With ``\\d`` in it, it must ask for a digit whatever else it allows.
    """


def pattern(expression: re.Pattern[str], spoken: str | Callable[[re.Match[str]], str]) -> Finder:
    """Return a finder that says ``spoken`` for each match's whole stretch."""

    def find(text: str, language: str) -> Iterator[Change]:
        for match in expression.finditer(text):
            yield match.start(), match.end(), spoken if isinstance(spoken, str) else spoken(match)

    return find


def is_american(language: str) -> bool:
    """Whether dates are written month first; a plain ``en`` does not say."""
    return language.casefold() in {"en-us", "en-ph"}
