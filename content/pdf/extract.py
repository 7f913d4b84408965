"""Takes out of a PDF document what is needed, in a process of its own.

pdfium is written in C++ and reads what anybody made: should it break down, hang or take all
memory, only this process is lost. It reads the document from standard input and writes JSON.
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import sys
from functools import partial
from typing import Any

import pypdfium2.raw as pdfium

from content.pdf import structure, turning, writing

MEMORY = 2_000_000_000
"""Bytes of address space."""
SECONDS = 60
MOST_PAGES = 5_000
MOST_WORDS = 1_500_000
"""A long novel has a million."""
_WORDS_IN_NOTHING = 100_000
"""Words that a document may have whatever its size; above that, each needs a byte at least."""
_MOST_BOOKMARKS = 5_000
_ERRORS = {pdfium.FPDF_ERR_PASSWORD: "password", pdfium.FPDF_ERR_SECURITY: "security"}


def main() -> None:
    """Read a document, write what is in it; ``{"error": …}`` when it can't be read."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    data = sys.stdin.buffer.read()
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what the library prints is no answer
    answers.write(json.dumps(extracted(data)).encode())
    answers.close()
    os._exit(0)  # without the library's own ending, where it may break down as well


def extracted(data: bytes) -> dict[str, Any]:
    """Return what ``content.pdf.pages.from_plain`` takes, or what is wrong."""
    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        return {"error": _ERRORS.get(pdfium.FPDF_GetLastError(), "broken")}
    try:
        return _extracted(document, len(data))
    finally:
        pdfium.FPDF_CloseDocument(document)


def _extracted(document: Any, size: int) -> dict[str, Any]:
    count = pdfium.FPDF_GetPageCount(document)
    if count > MOST_PAGES:
        return {"error": "long"}
    pages = []
    words = 0
    for number in range(count):
        page = pdfium.FPDF_LoadPage(document, number)
        if not page:
            continue
        try:
            made = _page(document, page, number)
        finally:
            pdfium.FPDF_ClosePage(page)
        words += len(made["words"])
        if words > _WORDS_IN_NOTHING + size:
            return {"error": "bomb"}  # the same page, or the same writing, again and again
        if words > MOST_WORDS:
            return {"error": "long"}
        pages.append(made)
    if not pages:
        return {"error": "broken"}
    return {
        "pages": pages,
        "title": _information(document, b"Title"),
        "author": _information(document, b"Author"),
        "created": _information(document, b"CreationDate"),
        "modified": _information(document, b"ModDate"),
        "language": structure.text_of(
            lambda room, size: pdfium.FPDFCatalog_GetLanguage(document, _as_shorts(room), size)
        ),
        "bookmarks": _bookmarks(document),
    }


def _page(document: Any, page: Any, number: int) -> dict[str, Any]:
    label = structure.text_of(partial(pdfium.FPDF_GetPageLabel, document, number))
    width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    if pdfium.FPDFPage_GetRotation(page) % 2:
        width, height = height, width
    words, aside, width, height = turning.levelled(writing.words(document, page), width, height)
    return {
        "width": width,
        "height": height,
        "label": label or str(number + 1),
        "words": words,
        "aside": aside,
        "tree": structure.tree(page),
    }


def _information(document: Any, key: bytes) -> str:
    return structure.text_of(partial(pdfium.FPDF_GetMetaText, document, key))


def _as_shorts(room: Any) -> Any:
    return ctypes.cast(room, ctypes.POINTER(ctypes.c_ushort)) if room is not None else None


def _bookmarks(document: Any) -> list[list[Any]]:
    """Return [level, title, page] of each line of the outline; lines may refer in circles."""
    found: list[list[Any]] = []
    waiting = [(pdfium.FPDFBookmark_GetFirstChild(document, None), 1)]
    while waiting and len(found) < _MOST_BOOKMARKS:
        bookmark, level = waiting.pop()
        if not bookmark:
            continue
        title = structure.text_of(partial(pdfium.FPDFBookmark_GetTitle, bookmark))
        target = pdfium.FPDFBookmark_GetDest(document, bookmark)
        if not target and (action := pdfium.FPDFBookmark_GetAction(bookmark)):
            target = pdfium.FPDFAction_GetDest(document, action)
        page = pdfium.FPDFDest_GetDestPageIndex(document, target) if target else -1
        found.append([level, title, page])
        waiting.append((pdfium.FPDFBookmark_GetNextSibling(document, bookmark), level))
        waiting.append((pdfium.FPDFBookmark_GetFirstChild(document, bookmark), level + 1))
    return found
