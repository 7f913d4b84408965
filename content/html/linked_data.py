"""What JSON-LD and microdata say of an article: its title, its people, its dates."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from content.html.names import beginning, local
from content.model import Person
from content.patterns import lazily
from content.text import clean_line

Values = dict[str, list[Any]]
"""Property names in small letters, and what is said of each: texts and things."""

FROM_MARKUP = "@markup"
"""Among the values of what attributes of elements say, not a script."""
_ARTICLES = (
    "article", "webpage", "posting", "report", "scholarlyarticle", "howto", "faqpage", "recipe",
    "creativework", "qapage", "drug", "medicalcondition",
)  # fmt: skip
_BY = lazily(r"(?:written )?by:?\s+", 2)
_ADDRESS = lazily(r"https?:|@|www\.", 2)
_LONGEST_NAME = 80
_MOST_THINGS = 300
_LONGEST = 500_000
_MOST_SCRIPTS = 30
_MOST_DESCRIBED = 2_000


def articles(root: Any) -> list[Values]:
    """Return what is said of the article, the most telling thing first."""
    things = [*_linked(root), *_microdata(root)]
    return sorted(things, key=_rank)


def _rank(values: Values) -> tuple[int, int]:
    kinds = " ".join(texts(values, "@type")).lower()
    order = [("article", "posting", "report"), ("medicalwebpage",), ("webpage",)]
    for rank, names in enumerate(order):
        if any(name in kinds for name in names):
            return rank, 0
    return len(order), 0


def _linked(root: Any) -> Iterator[Values]:
    scripts = (
        script
        for script in root.iter("{*}script")
        if (script.get("type") or "").split(";")[0].strip().lower() == "application/ld+json"
    )
    for script in islice(scripts, _MOST_SCRIPTS):
        text = "".join(script.itertext()).strip()
        text = text.removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
        if len(text) > _LONGEST:
            continue
        try:
            loaded = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _things(loaded)


def _things(loaded: Any) -> Iterator[Values]:
    """Yield the articles among what was loaded, however they are listed."""
    waiting = [loaded]
    seen = 0
    while waiting and seen < _MOST_THINGS:
        thing = waiting.pop(0)
        seen += 1
        if isinstance(thing, list):
            waiting += thing[:_MOST_THINGS]
        elif isinstance(thing, Mapping):
            values = _lowered(thing)
            kinds = " ".join(texts(values, "@type")).lower()
            if any(kind in kinds for kind in _ARTICLES):
                yield values
            for name in ("@graph", "mainentity", "mainentityofpage"):
                waiting += [one for one in values.get(name, ()) if isinstance(one, Mapping)]


def _lowered(thing: Mapping[str, Any]) -> Values:
    return {
        str(name).lower(): value[:_MOST_THINGS] if isinstance(value, list) else [value]
        for name, value in thing.items()
    }


def _microdata(root: Any) -> Iterator[Values]:
    """Yield the articles that attributes of elements describe."""
    values: dict[Any, Values] = {}
    described = (
        one
        for one in root.iter("*")
        if one.get("itemprop") is not None or one.get("itemscope") is not None
    )
    for element in islice(described, _MOST_DESCRIBED):
        named = element.get("itemprop")
        scope = element.get("itemscope") is not None
        if scope:
            kind = (element.get("itemtype") or "").rstrip("/").rpartition("/")[2]
            values[element] = {"@type": [kind], FROM_MARKUP: []}
        if not named:
            continue
        owner = next((one for one in element.iterancestors() if one in values), None)
        if owner is None:
            continue
        said = values[element] if scope else _value(element)
        for name in named.lower().split()[:5]:
            values[owner].setdefault(name, []).append(said)
    for one in values.values():
        kinds = " ".join(texts(one, "@type")).lower()
        if any(kind in kinds for kind in _ARTICLES):
            yield one


def _value(element: Any) -> str:
    name = local(element.tag)
    if name == "time" or element.get("datetime"):
        return element.get("datetime") or _text(element)
    if element.get("content"):
        return str(element.get("content"))
    return _text(element)


def _text(element: Any) -> str:
    return " ".join(beginning(element, 50).split())[:1_000]


def texts(values: Values, name: str) -> list[str]:
    """Return the texts that are said of ``name``."""
    return [
        line
        for one in values.get(name, ())
        if isinstance(one, str | int) and (line := clean_line(str(one)))
    ]


def people(values: Values, names: Sequence[str]) -> Iterator[Person]:
    """Yield the people who are named so, with their credentials and roles."""
    from content.people import parse

    for name in names:
        for one in values.get(name, ()):
            if isinstance(one, str):
                line = _BY.sub("", clean_line(one))
                if found := parse(line):
                    yield from found
                elif 0 < len(line) <= _LONGEST_NAME and not _ADDRESS.match(line):
                    yield Person(line)
            elif isinstance(one, Mapping):
                person = _person(_lowered(one))
                if person.name:
                    yield person


def _person(values: Values) -> Person:
    from content.people import parse

    first = {name: next(iter(texts(values, name)), "") for name in values}
    given = " ".join(filter(None, (first.get("givenname", ""), first.get("familyname", ""))))
    name = _BY.sub("", first.get("name") or given)
    if len(name) > _LONGEST_NAME:
        return Person("")
    found = parse(name)
    credentials = first.get("honorificsuffix", "")
    if len(found) == 1 and found[0].credentials and not found[0].role:
        name = found[0].name
        credentials = credentials or found[0].credentials
    return Person(name, credentials[:200], first.get("jobtitle", "")[:200])
