"""What the command line says of where an article comes from, and how it is opened then."""

from __future__ import annotations

import functools
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from content.errors import UsageError
from tui.voice_options import LANGUAGE_OPTION

if TYPE_CHECKING:
    from content.model import Article

Say = Callable[[str], None]
_FIRST = 3.0
"""Seconds after which it is told how far a page has come; "Opening" is said before."""
_BETWEEN = 5.0
"""Seconds from one such sentence to the next: each is spoken."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where an article comes from, and what the person knows of it."""

    place: str
    """A path, an address or ``-``; empty for the clipboard."""
    language: str = ""
    format: str = ""
    offline: bool = False
    keep: tuple[str, ...] = ()
    """Kinds of what is skipped that are read; empty for those that are remembered."""

    def open(
        self,
        tell: Say,
        progress: Say | None = None,
        titled: Callable[[str, str], None] | None = None,
        copied: bool = True,
    ) -> Article:
        """Open it; ``tell`` is given what a person should know of it, in sentences.

        ``progress`` is given how far a slow page has come; without it ``tell`` is. ``titled``
        is given the title and language of a long text before the whole is understood. ``copied``
        says whether a copy of a page is kept.
        """
        from content.opening import open_clipboard, open_telling
        from tui.phrases import missing_sentence

        if self.place:
            article, encoding = open_telling(
                self.place,
                language=self.language,
                format=self.format,
                offline=self.offline,
                progress=Fetching(progress or tell),
                tell=tell,
                titled=titled,
                copied=copied,
            )
        else:
            article, encoding = open_clipboard(self.language, self.format)
        if encoding:
            tell(
                f"The text is not in UTF-8; it was read as {encoding}, "
                "so some letters may be wrong."
            )
        if missing := missing_sentence(article):
            tell(missing)
        return article


class Fetching:
    """Tells in sentences how far a page has come, no more often than an ear can stand."""

    def __init__(self, say: Say, now: Callable[[], float] = time.monotonic) -> None:
        self._say = say
        self._now = now
        self._next = now() + _FIRST

    def __call__(self, came: int, expected: int | None) -> None:
        """Take note that ``came`` bytes of ``expected`` are here."""
        now = self._now()
        if now < self._next:
            return
        self._next = now + _BETWEEN
        if expected:
            self._say(f"Fetching, {min(100, came * 100 // expected)} percent.")
        else:
            from content.reading import megabytes

            self._say(f"Fetching, {megabytes(came)} so far.")


def _format(_: click.Context, __: click.Parameter, value: str) -> str:
    from content.formats import by_name

    return by_name(value).name if value else ""


def _kinds(_: click.Context, __: click.Parameter, kinds: tuple[str, ...]) -> tuple[str, ...]:
    if not kinds:
        return ()
    from content.left_out import parse_kinds

    return parse_kinds(kinds)


_OPTIONS = (
    LANGUAGE_OPTION,
    click.option("--from", "format", default="", callback=_format, metavar="FORMAT",
                 help="The article's format, such as markdown or text, if Intone should not tell "
                 "by itself."),
    click.option("--keep", multiple=True, metavar="KIND", callback=_kinds,
                 help="Read also what is skipped of this kind, such as promotion; all for "
                 "everything. May be given several times."),
    click.option("--offline", is_flag=True,
                 help="Read the copy that is kept of the page; ask no server."),
    click.option("--clipboard", is_flag=True, help="Read the text that you have copied."),
    click.argument("place", metavar="[SOURCE]", required=False),
)  # fmt: skip


def takes_source(otherwise: str = "") -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Add SOURCE and its options, which the command gets as one ``source``.

    ``otherwise`` is opened when none is named.
    """

    def decorate(function: Callable[..., None]) -> Callable[..., None]:
        @functools.wraps(function)
        def command(
            place: str | None, language: str, format: str, offline: bool, clipboard: bool,
            keep: tuple[str, ...], **rest: Any,
        ) -> None:  # fmt: skip
            if clipboard and (place is not None or offline):
                raise UsageError("With --clipboard no SOURCE is read; leave one of them out.")
            place = otherwise if place is None else place
            if not (place or clipboard):
                raise UsageError(
                    "Nothing was named to open; give a file, the address of a page, - for "
                    "standard input, or --clipboard."
                )
            place = "" if clipboard else place
            function(source=Source(place, language, format, offline, keep), **rest)

        for option in _OPTIONS:
            command = option(command)
        return command

    return decorate
