"""Who vouches for an article and how old that is, in sentences for the ear."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from content.language_names import language_name
from content.model import Article, HistoryEntry, Trust
from content.moments import ago, distance, in_words, is_ahead, is_past, moment

NOTHING_KNOWN = "The article does not say who wrote or reviewed it, or when."
_NAMED = 2
"""How many people are named in the summary."""


def summary(trust: Trust, today: date) -> str:
    """Return one sentence, what matters most first: review, next review, check, author, age."""
    if trust == Trust():
        return NOTHING_KNOWN
    checked = {True: "fact-checked", False: "not fact-checked", None: ""}[trust.fact_checked]
    parts = (_review(trust, today), _next_review(trust, today), checked, *_origin(trust, today))
    sentence = "; ".join(part for part in parts if part)
    return _sentence(f"{sentence[:1].upper()}{sentence[1:]}")


def facts(article: Article, today: date, words: int) -> list[str]:
    """Return sentences of one fact each, what matters most first; ``words`` is how many it has."""
    return [*_trust_facts(article.trust, today), *_plain_facts(article, words)]


def reviewed_on(trust: Trust) -> str | None:
    """Return when it was reviewed: as it says, or the last time that its history does."""
    dated = [entry.date for entry in trust.history if entry.reviewed_by and moment(entry.date)]
    return trust.reviewed or max(dated, default=None)


def _review(trust: Trust, today: date) -> str:
    names = [_named(person.name, person.credentials) for person in trust.reviewed_by] or list(
        dict.fromkeys(entry.reviewed_by for entry in trust.history if entry.reviewed_by)
    )
    when = reviewed_on(trust)
    age = _age(when, today)
    if names:
        return f"reviewed by {_some(names)}" + (f", {age}" if age else "; it does not say when")
    return f"reviewed {age}; it does not say by whom" if when else ""


def _next_review(trust: Trust, today: date) -> str:
    told = _due(trust.next_review, today)
    return f"the next review is {told}" if told else ""


def _origin(trust: Trust, today: date) -> Iterator[str]:
    written = f"written by {_some(authors_of(trust))}" if trust.authors else ""
    updated, published = trust.updated, trust.published
    dated = ""
    if updated and updated != published:
        dated = f"updated {_age(updated, today)}"
    elif published:
        dated = f"published {_age(published, today)}"
    reviewed = trust.reviewed_by or reviewed_on(trust)
    if not reviewed:
        yield ", ".join(part for part in (written, dated) if part)
        yield "it does not say who reviewed it"
        return
    yield written
    yield dated


def _trust_facts(trust: Trust, today: date) -> Iterator[str]:
    for person in trust.reviewed_by:
        yield _sentence(f"Reviewed by {_named(person.name, person.credentials, person.role)}")
    yield from _dated("Reviewed", reviewed_on(trust), today)
    if trust.next_review:
        due = _due(trust.next_review, today).removeprefix("due ")
        yield f"Next review due {_named(_on(trust.next_review), due)}."
    if trust.fact_checked is not None:
        yield "Fact-checked." if trust.fact_checked else "The article says it is not fact-checked."
    for author in authors_of(trust):
        yield _sentence(f"Written by {author}")
    yield from _dated("Updated", trust.updated, today)
    yield from _dated("Published", trust.published, today)
    for number, entry in enumerate(trust.history, start=1):
        yield _sentence(f"History, {number} of {len(trust.history)}: {_change(entry, today)}")


def authors_of(trust: Trust) -> list[str]:
    """Return each author with the credentials that the article gives."""
    more = {p.name: _named(p.name, p.credentials, p.role) for p in trust.credited}
    return [more.get(name, name) for name in trust.authors]


def _plain_facts(article: Article, words: int) -> Iterator[str]:
    yield f"From {'standard input' if article.source == '-' else article.source}."
    if article.language:
        yield f"In {language_name(article.language)}."
    sections = len(article.sections)
    yield (
        f"{_count(words, 'word')} in {_count(sections, 'section')}."
        if sections
        else (f"{_count(words, 'word')}, no sections.")
    )


def _change(entry: HistoryEntry, today: date) -> str:
    return _named(
        in_words(entry.date),
        _age(entry.date, today, bare=False),
        entry.note.rstrip(" ."),
        f"reviewed by {entry.reviewed_by}" if entry.reviewed_by else "",
        "the current version" if entry.current else "",
    )


def _dated(what: str, when: str | None, today: date) -> Iterator[str]:
    if when:
        yield f"{what} {_named(_on(when), _age(when, today, bare=False))}."


def _age(when: str | None, today: date, bare: bool = True) -> str:
    """Return how long ago it was; where that can't be told the date itself, if ``bare``."""
    known = moment(when) if when else None
    told = ago(known, today) if known else ""
    return told or (_on(when) if bare and when else "")


def _due(when: str | None, today: date) -> str:
    """Return "5 months overdue", "due in 3 months", "due today"."""
    known = moment(when) if when else None
    if known is None:
        return ""
    if is_past(known, today):
        return f"{distance(known, today)} overdue"
    if is_ahead(known, today):
        return f"due in {distance(known, today)}"
    return "due " + ("today" if known.day else "this month" if known.month else "this year")


def _on(when: str) -> str:
    known = moment(when)
    return in_words(when) if known is None else f"{'on' if known.day else 'in'} {in_words(when)}"


def _sentence(text: str) -> str:
    return text if text.endswith(".") else f"{text}."


def _named(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _some(names: Sequence[str]) -> str:
    """Return the first of some names, and how many more there are."""
    more = len(names) - _NAMED
    if more > 0:
        return f"{'; '.join(names[:_NAMED])} and {_count(more, 'other')}"
    between = " and " if not any("," in name for name in names) else ", and "
    return between.join(names)


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
