"""PDF: documents by grammar, tagged or not, and such with bytes changed.

The library that reads PDF runs in the fuzzer's own process here, which is a hundred times
faster; a crash of it ends the fuzzer, and is a find.
"""

from __future__ import annotations

import random as randomness

from content.pdf.document import article_of
from content.pdf.extract import extracted
from content.pdf.pages import from_plain
from tests.fuzz.invariants import check_article
from tests.support.pdf_maker import Tag, Text, pdf

_WORDS = (
    "cold", "week", "Rest", "anti-", "biotics.", "well-", "known", "1.", "\u2022", "o", "(a)",
    "Page 3", "3", "iv", "Contents", ". . . . . . 4", "\x1b[31m", "\u2013", "e\u0301", "*",
    "x" * 300, "", " ", "https://example.test", "[/]", "\\", "((",
    "Reviewed by Jane Doe, MD", "12 May 2024",
)  # fmt: skip
_TYPES = ("Document", "Sect", "P", "H1", "H3", "H", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH",
          "TD", "Figure", "Span", "Link", "Note", "Caption", "BlockQuote", "TOC", "Code",
          "Odd")  # fmt: skip
_PIECES = (b"/MCID 0", b"/MCID -1", b"/MCID 99999999", b"BT", b"ET", b"EMC", b"0 0 0 0 0 0 Tm",
           b"-1 0 0 1 9 9 Tm", b"1e30 Td", b"/Rotate 90", b"/Count 99999", b"/Kids", b"<<", b">>",
           b"/P 1 0 R", b"/Next 1 0 R", b"endstream", b"/Encrypt 1 0 R", b"\xff\xfe",
           b"null")  # fmt: skip


def generate(random: randomness.Random) -> bytes:
    """Return a document, as likely as not with some bytes of it changed."""
    pages = [_page(random) for _ in range(random.choice((1, 1, 2, 3)))]
    tags = [_tag(random, pages, 0)] if random.random() < 0.4 else []
    data = pdf(
        pages,
        labels=random.choice(("", "/S/r", "/S/D/P(A-)/St 7")),
        outline=[(random.choice(_WORDS), random.randrange(len(pages)))] * random.randrange(3),
        tags=tags,
        language=random.choice(("", "de-AT", "not a language")),
        password=random.choice((None, None, None, "", "a")),
        Title=random.choice(_WORDS),
        CreationDate=random.choice(("", "D:20240101", "D:9999", "tomorrow")),
    )
    return data if random.random() < 0.5 else _changed(random, data)


def _page(random: randomness.Random) -> list[Text]:
    texts = []
    for number in range(random.randrange(1, 25)):
        line = " ".join(random.choices(_WORDS, k=random.randrange(1, 7)))
        texts.append(
            Text(
                line,
                random.choice((40.0, 72.0, 90.0, 310.0, -5.0, 700.0)),
                random.choice((800.0, 700.0 - 13 * number, 30.0)),
                random.choice((8.0, 11.0, 11.0, 11.0, 16.0, 0.0, -9.0)),
                random.choice(("", "", "b", "i", "m")),
                random.choice((-1, number, 0)),
                random.choice(("", "", "https://example.test/\x1b")),
            )
        )
    return texts


def _tag(random: randomness.Random, pages: list[list[Text]], depth: int) -> Tag:
    children: list[Tag | tuple[int, int]] = []
    for _ in range(random.randrange(1, 6)):
        if depth < 5 and random.random() < 0.7:
            children.append(_tag(random, pages, depth + 1))
        else:
            children.append((random.randrange(len(pages)), random.randrange(25)))
    return Tag(random.choice(_TYPES), children, random.choice(("", "", "A \x1b[1mnose")))


def _changed(random: randomness.Random, data: bytes) -> bytes:
    made = bytearray(data)
    for _ in range(random.randrange(1, 6)):
        at = random.randrange(len(made))
        piece = random.choice(_PIECES)
        made[at : at + random.choice((0, len(piece)))] = piece
    if random.random() < 0.2:
        del made[random.randrange(len(made)) :]
    return bytes(made)


def check(data: bytes) -> None:
    """Check what holds for every article, unless there is none in the document."""
    found = extracted(data)
    if "error" in found:
        return
    document = from_plain(found)
    if any(page.words for page in document.pages):
        article = article_of(document, "a.pdf", "en")
        if article.blocks:
            check_article(article)
