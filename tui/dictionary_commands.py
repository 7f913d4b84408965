"""The command line's dictionary: to list, add, remove, import and export entries."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from content.errors import IntoneError, UsageError
from content.text import clean_line
from tui.phrases import count
from tui.voice_options import language as language_tag

if TYPE_CHECKING:
    from content.dictionary import Entry
    from content.library import Library
    from content.model import Article

_F = TypeVar("_F", bound=Callable[..., object])


def _scope(function: _F) -> _F:
    """Add the options for where an entry holds."""
    for option in (
        click.option("--article", "source", metavar="SOURCE", help="Only in this article."),
        click.option("--lang", "language", callback=_tag, metavar="TAG",
                     help="Only for this language, such as en or en-GB."),
    ):  # fmt: skip
        function = option(function)
    return function


def _tag(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    return None if value is None else language_tag(context, parameter, value)


@click.group()
def dictionary() -> None:
    """List or change the words that are said otherwise."""


@dictionary.command(name="list")
@_scope
@click.option("--json", "as_json", is_flag=True, help="As JSON, for programs.")
def list_(source: str | None, language: str | None, as_json: bool) -> None:
    """List the entries, those first that go before the others."""
    from tui.dictionary_phrases import described

    with _library() as library:
        found = _entries(library, source, language)
    if as_json:
        click.echo(json.dumps(list(map(_as_json, found)), ensure_ascii=False, indent=1))
        return
    for entry in found:
        click.echo(described(entry.said, entry.title))
    if not found:
        click.echo("There is no entry; add one with intone dictionary add.", err=True)


@dictionary.command()
@click.argument("written")
@click.option("--spoken", metavar="TEXT", help="What is to be said for it.")
@click.option("--ipa", metavar="PHONEMES", help="How it sounds, in IPA.")
@click.option("--alphabet", type=click.Choice(["ipa", "x-sampa"]),
              help="The alphabet, where --spoken gives phonemes.")  # fmt: skip
@_scope
@click.option("--part", is_flag=True, help="Also where it is a part of a longer word.")
@click.option("--case", is_flag=True, help="Only where its capitals are the same.")
def add(
    written: str, spoken: str | None, ipa: str | None, alphabet: str | None, source: str | None,
    language: str | None, part: bool, case: bool,
) -> None:  # fmt: skip
    """Let WRITTEN be said otherwise from now on.

    WRITTEN is a word or a phrase. Say how with either --spoken or --ipa.
    """
    from content.dictionary import add as keep
    from content.model import Pronunciation
    from tui.dictionary_phrases import described

    if (spoken is None) == (ipa is None):
        raise UsageError("Say how it is to be said, with either --spoken or --ipa.")
    if ipa is not None and alphabet not in (None, "ipa"):
        raise UsageError("Phonemes in X-SAMPA are given with --spoken and --alphabet x-sampa.")
    how = (spoken, alphabet or "") if ipa is None else (ipa, "ipa")
    said = Pronunciation(written, how[0] or "", how[1], language or "", not part, case)
    with _library() as library:
        (kept,) = keep(library, [said], _article(source))
    click.echo(f"Kept. {described(kept)}.", err=True)


@dictionary.command()
@click.argument("written")
@_scope
@click.option("--all", "everywhere", is_flag=True, help="Wherever there is an entry for it.")
def remove(written: str, source: str | None, language: str | None, everywhere: bool) -> None:
    """Let WRITTEN be said as before."""
    from content.dictionary import remove as delete
    from content.folding import fold

    shown = clean_line(written)
    with _library() as library:
        wanted = fold(clean_line(written)).text
        found = [
            entry
            for entry in _entries(library, source, language)
            if fold(entry.said.written).text == wanted
        ]
        if not found:
            raise IntoneError(
                f"There is no entry for {shown} there; see those that intone dictionary list gives."
            )
        if len(found) > 1 and not everywhere:
            raise IntoneError(
                f"There are {len(found)} entries for {shown}; say which with --article or --lang, "
                "or remove them with --all."
            )
        delete(library, found)
    click.echo(f"Removed {count(len(found), 'entry', 'entries')} for {shown}.", err=True)


@dictionary.command(name="import")
@click.argument("file")
@_scope
def import_(file: str, source: str | None, language: str | None) -> None:
    """Add the words of FILE.

    FILE is a pronunciation lexicon (PLS), or - for standard input.
    """
    from dataclasses import replace

    from content.dictionary import add as keep
    from content.pls import read_pls

    name = "standard input" if file == "-" else clean_line(file)
    said = read_pls(_read(file), name, lambda sentence: click.echo(sentence, err=True))
    if not said:
        raise IntoneError(f"There is no word in {name} that could be added.")
    if language is not None:
        said = tuple(replace(each, language=language) for each in said)
    with _library() as library:
        keep(library, said, _article(source))
    click.echo(f"Added {count(len(said), 'entry', 'entries')}.", err=True)


@dictionary.command()
@click.argument("file")
@_scope
def export(file: str, source: str | None, language: str | None) -> None:
    """Write the entries to FILE.

    FILE becomes a pronunciation lexicon (PLS); - is standard output.
    """
    from content.pls import write_pls

    with _library() as library:
        found = _entries(library, source, language)
    data = write_pls([entry.said for entry in found], language or "")
    if file == "-":
        click.echo(data, nl=False)
        return
    try:
        Path(file).write_bytes(data)
    except OSError as error:
        raise IntoneError(
            f"{clean_line(file)} can't be written: {error.strerror}; choose another place."
        ) from error
    written = count(len(found), "entry", "entries")
    click.echo(f"Wrote {written} to {clean_line(file)}.", err=True)


@contextmanager
def _library() -> Iterator[Library]:
    from content.library import Library, state_folder

    library = Library(state_folder())
    try:
        if library.problem:
            raise IntoneError(library.problem)
        yield library
    finally:
        library.close()


def _article(source: str | None) -> Article | None:
    """Open an article; of a page the copy that is kept, as no server need know of this."""
    from content.opening import open_telling
    from content.web.address import is_web_address

    return None if source is None else open_telling(source, offline=is_web_address(source))[0]


def _entries(library: Library, source: str | None, language: str | None) -> list[Entry]:
    """Return the entries of an article alone and for a language alone, if these are given."""
    from content.dictionary import entries

    where = None if source is None else _identity(source)
    return [
        entry
        for entry in entries(library)
        if (where is None or entry.source == where)
        and (language is None or entry.said.language == language)
    ]


def _identity(source: str) -> str:
    """Return what tells the article at ``source`` from others, which need not be there now."""
    from content.library import identity, identity_of
    from content.opening import open_article
    from content.web.address import is_web_address, parsed

    if source == "-":
        return identity(open_article(source))
    return str(parsed(source)) if is_web_address(source) else identity_of(source)


def _as_json(entry: Entry) -> dict[str, Any]:
    said = entry.said
    return {
        "written": said.written,
        "spoken": said.spoken,
        "alphabet": said.alphabet or None,
        "language": said.language or None,
        "article": entry.source or None,
        "part": not said.whole,
        "case": said.case,
    }


def _read(file: str) -> bytes:
    from content.pls import LARGEST

    try:
        if file == "-":
            return sys.stdin.buffer.read(LARGEST + 1)
        with Path(file).open("rb") as opened:
            return opened.read(LARGEST + 1)
    except OSError as error:
        raise IntoneError(f"{clean_line(file)} can't be read: {error.strerror}.") from error
