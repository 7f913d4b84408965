"""What cites a source: numbers in brackets or raised, daggers, names with a year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from content.patterns import lazily
from content.rules.letters import words
from content.rules.rule import Change, Rule
from content.words import base_of, words_of

_LIST = r"\d{1,3}[a-z]?(?:\s?[,;–‐-]\s?\d{1,3}[a-z]?){0,40}"
_BRACKETED = lazily(rf"(?<=[\w.,;:!?)\]”’\"'%])(?P<space>\s?)\[(?P<list>{_LIST})\]")
_LEADS_TO = lazily(
    r"\b(?:see|in|by|from|of|refs?|references?|and|to|with|than|siehe|in|aus|nach|von|und|vgl|voir"
    r"|dans|de|par|et|selon|véase|ver|en|por|según|y)\.?\s?\Z",
    re.IGNORECASE,
)
_RAISED = lazily(
    r"(?:(?<=[^\W\d_]{3})|(?<=[.,;:!?)\]”’\"]))[¹²³⁰⁴-⁹]{1,3}(?:[,\u2009⁻–-][¹²³⁰⁴-⁹]{1,3}){0,20}"
)
_DAGGER = lazily(r"(?<=[^\s(])[†‡]{1,3}")
_PARENTHESES = lazily(r"\s?\((?P<inside>[^()]{6,300})\)")
_YEAR = r"(?:(?:1[89]|20)\d\d[a-z]?|n\.\s?d\.|in press)"
_ONE = lazily(
    r"(?:(?:see|see also|cf\.|e\.g\.,?|vgl\.|siehe|z\.\s?B\.|voir|cf|véase|ver|p\.\s?ej\.)\s)?"
    r"(?P<names>[^\d;]{2,200}?)(?P<comma>,?)\s"
    rf"{_YEAR}(?:,\s{_YEAR}){{0,8}}(?:[,:]\s?(?:(?:pp?|S|pág)\.\s?)?\d{{1,5}}(?:[–-]\d{{1,5}})?)?\Z"
)
_JOINED = lazily(r"\bet al\b|&|\s(?:and|und|et|y|e)\s")
_PROSE = lazily(r"(?:^|[\s(“\"])[a-zà-ÿ][\w’'-]*[,;:]?\Z")
"""A small word at the end: "(Atlanta, 1896)" after the title of a book is where it was printed."""
_NAME = lazily(r"[^\W\d_][\w’'.-]{0,40}\Z")
_SMALL = words("et al al. and und & y e von van der den de del della di da la le los du for of the")
_MONTHS = words(
    "january february march april may june july august september october november december "
    "januar februar märz mai juni juli oktober dezember janvier février mars avril juin juillet "
    "août septembre octobre novembre décembre enero febrero marzo abril mayo junio julio agosto "
    "septiembre octubre noviembre diciembre spring summer autumn fall winter since before after "
    "until about around circa as between"
)
TO_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻\u2009", "0123456789–,")
"""Makes plain numbers and marks of raised ones."""
_DASH = lazily(r"\s?[–‐-]\s?")
_COMMA = lazily(r"\s?[,;]\s?")


def _numbered(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the stretches of numbers that cite, and the numbers."""
    # What most parentheses come without is looked for first: it takes no time.
    for match in _BRACKETED.finditer(text) if "[" in text else ():
        before = text[max(0, match.start() - 14) : match.start()]
        if match["list"].startswith("0") or _LEADS_TO.search(before):
            continue
        yield match.start(), match.end(), match["list"]
    for match in _RAISED.finditer(text) if not text.isascii() else ():
        yield match.start(), match.end(), match[0].translate(TO_DIGITS)


def _named(text: str) -> Iterator[tuple[int, int]]:
    """Yield the parentheses that hold nothing but names and years."""
    for match in _PARENTHESES.finditer(text):
        sources = match["inside"].split(";")
        if all(map(_is_source, sources)) and (
            len(sources) > 1
            or _JOINED.search(sources[0])
            or _PROSE.search(text, max(0, match.start() - 40), match.start())
        ):
            yield match.span()


def _is_source(text: str) -> bool:
    found = _ONE.match(text.strip())
    if found is None:
        return False
    written = found["names"].replace(",", " ").split()
    names = [word for word in written if word.casefold() not in _SMALL]
    return (
        bool(names)
        and all(name[0].isupper() and _NAME.match(name) for name in names)
        and names[0].casefold() not in _MONTHS
        and bool(found["comma"] or len(written) > len(names))
    )


def _pass_over(text: str, language: str) -> Iterator[Change]:
    stretches = [(start, end) for start, end, _ in _numbered(text)]
    stretches += _named(text)
    if not text.isascii():
        stretches += (match.span() for match in _DAGGER.finditer(text))
    for start, end in sorted(stretches):
        if text[:start].strip():
            yield start, end, ""


def _say(text: str, language: str) -> Iterator[Change]:
    phrases = words_of(language)
    catalogued = base_of(phrases.language) == base_of(language)
    for start, end, numbers in _numbered(text):
        said = _COMMA.sub(", ", _DASH.sub(f" {phrases('to')} " if catalogued else "–", numbers))
        name = phrases("citation") + " " if catalogued else ""
        more = text[end : end + 2].strip().isalnum()
        lead = " " if text[start - 1] in ".,;:!?" else ", "
        yield start, end, f"{lead}{name}{said}" + ("," if more else "")
    for match in _DAGGER.finditer(text):
        comma = "," if text[match.end() :].strip()[:1].isalnum() else ""
        yield *match.span(), f", {phrases('note')}{comma}" if catalogued else ""


CITATION_RULE = "citation"

RULES = (
    Rule(
        CITATION_RULE,
        _pass_over,
        languages=(),
        setting="citations",
        values=("skip", "demand"),
        needs=lazily("[\\[(⁰-⁹¹²³†‡]"),
    ),
    Rule(
        CITATION_RULE,
        _say,
        languages=(),
        setting="citations",
        values=("say",),
        needs=lazily("[\\[⁰-⁹¹²³†‡]"),
    ),
)
