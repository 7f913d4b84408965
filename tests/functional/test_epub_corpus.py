"""Real books: their sections are those that their own contents name, and no word is lost.

What is expected is read from each book here by other means: the standard library's XML parser,
and no more of EPUB than these questions need.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest

from content.formats import Document, load
from content.model import Article
from tests.fuzz.invariants import check_article

BOOKS = sorted((Path(__file__).parents[2].parent / "shared" / "corpora" / "epub").glob("*.epub"))

EPUB = "{http://www.idpf.org/2007/ops}type"
XHTML = "{http://www.w3.org/1999/xhtml}"
SILENT = set("script style rt rp head nav math noscript template defs audio video canvas".split())
HIDDEN = re.compile(r"display:\s*none")

pytestmark = pytest.mark.skipif(not BOOKS, reason="the corpora are not at ../shared/corpora")


class Book:
    """A book as the tests see it: its files, and what the first package says of them."""

    def __init__(self, path: Path) -> None:
        self.zip = zipfile.ZipFile(path)
        container = ElementTree.fromstring(self.zip.read("META-INF/container.xml"))
        (self.opf, *_) = [one.attrib["full-path"] for one in container.iterfind(".//{*}rootfile")]
        self.package = ElementTree.fromstring(self.zip.read(self.opf))
        self.items = {one.attrib["id"]: one for one in self.package.iterfind(".//{*}item")}

    def spine(self) -> list[str]:
        references = self.package.iterfind(".//{*}itemref")
        return [self.path(self.opf, self.items[one.attrib["idref"]].attrib["href"])
                for one in references]  # fmt: skip

    def navigation(self) -> str:
        return next(
            self.path(self.opf, one.attrib["href"])
            for one in self.items.values()
            if "nav" in one.get("properties", "").split()
        )

    @staticmethod
    def path(base: str, reference: str) -> str:
        name = unquote(reference.partition("#")[0])
        return posixpath.normpath(posixpath.join(posixpath.dirname(base), name))

    def labels(self) -> list[str]:
        """Return what the contents list says, but for lines that neither lead nor group."""
        base = self.navigation()
        root = ElementTree.fromstring(self.zip.read(base))
        table = next(one for one in root.iter(f"{XHTML}nav") if one.get(EPUB) == "toc")
        labels = []
        for item in table.iter(f"{XHTML}li"):
            link = item.find(f"{XHTML}a")
            line = link if link is not None else item.find(f"{XHTML}span")
            leads = item.find(f".//{XHTML}a[@href]") is not None
            if line is not None and leads:
                labels.append(" ".join("".join(line.itertext()).split()))
        return labels

    def stretches(self) -> list[str]:
        """Return the letters of each stretch of text that a person would see in the spine."""
        seen = (
            _seen(ElementTree.fromstring(_without_entities(self.zip.read(name))))
            for name in self.spine()
        )
        return [found for document in seen for text in document if (found := letters(text))]


def _without_entities(document: bytes) -> bytes:
    return re.sub(rb"&(?!amp|lt|gt|quot|#)\w+;", b"", document)


def _seen(element: ElementTree.Element) -> Iterator[str]:
    name = element.tag.rpartition("}")[2]
    hidden = "hidden" in element.attrib or HIDDEN.search(element.get("style", ""))
    if name not in SILENT and not hidden and "pagebreak" not in element.get(EPUB, ""):
        yield element.text or ""
        for child in element:
            yield from _seen(child)
            yield child.tail or ""


def letters(text: str) -> str:
    """Return the letters and digits of ``text``, which are the same however it is laid out."""
    return "".join(character for character in text if character.isalnum())


def read(path: Path) -> Article:
    return load(Document(path.read_bytes(), path.name, path.name)).article


@pytest.mark.parametrize("path", BOOKS, ids=lambda path: path.stem)
def test_sections_are_what_the_contents_say(path: Path) -> None:
    article = read(path)

    assert [section.title for section in article.sections] == Book(path).labels()
    firsts = [section.first for section in article.sections]
    assert firsts == sorted(set(firsts)), "each section begins somewhere of its own"
    assert article.title == Book(path).package.findtext(".//{*}title")


@pytest.mark.parametrize("path", BOOKS, ids=lambda path: path.stem)
def test_no_word_is_lost(path: Path) -> None:
    article = read(path)

    texts = [block.label + block.text for block in article.blocks]
    texts += [piece.text for piece in article.skipped]
    said = letters("".join(texts))
    stretches = Book(path).stretches()
    assert [stretch for stretch in stretches if stretch not in said] == []
    assert not Counter("".join(stretches)) - Counter(said)
    assert not [piece for piece in article.skipped if piece.kind == "missing"]


@pytest.mark.parametrize("path", BOOKS, ids=lambda path: path.stem)
def test_pages_and_lexicons_are_all_there(path: Path) -> None:
    article = read(path)
    book = Book(path)
    breaks = [
        one.get("title") or one.text
        for name in book.spine()
        for one in ElementTree.fromstring(_without_entities(book.zip.read(name))).iter()
        if one.get(EPUB) == "pagebreak"
    ]
    lexemes = [
        lexeme
        for item in book.items.values()
        if item.get("media-type") == "application/pls+xml"
        for lexeme in ElementTree.fromstring(
            book.zip.read(book.path(book.opf, item.attrib["href"]))
        ).iterfind(".//{*}grapheme")
    ]

    assert [page.label for page in article.pages] == breaks
    assert len(article.lexicon) == len({lexeme.text for lexeme in lexemes})


@pytest.mark.parametrize("path", BOOKS, ids=lambda path: path.stem)
def test_what_holds_for_every_article(path: Path) -> None:
    article = read(path)
    if len(article.blocks) > 1_000:
        pytest.skip("the script of a whole novel takes seconds")
    check_article(article)
