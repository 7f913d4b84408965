"""Books: what a person hears of them, and in which sections."""

from __future__ import annotations

import pytest

from content.formats import Document, load
from content.model import Article, Pronunciation
from content.outline import outline_text
from tests.support.books import (
    METADATA,
    archive,
    book,
    container,
    contents,
    ncx,
    package,
    page,
    point,
)


def read(data: bytes, language: str = "") -> Article:
    return load(Document(data, "book.epub", "book.epub", language)).article


def texts(article: Article) -> list[str]:
    return [block.text for block in article.blocks]


def sections(article: Article) -> list[tuple[int, str, str]]:
    """Return each section's level, title and first block's text."""
    return [
        (section.level, section.title, article.blocks[section.first].text)
        for section in article.sections
    ]


TWO = {
    "one.xhtml": page("<h1>First</h1><p>The first words.</p><h2>Within</h2><p>More.</p>"),
    "two.xhtml": page('<h1>Second</h1><p>Other words.</p><p id="end">The end.</p>'),
}


def test_the_spine_is_the_order_and_what_is_beside_comes_last() -> None:
    files = {
        "d.xhtml": page("<p>Three.</p>"),
        "n.xhtml": page("<p>A note.</p>"),
        "a.xhtml": page("<p>Two.</p>"),
        "c.xhtml": page("<p>One.</p>"),
    }

    article = read(book(files, spine=["n.xhtml no", "c.xhtml", "a.xhtml", "d.xhtml", "c.xhtml"]))

    assert texts(article) == ["One.", "Two.", "Three.", "A note."]


def test_sections_are_those_of_the_navigation_document() -> None:
    nav = contents(
        ("one.xhtml", "First"),
        '<li><span>Part Two</span><ol><li><a href="two.xhtml">Second</a></li></ol></li>',
        ("two.xhtml#end", "What <comes> & then"),
    )

    article = read(book({**TWO, "nav.xhtml": nav}))

    assert sections(article) == [
        (1, "First", "First"),
        (1, "Part Two", "Part Two"),
        (2, "Second", "Second"),
        (1, "What <comes> & then", "What <comes> & then"),
    ]
    assert texts(article).count("First") == 1, "a heading that is there is not said twice"
    assert [section.words for section in article.sections] == [5, 0, 2, 2]


def test_other_headings_stay_headings_below_their_section() -> None:
    part = '<li><span>A part</span><ol><li><a href="one.xhtml">First</a></li></ol></li>'
    nav = contents(part, ("two.xhtml", "Second"))

    article = read(book({**TWO, "nav.xhtml": nav}))

    levels = {block.text: block.level for block in article.blocks if block.kind == "heading"}
    assert levels == {"A part": 1, "First": 2, "Within": 3, "Second": 1}
    assert "Within" not in [section.title for section in article.sections]


@pytest.mark.parametrize(
    ("body", "first", "headings"),
    [
        ("<p>Chapter One</p><p>Words.</p>", "Chapter One", 1),
        ("<p>Chapter</p><p>One</p><p>Words.</p>", "Chapter", 2),
        ("<h2>CHAPTER ONE</h2><p>Words.</p>", "CHAPTER ONE", 1),
        ("<h2>1</h2><p>Words.</p>", "1", 1),
        ('<img src="x.png" alt="A ship"/><h2>Chapter One</h2><p>Words.</p>', "Chapter One", 1),
        ("<p>Words.</p>", "Chapter One", 1),
        ("<p>Words that are no title.</p><h2>Later</h2>", "Chapter One", 2),
    ],
)
def test_a_section_begins_where_the_contents_lead(body: str, first: str, headings: int) -> None:
    files = {"a.xhtml": page("<p>Before.</p>"), "b.xhtml": page(body)}
    nav = contents(("a.xhtml", "Before"), ("b.xhtml", "Chapter One"))

    article = read(book({**files, "nav.xhtml": nav}))

    section = article.sections[1]
    assert section.title == "Chapter One"
    assert article.blocks[section.first].text == first
    after = article.blocks[section.first :]
    assert sum(block.kind == "heading" for block in after) == headings


def test_the_ncx_serves_where_there_is_no_navigation_document() -> None:
    files = {
        **TWO,
        "toc.ncx": ncx(
            point("one.xhtml", "First", point("one.xhtml#missing", "Within")),
            point("two.xhtml", "Second"),
            pages='<pageList><pageTarget value="7"><navLabel><text>7</text></navLabel>'
            '<content src="two.xhtml#end"/></pageTarget></pageList>',
        ),
    }

    article = read(book(files, attributes='toc="i2"'))

    assert sections(article) == [
        (1, "First", "First"),
        (2, "Within", "Within"),
        (1, "Second", "Second"),
    ]
    assert [(page.label, texts(article)[page.position.block]) for page in article.pages] == [
        ("7", "The end.")
    ]


def test_without_contents_the_headings_are_the_sections() -> None:
    article = read(book(TWO))

    assert [section.title for section in article.sections] == ["First", "Within", "Second"]


def test_entries_that_lead_nowhere_are_left_out() -> None:
    nav = contents(
        ("one.xhtml", "First"), ("gone.xhtml", "Gone"), "<li><a>Not in this sample</a></li>",
        ("http://example.org/", "Elsewhere"),
    )  # fmt: skip

    article = read(book({**TWO, "nav.xhtml": nav}))

    assert [section.title for section in article.sections] == ["First"]
    assert texts(article)[-1] == "The end."


def test_a_document_only_the_contents_lead_to_is_read_too() -> None:
    files = {**TWO, "nav.xhtml": contents(("one.xhtml", "First"), ("two.xhtml", "Second"))}

    article = read(book(files, spine=["one.xhtml"]))

    assert "Other words." in texts(article)


def test_contents_in_the_text_are_skipped_and_what_stands_beside_them_is_read() -> None:
    nav = contents(("one.xhtml", "First"), ("two.xhtml", "Second"), more="<p>About this book.</p>")

    article = read(book({**TWO, "nav.xhtml": nav}, spine=["nav.xhtml", "one.xhtml", "two.xhtml"]))

    assert texts(article)[0] == "About this book."
    assert [(piece.kind, piece.text) for piece in article.skipped] == [
        ("contents", "First\nSecond")
    ]


def test_a_contents_page_of_an_older_book_is_skipped() -> None:
    listing = page(
        '<h1>Contents</h1><p><a href="one.xhtml">First</a></p><p><a href="two.xhtml">Second</a></p>'
    )
    guide = '<guide><reference type="toc" href="list.xhtml"/></guide>'

    article = read(book({"list.xhtml": listing, **TWO}, more=guide))

    assert texts(article)[0] == "First"
    assert texts(article).count("Second") == 1
    assert [piece.kind for piece in article.skipped] == ["contents"]


def test_pages_notes_roles_and_languages() -> None:
    body = page(
        '<section epub:type="epigraph"><p>All is well.</p></section>'
        '<p>One <span epub:type="pagebreak" id="p2" title="2">2</span>two.'
        '<a epub:type="noteref" href="#n1">1</a></p>'
        '<p xml:lang="fr">Bonjour à tous.</p>'
        '<aside epub:type="footnote" id="n1"><p>The note.</p></aside>'
    )

    article = read(book({"one.xhtml": body}))

    by_text = {block.text: block for block in article.blocks}
    assert by_text["All is well."].role == "epigraph"
    assert by_text["Bonjour à tous."].language == "fr"
    assert by_text["The note."].kind == "note"
    (paragraph,) = [block for block in article.blocks if block.text.startswith("One")]
    assert paragraph.text.startswith("One two.")
    assert [(page.label, page.position.block) for page in article.pages] == [
        ("2", article.blocks.index(paragraph))
    ]


def test_notes_in_a_file_of_their_own_have_the_names_they_are_referred_to_by() -> None:
    files = {
        "one.xhtml": page('<p>Word.<a epub:type="noteref" href="notes.xhtml#n1">[1]</a></p>'),
        "notes.xhtml": page(
            '<aside epub:type="footnote" id="n1"><p>The first note.</p></aside>'
            '<p id="n2">Not referred to.</p>'
        ),
    }

    article = read(book(files, spine=["notes.xhtml no", "one.xhtml"]))

    notes = [(block.kind, block.label, block.text) for block in article.blocks[1:]]
    assert notes == [("note", "1", "The first note."), ("paragraph", "", "Not referred to.")]


def test_pages_follow_when_headings_are_put_in() -> None:
    body = page('<p>One.</p><p id="p2">Two.</p>')
    nav = contents(
        ("one.xhtml", "A chapter"),
        more='<nav epub:type="page-list"><ol><li><a href="one.xhtml#p2">ii</a></li></ol></nav>',
    )

    article = read(book({"one.xhtml": body, "nav.xhtml": nav}))

    assert texts(article) == ["A chapter", "One.", "Two."]
    assert [(page.label, page.position.block) for page in article.pages] == [("ii", 2)]


def test_how_words_are_said_comes_from_lexicons_and_attributes() -> None:
    lexicon = (
        '<lexicon version="1.0" alphabet="ipa" xml:lang="en" '
        'xmlns="http://www.w3.org/2005/01/pronunciation-lexicon">'
        "<lexeme><grapheme>kwashiorkor</grapheme><phoneme>ˌkwɒʃiˈɔːkə</phoneme></lexeme>"
        "<lexeme><grapheme>Nguyen</grapheme><grapheme>Nguyễn</grapheme>"
        "<phoneme>x</phoneme><phoneme prefer='true'>wɪn</phoneme></lexeme>"
        "<lexeme><grapheme>W3C</grapheme><alias>World Wide Web Consortium</alias></lexeme>"
        "</lexicon>"
    )
    body = page('<p>He read <span ssml:alphabet="ipa" ssml:ph="rɛd">read</span> it.</p>')

    article = read(book({"one.xhtml": body, "words.pls": lexicon}))

    assert article.lexicon == (
        Pronunciation("kwashiorkor", "ˌkwɒʃiˈɔːkə", "ipa", "en"),
        Pronunciation("Nguyen", "wɪn", "ipa", "en", case=True),
        Pronunciation("Nguyễn", "wɪn", "ipa", "en", case=True),
        Pronunciation("W3C", "World Wide Web Consortium", "", "en", case=True),
    )
    spans = [span for span in article.blocks[0].spans if span.kind == "phonemes"]
    assert [span.target for span in spans] == ["ipa:rɛd"]


def test_who_made_the_book_and_when() -> None:
    modern = (
        '<dc:title id="s">A tale</dc:title><meta refines="#s" property="title-type">subtitle</meta>'
        '<dc:title id="m">Main title</dc:title><meta refines="#m" property="title-type">main</meta>'
        '<dc:language>de-CH</dc:language><dc:creator id="a">Anna Muster</dc:creator>'
        '<dc:creator id="b">Ben Beispiel</dc:creator><dc:contributor id="c">Cora</dc:contributor>'
        '<meta refines="#a" property="role">aut</meta><meta refines="#b" property="role">edt</meta>'
        '<meta refines="#c" property="role">mrk</meta><dc:date>2021-03-04T00:00:00Z</dc:date>'
        '<meta property="dcterms:modified">2022-05-06T07:08:09Z</meta>'
    )

    article = read(book(TWO, metadata=modern))

    assert (article.title, article.language) == ("Main title", "de-CH")
    assert article.trust.authors == ("Anna Muster", "Ben Beispiel (editor)")
    assert (article.trust.published, article.trust.updated) == ("2021-03-04", "2022-05-06")


def test_an_older_book_says_it_with_attributes() -> None:
    older = (
        '<dc:title>Old</dc:title><dc:creator opf:role="aut">Anna Muster</dc:creator>'
        '<dc:contributor opf:role="trl">Theo Trans</dc:contributor>'
        '<dc:date opf:event="modification">2001-02</dc:date>'
        '<dc:date opf:event="publication">1999</dc:date>'
    )

    article = read(book(TWO, metadata=older))

    assert article.trust.authors == ("Anna Muster", "Theo Trans (translator)")
    assert (article.trust.published, article.trust.updated) == ("1999", "2001-02")
    assert article.language == "en", "found out from the text"


def test_the_language_a_person_gives_goes_first() -> None:
    article = read(book(TWO), language="fr")

    assert article.language == "fr"
    assert {block.language for block in article.blocks} == {""}


def test_a_document_in_the_books_language_does_not_leave_its_region() -> None:
    article = read(book(TWO, metadata=METADATA.replace(">en<", ">en-US<")))

    assert article.language == "en-US"
    assert {block.language for block in article.blocks} == {""}


def test_the_documents_tell_the_language_that_the_book_does_not() -> None:
    files = {"one.xhtml": page("<p>Kurz.</p>", attributes='lang="de"')}

    assert read(book(files, metadata="<dc:title>T</dc:title>")).language == "de"


def test_the_first_of_several_packages_is_read() -> None:
    members = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": container("A/package.opf", "B/package.opf"),
        "B/package.opf": package(["one.xhtml"]),
        "B/one.xhtml": page("<p>Second rendition.</p>"),
        "A/package.opf": package(["one.xhtml"]),
        "A/one.xhtml": page("<p>First rendition.</p>"),
    }

    assert texts(read(archive(members))) == ["First rendition."]


def test_right_to_left_books_are_in_reading_order() -> None:
    files = {
        "a.xhtml": page('<p dir="rtl">الأول</p>', attributes='xml:lang="ar"'),
        "b.xhtml": page('<p dir="rtl">الثاني</p>', attributes='xml:lang="ar"'),
    }
    metadata = METADATA.replace(">en<", ">ar<")

    article = read(book(files, metadata=metadata, attributes='page-progression-direction="rtl"'))

    assert texts(article) == ["الأول", "الثاني"]
    assert article.language == "ar"


def test_pages_that_are_drawings_and_pictures() -> None:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg"><title>A map</title><desc>Of an island</desc>'
        "<defs><text>never shown</text></defs><g><text>Here be <tspan>dragons</tspan></text>"
        '<text><tspan y="1">Two</tspan><tspan y="2">lines</tspan></text></g></svg>'
    )
    files = {
        "map.svg": svg,
        "in.xhtml": page(f"<p>Before.</p>{svg}<p>After.</p>"),
        "picture.xhtml": page('<div><img src="x.png" alt="A lighthouse at night"/></div>'),
    }

    article = read(book(files, spine=["map.svg", "in.xhtml", "picture.xhtml"]))

    drawing = ["A map. Of an island", "Here be dragons", "Two lines"]
    assert texts(article) == [*drawing, "Before.", *drawing, "After.", "A lighthouse at night"]


def test_what_falls_back_on_a_page_is_read_there() -> None:
    files = {
        "data.json": '{"no": "text"}',
        "picture.jpg": b"\xff\xd8\xff" + bytes(64),
        "page.xhtml": page("<p>The page.</p>"),
        "told.xhtml": page("<p>What the picture shows.</p>"),
    }
    properties = {"data.json": 'fallback="i2"', "picture.jpg": 'fallback="i3"'}
    opf = package(list(files), spine=["data.json", "picture.jpg"], properties=properties)

    article = read(
        book(
            files,
            opf=opf.replace(
                'data.json" media-type="application/xhtml+xml',
                'data.json" media-type="application/json',
            ),
        )
    )

    assert texts(article) == ["The page.", "What the picture shows."]


def test_a_page_within_a_page_is_read_after_it() -> None:
    files = {
        "one.xhtml": page('<p>Before.</p><iframe src="in.xhtml" title="A frame"></iframe>'),
        "in.xhtml": page("<p>Within.</p>"),
        "two.xhtml": page("<p>After.</p>"),
    }

    article = read(book(files, spine=["one.xhtml", "two.xhtml"]))

    assert [text for text in texts(article) if text != "A frame"] == [
        "Before.",
        "Within.",
        "After.",
    ]


def test_of_alternatives_one_is_read() -> None:
    switch = (
        '<epub:switch><epub:case required-namespace="http://www.xml-cml.org/schema"><p>A molecule'
        "</p></epub:case><epub:default><p>Water</p></epub:default></epub:switch>"
    )

    assert texts(read(book({"one.xhtml": page(switch)}))) == ["Water"]


def test_a_cover_is_silent_or_says_its_description() -> None:
    guide = '<guide><reference type="cover" href="cover.xhtml"/></guide>'
    silent = {"cover.xhtml": page('<img src="c.jpg"/>'), **TWO}
    told = {"cover.xhtml": page('<img src="c.jpg" alt="A red door"/>'), **TWO}

    assert texts(read(book(silent, more=guide)))[0] == "First"
    assert texts(read(book(told, more=guide)))[0] == "A red door"


def test_a_book_as_converters_make_them() -> None:
    cover = page(
        '<div><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'
        '<image width="600" height="800" xlink:href="cover.jpg"/></svg></div>'
    )
    text = page(
        '<p class="calibre3" id="filepos1"><b>CHAPTER I</b></p><p><i>In which it begins</i></p>'
        '<p>It began.</p><div class="pagebreak"></div><a id="filepos2"></a>'
        "<p>CHAPTER II</p><p>It went on.</p>"
    )
    files = {
        "titlepage.xhtml": cover,
        "index_split_000.html": text,
        "toc.ncx": ncx(
            point("titlepage.xhtml", "Cover"),
            point("index_split_000.html#filepos1", "Chapter I"),
            point("index_split_000.html#filepos2", "Chapter II: The rest"),
        ),
        "cover.jpg": b"\xff\xd8\xff",
    }

    article = read(book(files, attributes='toc="i2"'))

    assert sections(article) == [
        (1, "Cover", "Cover"),
        (1, "Chapter I", "CHAPTER I"),
        (1, "Chapter II: The rest", "CHAPTER II"),
    ]
    assert texts(article) == [
        "Cover", "CHAPTER I", "In which it begins", "It began.", "CHAPTER II", "It went on.",
    ]  # fmt: skip


def test_a_text_that_an_overlay_reads_is_there_once() -> None:
    smil = (
        '<smil xmlns="http://www.w3.org/ns/SMIL" version="3.0"><body><par>'
        '<text src="one.xhtml#a"/><audio src="one.mp3"/></par></body></smil>'
    )
    files = {
        "one.xhtml": page('<p><span id="a">Once.</span></p>'),
        "one.smil": smil,
        "one.mp3": b"ID3" + bytes(100),
    }
    overlay = {"one.xhtml": 'media-overlay="i1"'}

    assert texts(read(book(files, properties=overlay))) == ["Once."]


@pytest.mark.parametrize(
    "body",
    [
        "<p>Tea&nbsp;&amp; milk &mdash; caf&eacute;</p>",
        "<p>Tea&nbsp;&amp; milk &mdash; caf&eacute;",
        "<p>Tea&nbsp;&amp; milk &mdash; <a id='x'/>café<br></p>",
        "<p><b>Tea</b>&nbsp;&amp; milk &mdash; <i>café</p></i>",
    ],
)
def test_entities_of_html_and_markup_that_is_not_well_formed(body: str) -> None:
    article = read(book({"one.xhtml": page(body)}))

    assert [" ".join(text.split()) for text in texts(article)] == ["Tea & milk — café"]
    assert not [span for block in article.blocks for span in block.spans if span.kind == "link"]


def test_entities_of_the_documents_own_are_put_in() -> None:
    body = page("<p>By &pub;.</p>").replace(
        "<!DOCTYPE html>",
        '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://example.org/xhtml11.dtd" '
        '[<!ENTITY pub "Small Press">]>',
    )

    assert texts(read(book({"one.xhtml": body}))) == ["By Small Press."]


def test_other_encodings() -> None:
    latin = page("<p>Café</p>").replace("utf-8", "iso-8859-1").encode("latin-1")
    wide = page("<p>Café</p>").replace("utf-8", "utf-16").encode("utf-16")

    assert texts(read(book({"one.xhtml": latin, "two.xhtml": wide}))) == ["Café", "Café"]


def test_names_beyond_ascii_and_ids_given_twice() -> None:
    files = {
        "第一 章.xhtml": page('<h1 id="見出し">一</h1><p id="見出し">本文。</p>'),
        "nav.xhtml": contents(("%E7%AC%AC%E4%B8%80%20%E7%AB%A0.xhtml#%E8%A6%8B%E5%87%BA%E3%81%97",
                               "一")),
    }  # fmt: skip
    opf = package(["nav.xhtml", "第一%20章.xhtml"], spine=["第一%20章.xhtml"])
    twice = opf.replace(
        "</manifest>", '<item id="i1" href="x.css" media-type="text/css"/></manifest>'
    )

    article = read(book(files, opf=twice))

    assert sections(article) == [(1, "一", "一")]
    assert texts(article) == ["一", "本文。"]


def test_what_is_missing_is_told_in_the_outline() -> None:
    article = read(book(TWO, opf=package([*TWO, "three.xhtml"])))

    assert "1 part missing:" in list(outline_text(article))
    assert "  three.xhtml is missing" in list(outline_text(article))
