"""What an article says of itself before it begins, between lines of dashes or plus signs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date

from content.gather import credited
from content.model import Person, Trust
from content.patterns import lazily
from content.text import clean_line

LONGEST = 20_000
"""Characters; a longer one is text."""
_FENCED = lazily(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S | re.M)
_TOML = lazily(r"\+\+\+[ \t]*\n(.*?)^\+\+\+[ \t]*(?:\n|\Z)", re.S | re.M)
_LIKE_METADATA = lazily(r"\s*#|\s+\S|\s*-\s|[\w.-]+\s*:(?:\s|$)|\s*$|[\]}]")
_PAIR = lazily(r"^([\w.-]+)[ \t]*:[ \t]+(\S.*)$", re.M)
_DATES = {
    "published": ("published", "date", "date_published", "datepublished", "pubdate"),
    "updated": ("updated", "lastmod", "modified", "last_updated", "last_modified", "date_modified"),
    "reviewed": ("reviewed", "last_reviewed", "date_reviewed", "review_date"),
    "next_review": ("next_review", "next_review_date", "review_due"),
}
_AUTHORS = ("author", "authors", "by", "written_by")
_REVIEWERS = ("reviewed_by", "reviewer", "reviewers", "medically_reviewed_by")
_TRUE = frozenset({"true", "yes", "on", "1"})
_NESTING = lazily(r"[\[{]|-\s(?=\s*-\s)|\?\s")
_DEEPEST = 500  # signs of nesting, whose time grows as the square
_MOST = 100  # people that one article lists


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The metadata of an article, each part empty when not given."""

    title: str = ""
    language: str = ""
    trust: Trust = field(default_factory=Trust)


def read(text: str) -> tuple[FrontMatter, int]:
    """Return the front matter of ``text`` and where the article begins, in characters.

    What stands between the dashes counts as front matter when it is a YAML mapping, or at
    least looks like one; else it is the article's own text. Between plus signs it is TOML.
    """
    if not text.startswith(("---", "+++")):
        return FrontMatter(), 0
    fence, reader = (_FENCED, _values) if text[0] == "-" else (_TOML, _toml_values)
    found = fence.match(text[: LONGEST + 10])
    if not found:
        return FrontMatter(), 0
    values = reader(found[1])
    if values is None:
        return FrontMatter(), 0
    return _understood(values), found.end()


def _values(yaml_text: str) -> dict[str, object] | None:
    """Return a mapping of lower-case names, or None when this is no metadata."""
    import yaml  # type: ignore[import-untyped]

    loaded = None
    try:
        if len(_NESTING.findall(yaml_text)) > _DEEPEST:
            return None
        # Its plain constructor makes strings, lists and mappings only: a date stays as written.
        loaded = yaml.BaseLoader(yaml_text).get_single_data()
    except (yaml.YAMLError, RecursionError, ValueError):
        if all(_LIKE_METADATA.match(line) for line in yaml_text.splitlines()):
            loaded = {name: value.strip("'\" ") for name, value in _PAIR.findall(yaml_text)}
    if not isinstance(loaded, Mapping):
        return None
    return {str(name).lower().replace("-", "_"): value for name, value in loaded.items()}


def _toml_values(toml_text: str) -> dict[str, object] | None:
    """Return what TOML declares, dates as text; None when this is none."""
    import tomllib

    try:
        loaded = tomllib.loads(toml_text) if len(_NESTING.findall(toml_text)) <= _DEEPEST else {}
    except (tomllib.TOMLDecodeError, RecursionError, ValueError):
        return None
    return {
        name.lower().replace("-", "_"): str(value) if isinstance(value, date) else value
        for name, value in loaded.items()
    } or None


def _understood(values: Mapping[str, object]) -> FrontMatter:
    checked = _first(values, ("fact_checked", "factchecked"))
    authors = list(_people(values, _AUTHORS))
    return FrontMatter(
        title=_first(values, ("title",)),
        language=_language(_first(values, ("lang", "language", "locale"))),
        trust=Trust(
            published=_date(values, "published"),
            updated=_date(values, "updated"),
            reviewed=_date(values, "reviewed"),
            next_review=_date(values, "next_review"),
            fact_checked=checked.lower() in _TRUE if checked else None,
            authors=tuple(person.name for person in authors),
            credited=credited(authors),
            reviewed_by=tuple(_people(values, _REVIEWERS)),
        ),
    )


def _first(values: Mapping[str, object], names: tuple[str, ...]) -> str:
    """Return the first of these that says something, cleaned."""
    for name in names:
        value = values.get(name)
        if isinstance(value, str) and clean_line(value):
            return clean_line(value)
    return ""


def _language(tag: str) -> str:
    """Return a BCP 47 tag, or nothing when this is none."""
    tag = tag.split(".")[0].replace("_", "-")
    return tag if re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*", tag) else ""


def _date(values: Mapping[str, object], name: str) -> str | None:
    from content.dates import search

    value = _first(values, _DATES[name])
    found = search(value)
    if found:
        return found[0]
    return value if re.fullmatch(r"\d{4}", value) else None


def _people(values: Mapping[str, object], names: tuple[str, ...]) -> Iterator[Person]:
    from content.people import parse

    for name in names:
        value = values.get(name)
        for entry in value[:_MOST] if isinstance(value, list) else [value]:
            if isinstance(entry, str) and (line := clean_line(entry)):
                yield from parse(line) or (Person(line),)
            elif isinstance(entry, Mapping) and (person := _person(entry)).name:
                yield person


def _person(entry: Mapping[str, object]) -> Person:
    return Person(
        name=_first(entry, ("name",)),
        credentials=_first(entry, ("credentials", "qualifications")),
        role=_first(entry, ("role", "title", "job_title")),
    )


def merge(declared: Trust, found: Trust) -> Trust:
    """Return what was found in the text, but for what the front matter declares."""
    said = {field.name: getattr(declared, field.name) for field in fields(Trust)}
    return replace(
        found, **{name: value for name, value in said.items() if value not in (None, ())}
    )
