"""Small documents that would grow without end: refused, in little memory."""

from __future__ import annotations

import gzip
import struct
import tracemalloc
import zlib

import pytest

from content.errors import IntoneError
from content.formats import Document, load
from content.reading import LIMIT
from content.web import body


def refusal(data: bytes, name: str) -> tuple[str, int]:
    """Return what loading says, and the bytes of memory that it took at most."""
    tracemalloc.start()
    try:
        with pytest.raises(IntoneError) as caught:
            load(Document(data, name, name, "en"))
        return str(caught.value), tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def crowded(entries: int) -> bytes:
    """Return an archive that lists one member so many times."""
    fields = (20, 20, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0)
    entry = b"PK\x01\x02" + struct.pack("<HHHHHHIIIHHHHHII", *fields) + b"a"
    start = b"PK\x03\x04" + bytes(26)
    size = len(entry) * entries
    end = struct.pack("<HHHHIIH", 0, 0, 65535, 65535, size, len(start), 0)
    return start + entry * entries + b"PK\x05\x06" + end


@pytest.mark.parametrize("name", ["book.epub", "text.docx", "some.zip"])
def test_an_archive_that_lists_millions_is_not_looked_through(name: str) -> None:
    data = crowded(300_000)
    said, peak = refusal(data, name)

    assert said.startswith(name)
    assert peak < len(data)


def test_a_page_that_is_drawn_again_and_again_is_refused() -> None:
    writing = zlib.compress(b"BT /F 1 Tf 10 10 Td " + b"(aa bb ) Tj " * 3000 + b"ET", 9)
    pages = 60
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (pages, b"5 0 R " * pages),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(writing), writing),
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</Font<</F 3 0 R>>>>>>",
    ]
    numbered = [
        b"%d 0 obj\n%s\nendobj\n" % (number, made) for number, made in enumerate(objects, 1)
    ]
    data = b"%PDF-1.4\n" + b"".join(numbered) + b"trailer<</Root 1 0 R>>\n%%EOF"
    assert len(data) < 2_000

    said, peak = refusal(data, "a.pdf")
    assert "far more text" in said
    assert peak < 5_000_000


def test_a_packed_page_is_unpacked_no_further_than_the_limit() -> None:
    bomb = gzip.compress(bytes(10 * LIMIT))
    tracemalloc.start()
    with pytest.raises(IntoneError, match="larger than"):
        body.read([bomb], "gzip", "a page", None, lambda came, expected: None)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 3 * LIMIT
