"""What stands within a line: links, languages, abbreviations, phonemes, breaks."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any
from urllib.parse import urljoin, urlsplit

from content.html.names import SPANS, Attributes, beginning, language_of, ssml
from content.html.prose import legible
from content.html.state import Leave, Walk
from content.model import SpanKind
from content.patterns import lazily
from content.text import clean_line

_SCHEME = lazily(r"[A-Za-z][A-Za-z0-9+.-]*:")
_DROPPED = dict.fromkeys(map(ord, "\t\n\r"))
"""What browsers take out of an address, even where it parts the name of its scheme."""
_UNSAFE = lazily(r"[\s\x00-\x20]+")
_ALPHABETS = {"ipa": "ipa", "x-sampa": "x-sampa", "xsampa": "x-sampa"}
_RAISED = str.maketrans("0123456789+-−–n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻ⁿ")
_POWER = lazily(r"\s*[+−–-]?(?:\d{1,4}|n)\s*\Z")
_BASE = lazily(r"(?:\d|(?:^|[^\w])[^\W\d_]{1,2})\Z")
_MARK = lazily(r"[¶#§🔗]\Z")
_LONGEST_ADDRESS = 4_000


@lru_cache(maxsize=1_000)
def joined(base: str, reference: str) -> str:
    """Return where a reference leads from ``base``; empty for data and what is no address."""
    reference = reference[:_LONGEST_ADDRESS].translate(_DROPPED)
    reference = _UNSAFE.sub(" ", clean_line(reference)).strip()
    if not reference or reference.startswith("#"):
        return reference
    try:
        address = urljoin(base, reference) if base else reference
        scheme = urlsplit(address).scheme.lower()
    except ValueError:
        return ""
    if scheme in ("http", "https", "mailto"):
        return address
    return "" if scheme or _SCHEME.match(reference) else address


def link_target(base: str, reference: str) -> str:
    """Return where a link leads; empty where it may not be followed."""
    return joined(base, reference) if len(reference) <= _LONGEST_ADDRESS else ""


def span(walk: Walk, kind: SpanKind, target: str = "") -> list[Leave]:
    """Open a span in the prose; return what closes it."""
    prose = walk.prose
    return [lambda: prose.close(kind)] if prose.open(kind, target) else []


def enter_span(walk: Walk, element: Any, name: str, attributes: Attributes) -> list[Leave]:
    """Emphasis, code and the like."""
    if walk.verbatim:
        return []
    return span(walk, SPANS[name])


def enter_link(walk: Walk, element: Any, name: str, attributes: Attributes) -> list[Leave] | None:
    """Open a link, or write a reference to a note."""
    label = walk.references.get(element)
    if label == "":
        return None  # the way back from a note
    if label is not None:
        return span(walk, "note", label)
    reference = attributes.get("href", "")
    if reference.startswith("#") and _MARK.match(_begins(element)):
        return None  # it only shows where a heading can be linked to
    target = link_target(walk.base, reference)
    return span(walk, "link", target) if target and not walk.verbatim else []


def _begins(element: Any) -> str:
    return beginning(element, 5).strip()[:4]


def enter_abbreviation(walk: Walk, element: Any, name: str, attributes: Attributes) -> list[Leave]:
    """Keep what an abbreviation stands for."""
    meaning = " ".join(legible(attributes.get("title", "")).split())
    if meaning:
        return span(walk, "abbreviation", meaning)
    return span(walk, "emphasis") if name == "dfn" else []


def enter_break(walk: Walk, element: Any, name: str, attributes: Attributes) -> None:
    """Begin a new line; after an empty one, a new paragraph, where paragraphs may begin."""
    if walk.joined and not walk.verbatim:
        walk.prose.space()
    elif walk.verbatim:
        walk.prose.write_as_it_is("\n")
    elif walk.prose.newline():
        walk.flush()


def enter_quotation(walk: Walk, element: Any, name: str, attributes: Attributes) -> list[Leave]:
    """Write the quotation marks that a browser shows."""
    walk.prose.add("“")
    return [lambda: walk.prose.add("”")]


def enter_raised(walk: Walk, element: Any, name: str, attributes: Attributes) -> list[Leave] | None:
    """Write the power of a number or a unit as such, so that 10 to the 6 is not 106."""
    if walk.verbatim or len(element) or element in walk.note_labels:
        return []
    text = element.text or ""
    if not _POWER.match(text) or not _BASE.search(walk.prose.last[-3:]):
        return []
    walk.prose.add(text.strip().translate(_RAISED))
    return None


def declared(walk: Walk, attributes: Attributes, block: bool) -> list[Leave]:
    """Take in the language and the phonemes that an element declares."""
    leaves: list[Leave] = []
    language = language_of(attributes)
    if language and (language != walk.languages[-1]):
        if block and not walk.joined:
            walk.languages.append(language)
            leaves.append(walk.languages.pop)
        else:
            leaves += span(walk, "language", language)
    if declare_alphabet(walk, attributes):
        leaves.append(walk.alphabets.pop)
    if not block:
        leaves += _said(walk, attributes)
    return leaves


def declare_alphabet(walk: Walk, attributes: Attributes) -> bool:
    """Take in the alphabet of the phonemes in an element; tell whether it names one."""
    alphabet = ssml(attributes, "alphabet")
    if alphabet:
        walk.alphabets.append(_ALPHABETS.get(alphabet.lower(), ""))
    return bool(alphabet)


def _said(walk: Walk, attributes: Attributes) -> list[Leave]:
    phonemes, alphabet = ssml(attributes, "ph"), walk.alphabets[-1]
    described = attributes.get("data-ssml")
    if described and len(described) < _LONGEST_ADDRESS:
        try:
            said = json.loads(described)
        except (ValueError, RecursionError):
            return []
        phoneme = said.get("phoneme") if isinstance(said, dict) else None
        substitute = said.get("sub") if isinstance(said, dict) else None
        if isinstance(phoneme, dict) and isinstance(phoneme.get("ph"), str):
            phonemes = clean_line(phoneme["ph"])
            alphabet = _ALPHABETS.get(str(phoneme.get("alphabet", "ipa")).lower(), "")
        elif isinstance(substitute, dict) and isinstance(substitute.get("alias"), str):
            return span(walk, "abbreviation", clean_line(substitute["alias"]))
    return span(walk, "phonemes", f"{alphabet}:{phonemes}") if phonemes and alphabet else []
