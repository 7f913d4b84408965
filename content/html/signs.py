"""Tells HTML by how it begins; light, since every file is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from content.patterns import lazily

if TYPE_CHECKING:
    from content.formats import Document

_EXTENSIONS = frozenset({".html", ".htm", ".xhtml", ".xht", ".shtml"})
_OTHER_TEXT = frozenset({".md", ".markdown", ".mdown", ".mkdn", ".mkd", ".txt", ".text"})
_BEGINNING = 4_096
_PAGE = lazily(r"<!doctype\s+html\b|<html\b|<(?:head|body|frameset)[\s>]", 2)
_PART = lazily(
    r"<(?:title|meta|base|link|style|script|article|section|main|header|nav|div|p|h[1-6]|table|ul|"
    r"ol|dl|blockquote|center|font|figure|span|a|b|i|em|strong|img|br)(?:\s[^<>]*)?/?>",
    2,
)
_AHEAD = lazily(r"(?:\s+|<\?xml\b[^<>]*>|<!--.*?-->|<![^<>-][^<>]*>)", 18)
_ENDING = lazily(r"</[A-Za-z][A-Za-z0-9]*\s*>\s*\Z")
_BINARY = (b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x7fELF")


def recognises(document: Document) -> bool:
    """Whether a document is HTML: by its first tag, else by its extension."""
    data = document.data
    if data.startswith(_BINARY):
        return False
    beginning = _beginning(data)
    if _PAGE.match(beginning):
        return True
    if document.extension in _OTHER_TEXT:
        return False
    if document.extension in _EXTENSIONS:
        return True
    return _PART.match(beginning) is not None and _is_markup(data, beginning)


def _beginning(data: bytes) -> str:
    """Return the first tag and what follows, past comments and declarations."""
    wide = data[:200].count(0) * 3 > len(data[:200])
    text = data[: 2 * _BEGINNING].replace(b"\0", b"").decode("utf-8-sig", "replace")
    if wide or data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = text.lstrip("\ufffd")
    text = text.lstrip("\ufeff")
    at = 0
    while found := _AHEAD.match(text, at):
        if _PAGE.match(text, at):
            break
        at = found.end()
    return text[at:]


def _is_markup(data: bytes, beginning: str) -> bool:
    """Whether a part of a page is HTML to its end, and not Markdown that begins with HTML."""
    from content.sniff import sniff

    end = data[-200:].replace(b"\0", b"").decode("utf-8", "replace")
    return _ENDING.search(end) is not None and sniff(beginning) != "markdown"
