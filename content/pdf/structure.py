"""The structure tree of a tagged page, as pdfium tells it; and the texts of its calls."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from functools import partial
from typing import Any

import pypdfium2.raw as pdfium

_LONGEST = 40_000
"""Bytes of one text; UTF-16."""
_DEEPEST = 60
_MOST = 20_000
"""Elements of one page."""


def text_of(call: Callable[[Any, int], int]) -> str:
    """Return the text that a call of pdfium fills a buffer with, told its bytes."""
    size = call(None, 0)
    if not 2 < size <= _LONGEST:
        return ""
    room = ctypes.create_string_buffer(size)
    call(room, size)
    return room.raw[: size - 2].decode("utf-16-le", "replace").partition("\0")[0]


def tree(page: Any) -> list[Any]:
    """Return the page's elements: [type, children, alternative, actual text, language]."""
    found = pdfium.FPDF_StructTree_GetForPage(page)
    if not found:
        return []
    room = [_MOST]
    try:
        return [
            made
            for index in range(max(0, pdfium.FPDF_StructTree_CountChildren(found)))
            if (element := pdfium.FPDF_StructTree_GetChildAtIndex(found, index))
            and (made := _element(element, 1, room))
        ]
    finally:
        pdfium.FPDF_StructTree_Close(found)


def _element(element: Any, depth: int, room: list[int]) -> list[Any] | None:
    room[0] -= 1
    if room[0] < 0 or depth > _DEEPEST:
        return None
    children: list[Any] = []
    for index in range(max(0, pdfium.FPDF_StructElement_CountChildren(element))):
        content = pdfium.FPDF_StructElement_GetChildMarkedContentID(element, index)
        if content >= 0:
            children.append(content)
            continue
        child = pdfium.FPDF_StructElement_GetChildAtIndex(element, index)
        if child and (made := _element(child, depth + 1, room)):
            children.append(made)
    return [
        _text(pdfium.FPDF_StructElement_GetType, element),
        children,
        _text(pdfium.FPDF_StructElement_GetAltText, element),
        _text(pdfium.FPDF_StructElement_GetActualText, element),
        _text(pdfium.FPDF_StructElement_GetLang, element),
    ]


def _text(call: Any, element: Any) -> str:
    return text_of(partial(call, element))
