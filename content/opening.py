"""Opens a source: a path, an address or a stream becomes an Article, or a sentence why not."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from content.errors import IntoneError
from content.formats import Document, Loaded, by_name, load
from content.model import Article
from content.patterns import lazily
from content.reading import read_file, read_stream
from content.text import clean_line, short_name
from content.web.address import is_web_address

_SCHEME = lazily(r"([a-z][a-z0-9+.-]+)://", re.IGNORECASE)
_BARE = lazily(r"(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,20}(?::\d{1,5})?/\S*|www\.\S+", re.IGNORECASE)
"""An address as people type it, without https://."""
_LONGEST_TITLE = 60
_TYPES = {"text/markdown": "markdown"}
"""Formats by media type, where the content might not tell."""


def open_article(
    source: str,
    *,
    language: str = "",
    stdin: BinaryIO | None = None,
    format: str | None = None,
) -> Article:
    """Open ``source``, a path, an address of http or https, or ``-`` for standard input.

    ``format`` is the name of one of ``content.formats``; without it the content tells, then
    the extension. Raises IntoneError with a sentence that says what happened and what to do
    next.
    """
    return open_telling(source, language=language, stdin=stdin, format=format)[0]


def open_telling(
    source: str,
    *,
    language: str = "",
    stdin: BinaryIO | None = None,
    format: str | None = None,
    offline: bool = False,
    progress: Callable[[int, int | None], None] | None = None,
    tell: Callable[[str], None] = lambda sentence: None,
    titled: Callable[[str, str], None] | None = None,
    copied: bool = True,
) -> tuple[Article, str]:
    """Open ``source`` as ``open_article`` does, and tell its encoding if it had to be guessed.

    Of a page, ``offline`` opens the copy that is kept; ``progress`` is told how many bytes came
    and how many there will be, if that is known; ``tell`` what a person should know of it;
    ``titled`` the title and the language of a long text, before the whole is understood. No copy
    of a page is kept unless it is to be ``copied``.
    """
    format = format or ""
    if format:
        by_name(format)
    if not source.strip():
        raise IntoneError("No file was named; give the name of a file or the address of a page.")
    if is_web_address(source):
        return _page(source, language, format, offline, progress, tell, copied)
    if offline:
        raise IntoneError("With --offline goes the address of a page; give one, or leave it out.")
    if scheme := _SCHEME.match(source):
        raise IntoneError(
            f"{short_name(source)} is an address of {scheme[1]}, and Intone reads pages of http "
            "and https; download it and open the file."
        )
    if source == "-":
        data = read_stream(stdin or getattr(sys.stdin, "buffer", None), "Standard input")
        return _loaded(Document(data, "-", "Standard input", language), format, "Standard input")
    path = _expanded(source)
    name = short_name(str(path))
    if _BARE.fullmatch(source) and not path.exists():
        raise IntoneError(
            f"There is no file called {name}; if it is the address of a page, "
            "put https:// before it."
        )
    data = read_file(path, name)
    document = Document(data, clean_line(str(path)), name, language, titled=titled)
    return _loaded(document, format, clean_line(path.stem))


def open_clipboard(language: str = "", format: str = "") -> Loaded:
    """Open the text that the person has copied, known by its content as standard input is."""
    from content.clipboard import read_clipboard

    if format:
        by_name(format)
    name = "The clipboard"
    loaded = _loaded(Document(read_clipboard(), "-", name, language), format, name)
    if loaded.article.title != name:
        return loaded
    return loaded._replace(article=replace(loaded.article, title=_beginning(loaded.article)))


def _page(
    source: str,
    language: str,
    format: str,
    offline: bool,
    progress: Callable[[int, int | None], None] | None,
    tell: Callable[[str], None],
    copied: bool,
) -> Loaded:
    from content.web.pages import keep, page_at  # a file needs no network

    told: list[str] = []
    page = page_at(source, offline=offline, progress=progress, tell=told.append)
    name = short_name(page.address)
    document = Document(page.data, page.address, name, language, page.charset, page.final)
    loaded = _loaded(document, format or _TYPES.get(page.type, ""), name)
    if told:
        tell(told[0])
    elif copied:
        keep(page, tell)
    return loaded


def _loaded(document: Document, format: str, title: str) -> Loaded:
    """Load a document; ``title`` is for an article that has none."""
    article, encoding = load(document, format)
    if not any(block.text.strip() for block in article.blocks):
        raise IntoneError(
            f"There is nothing to read in {document.name}; choose something with text in it."
        )
    if article.title == article.source:
        article = replace(article, title=title)
    return Loaded(article, encoding)


def _beginning(article: Article) -> str:
    """Return the first words of an article, as a title for it."""
    text = next(block.text for block in article.blocks if block.text.strip())
    line = clean_line(text.strip().partition("\n")[0])
    if len(line) <= _LONGEST_TITLE:
        return line.rstrip(".:")
    return line[:_LONGEST_TITLE].rpartition(" ")[0] or line[:_LONGEST_TITLE]


def _expanded(source: str) -> Path:
    try:
        return Path(source).expanduser()
    except RuntimeError:  # no such home
        return Path(source)
