"""DOCX: files by grammar, and such with parts of their XML or bytes of the archive changed."""

from __future__ import annotations

import random as randomness

from content.errors import IntoneError
from content.formats import Document, load
from tests.fuzz.invariants import check_article
from tests.support.docx_maker import docx, item, paragraph, run, style

_WORDS = (
    "A cold.", "Reviewed by Jane Doe, MD", "12 May 2024", "[/]", "\u202e", "e\u0301", "x" * 300,
    " ", "When to get help?", "*", "<script>", "&#27;[31m", "20\u201340 mg",
)  # fmt: skip
_STYLES = ("H1", "H2", "T", "Q", "C", "K", "Loop", "none")
_DEFINED = (
    style("H1", "heading 1") + style("H2", "heading 2") + style("T", "Title")
    + style("Q", "Quote") + style("C", "toc 1") + style("K", "HTML Preformatted")
    + style("Loop", "Our", '<w:basedOn w:val="Loop"/>')
)  # fmt: skip
_PIECES = (
    '<w:pPr><w:outlineLvl w:val="99"/></w:pPr>', "<w:tbl>", "</w:p>", "<w:p>", "<w:br/>",
    "<w:tab/>",
    '<w:r><w:footnoteReference w:id="2"/></w:r>', '<w:r><w:footnoteReference w:id="9"/></w:r>',
    "<m:oMathPara><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></m:oMathPara>",
    '<w:gridSpan w:val="0"/>', '<w:vMerge/>', "<w:pict/>", "<w:sdt><w:sdtContent>", "&bad;",
    "<!-- a -->", "<a:blip/>", "\x01",
)  # fmt: skip


def generate(random: randomness.Random) -> bytes:
    """Return a file, as likely as not with something wrong in it."""
    body = "".join(_block(random, 0) for _ in range(random.randrange(1, 15)))
    if random.random() < 0.4:
        for _ in range(random.randrange(1, 4)):
            at = random.randrange(len(body))
            body = body[:at] + random.choice(_PIECES) + body[at + random.choice((0, 0, 5)) :]
    data = docx(
        body,
        styles=_DEFINED,
        notes={2: random.choice(_WORDS)},
        links={"l": "https://example.test/"},
        title=random.choice(_WORDS),
        language=random.choice(("", "de-AT", "not a language")),
        created=random.choice(("", "2024-01-01T00:00:00Z", "2024-13")),
    )
    if random.random() < 0.8:
        return data
    made = bytearray(data)
    for _ in range(random.randrange(1, 9)):
        made[random.randrange(len(made))] = random.randrange(256)
    return bytes(made[: random.choice((len(made), random.randrange(len(made))))])


def _block(random: randomness.Random, depth: int) -> str:
    kind = random.random()
    if kind < 0.15:
        return item(random.choice(_WORDS), random.randrange(4), random.random() < 0.5)
    if kind < 0.3 and depth < 3:
        row = "".join(
            f"<w:tc><w:tcPr>{random.choice(_CELLS)}</w:tcPr>{_block(random, depth + 1)}</w:tc>"
            for _ in range(random.randrange(1, 4))
        )
        return f"<w:tbl>{f'<w:tr>{row}</w:tr>' * random.randrange(1, 4)}</w:tbl>"
    inner = random.choice(("", *_PIECES[6:9], run(random.choice(_WORDS), "<w:b/>")))
    return paragraph(
        random.choice(_WORDS),
        style=random.choice(_STYLES),
        inner=inner
        + f'<w:hyperlink r:id="l">{run("link")}</w:hyperlink>' * (random.random() < 0.2),
    )


_CELLS = ("", "", '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>")


def check(data: bytes) -> None:
    """Check what holds for every article, unless the file is refused in a sentence."""
    try:
        article = load(Document(data, "a.docx", "a.docx", "en"), "docx").article
    except IntoneError:
        return
    if article.blocks:
        check_article(article)
