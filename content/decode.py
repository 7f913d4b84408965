"""Bytes become text, or a clear error when they are none."""

from __future__ import annotations

import codecs
import contextlib
from dataclasses import dataclass

from content.errors import IntoneError
from content.text import clean

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark begins it
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ARTICLE = "open a text, a web page, an EPUB book, a DOCX or a PDF document instead"
_UNPACK = "unpack it and open what is in it"
_WORD = "save it as DOCX with a word processor and open that"
_MAGIC = (
    (b"%PDF-", "a PDF document", "open it without --from"),
    (b"\x89PNG\r\n", "a PNG picture", _ARTICLE),
    (b"\xff\xd8\xff", "a JPEG picture", _ARTICLE),
    (b"GIF8", "a GIF picture", _ARTICLE),
    (b"\x7fELF", "a program", _ARTICLE),
    (b"MZ\x90\x00", "a program", _ARTICLE),
    (b"\x1f\x8b", "a gzip archive", _UNPACK),
    (b"BZh", "a bzip2 archive", _UNPACK),
    (b"\xfd7zXZ\x00", "an xz archive", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", _UNPACK),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old or a locked office document", _WORD),
    (b"SQLite format 3\x00", "a database", _ARTICLE),
    (b"OggS", "a sound file", _ARTICLE),
    (b"ID3", "a sound file", _ARTICLE),
    (b"{\\rtf", "a rich-text document", _WORD),
)
_PACKED = (
    (b"mimetypeapplication/vnd.oasis.opendocument.text", "an OpenDocument text", _WORD),
    (b"mimetypeapplication/vnd.oasis.opendocument", "an OpenDocument file", _ARTICLE),
    (b"xl/workbook", "a spreadsheet", _ARTICLE),
    (b"ppt/presentation", "a presentation", "save it as PDF and open that"),
    (b"", "a ZIP archive", _UNPACK),
)
"""What ZIP archives may be, by what stands in them."""
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\f\r\x1b\x08")) + b"\x7f"
_SAMPLE = 100_000
"""Bytes that are enough to know an encoding by."""
_SHORT = 400
"""Bytes too few to tell older encodings apart; a Western one is likeliest."""
_CHAOS = 0.15
"""Share of unlikely characters above which a detected encoding does not convince."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, cleaned, and how it was written."""

    text: str
    encoding: str
    """The encoding's name when it was guessed; empty for Unicode, which needs no mention."""


def decode(data: bytes, name: str) -> str:
    """Return the text of ``data``, cleaned; ``name`` is for the error when there is none."""
    return decode_as(data, name).text


def decode_as(data: bytes, name: str, declared: str = "") -> Decoded:
    """Return the text of ``data`` and its encoding.

    What is Unicode is read as that. Only then does it count what encoding a server has
    ``declared``, since some declare the same for all they have. Raises IntoneError for what is
    not text, or whose encoding cannot be told.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return Decoded(clean(data.decode(encoding)), "")
            except UnicodeDecodeError as error:
                raise IntoneError(
                    f"{name} begins as {encoding.removesuffix('-sig').upper()} text but is damaged "
                    f"at byte {error.start}; save it as UTF-8 text and open it again."
                ) from error
    signs = [(what, advice) for magic, what, advice in _MAGIC if data.startswith(magic)]
    if data.startswith(b"PK\x03\x04"):
        signs = [(what, advice) for inside, what, advice in _PACKED if inside in data]
    if signs:
        what, advice = signs[0]
        raise IntoneError(f"{name} is not a text file, it looks like {what}; {advice}.")
    if wide := _wide(data):
        return Decoded(clean(data.decode(wide)), "")
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if b"\0" in data or controls * 10 > len(sample):
        raise _not_text(name)
    try:
        return Decoded(clean(data.decode("utf-8")), "")
    except UnicodeDecodeError:
        with contextlib.suppress(LookupError, UnicodeError):
            if declared and not codecs.lookup(declared).name.startswith("utf"):
                return Decoded(clean(data.decode(declared)), "")
        return _guess(data, name)


def _wide(data: bytes) -> str:
    """Return which UTF-16 without a mark this is: Latin letters leave every other byte zero."""
    sample = data[:_SAMPLE]
    for encoding, zeros in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        if zeros.count(0) * 2 > len(zeros) and sample.count(0) < len(sample) * 0.6:
            try:
                data.decode(encoding)
            except UnicodeDecodeError:
                return ""
            return encoding
    return ""


def _guess(data: bytes, name: str) -> Decoded:
    damaged = data.decode("utf-8", "replace")
    beyond = sum(1 for character in damaged if character > "\x7f")
    if damaged.count("\ufffd") * 10 < beyond:
        return Decoded(clean(damaged), "damaged UTF-8")
    high = sum(1 for byte in data[:_SHORT] if byte > 0x7F)
    if len(data) < _SHORT and high * 4 < len(data):
        try:
            return Decoded(clean(data.decode("cp1252")), "cp1252")
        except UnicodeDecodeError:
            pass  # it has bytes that no Western text has
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    if best is None or best.chaos > _CHAOS:
        raise IntoneError(
            f"The character encoding of {name} can't be told; "
            "save it as UTF-8 text and open it again."
        )
    try:
        return Decoded(clean(data.decode(best.encoding)), best.encoding.replace("_", "-"))
    except UnicodeDecodeError as error:
        raise _not_text(name) from error


def _not_text(name: str) -> IntoneError:
    return IntoneError(f"{name} is not a text file; {_ARTICLE}.")
