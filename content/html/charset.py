"""The bytes of a page become text, whatever they are said to be."""

from __future__ import annotations

import codecs

from content.decode import decode_as
from content.errors import IntoneError
from content.patterns import lazily
from content.text import clean

_META = lazily(r"""<meta\b[^<>]{0,500}?charset\s*=\s*["']?\s*([A-Za-z0-9._:-]{2,40})""", 2)
_XML = lazily(r"""<\?xml\b[^<>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._:-]{2,40})""", 2)
_LOOKED_AT = 4_096
# As browsers read them: what is named is often its successor.
_MEANT = {
    "ascii": "cp1252",
    "big5": "big5hkscs",
    "euc_kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "shift_jis": "cp932",
}
_BYTE_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_DAMAGE = 0.01
"""Share of characters that an encoding may leave without a meaning."""


def decode_page(data: bytes, declared: str, name: str) -> str:
    """Return the text of a page; ``declared`` is the encoding that the server named, if any.

    A byte order mark goes first, then whatever is valid UTF-8, which nothing else is by chance;
    then what the server, the page or its XML declaration says, where that fits; then detection.
    Raises IntoneError for what is no text.
    """
    if data.startswith(_BYTE_MARKS):
        try:
            return decode_as(data, name).text
        except IntoneError:
            encoding = "utf-8-sig" if data.startswith(codecs.BOM_UTF8) else "utf-16"
            return clean(data.decode(encoding, "replace"))
    wide = data[:_LOOKED_AT].count(0) * 3 > len(data[:_LOOKED_AT])
    if not wide:
        data = data.replace(b"\0", b"")
        head = data[:_LOOKED_AT].decode("latin-1")
        for encoding in _candidates(data, declared, head):
            text = _decoded(data, encoding)
            if text is not None:
                return clean(text)
    return decode_as(data, name).text


def _candidates(data: bytes, declared: str, head: str) -> list[str]:
    named = [declared, *(found[1] for found in (_META.search(head), _XML.search(head)) if found)]
    encodings = []
    for one in named:
        try:
            encoding = codecs.lookup(one.strip().strip("\"'")).name if one else ""
        except (LookupError, ValueError):
            continue
        encodings.append(_MEANT.get(encoding, encoding))
    escaped = [one for one in encodings if one.startswith(("iso2022", "hz"))]
    others = [one for one in encodings if one not in escaped and not one.startswith("utf-16")]
    return [*escaped, "utf-8", *filter(None, others)]


def _decoded(data: bytes, encoding: str) -> str | None:
    """Return the text in an encoding that fits, but for a few damaged characters."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        if encoding == "utf-8":
            return None
    except LookupError:  # a codec, but none of text
        return None
    text = data.decode(encoding, "replace")
    beyond = sum(1 for character in text if character > "\x7f")
    return text if text.count("\ufffd") <= _DAMAGE * beyond + 1 else None
