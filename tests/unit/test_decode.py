"""Bytes of every kind become text or a clear refusal."""

from __future__ import annotations

import codecs
import io
import zipfile

import pytest

from content.decode import decode, decode_as
from content.errors import IntoneError

TEXT = "Café – 5 °C, naïve, “quoted” 😀\n"
GERMAN = (
    "Fieber ist eine erhöhte Körpertemperatur. Für Kinder über drei Monate gilt: Trinken hilft, "
    "und Ruhe auch. Wenn die Temperatur länger als zwei Tage über 39 Grad bleibt, gehen Sie bitte "
    "zum Arzt. Häufig sind Erkältungen die Ursache; später können Schmerzen dazukommen.\n"
)
RUSSIAN = "Простуда проходит сама по себе. Обычно она длится неделю, иногда немного дольше.\n" * 4


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
        codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"),
    ],
)
def test_unicode_needs_no_guess(data: bytes) -> None:
    assert decode_as(data, "x.txt").text == TEXT
    assert decode_as(data, "x.txt").encoding == ""


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_unicode_without_a_mark_is_known_by_its_zeros(encoding: str) -> None:
    assert decode(GERMAN.encode(encoding), "x.txt") == GERMAN


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(GERMAN, "cp1252"), (GERMAN, "latin-1"), (RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r")],
)
def test_older_encodings_are_guessed_and_told(text: str, encoding: str) -> None:
    decoded = decode_as(text.encode(encoding), "x.txt")

    assert decoded.text == text
    assert decoded.encoding


def test_a_short_western_text_is_read() -> None:
    assert decode("Café au lait\n".encode("cp1252"), "x.txt") == "Café au lait\n"
    german = "Die Größe der Brücke über den Fluß.\n"
    assert decode(german.encode("cp1252"), "x.txt") == german


def test_damaged_utf_8_keeps_what_is_whole() -> None:
    data = GERMAN.encode()[:200] + b"\xff" + GERMAN.encode()[200:]

    decoded = decode_as(data, "x.txt")
    assert decoded.text.replace("\ufffd", "") == GERMAN
    assert decoded.encoding == "damaged UTF-8"


def test_text_is_cleaned() -> None:
    assert decode(b"a\r\nb\x1b[31mc\rd\x1b[", "x.txt") == "a\nbc\nd["


def _packed(member: str, data: bytes = b"") -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(member, data)
    return made.getvalue()


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\n...", "PDF"),
        (b"PK\x03\x04" + b"\0" * 50, "ZIP"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\x7fELF\x02\x01", "program"),
        (b"\x1f\x8b\x08\x00", "gzip.*unpack it"),
        (b"{\\rtf1\\ansi A cold.}", "rich-text.*save it as DOCX"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 50, "old or a locked.*save it as DOCX"),
        (_packed("mimetype", b"application/vnd.oasis.opendocument.text"), "OpenDocument.*as DOCX"),
        (_packed("xl/workbook.xml"), "spreadsheet"),
        (_packed("ppt/presentation.xml"), "presentation.*as PDF"),
        (_packed("photo.png"), "ZIP archive; unpack it"),
        (b"some\0text", "not a text file"),
        (bytes(range(1, 32)) * 100, "not a text file"),
        (bytes(range(256)) * 40, "not a text file"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8\x00", "damaged"),
        (codecs.BOM_UTF8 + b"\xff\xfe\xfa", "damaged"),
    ],
)
def test_what_is_no_text_is_refused_by_name(data: bytes, what: str) -> None:
    with pytest.raises(IntoneError, match=what) as caught:
        decode(data, "holiday.txt")
    assert "holiday.txt" in str(caught.value)
    assert ";" in str(caught.value)
