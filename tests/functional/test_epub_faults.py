"""Books that are damaged, locked or hostile: one clear sentence, or the rest of the book."""

from __future__ import annotations

import contextlib
import struct
import time
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from content import archive as limits
from content.epub import container as book_limits
from content.errors import IntoneError
from content.formats import Document, load
from content.model import Article
from content.opening import open_article
from tests.support.books import archive, book, container, contents, ncx, package, page, point

ONE = {"one.xhtml": page("<h1>First</h1><p>The first words.</p>")}
NAV = contents(("one.xhtml", "First"))


def read(data: bytes, name: str = "book.epub") -> Article:
    return load(Document(data, name, name, "")).article


def refusal(data: bytes, name: str = "book.epub") -> str:
    """Return what loading says, having checked that it is one sentence that can be spoken."""
    with pytest.raises(IntoneError) as caught:
        read(data, name)
    said = str(caught.value)
    assert said.isprintable()
    assert said.endswith(".")
    assert ";" in said, "what to do next follows a semicolon"
    assert said.startswith("book")
    return said


def texts(article: Article) -> list[str]:
    return [block.text for block in article.blocks]


def missing(article: Article) -> list[str]:
    return [piece.text for piece in article.skipped if piece.kind == "missing"]


def test_a_book_is_known_by_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "download.bin"
    path.write_bytes(book({**ONE, "nav.xhtml": NAV}))

    assert open_article(str(path)).title == "A small book"


def test_another_archive_is_no_book() -> None:
    data = archive({"notes.txt": "Some notes.", "sheets/first.xml": "<s/>"})

    assert "ZIP archive" in refusal(data, "book.zip")


def test_a_book_within_an_archive_is_not_unpacked() -> None:
    data = archive({"inner.epub": book({**ONE, "nav.xhtml": NAV}, compression=8)}, compression=8)

    assert "ZIP archive" in refusal(data, "book.zip")


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.99])
def test_a_download_that_was_cut_short(share: float) -> None:
    data = book({**ONE, "nav.xhtml": NAV})

    assert "cut short" in refusal(data[: int(len(data) * share)])


def test_noise_called_a_book() -> None:
    assert "cut short or damaged" in refusal(b"\0\1\2\3" * 500)


def test_an_archive_called_a_book_without_a_container() -> None:
    assert "container.xml" in refusal(archive({"text.xhtml": ONE["one.xhtml"]}))


@pytest.mark.parametrize(
    "said",
    ["", "<container/>", container("EPUB/elsewhere.opf"), "no XML & at all", container("")],
)
def test_a_container_that_leads_nowhere(said: str) -> None:
    assert "leads nowhere" in refusal(book(ONE, extra={"META-INF/container.xml": said}))


@pytest.mark.parametrize("said", ["", "\1", "not XML"])
def test_a_package_document_that_is_none(said: str) -> None:
    assert "damaged" in refusal(book(ONE, opf=said))


def test_a_book_without_a_page() -> None:
    assert "no page that can be read" in refusal(book(ONE, opf=package([])))
    assert "no page that can be read" in refusal(book({}, opf=package(["gone.xhtml"])))


def encryption(algorithm: str, *members: str) -> str:
    """Return an encryption.xml that says the members are encrypted."""
    return (
        '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
        + "".join(
            '<e:EncryptedData xmlns:e="http://www.w3.org/2001/04/xmlenc#">'
            f'<e:EncryptionMethod Algorithm="{algorithm}"/>'
            f'<e:CipherData><e:CipherReference URI="{member}"/></e:CipherData></e:EncryptedData>'
            for member in members
        )
        + "</encryption>"
    )


AES = "http://www.w3.org/2001/04/xmlenc#aes128-cbc"


def test_a_protected_book_is_told_of() -> None:
    extra = {
        "META-INF/encryption.xml": encryption(AES, "EPUB/one.xhtml"),
        "META-INF/rights.xml": "<rights/>",
        "EPUB/one.xhtml": bytes(range(256)) * 4,
    }

    assert "protected" in refusal(book(ONE, extra=extra))


def test_fonts_may_be_obfuscated() -> None:
    said = encryption("http://www.idpf.org/2008/embedding", "EPUB/one.xhtml", "EPUB/f.otf")

    assert "The first words." in texts(read(book(ONE, extra={"META-INF/encryption.xml": said})))


def test_one_encrypted_chapter_is_told_and_the_others_are_read() -> None:
    files = {f"{name}.xhtml": page(f"<p>Chapter {name}.</p>") for name in "abc"}
    said = encryption(AES, "EPUB/b.xhtml")

    article = read(book(files, extra={"META-INF/encryption.xml": said}))

    assert texts(article) == ["Chapter a.", "Chapter c."]
    assert missing(article) == ["b.xhtml is encrypted"]
    assert [piece.before for piece in article.skipped] == [1]


def test_an_archive_with_a_password() -> None:
    data = bytearray(book(ONE))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):  # bit 0 of the flags
        start = data.find(mark)
        while start >= 0:
            data[start + at] |= 1
            start = data.find(mark, start + 4)

    refusal(bytes(data))


def test_missing_and_damaged_chapters_are_told_where_they_stood() -> None:
    files = {"a.xhtml": page("<p>One.</p>"), "d.xhtml": page("<p>Four.</p>")}
    listed = ["a.xhtml", "b.xhtml", "c.xhtml", "d.xhtml"]
    extra = {"EPUB/c.xhtml": b"PK\x03\x04" + bytes(200)}

    article = read(book(files, opf=package(listed, spine=[*listed, "unheard"]), extra=extra))

    assert texts(article) == ["One.", "Four."]
    assert missing(article) == ["b.xhtml is missing", "c.xhtml is no text", "unheard is missing"]
    assert [piece.before for piece in article.skipped] == [1, 1, 2]


def test_one_member_with_damaged_bytes_does_not_lose_the_book() -> None:
    files = {"a.xhtml": page("<p>One.</p>"), "b.xhtml": page("<p>Two words here.</p>")}
    data = book(files, compression=zipfile.ZIP_STORED).replace(b"Two words", b"Two wards")

    article = read(data)

    assert texts(article) == ["One."]
    assert missing(article) == ["b.xhtml is damaged"]


@pytest.mark.parametrize(
    "reference",
    ["../EPUB/one.xhtml", "/EPUB/one.xhtml", "./../../../../EPUB/one.xhtml", "..\\EPUB\\one.xhtml",
     "%6Fne.xhtml", "ONE.XHTML", "one.xhtml?page=2"],
)  # fmt: skip
def test_references_in_any_spelling_lead_to_names_in_the_archive(reference: str) -> None:
    article = read(book(ONE, opf=package([reference], spine=[reference])))

    assert "The first words." in texts(article)


@pytest.mark.parametrize(
    "reference",
    ["../../../../etc/passwd", "/etc/passwd", "file:///etc/passwd", "C:\\Windows\\win.ini",
     "//example.org/one.xhtml", "http://example.org/one.xhtml"],
)  # fmt: skip
def test_references_never_lead_out_of_the_archive(
    reference: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(*_: object, **__: object) -> None:
        raise AssertionError("a book made Intone open something")

    data = book(ONE, opf=package([reference, "one.xhtml"], spine=[reference, "one.xhtml"]))
    load(Document(data, "warm", "warm", ""))  # whatever is imported late is now there
    monkeypatch.setattr("socket.socket.connect", forbidden)
    monkeypatch.setattr("builtins.open", forbidden)
    monkeypatch.setattr("os.open", forbidden)

    article = read(data)

    assert "The first words." in texts(article)
    assert len(missing(article)) == 1


def test_names_that_lead_out_of_the_archive_are_only_names(tmp_path: Path) -> None:
    path = tmp_path / "in" / "book.epub"
    path.parent.mkdir()
    path.write_bytes(
        book(ONE, extra={"../escaped.txt": "out", "/absolute.txt": "out", "..\\w.txt": "out"})
    )

    assert "The first words." in texts(open_article(str(path)))
    assert [file.name for file in tmp_path.rglob("*") if file.is_file()] == ["book.epub"]


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaaaaaaaaaaaaaaaa">'
for before, name in zip("abcdef", "bcdefg", strict=True):
    BOMB += f'<!ENTITY {name} "{f"&{before};" * 50}">'
BOMB += "]>"


def with_bomb(document: str) -> str:
    start = document.index("?>") + 2
    document = document[:start] + BOMB + document[start:].replace("<!DOCTYPE html>", "")
    return document.replace("First", "First &g; and &f;")


def test_entities_do_not_grow() -> None:
    files = {
        "one.xhtml": with_bomb(ONE["one.xhtml"]),
        "toc.ncx": with_bomb(ncx(point("one.xhtml", "First"))),
    }
    opf = with_bomb(package(list(files), attributes='toc="i1"', metadata="<t>First</t>"))

    article = read(book(files, opf=opf))

    assert sum(map(len, texts(article))) < 1_000
    assert "The first words." in texts(article)


def test_files_are_not_loaded_as_entities(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret")
    body = page("<p>Before &out; after.</p>").replace(
        "<!DOCTYPE html>", f'<!DOCTYPE html [<!ENTITY out SYSTEM "{secret.as_uri()}">]>'
    )

    article = read(book({"one.xhtml": body}))

    assert "secret" not in "".join(texts(article))
    assert "Before" in texts(article)[0]


def test_a_bomb_is_not_unpacked_into_memory() -> None:
    data = book({"one.xhtml": b"<p>" + b" " * 300_000_000}, compression=zipfile.ZIP_DEFLATED)

    tracemalloc.start()
    said = refusal(data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert "harm" in said
    assert peak < 4 * limits.MEMBER_BYTES


def test_a_bomb_of_many_members(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ALL_BYTES", 100_000)
    files = {f"{number}.xhtml": page(f"<p>{'word ' * 4000}</p>") for number in range(6)}

    assert "harm" in refusal(book(files))


def test_an_archive_of_very_many_members(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MEMBERS", 50)

    assert "files" in refusal(book(ONE, extra={f"x{number}": "" for number in range(60)}))


@pytest.mark.parametrize(("size", "told"), [(0x7FFFFFFF, []), (40, ["one.xhtml is damaged"])])
def test_a_member_that_lies_about_its_size(size: int, told: list[str]) -> None:
    files = {"zero.xhtml": page("<p>Before.</p>"), **ONE}
    data = bytearray(book(files, compression=zipfile.ZIP_DEFLATED))
    struct.pack_into("<I", data, data.rfind(b"PK\x01\x02") + 24, size)

    article = read(bytes(data))

    assert missing(article) == told
    assert ("The first words." in texts(article)) == (not told)


def test_a_book_of_nothing_but_tags(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(book_limits, "TAGS", 10_000)

    assert "harm" in refusal(book({"one.xhtml": page("<i/>" * 20_000)}))


def test_loops_of_fallbacks_end() -> None:
    properties = {
        "a.bin": 'fallback="i1"',
        "b.bin": 'fallback="i0"',
    }
    opf = package(["a.bin", "b.bin", "one.xhtml"], spine=["a.bin", "one.xhtml"],
                  properties=properties)  # fmt: skip
    files = {**ONE, "a.bin": b"\0" * 64, "b.bin": b"\0" * 64}

    article = read(book(files, opf=opf))

    assert "The first words." in texts(article)
    assert missing(article) == ["a.bin is no text"]


def test_contents_that_lead_in_circles() -> None:
    files = {
        "nav.xhtml": contents(
            ("nav.xhtml", "Contents"), ("one.xhtml", "First"), ("one.xhtml", "First"),
            ("nav.xhtml#nowhere", "Contents again"), ("one.xhtml#nowhere", "Lost"),
        ),
        **ONE,
    }  # fmt: skip

    article = read(book(files))

    firsts = [section.first for section in article.sections]
    assert firsts == sorted(set(firsts))
    assert texts(article).count("The first words.") == 1


def test_contents_nested_very_deeply() -> None:
    deep = "<ol><li><a href='one.xhtml'>First</a>" * 3000 + "</li></ol>" * 3000
    nav = page(f'<nav epub:type="toc">{deep}</nav>')

    article = read(book({**ONE, "nav.xhtml": nav}))

    assert all(1 <= section.level <= 6 for section in article.sections)
    assert "The first words." in texts(article)


def _nested(start: str, end: str, size: int) -> dict[str, str]:
    depth = 500
    return {"one.xhtml": page(start * depth + "<p>word</p>" * size + end * depth)}


@pytest.mark.parametrize(
    "made",
    [
        lambda size: _nested('<section epub:type="toc">', "</section>", size),
        lambda size: _nested('<nav epub:type="landmarks">', "</nav>", size),
        lambda size: _nested('<a epub:type="noteref" href="two.xhtml#a">', "</a>", size // 20),
        lambda size: _nested('<svg xmlns="http://www.w3.org/2000/svg">', "</svg>", size),
        lambda size: {
            "one.xhtml": page("<h2>Part</h2><p>word</p>" * size),
            "nav.xhtml": contents(*[(f"one.xhtml#gone{n}", "Part") for n in range(size)]),
        },
        lambda size: {f"{n}.xhtml": page("<p>word</p>") for n in range(size // 10)},
        lambda size: {"one.xhtml": page("<a <b &" * size)},
        lambda size: {"one.xhtml": page("&nope;&#xffffff;<![CDATA[" * size)},
    ],
)
def test_time_grows_with_the_size_and_no_faster(made: Callable[[int], dict[str, str]]) -> None:
    def seconds(size: int) -> float:
        data = book(made(size))
        begun = time.process_time()
        with contextlib.suppress(IntoneError):
            read(data)
        return time.process_time() - begun

    seconds(100)  # what is imported late is now there
    assert min(seconds(6_000), seconds(6_000)) < 0.3 + 4 * seconds(3_000)
