"""What a page says of itself: title, language, site, people, dates."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice
from typing import Any
from urllib.parse import urljoin, urlsplit

from content.gather import credited
from content.html import linked_data
from content.html.names import beginning, language_of, local
from content.html.titles import TitleSigns, choose_title
from content.model import Person, Trust
from content.patterns import lazily
from content.text import clean_line

_MOST = 400
_DAY = lazily(r"(\d{4})-(\d{2})-(\d{2})(?!\d)")
_COMPACT = lazily(r"(\d{4})(\d{2})(\d{2})(?:T|\Z)")
_TITLES = (
    "dc:title", "dc.title", "dcterms:title", "dcterms.title", "og:title",
    "weibo:article:title", "weibo:webpage:title", "title", "twitter:title", "parsely-title",
    "citation_title", "sailthru.title",
)  # fmt: skip
_AUTHORS = (
    "dc:creator", "dc.creator", "dcterms:creator", "dcterms.creator", "author", "parsely-author",
    "citation_author", "article:author", "sailthru.author", "byl",
)  # fmt: skip
_PUBLISHED = (
    "article:published_time", "og:published_time", "dcterms.issued", "dc.date.issued",
    "dcterms.created", "dc.date", "parsely-pub-date", "sailthru.date", "datepublished",
    "citation_publication_date", "publish-date", "pubdate", "date",
)  # fmt: skip
_UPDATED = (
    "article:modified_time", "og:updated_time", "dcterms.modified", "dc.date.modified",
    "datemodified", "last-modified", "revised",
)  # fmt: skip
_REVIEWED = ("dcterms.valid", "lastreviewed", "dc.date.reviewed", "review_date")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says of itself."""

    title: str = ""
    language: str = ""
    """BCP 47 tag."""
    site: str = ""
    base: str = ""
    """The address that its links are relative to; empty where it is not known."""
    trust: Trust = field(default_factory=Trust)


def read(root: Any, address: str) -> Metadata:
    """Return the metadata of the page at ``address``; a path says nothing of its links."""
    metas = _metas(root)
    things = linked_data.articles(root)
    site = _first(metas, ("og:site_name", "application-name")) or _publisher(things)
    language = language_of(root.attrib)
    body = next(root.iter("{*}body"), None)
    if not language and body is not None:
        language = language_of(body.attrib)
    language = language or _language(metas, things)
    scripts = [thing for thing in things if linked_data.FROM_MARKUP not in thing]
    said = [name for thing in scripts for name in linked_data.texts(thing, "headline")[:1]]
    said += [name for thing in scripts[:1] for name in linked_data.texts(thing, "name")[:1]]
    signs = TitleSigns(
        declared=[*said[:2], *filter(None, (_first(metas, (name,)) for name in _TITLES))],
        written=_title(root),
        headings=_headings(root),
        site=site,
    )
    return Metadata(
        choose_title(signs), language, site, _base(root, address), _trust(metas, things)
    )


def _metas(root: Any) -> dict[str, list[str]]:
    """Return what ``meta`` elements say, by their names in small letters."""
    found: dict[str, list[str]] = {}
    for meta in islice(root.iter("{*}meta"), _MOST):
        names = (meta.get("name"), meta.get("property"), meta.get("http-equiv"))
        content = clean_line(_unescaped((meta.get("content") or "")[:2_000]))
        for name in " ".join(filter(None, names)).lower().split()[:4]:
            if content:
                found.setdefault(name.replace("dcterm:", "dcterms:"), []).append(content)
    return found


def _unescaped(text: str) -> str:
    """Return text that was escaped twice, as titles in pages often are."""
    from html import unescape

    return unescape(text) if "&" in text and ";" in text else text


def _first(metas: dict[str, list[str]], names: Iterable[str]) -> str:
    return next((metas[name][0] for name in names if name in metas), "")


def _title(root: Any) -> str:
    for title in root.iter("{*}title"):
        above = title.getparent()
        if above is None or local(above.tag) != "svg":
            return clean_line("".join(title.itertext())[:2_000])
    return ""


def _headings(root: Any) -> list[str]:
    """Return the headings of the first levels, where the title may stand."""
    found = []
    for name in ("h1", "h2"):
        for heading in islice(root.iter(f"{{*}}{name}"), 20):
            line = clean_line(beginning(heading, 100)[:1_000])
            if line:
                found.append(line)
    return found


def _publisher(things: list[linked_data.Values]) -> str:
    for thing in things:
        for one in thing.get("publisher", ()):
            if isinstance(one, dict) and isinstance(one.get("name"), str):
                return clean_line(one["name"])[:200]
    return ""


def _language(metas: dict[str, list[str]], things: list[linked_data.Values]) -> str:
    said = [_first(metas, ("content-language", "dc.language", "dcterms.language", "og:locale"))]
    said += [tag for thing in things[:1] for tag in linked_data.texts(thing, "inlanguage")]
    return next((tag for one in said if (tag := language_of({"lang": one.split(",")[0]}))), "")


def _base(root: Any, address: str) -> str:
    base = address if urlsplit_scheme(address) in ("http", "https") else ""
    declared = next((one.get("href") for one in root.iter("{*}base") if one.get("href")), "")
    links = [one.get("href") for one in root.iter("{*}link") if one.get("rel") == "canonical"]
    if not base:
        base = next((one for one in links if urlsplit_scheme(one or "") in ("http", "https")), "")
    try:
        joined = urljoin(base, declared.strip()) if declared else base
    except ValueError:
        joined = base
    return clean_line(joined) if urlsplit_scheme(joined) in ("http", "https") else ""


def urlsplit_scheme(address: str) -> str:
    """Return an address's scheme; empty for none."""
    try:
        return urlsplit(address).scheme.lower()
    except ValueError:
        return ""


def _trust(metas: dict[str, list[str]], things: list[linked_data.Values]) -> Trust:
    authors = [*_people(things, ("author", "creator"))]
    if not authors:
        values: linked_data.Values = {name: list(metas.get(name, ())) for name in _AUTHORS}
        named = next((name for name in _AUTHORS if values[name]), "")
        authors = [*linked_data.people(values, (named,))] if named else []
    names = tuple(dict.fromkeys(person.name for person in authors))
    reviewers = tuple(dict.fromkeys(_people(things, ("reviewedby", "medicalreviewer", "editor"))))
    return Trust(
        published=_date(things, ("datepublished", "datecreated"), metas, _PUBLISHED),
        updated=_date(things, ("datemodified",), metas, _UPDATED),
        reviewed=_date(things, ("lastreviewed",), metas, _REVIEWED),
        authors=names[:20],
        credited=credited(dict.fromkeys(authors)),
        reviewed_by=reviewers[:20],
    )


def _people(things: list[linked_data.Values], names: tuple[str, ...]) -> list[Person]:
    for thing in things:
        if found := list(islice(linked_data.people(thing, names), 40)):
            return found
    return []


def _date(
    things: list[linked_data.Values],
    properties: tuple[str, ...],
    metas: dict[str, list[str]],
    names: tuple[str, ...],
) -> str | None:
    said = [
        text for name in properties for thing in things for text in linked_data.texts(thing, name)
    ]
    said += [text for name in names for text in metas.get(name, ())[:1]]
    return next((iso for text in said if (iso := _iso(text))), None)


def _iso(text: str) -> str | None:
    from datetime import date

    from content.dates import search

    found = _DAY.match(text) or _COMPACT.match(text)
    if found:
        try:
            return date(int(found[1]), int(found[2]), int(found[3])).isoformat()
        except ValueError:
            return None
    other = search(text[:200])
    return other[0] if other else None
