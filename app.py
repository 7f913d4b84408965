"""The command line: builds the parts and hands them to a front end."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import click

from content.errors import UsageError
from tui.errors import run
from tui.terminal import stdout_is_terminal

GUIDE = Path(__file__).parent / "content" / "guide" / "guide.md"
_F = TypeVar("_F", bound=Callable[..., object])


class _ReadsByDefault(click.Group):
    """A group in which what names no command is something to read."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or (args[0] not in self.commands and args[0] not in ("--help", "--version")):
            args = ["read", *args]
        return super().parse_args(ctx, args)


def _language(_: click.Context, __: click.Parameter, value: str) -> str:
    if value and not re.fullmatch(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", value):
        raise click.BadParameter("a language is given as in en, en-GB or pt-BR.")
    return value


_language_option = click.option(
    "--lang", "language", default="", callback=_language, metavar="TAG",
    help="The article's language, such as en-GB, instead of the one it tells.",
)  # fmt: skip


def _voice_options(function: _F) -> _F:
    for option in (
        _language_option,
        click.option("--pace", type=click.IntRange(60, 900), metavar="N",
                     help="Words a minute, 60 to 900."),
        click.option("--voice", default="espeak", metavar="NAME", show_default=True,
                     help="One of those that intone voices lists."),
    ):  # fmt: skip
        function = option(function)
    return function


_json_option = click.option("--json", "as_json", is_flag=True, help="As JSON, for programs.")


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)


def _print_json(value: Any) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=1))


@click.group(cls=_ReadsByDefault, context_settings={"help_option_names": ["--help"]})
@click.version_option(package_name="intone", message="%(prog)s %(version)s")
def cli() -> None:
    """Intone reads articles aloud.

    Call it with a Markdown or text file, or - for standard input, to read it; without one
    it opens its guide, in which every key is explained. Then: space plays and pauses, tab
    goes from the sections to the text, ? lists all keys, q leaves.
    """


@cli.command()
@click.argument("source", required=False)
@_voice_options
@click.option("--play", is_flag=True, help="Begin to read at once.")
def read(source: str | None, voice: str, pace: int | None, language: str, play: bool) -> None:
    """Read SOURCE aloud: a file, or - for standard input; the guide when none is named.

    When standard output is no terminal, what would be read is printed instead.
    """
    if stdout_is_terminal():
        from tui.reader import Choices, run_reader

        run_reader(Choices(source or str(GUIDE), voice, pace, language, play))
    else:
        from content.transcript import script_lines

        _print(script_lines(_script(source or str(GUIDE), language)))


def _open(source: str, language: str) -> Any:
    """Open an article; what a person should know of it goes to standard error."""
    from content.opening import open_telling

    article, encoding = open_telling(source, language=language)
    if encoding:
        from tui.reader import encoding_sentence

        click.echo(encoding_sentence(encoding), err=True)
    return article


def _script(source: str, language: str) -> Any:
    from content.script import Script

    return Script(_open(source, language))


@cli.command()
@click.argument("source")
@_language_option
@_json_option
def outline(source: str, language: str, as_json: bool) -> None:
    """List the title, the sections, who vouches for it, and what is skipped."""
    from content.outline import outline as shape
    from content.outline import outline_text

    article = _open(source, language)
    if as_json:
        _print_json(shape(article))
    else:
        _print(outline_text(article))


@cli.command()
@click.argument("source")
@_language_option
@_json_option
def script(source: str, language: str, as_json: bool) -> None:
    """Print what will be said, one utterance a line."""
    from content.transcript import script_json, script_lines

    made = _script(source, language)
    if as_json:
        _print_json(script_json(made))
    else:
        _print(script_lines(made))


@cli.command()
@click.argument("source")
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="OUT.wav",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write.",
)
@click.option(
    "--section",
    type=click.IntRange(0),
    metavar="N",
    help="Only this section, as intone outline numbers it, and those under it; "
    "0 is what stands before the first.",
)
@_voice_options
def export(source: str, output: Path, section: int | None, voice: str, pace: int | None,
           language: str) -> None:  # fmt: skip
    """Write the speech to a WAV file; no sound device is needed."""
    from content.density import density_of
    from content.moves import section_utterances
    from voices.contract import REFERENCE_PACE
    from voices.export import export as write

    made = _script(source, language)
    utterances = section_utterances(made, section)

    def progress(percent: int) -> None:
        click.echo(f"{percent} percent", err=True)

    def tell(sentence: str) -> None:
        click.echo(sentence, err=True)

    if not output.name:
        raise UsageError("No file was named to write to; give one with --output.")
    seconds = write(
        utterances, output, voice, pace or REFERENCE_PACE, progress, tell, density_of(made)
    )
    click.echo(f"Wrote {output}, {seconds:.0f} seconds.", err=True)


@cli.command()
def voices() -> None:
    """List the voices, their languages, and where their sound is made."""
    from content.library import state_folder
    from voices.calibration import measured_words
    from voices.catalogue import all_voices
    from voices.measurements import Measurements

    found, problems = all_voices()
    kept = Measurements(state_folder)
    click.echo("All voices are made on this machine; none sends text anywhere.")
    for voice in found:
        languages = " ".join(voice.languages) or "language unknown"
        measured = measured_words(voice, kept.get)
        speed = f", measured {measured} words a minute" if measured else ""
        click.echo(f"{voice.id}: {voice.name}, {languages}, made on {voice.made_on}{speed}")
    for problem in problems:
        click.echo(problem, err=True)


@cli.command()
def doctor() -> None:
    """Say for each thing that Intone needs whether it is fine or what to do."""
    from tui.doctor import diagnose

    _print(diagnose())


def main() -> None:
    """Run the command line."""
    run(cli)


if __name__ == "__main__":
    main()
