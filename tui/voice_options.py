"""The command line's options for how the voice speaks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

from content.errors import UsageError
from content.text import clean_line
from tui.delivery import LANGUAGE, RANGES, Chosen, is_voice_name
from tui.speech_level import SPEECH

_F = TypeVar("_F", bound=Callable[..., object])
_LONGEST_SHOWN = 60


def _whole(field: str) -> Callable[[click.Context, click.Parameter, str | None], int | None]:
    """Return what takes a whole number within the range of the delivery's ``field``."""
    least, most = RANGES[field].least, RANGES[field].most

    def convert(_: click.Context, parameter: click.Parameter, value: str | None) -> int | None:
        if value is None:
            return None
        if not (value.isascii() and value.isdecimal() and least <= int(value[:9]) <= most):
            raise UsageError(
                f"{parameter.opts[0]} takes a whole number from {least} to {most}, "
                f"not {shown_value(value)}."
            )
        return int(value)

    return convert


def shown_value(text: str) -> str:
    """Return what was given for an option, fit to be said in a sentence."""
    return clean_line(text)[:_LONGEST_SHOWN] or "nothing"


def language(_: click.Context, __: click.Parameter, value: str) -> str:
    """Return a language's tag as it was given; raise UsageError when it is none."""
    if value and not LANGUAGE.fullmatch(value):
        raise UsageError(f"A language is given as in en, en-GB or pt-BR, not {shown_value(value)}.")
    return value


def _voice(name: str) -> str:
    if not is_voice_name(name):
        raise UsageError(
            f"There is no voice named {shown_value(name)}; choose one of those that "
            "intone voices lists."
        )
    return name


def _announcer(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    return value if value is None else _voice(value)


def _device(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    return value if value is None else clean_line(value)


def _voices(
    _: click.Context, __: click.Parameter, values: Sequence[str]
) -> tuple[str | None, dict[str, str]]:
    """Return the main voice, if one was named, and those for languages."""
    main = None
    voices: dict[str, str] = {}
    for value in values:
        tag, equals, name = value.partition("=")
        if equals and LANGUAGE.fullmatch(tag):
            voices[tag] = _voice(name)
        elif main is not None:
            raise UsageError(
                "Two voices were named for everything; name one, and others for their "
                "languages as in fr=espeak:fr."
            )
        else:
            main = _voice(value)
    return main, voices


LANGUAGE_OPTION = click.option(
    "--lang", "language", default="", callback=language, metavar="TAG",
    help="The article's language, such as en-GB, if Intone should not tell by itself.",
)  # fmt: skip


def _speech(_: click.Context, __: click.Parameter, value: str) -> str:
    if value and value not in SPEECH.values:
        raise UsageError(f"--speech takes all, content or off, not {shown_value(value)}.")
    return value


speech_option = click.option(
    "--speech", default="", callback=_speech, metavar="all|content|off",
    help="Have the article and Intone spoken, the article alone, or nothing.",
)  # fmt: skip

_SPOKEN = (
    click.option("--pauses", callback=_whole("pauses"), metavar="N",
                 help="How long pauses are, in percent, 0 to 300."),
    click.option("--pitch-range", callback=_whole("pitch_range"), metavar="N",
                 help="How lively the voice is, 0 to 100; 50 is its own."),
    click.option("--pitch", callback=_whole("pitch"), metavar="N",
                 help="How high the voice is, 0 to 100; 50 is its own."),
    click.option("--pace", callback=_whole("pace"), metavar="N", help="Words a minute, 60 to 900."),
    click.option("--voice", "voices", multiple=True, callback=_voices, metavar="[TAG=]NAME",
                 help="The voice, one of those that intone voices lists; as in fr=espeak:fr, for "
                 "that language alone. May be given several times."),
)  # fmt: skip

_PLAYED = (
    click.option("--sounds/--no-sounds", "sounds", default=None,
                 help="Play short sounds before headings, links, lists and the like, or none."),
    click.option("--over/--between", "over", default=None,
                 help="Say announcements over the reading, or in between."),
    click.option("--announcer-pace", callback=_whole("announcer_pace"), metavar="N",
                 help="Words a minute of announcements, 60 to 900."),
    click.option("--announcer", callback=_announcer, metavar="NAME",
                 help="The voice of announcements."),
    click.option("--device", callback=_device, metavar="NAME",
                 help="The sound device, or a part of its name."),
    click.option("--volume", callback=_whole("volume"), metavar="N",
                 help="How loud everything is, in percent, 0 to 200."),
)  # fmt: skip


def spoken_options(function: _F) -> _F:
    """Add the options for what is made of the text, whether it is heard or written."""
    for option in _SPOKEN:
        function = option(function)
    return function


def played_options(function: _F) -> _F:
    """Add those for what is heard."""
    for option in _PLAYED:
        function = option(function)
    return spoken_options(function)


def chosen(voices: tuple[str | None, dict[str, str]], **fields: Any) -> Chosen:
    """Return what was chosen with these options, by their names."""
    voice, by_language = voices
    return Chosen(voice=voice, voices=by_language, **fields)
