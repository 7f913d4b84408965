"""Pronunciation lexicons, and scripts of articles that have them."""

from __future__ import annotations

from random import Random

from content.errors import IntoneError
from content.model import Article, Block
from content.pls import read_pls, write_pls
from content.pronunciation_checks import checked
from content.script import Script
from content.text import clean

_WRITTEN = ["pain", "WHO", "New York", "ß", "café", "cafe\u0301", "日本", "[[", "C++", "a", "’s",
            " ", "\u00ad", "x" * 300, "\u202eabc", "&amp;", "1"]  # fmt: skip
_SPOKEN = ["ˈpeɪn", "p\"eIn", "[[a]]", "ache", "", "ɔː", "t͡ʃ", "HELLO", "ˈ", "&lt;b&gt;",
           "\u009b31m", "&e;", "y" * 600, "\uffff"]  # fmt: skip
_ALPHABETS = ["ipa", "IPA", "x-sampa", "xsampa", "x-cmu", ""]
_LANGUAGES = ["en", "en-GB", "und", "", "fr-CA", "no language!", "x" * 50]
_HEADS = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    "<!DOCTYPE lexicon>",
    '<!DOCTYPE lexicon [<!ENTITY e "ha">]>',
    '<!DOCTYPE lexicon SYSTEM "file:///etc/passwd">',
    "",
]
_NAMESPACES = ["", ' xmlns="http://www.w3.org/2005/01/pronunciation-lexicon"', ' xmlns="urn:x"']


def generate(random: Random) -> bytes:
    """Return a lexicon, mostly a whole one."""
    inside = "".join(_lexeme(random) for _ in range(random.randrange(8)))
    head = random.choice(_HEADS)
    lexicon = (
        f'{head}<lexicon version="1.0" alphabet="{random.choice(_ALPHABETS)}" '
        f'xml:lang="{random.choice(_LANGUAGES)}"{random.choice(_NAMESPACES)} '
        f'xmlns:intone="urn:x-intone:lexicon">{inside}</lexicon>'
    )
    data = bytearray(lexicon, random.choice(["utf-8", "utf-8", "utf-8", "utf-16"]), "replace")
    while random.random() < 0.2:
        at = random.randrange(len(data) + 1)
        data[at : at + random.randrange(4)] = random.randbytes(random.randrange(4))
    return bytes(data)


def _lexeme(random: Random) -> str:
    ours = random.choice(["", ' intone:part="true"', ' intone:case="true"', ' intone:language=""'])
    parts = [f"<grapheme>{random.choice(_WRITTEN)}</grapheme>" for _ in range(random.randrange(3))]
    for _ in range(random.randrange(3)):
        prefer = random.choice(["", ' prefer="true"'])
        spoken = random.choice(_SPOKEN)
        if random.random() < 0.5:
            parts.append(f"<alias{prefer}>{spoken}</alias>")
        else:
            alphabet = random.choice(["", f' alphabet="{random.choice(_ALPHABETS)}"'])
            parts.append(f"<phoneme{prefer}{alphabet}>{spoken}</phoneme>")
    parts.append(random.choice(["", "<example>x</example>", "<!-- c -->", "<other/>", "text"]))
    random.shuffle(parts)
    return f"<lexeme{ours}>{''.join(parts)}</lexeme>"


def check(data: bytes) -> None:
    """Read it, write it and read it again, and script an article that has it."""
    told: list[str] = []
    try:
        entries = read_pls(data, "fuzz.pls", told.append)
    except IntoneError as error:
        told.append(str(error))
        entries = ()
    assert all(clean(sentence) == sentence and sentence.endswith(".") for sentence in told)
    for entry in entries:
        assert checked(entry) == entry
        assert clean(entry.written + entry.spoken) == entry.written + entry.spoken
    assert read_pls(write_pls(entries, "en"), "again.pls") == entries
    text = " ".join([*(entry.written for entry in entries), "plain [[words]] of WHO."])
    article = Article("T", "en", "-", (Block("paragraph", text),), lexicon=entries)
    said = Script(article).block(0)
    assert "".join(text[p.start : p.end] for each in said for p in each.pieces) == text
    for utterance in said:
        assert "[[" not in utterance.text
        assert clean(utterance.text) == utterance.text
        for start, end, ipa in utterance.phonemes:
            assert 0 <= start < end <= len(utterance.text)
            assert ipa
