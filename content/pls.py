"""Pronunciation lexicons as files: W3C's Pronunciation Lexicon Specification 1.0.

What PLS has no word for, such as whether parts of words are meant, stands in attributes of a
namespace of our own, which other programs pass over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from content.errors import IntoneError
from content.model import Pronunciation
from content.pronunciation_checks import checked, is_language
from content.text import clean_line
from content.xml_parser import xml_parser

if TYPE_CHECKING:
    from lxml.etree import _Element

_NAMESPACE = "http://www.w3.org/2005/01/pronunciation-lexicon"
_OURS = "urn:x-intone:lexicon"
_XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
LARGEST = 20_000_000
"""Bytes of a file."""
MOST = 100_000
"""Words and phrases in one file; a language has no more that need telling."""


def _quietly(_: str) -> None:
    pass


def read_pls(
    data: bytes, name: str, tell: Callable[[str], None] = _quietly
) -> tuple[Pronunciation, ...]:
    """Return what the lexicon in ``data`` says, one for each way a word is written.

    ``name`` is what a person calls it, for errors. Of an entry that can't be used ``tell`` is
    told, as a sentence, and the others hold. Raises IntoneError when it is no lexicon. No
    entity is expanded and nothing is fetched.
    """
    called = clean_line(name)
    if len(data) > LARGEST:
        raise IntoneError(f"{called} is larger than {LARGEST // 1_000_000} MB; divide the lexicon.")
    from lxml import etree

    try:
        root = etree.fromstring(data, xml_parser(huge_tree=False))
    except (etree.XMLSyntaxError, ValueError) as error:
        reason = clean_line(str(error)).partition(" (<string>")[0][:120].rstrip(".")
        raise IntoneError(
            f"{called} is not a pronunciation lexicon, as it is not well-formed XML: {reason}."
        ) from error
    if _name(root) != "lexicon":
        raise IntoneError(
            f"{called} is not a pronunciation lexicon; its outermost element should be lexicon."
        )
    found: dict[Pronunciation, None] = {}
    for entry in lexemes(root, tell):
        found[entry] = None
        if len(found) > MOST:
            raise IntoneError(f"{called} has more than {MOST} entries; divide the lexicon.")
    return tuple(found)


def lexemes(root: _Element, tell: Callable[[str], None] = _quietly) -> Iterator[Pronunciation]:
    """Yield what the lexicon with this root says; of what can't be used ``tell`` is told."""
    alphabet = root.get("alphabet", "ipa")
    language = _language(root.get(_XML_LANGUAGE, ""))
    for lexeme in root:
        if _name(lexeme) != "lexeme":
            continue
        written = [_text(child) for child in lexeme if _name(child) == "grapheme"]
        ways = [child for child in lexeme if _name(child) in ("phoneme", "alias")]
        preferred = [way for way in ways if way.get("prefer", "").strip() in ("true", "1")]
        usable = [*preferred, *(way for way in ways if way not in preferred)]
        if not written or not usable:
            which = f"for {clean_line(written[0])[:60]}" if written else "without a grapheme"
            tell(f"An entry {which} was left out, as it lacks what is written or how it is said.")
            continue
        own = _language(lexeme.get(f"{{{_OURS}}}language", lexeme.get(_XML_LANGUAGE, language)))
        for grapheme in written:
            case = lexeme.get(f"{{{_OURS}}}case")
            problem = ""
            # A way in an alphabet that nobody here knows leaves the next to be tried.
            for way in usable:
                used = way.get("alphabet", alphabet) if _name(way) == "phoneme" else ""
                entry = Pronunciation(
                    grapheme,
                    _text(way),
                    _alphabet(used),
                    own,
                    lexeme.get(f"{{{_OURS}}}part") != "true",
                    case == "true" if case is not None else _tells_by_capitals(grapheme),
                )
                try:
                    yield checked(entry)
                except IntoneError as error:
                    problem = problem or str(error)
                else:
                    break
            else:
                tell(problem)


def write_pls(entries: Iterable[Pronunciation], language: str) -> bytes:
    """Return a lexicon of ``entries`` for texts in ``language``, a BCP 47 tag."""
    from lxml import etree

    root = etree.Element(f"{{{_NAMESPACE}}}lexicon", nsmap={None: _NAMESPACE, "intone": _OURS})
    root.set("version", "1.0")
    root.set("alphabet", "ipa")
    root.set(_XML_LANGUAGE, language or "und")
    for entry in entries:
        lexeme = etree.SubElement(root, f"{{{_NAMESPACE}}}lexeme")
        if entry.language != language:
            lexeme.set(f"{{{_OURS}}}language", entry.language)
        if not entry.whole:
            lexeme.set(f"{{{_OURS}}}part", "true")
        if entry.case != _tells_by_capitals(entry.written):
            lexeme.set(f"{{{_OURS}}}case", "true" if entry.case else "false")
        etree.SubElement(lexeme, f"{{{_NAMESPACE}}}grapheme").text = _xml(entry.written)
        way = "phoneme" if entry.alphabet else "alias"
        said = etree.SubElement(lexeme, f"{{{_NAMESPACE}}}{way}")
        said.text = _xml(entry.spoken)
        if entry.alphabet not in ("", "ipa"):
            said.set("alphabet", entry.alphabet)
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return written


def _tells_by_capitals(written: str) -> bool:
    """Whether its capitals count, which PLS can't say: those of WHO, US, Polish and Nguyen do.

    A word in small letters is meant at the beginning of a sentence as well.
    """
    return written != written.lower()


def _alphabet(name: str) -> str:
    lower = name.strip().lower()
    return {"xsampa": "x-sampa", "x-xsampa": "x-sampa"}.get(lower, lower)


def _language(tag: str) -> str:
    tag = clean_line(tag)
    return tag if is_language(tag) and tag != "und" else ""


def _name(element: _Element) -> str:
    """Return an element's name without its namespace, which some lexicons leave out."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _text(element: _Element) -> str:
    return clean_line("".join(element.itertext()))


def _xml(text: str) -> str:
    """Return ``text`` without the two characters that may stand in no XML."""
    return text.replace("\ufffe", "").replace("\uffff", "")
