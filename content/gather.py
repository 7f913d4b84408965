"""Claims gathered one by one into a Trust."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from content.model import HistoryEntry, Person, Trust
from content.text import clean_line
from content.trust_lines import Claim


@dataclass
class Gathered:
    """What the trust lines have said so far; what was said first stands."""

    dates: dict[str, str] = field(default_factory=dict)
    fact_checked: bool | None = None
    authors: list[Person] = field(default_factory=list)
    reviewers: list[Person] = field(default_factory=list)
    past_reviewers: list[Person] = field(default_factory=list)
    history: list[HistoryEntry] = field(default_factory=list)
    history_authors: list[Person] = field(default_factory=list)
    _version: bool = False

    def take(self, claim: Claim, history: bool) -> None:
        """Add one claim; ``history`` tells that it stands in the history of updates."""
        claim = replace(claim, people=tuple(map(_on_one_line, claim.people)))
        if claim.kind == "checker":
            self.fact_checked = True
        if claim.kind == "version":
            self._version = not claim.date
        if history:
            self._entry(claim)
        elif claim.date:
            self._date(claim)
        if claim.kind in ("author", "published"):
            _add(claim.people, self.history_authors if history else self.authors)
        elif claim.people and claim.kind in ("reviewer", "reviewed"):
            _add(claim.people, self.past_reviewers if history else self.reviewers)

    def trust(self) -> Trust:
        """Return what was gathered; the history fills in what the lines at the top did not say."""
        found = dict(self.dates)
        for entry in self.history:
            if entry.current:
                found.setdefault("updated", entry.date)
        current = {entry.reviewed_by for entry in self.history if entry.current}
        past = [person for person in self.past_reviewers if person.name in current]
        authors = self.authors or self.history_authors[:1]
        return Trust(
            published=found.get("published"),
            updated=found.get("updated"),
            reviewed=found.get("reviewed"),
            next_review=found.get("next_review"),
            fact_checked=self.fact_checked,
            authors=tuple(person.name for person in authors),
            credited=credited(authors),
            reviewed_by=tuple(self.reviewers or past or self.past_reviewers[:1]),
            history=tuple(self.history),
        )

    def _date(self, claim: Claim) -> None:
        names = {"reviewer": "reviewed", "editor": "updated", "version": "updated"}
        name = names.get(claim.kind, claim.kind)
        if name in ("author", "date"):
            name = "published"
        if name in ("published", "updated", "reviewed", "next_review"):
            self.dates.setdefault(name, claim.date)

    def note(self, text: str) -> bool:
        """Say what was changed in the last entry of the history; False when none lacks it."""
        if not self.history or self.history[-1].note:
            return False
        self.history[-1] = replace(self.history[-1], note=text)
        return True

    def _entry(self, claim: Claim) -> None:
        if claim.kind == "next_review":
            self._date(claim)
        elif claim.date:
            current = claim.kind == "version" or self._version
            self._version = False
            note = claim.note
            self.history.append(HistoryEntry(claim.date, note=note, current=current))
            if claim.kind == "published":
                self.dates.setdefault("published", claim.date)
        if claim.people and claim.kind in ("reviewer", "reviewed") and self.history:
            last = self.history[-1]
            if not last.reviewed_by:
                self.history[-1] = replace(last, reviewed_by=claim.people[0].name)


def credited(people: Iterable[Person]) -> tuple[Person, ...]:
    """Return those of whom more is known than the name."""
    return tuple(person for person in people if person.credentials or person.role)


def _add(people: Iterable[Person], known: list[Person]) -> None:
    names = {person.name for person in known}
    known.extend(person for person in people if person.name not in names)


def _on_one_line(person: Person) -> Person:
    """Return the person as they are said: in the text, a space may be two, or a line's end."""
    return Person(*map(clean_line, (person.name, person.credentials, person.role)))
