"""Pages by grammar, with mutations and hostile pieces."""

from __future__ import annotations

from random import Random

from content.errors import IntoneError
from content.formats import Document, load
from tests.fuzz.invariants import check_article

_TAGS = (
    "p div span b i a h1 h2 h6 ul ol li dl dt dd table caption thead tr th td blockquote pre code "
    "figure figcaption section article main nav aside footer header form button sup sub ruby rt q "
    "abbr math mfrac msup mi mo mn svg title "
    "desc details summary font center script style noscript "
    "template iframe video object textarea select option frameset frame body head html bdo o:p"
).split()
_EMPTY = (
    "<br>", "<hr>", "<img>", "<img alt=''>", "<img alt='a picture'>", "<wbr>",
    "<input type=checkbox>",
    "<img src=x.png alt=x.png>", "<!-- comment -->", "<!--", "-->", "<![CDATA[x]]>", "<?x y?>",
    "</",
    "<span role=doc-pagebreak aria-label=7></span>", "<script type='math/tex'>x^2</script>",
    "<a name=n>",
    "<sup><a href='#n1'>1</a></sup>", "<li id=n1>note</li>", "<tr/>", "<td/>", "<p/>",
    "<base href='http://a.b/'>",
    "<meta charset=utf-16>", "<meta name=author content='A. Person, MD'>", "<title>A | B</title>",
)  # fmt: skip
_TEXTS = (
    "word", " ", "\n",
    "a sentence, with a comma, that is long enough to be taken for prose by anybody. ",
    "&#27;[31m", "&#x202e;", "\x1b]0;x\x07", "&nbsp;", "&amp;lt;", "&#146;", "[/]", "[[x]]",
    "\u202e", "é",
    "漢字", "\U000e0041", "\xad", "\ufeff", "\u2028", "&", "<", ">", "\t", "1", "[1]", "*", "10",
    "Updated 3 May 2021",
    "Written by Jane Doe, MD", "Related articles", "Menu", "\x00", "\x9b31m", "\ud7ff", "😀", "!",
)  # fmt: skip
_ATTRIBUTES = (
    "id=n1", "id=n2", "class=related", "class='comments nav'", "class=language-x", "lang=fr",
    "lang=''",
    "xml:lang=de", "hidden", "aria-hidden=true", "style='display:none'", "style='display:block'",
    "href='#n1'",
    "href='javascript:x'", "href='http://[x'", "href=y", "title='&#27;x'", "role=presentation",
    "role=heading",
    "role=doc-noteref", "role=doc-footnote", "role=main", "epub:type=noteref",
    "epub:type='pagebreak x'",
    "rowspan=3", "colspan=0", "colspan=99999999", "start=5", "reversed", "value=-3",
    "alttext='x_1'",
    "data-ssml='{\"phoneme\":{\"ph\":\"x\"}}'", "data-ssml='['",
    "itemscope itemtype=http://x/Article",
    "itemprop=author", "class=MathJax", "aria-level=99", "x='", '"', "type=math/tex",
    "alt='&#x202e;'",
)  # fmt: skip
_HEADS = (
    b"", b"<!doctype html>", b"<?xml version='1.0'?>", b"\xef\xbb\xbf", b"\xff\xfe",
    b"<html><body>",
    b"<html lang=en><head><meta charset=iso-8859-1></head>", b"<!DOCTYPE html [<!ENTITY a 'x'>]>",

    b'<script type="application/ld+json">{"@type":"Article","author":[{"name":"A"}]}</script>',
)  # fmt: skip


def generate(random: Random) -> bytes:
    """Return a page, or what was one."""
    parts: list[str] = []
    stack: list[str] = []
    for _ in range(random.randint(1, 60)):
        choice = random.random()
        if choice < 0.4:
            tag = random.choice(_TAGS)
            attributes = " ".join(random.choices(_ATTRIBUTES, k=random.choice((0, 0, 1, 2))))
            parts.append(f"<{tag} {attributes}>")
            stack.append(tag)
        elif choice < 0.6 and stack:
            parts.append(f"</{stack.pop(random.choice((-1, -1, -1, 0)))}>")
        elif choice < 0.7:
            parts.append(random.choice(_EMPTY))
        else:
            parts.append(random.choice(_TEXTS) * random.choice((1, 1, 1, 3)))
    if random.random() < 0.7:
        parts += [f"</{tag}>" for tag in reversed(stack)]
    encoding = random.choice(("utf-8", "utf-8", "utf-8", "cp1252", "utf-16-le", "shift_jis"))
    data = random.choice(_HEADS) + "".join(parts).encode(encoding, "replace")
    if random.random() < 0.2:
        at = random.randrange(len(data))
        data = (
            data[:at] + random.randbytes(random.randint(0, 4)) + data[at + random.randint(0, 9) :]
        )
    return data


def check(data: bytes) -> None:
    """Open the page, whatever it is, and check what holds for every article."""
    try:
        article = load(Document(data, "page.html", "page.html"), "html").article
    except IntoneError:
        return
    check_article(article)
