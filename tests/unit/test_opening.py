"""Opening sources: what is read, and what each refusal says."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from content import reading
from content.errors import IntoneError, UsageError
from content.opening import open_article, open_telling
from content.sniff import sniff
from tests.support.books import book, page

PROSE = "A cold gets better by itself.\n\nMost colds last a week.\n"


def refusal(source: str | Path, **options: object) -> str:
    """Return what opening says, having checked that it is one sentence that can be spoken."""
    with pytest.raises(IntoneError) as caught:
        open_article(str(source), **options)  # type: ignore[arg-type]
    said = str(caught.value)
    assert said.isprintable()
    assert said.endswith(".")
    assert ";" in said, "what to do next follows a semicolon"
    return said


def test_markdown_is_known_by_its_extension(tmp_path: Path) -> None:
    path = tmp_path / "cold.md"
    path.write_text("The *common* cold.\n")

    article = open_article(str(path), language="en")

    assert article.blocks[0].text == "The common cold."
    assert article.source == str(path)
    assert article.title == "cold"


def test_markdown_is_known_by_its_content(tmp_path: Path) -> None:
    path = tmp_path / "cold.txt"
    path.write_text("# Colds\n\nA cold.\n\n## Causes\n\nViruses.\n")

    assert [section.title for section in open_article(str(path), language="en").sections] == [
        "Causes"
    ]


def test_standard_input_is_sniffed_and_named() -> None:
    article = open_article("-", language="en", stdin=io.BytesIO(PROSE.encode()))

    assert (article.source, article.title) == ("-", "Standard input")
    assert article.blocks[0].text == "A cold gets better by itself."


def test_format_and_language_can_be_given() -> None:
    stdin = io.BytesIO(b"*Eine* Erkaeltung.\n")
    article = open_article("-", language="de", stdin=stdin, format="markdown")

    assert (article.language, article.blocks[0].text) == ("de", "Eine Erkaeltung.")
    with pytest.raises(UsageError):
        open_article("-", stdin=stdin, format="tex")


def test_home_folder_is_expanded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    (tmp_path / "cold.txt").write_text(PROSE)

    assert open_article("~/cold.txt", language="en").source == str(tmp_path / "cold.txt")


def test_missing_file_is_named(tmp_path: Path) -> None:
    assert "no file called" in refusal(tmp_path / "none.md")
    assert "none.md" in refusal(tmp_path / "none.md")


def test_no_name_is_said_so() -> None:
    assert "No file was named" in refusal(" ")


def test_folder_is_named(tmp_path: Path) -> None:
    assert f"{tmp_path.name} is a folder" in refusal(tmp_path)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_forbidden_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "secret.md"
    path.write_text(PROSE)
    path.chmod(0)

    assert "may not read" in refusal(path)


@pytest.mark.parametrize("content", [b"", b" \n\t\n ", b"\xef\xbb\xbf", b"\x1b\n"])
def test_empty_file_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "empty.md"
    path.write_bytes(content)

    assert "empty.md is empty" in refusal(path)


def test_file_without_anything_to_read_is_named(tmp_path: Path) -> None:
    path = tmp_path / "comment.md"
    path.write_text("<!-- nothing -->\n\n---\n")

    assert "nothing to read in" in refusal(path)


def test_large_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large.md"
    with path.open("wb") as file:
        file.truncate(3 * reading.LIMIT)

    said = refusal(path)
    assert "60 megabytes" in said
    assert "20 megabytes" in said


def test_a_book_may_be_larger_than_text_but_not_endlessly(tmp_path: Path) -> None:
    path = tmp_path / "large.epub"
    path.write_bytes(book({"one.xhtml": page("<p>Words.</p>"), "x.jpg": bytes(30_000_000)}))
    assert open_article(str(path)).blocks[0].text == "Words."

    with path.open("ab") as file:
        file.truncate(2 * reading.LARGEST)
    assert "200 megabytes" in refusal(path)


def test_standard_input_stops_at_the_limit() -> None:
    class Endless(io.RawIOBase):
        taken = 0

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
            self.taken += len(buffer)
            buffer[:] = b"a" * len(buffer)
            return len(buffer)

    endless = Endless()
    assert "20 megabytes" in refusal("-", stdin=endless)
    assert endless.taken < 1.2 * reading.LIMIT


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_pipe_is_read_and_a_silent_one_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    monkeypatch.setattr(reading, "SILENCE", 0.1)
    assert "Nothing came" in refusal(path)

    monkeypatch.setattr(reading, "SILENCE", 10.0)
    writer = threading.Thread(target=path.write_text, args=(PROSE,))
    writer.start()
    article = open_article(str(path), language="en")
    writer.join()
    assert len(article.blocks) == 2


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device here")
def test_device_is_named() -> None:
    assert "/dev/zero is a device" in refusal("/dev/zero")


def test_a_guessed_encoding_is_told() -> None:
    article, encoding = open_telling("-", language="fr", stdin=io.BytesIO(b"Un caf\xe9 noir.\n"))

    assert (article.blocks[0].text, encoding) == ("Un café noir.", "cp1252")
    assert open_telling("-", language="fr", stdin=io.BytesIO(PROSE.encode()))[1] == ""


def test_addresses_that_are_no_pages_are_named() -> None:
    said = refusal("ftp://example.org/cold")
    assert "ftp://example.org/cold is an address of ftp" in said
    assert "http and https" in said
    assert "put https:// before it" in refusal("www.example.org")
    assert "put https:// before it" in refusal("example.org/cold")


def test_names_are_cleaned_and_shortened_in_messages(tmp_path: Path) -> None:
    assert "\x1b" not in refusal("\x1b[31mred\u202e.md")
    assert len(refusal("a" * 5000)) < 300
    refusal("nul\0byte")
    refusal("lone\udcff.md")


def test_name_with_controls_is_cleaned_in_the_article(tmp_path: Path) -> None:
    path = tmp_path / "\x1b[31mred\n.md"
    path.write_text(PROSE)

    article = open_article(str(path), language="en")
    assert article.source.endswith("/red .md")
    assert article.title == "red"


def test_plain_text_needs_no_markdown_parser(tmp_path: Path) -> None:
    path = tmp_path / "cold.txt"
    path.write_text(PROSE)
    code = (
        "import sys; from content.opening import open_article; "
        f"open_article({str(path)!r}, language='en'); "
        "print({'markdown_it', 'yaml', 'charset_normalizer'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "set()"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Title\n\nText.\n", "markdown"),
        ("Text.\n\n## One\n\nText.\n\n## Two\n\nText.\n", "markdown"),
        ("---\ntitle: Cold\n---\nText.\n", "markdown"),
        ("a | b\n--|--\n1 | 2\n", "markdown"),
        ("See [one](https://a.org) and [two](/b).\n", "markdown"),
        ("Run:\n\n```sh\nls\n```\n", "markdown"),
        ("We ranked them.\n#1 rest\n#2 tea\n", "text"),
        ("Costs 5 * 3 * 2 = 30 [see note](page 4)\n", "text"),
        ("- one\n- two\n\n> quoted\n", "text"),
        ("Heading\n=======\n\nText.\n", "text"),
        ("Was this helpful?\n\nYes | No\n\nSources [1] [2]\n", "text"),
        ("", "text"),
    ],
)
def test_markdown_is_told_from_text(text: str, expected: str) -> None:
    assert sniff(text) == expected


@pytest.mark.parametrize("ending", ["md", "txt"])
def test_the_title_of_a_long_text_is_told_before_the_whole_is_understood(
    tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"long.{ending}"
    mark = "# " if ending == "md" else ""
    words = "Most people will have heard of it, and this is what they were told about it.\n\n"
    path.write_text(f"{mark}A long article\n\n" + words * 5_000, encoding="utf-8")
    told: list[tuple[str, str]] = []

    article, _ = open_telling(str(path), titled=lambda *title: told.append(title))

    assert told == [("A long article", "en")]
    assert article.title == "A long article"
    assert len(article.blocks) > 5_000


def test_a_short_text_needs_no_title_before(tmp_path: Path) -> None:
    path = tmp_path / "short.md"
    path.write_text("# Short\n\nWords.\n", encoding="utf-8")

    open_telling(str(path), titled=lambda *title: pytest.fail(str(title)))
