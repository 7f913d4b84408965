"""The command line: builds the parts and hands them to a front end."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from content.errors import UsageError
from content.text import clean_line
from tui.dictionary_commands import dictionary
from tui.errors import run
from tui.key_listing import keys
from tui.plain_choice import runs_front_end, wanted
from tui.script_options import script_options, settings_for, taken
from tui.settings_commands import settings
from tui.sources import Source, takes_source
from tui.voice_options import chosen, played_options, speech_option, spoken_options

if TYPE_CHECKING:
    from content.model import Article

_OTHER_SOUND = (".mp3", ".ogg", ".opus", ".flac", ".m4a", ".m4b", ".aac", ".wma", ".aiff")
GUIDE = Path(__file__).parent / "content" / "guide" / "guide.md"


class _ReadsByDefault(click.Group):
    """A group in which what names no command is something to read."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or (args[0] not in self.commands and args[0] not in ("--help", "--version")):
            args = ["read", *args]
        return super().parse_args(ctx, args)


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

    Call it with a file, the address of a page, or - for standard input, to read it; without
    one it opens its guide, in which every key is explained. Then, unless you have chosen other
    keys: space plays and pauses, tab goes from the sections to the text, ? lists all keys, F10
    leaves. For the options of reading, see intone read --help.
    """


@cli.command()
@takes_source(otherwise=str(GUIDE))
@played_options
@script_options
@speech_option
@click.option("--private", is_flag=True, help="Keep nothing of what is read: no place, no copy.")
@click.option("--play", is_flag=True, help="Begin to read at once.")
@click.option(
    "--plain/--no-plain",
    default=None,
    help="Use typed lines and no screen, for screen readers, braille and pipes.",
)
def read(
    source: Source, play: bool, private: bool, speech: str, plain: bool | None, **delivery: Any
) -> None:  # fmt: skip
    """Read SOURCE aloud, or the guide.

    SOURCE is a file, the address of a page, or - for standard input. When standard output is
    not a terminal, what would be read is printed instead, unless plain mode is asked for.
    """
    said = taken(delivery)
    if runs_front_end(plain, source.place):
        from tui.reader import Choices, run_reader

        wants = chosen(**delivery)
        run_reader(Choices(source, play, wants, said, speech, private, wanted(plain)))
    else:
        from content.transcript import script_lines

        _print(script_lines(_script(source, said, copied=not private)))


def _tell(sentence: str) -> None:
    click.echo(sentence, err=True)


def _open(source: Source, copied: bool = True) -> Article:
    from content.kept import with_kept

    return with_kept(source.open(_tell, copied=copied), source.keep)


def _script(source: Source, said: dict[str, str | None], copied: bool = True) -> Any:
    from dataclasses import replace

    from content.dictionary import kept_dictionary
    from content.script import Script

    article = _open(source, copied)
    return Script(article, replace(settings_for(said), dictionary=kept_dictionary(article)))


@cli.command()
@takes_source()
@click.option("--skipped", is_flag=True, help="Give the whole of what is skipped.")
@_json_option
def outline(source: Source, skipped: bool, as_json: bool) -> None:
    """List title, sections, who vouches for it and what is skipped."""
    from content.outline import outline as shape
    from content.outline import outline_text

    article = _open(source)
    if as_json:
        _print_json(shape(article))
    else:
        _print(outline_text(article, full=skipped))


@cli.command()
@takes_source()
@script_options
@click.option("--why", metavar="WORDS", help="Say only why these words are said as they are.")
@_json_option
def script(source: Source, why: str | None, as_json: bool, **options: str | None) -> None:
    """Print what will be said, one utterance a line."""
    from content.transcript import script_json, script_lines, why_json, why_lines

    made = _script(source, options)
    if why is not None:
        if as_json:
            _print_json(why_json(made, why))
        else:
            _print(why_lines(made, why))
        return
    if as_json:
        _print_json(script_json(made))
    else:
        _print(script_lines(made))


@cli.command()
@takes_source()
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
@spoken_options
@script_options
def export(source: Source, output: Path, section: int | None, **delivery: Any) -> None:
    """Write the speech to a WAV file.

    No sound device is needed.
    """
    from dataclasses import asdict, replace

    from content.density import density_of
    from content.moves import section_utterances
    from voices.export import export as write

    if not output.name:
        raise UsageError("No file was named to write to; give one with --output.")
    if output.suffix.lower() in _OTHER_SOUND:
        raise UsageError(f"Intone writes WAV files; name it {output.with_suffix('.wav').name}.")
    made_of = taken(delivery)
    wanted = chosen(**delivery).for_file()
    made = _script(source, made_of)
    utterances = section_utterances(made, section)

    def progress(percent: int) -> None:
        _tell(f"{percent} percent")

    wanted = replace(wanted, **asdict(density_of(made)))
    seconds = write(utterances, output, wanted, progress, _tell)
    _tell(f"Wrote {clean_line(str(output))}, {seconds:.0f} seconds.")


@cli.command()
@click.argument("source", required=False)
@click.option("--all", "everything", is_flag=True, help="Delete what is kept of all articles.")
def forget(source: str | None, everything: bool) -> None:
    """Delete what is kept of an article.

    That is the copy of a page, and your place.
    """
    from tui.forgetting import forget as delete

    _tell(delete(source, everything))


@cli.command()
@_json_option
def voices(as_json: bool) -> None:
    """List the voices.

    For each: its languages, where its sound is made, how its words are marked, and how fast it
    is.
    """
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
    """Say what works here, and what to do about what does not."""
    from tui.doctor import diagnose

    _print(diagnose())


cli.add_command(dictionary)
cli.add_command(keys)
cli.add_command(settings)


def main() -> None:
    """Run the command line."""
    run(cli)


if __name__ == "__main__":
    main()
