"""The command line: builds the parts and hands them to a front end."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from content.errors import UsageError
from tui.errors import run
from tui.terminal import stdout_is_terminal
from tui.voice_options import LANGUAGE_OPTION, chosen, played_options, spoken_options

GUIDE = Path(__file__).parent / "content" / "guide" / "guide.md"


class _ReadsByDefault(click.Group):
    """A group in which what names no command is something to read."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or (args[0] not in self.commands and args[0] not in ("--help", "--version")):
            args = ["read", *args]
        return super().parse_args(ctx, args)


_keep_option = click.option(
    "--keep",
    "keep",
    multiple=True,
    metavar="KIND",
    callback=lambda _, __, kinds: _parse_kinds(kinds),
    help="Read what is skipped of this kind too, such as promotion; all for everything.",
)
_json_option = click.option("--json", "as_json", is_flag=True, help="As JSON, for programs.")


def _parse_kinds(kinds: tuple[str, ...]) -> tuple[str, ...]:
    if not kinds:
        return ()
    from content.left_out import parse_kinds

    return parse_kinds(kinds)


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
@LANGUAGE_OPTION
@played_options
@_keep_option
@click.option("--play", is_flag=True, help="Begin to read at once.")
def read(
    source: str | None, language: str, play: bool, keep: tuple[str, ...], **delivery: Any
) -> None:
    """Read SOURCE aloud: a file, or - for standard input; the guide when none is named.

    When standard output is no terminal, what would be read is printed instead.
    """
    if stdout_is_terminal():
        from tui.reader import Choices, run_reader

        run_reader(Choices(source or str(GUIDE), language, play, chosen(**delivery), keep or None))
    else:
        from content.transcript import script_lines

        _print(script_lines(_script(source or str(GUIDE), language, keep)))


def _open(source: str, language: str, keep: tuple[str, ...]) -> Any:
    """Open an article; what a person should know of it goes to standard error."""
    from content.kept import with_kept
    from content.opening import open_telling

    article, encoding = open_telling(source, language=language)
    if encoding:
        from tui.reader import encoding_sentence

        click.echo(encoding_sentence(encoding), err=True)
    return with_kept(article, keep)


def _script(source: str, language: str, keep: tuple[str, ...]) -> Any:
    from content.script import Script

    return Script(_open(source, language, keep))


@cli.command()
@click.argument("source")
@LANGUAGE_OPTION
@_keep_option
@click.option("--skipped", is_flag=True, help="Give the whole of what is skipped.")
@_json_option
def outline(
    source: str, language: str, keep: tuple[str, ...], skipped: bool, as_json: bool
) -> None:
    """List the title, the sections, who vouches for it, and what is skipped."""
    from content.outline import outline as shape
    from content.outline import outline_text

    article = _open(source, language, keep)
    if as_json:
        _print_json(shape(article))
    else:
        _print(outline_text(article, full=skipped))


@cli.command()
@click.argument("source")
@LANGUAGE_OPTION
@_keep_option
@_json_option
def script(source: str, language: str, keep: tuple[str, ...], as_json: bool) -> None:
    """Print what will be said, one utterance a line."""
    from content.transcript import script_json, script_lines

    made = _script(source, language, keep)
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
@LANGUAGE_OPTION
@_keep_option
@spoken_options
def export(
    source: str,
    output: Path,
    section: int | None,
    language: str,
    keep: tuple[str, ...],
    **delivery: Any,
) -> None:
    """Write the speech to a WAV file; no sound device is needed."""
    from dataclasses import asdict, replace

    from content.density import density_of
    from content.moves import section_utterances
    from voices.export import export as write

    wanted = chosen(**delivery).for_file()
    made = _script(source, language, keep)
    utterances = section_utterances(made, section)

    def progress(percent: int) -> None:
        click.echo(f"{percent} percent", err=True)

    def tell(sentence: str) -> None:
        click.echo(sentence, err=True)

    if not output.name:
        raise UsageError("No file was named to write to; give one with --output.")
    wanted = replace(wanted, **asdict(density_of(made)))
    seconds = write(utterances, output, wanted, progress, tell)
    click.echo(f"Wrote {output}, {seconds:.0f} seconds.", err=True)


@cli.command()
@_json_option
def voices(as_json: bool) -> None:
    """List the voices, their languages, where their sound is made, and how fast they are."""
    from tui.voice_list import voice_list, voice_list_json
    from voices.catalogue import all_voices

    found, problems = all_voices()
    if as_json:
        _print_json(voice_list_json(found))
    else:
        _print(voice_list(found))
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
