"""An article's outline: as data for programs, as lines for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from content.left_out import beginning, counted, in_full
from content.model import Article, Person, Trust
from content.trust_sentences import authors_of


def outline(article: Article) -> dict[str, Any]:
    """Return the outline as plain data, ready for JSON."""
    trust = article.trust
    return {
        "title": article.title,
        "language": article.language,
        "source": article.source,
        "trust": {
            "published": trust.published,
            "updated": trust.updated,
            "reviewed": trust.reviewed,
            "next_review": trust.next_review,
            "fact_checked": trust.fact_checked,
            "authors": list(trust.authors),
            "reviewed_by": [
                {"name": person.name, "credentials": person.credentials, "role": person.role}
                for person in trust.reviewed_by
            ],
            "history": [
                {
                    "date": entry.date,
                    "note": entry.note or None,
                    "reviewed_by": entry.reviewed_by or None,
                    "current": entry.current,
                }
                for entry in trust.history
            ],
        },
        "sections": [
            {
                "title": section.title,
                "level": section.level,
                "words": section.words,
                "start": section.start,
            }
            for section in article.sections
        ],
        "skipped": [{"kind": skipped.kind, "text": skipped.text} for skipped in article.skipped],
    }


def outline_text(article: Article, full: bool = False) -> Iterator[str]:
    """Yield the outline as lines of plain text, fit to be heard.

    Of what is skipped it gives the first words, or with ``full`` all of them.
    """
    yield article.title
    top = min((section.level for section in article.sections), default=1)
    for number, section in enumerate(article.sections, 1):
        indent = "  " * (section.level - top)
        yield f"{indent}{number}. {section.title}, {_count(section.words, 'word', 'words')}"
    if not article.sections:
        yield "This article has no sections."
    yield from _trust(article.trust)
    counts = Counter(skipped.kind for skipped in article.skipped)
    for kind, count in counts.items():
        yield counted(kind, count) + (":" if kind == "missing" else " skipped:")
        for skipped in article.skipped:
            if skipped.kind == kind:
                yield f"  {in_full(skipped) if full else beginning(skipped.text)}"


def _trust(trust: Trust) -> Iterator[str]:
    if trust.authors:
        yield f"Written by {_listed(authors_of(trust))}."
    if trust.reviewed_by:
        yield f"Reviewed by {_listed([_person(person) for person in trust.reviewed_by], '; ')}."
    if trust.fact_checked is not None:
        yield "Fact-checked." if trust.fact_checked else "Not fact-checked."
    for label, when in (
        ("Published on", trust.published),
        ("Updated on", trust.updated),
        ("Reviewed on", trust.reviewed),
        ("Next review due on", trust.next_review),
    ):
        if when:
            yield f"{label} {when}."
    for entry in trust.history:
        said = [entry.note] if entry.note else []
        if entry.reviewed_by:
            said.append(f"reviewed by {entry.reviewed_by}")
        if entry.current:
            said.append("the current version")
        yield f"  {entry.date}: {', '.join(said) or 'changed'}"


def _person(person: Person) -> str:
    return ", ".join(part for part in (person.name, person.credentials, person.role) if part)


def _listed(names: list[str], comma: str = ", ") -> str:
    return " and ".join(filter(None, (comma.join(names[:-1]), names[-1])))


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
