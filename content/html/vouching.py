"""Who vouches for a page: what its text says and what its metadata say, in one."""

from __future__ import annotations

from dataclasses import replace

from content.frontmatter import merge
from content.model import Person, Trust


def merged(seen: Trust, declared: Trust) -> Trust:
    """Return what the text says, and what only the metadata say.

    People whom both name have the credentials and the role that either gives.
    """
    trust = merge(seen, declared)
    known = {_name(person): person for person in declared.reviewed_by}
    return replace(
        trust,
        reviewed_by=tuple(
            _completed(person, known.get(_name(person))) for person in trust.reviewed_by
        ),
    )


def _name(person: Person) -> str:
    return " ".join(person.name.casefold().split())


def _completed(person: Person, other: Person | None) -> Person:
    if other is None:
        return person
    return replace(
        person,
        credentials=person.credentials or other.credentials,
        role=person.role or other.role,
    )
