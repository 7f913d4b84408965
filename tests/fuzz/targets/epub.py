"""Books of a few pages, with faults of every kind that archives, XML and references may have."""

from __future__ import annotations

from random import Random
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED

from content.errors import IntoneError
from content.formats import Document, load
from tests.fuzz.invariants import check_article
from tests.support.books import archive, book, container, contents, ncx, package, page, point

_TEXTS = (
    "A cold gets better by itself.", "", "Chapter One", "\x9b31m\u202e", "&#27;[31m", "&nbsp;",
    "&out;", "<b>", "الفصل الثاني", "第一章", "[/]", "&#x110000;", "a" * 3000, "]]>", "1",
)  # fmt: skip
_REFERENCES = (
    "one.xhtml", "two.xhtml", "three.svg", "nav.xhtml", "toc.ncx", "gone.xhtml", "../../etc/passwd",
    "/EPUB/one.xhtml", "ONE.XHTML", "%6Fne.xhtml", "file:///etc/passwd", "http://example.org/x",
    "..\\EPUB\\one.xhtml", "", "#", "%", "one.xhtml#%FF", "\x00", "C:one.xhtml", "//x/y",
)  # fmt: skip
_IDS = ("", "#a", "#b", "#c", "#gone")
_ELEMENTS = (
    "p", "h1", "h2", "div", "section", "aside", "nav", "span", "li", "table", "td", "blockquote",
    "figure", "svg", "text", "pre", "ruby", "rt", "math",
)  # fmt: skip
_TYPES = (
    "pagebreak", "footnote", "noteref", "toc", "page-list", "landmarks", "cover", "epigraph", "x",
)  # fmt: skip
_COMPRESSIONS = (*(ZIP_STORED,) * 20, *(ZIP_DEFLATED,) * 18, ZIP_BZIP2, ZIP_LZMA)
_TYPE = '<!DOCTYPE html [<!ENTITY out SYSTEM "file:///etc/passwd"><!ENTITY b "&out;&out;">]>'


def generate(random: Random) -> bytes:
    """Return a small book; most have one fault or a few."""
    files: dict[str, str | bytes] = {
        "one.xhtml": page(_body(random)),
        "two.xhtml": page(_body(random)),
        "three.svg": f'<svg xmlns="http://www.w3.org/2000/svg">{_body(random)}</svg>',
        "nav.xhtml": contents(*_links(random), more=_body(random)),
        "toc.ncx": ncx(*(point(place, label) for place, label in _links(random))),
        "words.pls": f"<lexicon><lexeme><grapheme>{random.choice(_TEXTS)}</grapheme>"
        f"<phoneme>{random.choice(_TEXTS)}</phoneme></lexeme></lexicon>",
    }
    for name in list(files):
        if random.random() < 0.1:
            files[name] = _mutated(str(files[name]).encode("utf-8", "replace"), random)
        elif random.random() < 0.05:
            del files[name]
    listed = [*files, *random.sample(_REFERENCES, 2)]
    opf = package(
        [_attribute(name) for name in listed],
        spine=[_attribute(random.choice(listed)) + random.choice(("", " no")) for _ in range(4)],
        properties={random.choice(listed): f'properties="nav" fallback="i{random.randrange(9)}"'},
        metadata=f"<dc:title>{random.choice(_TEXTS)}</dc:title><dc:date>{random.random()}</dc:date>"
        f"<dc:language>{random.choice(('en', 'ar', '!', ''))}</dc:language>",
        attributes='toc="i4"',
    )
    extra: dict[str, str | bytes] = {}
    if random.random() < 0.1:
        extra["META-INF/container.xml"] = container(random.choice(_REFERENCES))
    if random.random() < 0.1:
        extra["META-INF/encryption.xml"] = (
            "<encryption><EncryptedData><EncryptionMethod Algorithm='x'/><CipherReference "
            f"URI='EPUB/{_attribute(random.choice(_REFERENCES))}'/></EncryptedData></encryption>"
        )
    data = book(files, opf=opf, extra=extra, compression=random.choice(_COMPRESSIONS))
    if random.random() < 0.3:
        data = _mutated(data, random)
    if random.random() < 0.05:
        data = archive({"book.epub": data, "META-INF/container.xml": container("book.epub")})
    return data


def check(data: bytes) -> None:
    """Check that a book opens whole, or is refused in one sentence."""
    try:
        article = load(Document(data, "book.epub", "book.epub")).article
    except IntoneError as error:
        said = str(error)
        assert said.isprintable()
        assert said.endswith(".")
        return
    check_article(article)


def _attribute(text: str) -> str:
    return text.replace("\x00", "")


def _links(random: Random) -> list[tuple[str, str]]:
    return [
        (random.choice(_REFERENCES[:8]) + random.choice(_IDS), random.choice(_TEXTS))
        for _ in range(random.randrange(6))
    ]


def _body(random: Random, depth: int = 0) -> str:
    parts = []
    for _ in range(random.randrange(1, 5)):
        name = random.choice(_ELEMENTS)
        kind = f' epub:type="{random.choice(_TYPES)}"' if random.random() < 0.2 else ""
        id_ = f' id="{random.choice("abc")}"' if random.random() < 0.3 else ""
        within = _body(random, depth + 1) if depth < 3 and random.random() < 0.3 else ""
        end = "" if random.random() < 0.02 else f"</{name}>"
        parts.append(f"<{name}{kind}{id_}>{random.choice(_TEXTS)}{within}{end}")
    if depth == 0 and random.random() < 0.05:
        parts.append(_TYPE)
    return "".join(parts)


def _mutated(data: bytes, random: Random) -> bytes:
    """Return ``data`` with bytes changed, taken out, put twice, or cut off."""
    changed = bytearray(data)
    for _ in range(random.randrange(1, 4)):
        at = random.randrange(len(changed) + 1)
        length = random.choice((1, 2, 4, 30))
        match random.randrange(4):
            case 0:
                changed[at : at + length] = random.randbytes(length)
            case 1:
                del changed[at : at + length]
            case 2:
                changed[at:at] = changed[at : at + length]
            case _:
                if random.random() < 0.3:
                    del changed[at:]
    return bytes(changed)
