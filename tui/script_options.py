"""The command line's options for how an article is said."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from content.errors import UsageError
from content.settings import USUAL, ScriptSettings
from tui.script_choices import SCRIPT_CHOICES, ScriptChoice, instead_of
from tui.voice_options import shown_value

_F = TypeVar("_F", bound=Callable[..., object])
_FIELDS = frozenset(choice.field for choice in SCRIPT_CHOICES)


def _one_of(choice: ScriptChoice) -> Callable[..., str | None]:
    """Return what takes one of the values of ``choice``."""

    def convert(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
        if value is not None and value not in choice.values:
            *others, last = choice.values
            raise UsageError(
                f"--{choice.field} takes {', '.join(others)} or {last}, not {shown_value(value)}."
            )
        return value

    return convert


def script_options(function: _F) -> _F:
    """Add an option for each choice; ``taken`` finds them among the others."""
    for choice in reversed(SCRIPT_CHOICES):
        option = click.option(
            f"--{choice.field}", callback=_one_of(choice), metavar="|".join(choice.values),
            help=choice.help,
        )  # fmt: skip
        function = option(function)
    return function


def taken(options: dict[str, Any]) -> dict[str, str | None]:
    """Take the options of ``script_options`` out of all that were given."""
    return {name: options.pop(name) for name in list(options) if name in _FIELDS}


def settings_for(chosen: dict[str, str | None]) -> ScriptSettings:
    """Return the settings for a file or for print: as chosen, whatever is kept for reading."""
    return instead_of(USUAL, chosen)
