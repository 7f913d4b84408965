"""Opens a source: a path or standard input becomes an Article, or a sentence saying why not."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from content.errors import IntoneError
from content.formats import Document, by_name, load
from content.model import Article
from content.patterns import lazily
from content.reading import read_file, read_stream
from content.text import clean_line

_ADDRESS = lazily(r"([a-z][a-z0-9+.-]+)://", re.IGNORECASE)
_LONGEST_NAME = 80


def open_article(
    source: str,
    *,
    language: str = "",
    stdin: BinaryIO | None = None,
    format: str | None = None,
) -> Article:
    """Open ``source``, a path or ``-`` for standard input.

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
) -> tuple[Article, str]:
    """Open ``source`` as ``open_article`` does, and tell its encoding if it had to be guessed."""
    if format:
        by_name(format)
    if not source.strip():
        raise IntoneError("No file was named; give the name of a text or Markdown file.")
    address = _ADDRESS.match(source)
    if address:
        raise IntoneError(
            f"{short_name(source)} is an address, and Intone does not read addresses yet; "
            "save the page as a text or Markdown file and open that."
        )
    if source == "-":
        name, path = "Standard input", None
        data = read_stream(stdin or getattr(sys.stdin, "buffer", None), name)
    else:
        path = _expanded(source)
        name = short_name(str(path))
        data = read_file(path, name)
    known_as = clean_line(str(path)) if path else "-"
    article, encoding = load(Document(data, known_as, name, language), format or "")
    if not any(block.text.strip() for block in article.blocks):
        raise IntoneError(f"There is nothing to read in {name}; choose a file with text in it.")
    if article.title == article.source:
        article = replace(article, title=clean_line(path.stem) if path else name)
    return article, encoding


def _expanded(source: str) -> Path:
    try:
        return Path(source).expanduser()
    except RuntimeError:  # no such home
        return Path(source)


def short_name(source: str) -> str:
    """Return a file's name as messages say it: cleaned, and cut in the middle when very long."""
    name = clean_line(source)
    if len(name) > _LONGEST_NAME:
        half = _LONGEST_NAME // 2
        name = f"{name[:half]} … {name[-half:]}"
    return name
