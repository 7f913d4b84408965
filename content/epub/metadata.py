"""Who made the book, what it is called, in which language, and when it came out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from content.epub.markup import Element, attribute, children, text_of
from content.model import Trust
from content.patterns import lazily
from content.text import clean_line

_ROLES = {
    "aut": "",
    "edt": "editor",
    "trl": "translator",
    "ill": "illustrator",
    "aui": "author of the introduction",
    "aft": "author of the afterword",
    "com": "compiler",
    "adp": "adapter",
    "ctb": "contributor",
}
"""MARC relators that say who is responsible for the words; others made or read the file."""
_DATE = lazily(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?!\d)")
_LANGUAGE = lazily(r"[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8}){0,8}\Z")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the book says of itself."""

    title: str
    language: str
    """BCP 47 tag; empty where the book does not say."""
    trust: Trust


def metadata(package: Element) -> Metadata:
    """Return what a package document says of its book."""
    elements = list(_elements(package))
    refined = _refinements(elements)
    languages = (_language(text_of(one)) for one in _named(elements, "language"))
    return Metadata(
        title=_title(elements, refined),
        language=next(filter(None, languages), ""),
        trust=Trust(
            published=_published(elements),
            updated=_updated(elements),
            authors=tuple(dict.fromkeys(_authors(elements, refined))),
        ),
    )


def _elements(package: Element) -> Iterator[Element]:
    for part in children(package, "metadata"):
        for element in part:
            yield element
            yield from element if _is(element, "dc-metadata", "x-metadata") else ()


def _is(element: Element, *names: str) -> bool:
    tag = element.tag if isinstance(element.tag, str) else ""
    return tag.rpartition("}")[2].rpartition(":")[2].lower() in names


def _named(elements: list[Element], name: str) -> list[Element]:
    return [element for element in elements if _is(element, name)]


def _refinements(elements: list[Element]) -> dict[tuple[str, str], str]:
    """Return what EPUB 3's ``meta`` says of other elements, by their ids and the property."""
    refined: dict[tuple[str, str], str] = {}
    for one in _named(elements, "meta"):
        about = one.get("refines", "").strip()
        if about.startswith("#"):
            refined.setdefault((about[1:], one.get("property", "").strip()), text_of(one))
    return refined


def _title(elements: list[Element], refined: dict[tuple[str, str], str]) -> str:
    """Return the title that is called the main one, else the first."""
    titles = [one for one in _named(elements, "title") if text_of(one)]
    main = (one for one in titles if refined.get((one.get("id", ""), "title-type")) == "main")
    chosen = next(main, titles[0] if titles else None)
    return "" if chosen is None else clean_line(text_of(chosen))


def _authors(elements: list[Element], refined: dict[tuple[str, str], str]) -> Iterator[str]:
    for name, without_role in (("creator", "aut"), ("contributor", "")):
        for one in _named(elements, name):
            role = attribute(one, "role") or refined.get((one.get("id", ""), "role"), without_role)
            role = role.strip().lower()
            person = clean_line(text_of(one))
            if not person or (name == "contributor" and role not in _ROLES):
                continue
            said = _ROLES.get(role, "")
            yield f"{person} ({said})" if said else person


def _published(elements: list[Element]) -> str | None:
    dates = [(attribute(one, "event").lower(), _date(one)) for one in _named(elements, "date")]
    for events in (("publication", "original-publication"), ("",), ("issued", "creation")):
        found = next((date for event, date in dates if date and event in events), None)
        if found:
            return found
    return None


def _updated(elements: list[Element]) -> str | None:
    changed = [
        one
        for one in elements
        if (_is(one, "meta") and one.get("property", "").strip() == "dcterms:modified")
        or (_is(one, "date") and attribute(one, "event").lower() == "modification")
    ]
    return next(filter(None, map(_date, changed)), None)


def _date(element: Element) -> str | None:
    """Return the element's date as ISO 8601, as exact as it is; None when there is none."""
    found = _DATE.match(text_of(element))
    if not found or found[1] == "0000":
        return None
    year, month, day = found.groups()
    if month and not "01" <= month <= "12":
        return str(year)
    if day and not "01" <= day <= "31":
        return f"{year}-{month}"
    return "-".join(part for part in (year, month, day) if part)


def _language(text: str) -> str:
    found: re.Match[str] | None = _LANGUAGE.match(text)
    return text.replace("_", "-") if found else ""
