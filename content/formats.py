"""The formats an article may come in: how each is known, and what loads it."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from content.decode import decode_as
from content.docx import signs as docx_signs
from content.epub import signs as epub_signs
from content.errors import IntoneError, UsageError
from content.html import signs as html_signs
from content.model import Article
from content.sniff import sniff
from content.text import clean_line
from content.web.address import is_web_address


@dataclass(frozen=True, slots=True)
class Document:
    """The bytes of an article that is to be loaded, and what is known of them."""

    data: bytes
    source: str
    """The path, address or ``-`` they came from, cleaned; what the article is known by."""
    name: str
    """What messages call it."""
    language: str = ""
    """BCP 47 tag that the person gave; it goes before what the document says."""
    charset: str = ""
    """The encoding that a server declared."""
    base: str = ""
    """The address it came from in the end, which its links are relative to."""
    titled: Callable[[str, str], None] | None = None
    """Told the title and the language of a long text as soon as its beginning is understood."""

    @property
    def extension(self) -> str:
        """The ending of its name in small letters, with the dot; empty for none."""
        path = self.source
        if is_web_address(path):
            from urllib.parse import urlsplit

            path = urlsplit(path).path
        return "" if path == "-" else Path(path).suffix.lower()


class Loaded(NamedTuple):
    """An article, and its encoding if that had to be guessed."""

    article: Article
    encoding: str = ""


@dataclass(frozen=True, slots=True)
class Format:
    """One format; its module is imported when such a document is opened."""

    name: str
    """As ``--from`` takes it."""
    module: str
    """A module of ours with ``load``: text, source and language in, or a Document."""
    recognises: Callable[[Document], bool]
    """Whether a document is of this format, by its bytes first."""
    textual: bool = False
    """Whether ``load`` takes text, decoded and cleaned, rather than the Document."""


def load(document: Document, wanted: str = "") -> Loaded:
    """Load a document in the format called ``wanted``, else in the one it is known to be in.

    Raises IntoneError with a sentence that says what is wrong with it.
    """
    with _no_garbage():
        return _load(document, wanted)


@contextlib.contextmanager
def _no_garbage() -> Iterator[None]:
    """Look for no garbage meanwhile: nearly all that loading makes stays, and it is a tenth."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _load(document: Document, wanted: str) -> Loaded:
    if not document.data.strip():
        raise IntoneError(f"{document.name} is empty; choose a file with text in it.")
    form = by_name(wanted) if wanted else None
    if form is None:
        form = next((one for one in _BINARY if one.recognises(document)), None)
    if form is not None and not form.textual:
        return Loaded(import_module(form.module).load(document))
    decoded = decode_as(document.data, document.name, document.charset)
    text = decoded.text
    if not text.strip():
        raise IntoneError(f"{document.name} is empty; choose a file with text in it.")
    if form is None:
        markdown = document.extension in _MARKDOWN or sniff(text) == "markdown"
        form = by_name("markdown" if markdown else "text")
    module = import_module(form.module)
    if document.titled and len(text) > _LONG:
        end = text.rfind("\n\n", 0, _BEGINNING)
        start = module.load(text[: end + 2 or _BEGINNING], document.source, document.language)
        if start.title != document.source:
            document.titled(start.title, start.language)
    article = module.load(text, document.source, document.language)
    return Loaded(article, decoded.encoding)


def by_name(name: str) -> Format:
    """Return the format called ``name``; raise UsageError when there is none."""
    for form in FORMATS:
        if form.name == name:
            return form
    names = ", ".join(form.name for form in FORMATS[:-1])
    raise UsageError(
        f"There is no format called {clean_line(name)[:80]}; use {names} or {FORMATS[-1].name}."
    )


_LONG = 300_000
"""Characters above which a person would wait for the whole text to be understood."""
_BEGINNING = 20_000
_MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mkdn", ".mkd"})


def _by_its_text(document: Document) -> bool:
    """Whether a textual document is of a format is told from its text, not from its bytes."""
    return False


def _is_pdf(document: Document) -> bool:
    """Whether a document is PDF, whose mark may stand after some bytes of something else."""
    beginning = document.data[:1024]
    if beginning.lstrip().startswith(b"%PDF-"):
        return True
    return b"%PDF-" in beginning and b"startxref" in document.data[-2048:]


FORMATS: tuple[Format, ...] = (
    Format("epub", "content.epub.book", epub_signs.recognises),
    Format("docx", "content.docx.document", docx_signs.recognises),
    Format("pdf", "content.pdf.document", _is_pdf),
    Format("html", "content.html.page", html_signs.recognises),
    Format("markdown", "content.markdown", _by_its_text, textual=True),
    Format("text", "content.plain", _by_its_text, textual=True),
)
_BINARY = tuple(form for form in FORMATS if not form.textual)
