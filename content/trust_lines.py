"""One line of a trust block: "Medically reviewed by … — Updated on …" taken apart.

A line is taken only when it is such a line from its first word to its last: a label, then a
date or people, then perhaps another label. A sentence that merely mentions a date is not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from content import dates, people
from content.model import Person
from content.patterns import lazily
from content.trust_words import BYLINE, DATED, HINTS, NAMED, OPENING, ClaimKind

LONGEST = 400
"""A block of more characters is no trust line."""


def _labels(table: tuple[tuple[ClaimKind, str], ...]) -> list[tuple[ClaimKind, re.Pattern[str]]]:
    return [
        (kind, lazily(rf"{OPENING}(?:{form})(?=[\s:.,(]|$)", re.IGNORECASE)) for kind, form in table
    ]


_NAMED_LABELS = _labels(NAMED)
_DATED_LABELS = _labels(DATED)
_BYLINE_LABEL = lazily(rf"(?:{BYLINE})(?= )", re.IGNORECASE)
_POST = r"(?:[A-Z]\S* |[a-z]+ ){0,3}(?:correspondent|reporter|editor|columnist|writer)"
_POST_LINE = lazily(_POST + r"(?:, [A-Z][^.,]{1,40})?")
_REPORTER = lazily(rf"(?P<name>\S+ \S+?),? (?P<role>{_POST})")
"""A byline of a newspaper, which needs no "by"."""
_FILLER = lazily(r"[\s:.,(–—-]*(?:(?:on|am|le|vom|el|date|due|in|at|the)\b[\s:.]*)?", re.I)
_SOMEBODY = lazily(r"(?:an?|the|our) (?!.*[.!?] )(?:[\w’'-]+ ){1,8}on ", re.IGNORECASE)
"""Reviewers whom nothing names: "a Lakeside medical professional on"."""
_TEAM = lazily(
    r"(?:the |our )?([A-Z]\S*(?: \S+){0,3} (?:[Tt]eam|[Ss]taff|[Ee]ditors|[Cc]ontributors"
    r"|[Bb]oard|[Cc]ommittee|[Pp]anel))"
)
_TAIL = lazily(r"(?:[,(–—-]| on| am| le| vom)? ?\(?$", re.IGNORECASE)
_SEPARATOR = lazily(
    r"\s*[|•·;\n]\s*|\s+[—–/-]{1,2}\s+|—|,\s+(?=(?:zuletzt )?(?:aktualisiert|geprüft) am |"
    r"(?:last )?(?:updated|reviewed|published)(?: on)? (?:\d|[A-Z][a-z]+\.? \d)|mis à jour le |"
    r"(?:written|reviewed|edited|(?:medically|fact)[ -](?:reviewed|checked)) by )"
    r"|, (?=(?:Authors?|Editors?|Reviewers?|Reviewed by|Published|Updated): )"
    r"| and (?=(?:(?:medically|clinically) )?(?:reviewed|edited|checked) by )"
)
_NEXT_LABEL = lazily(
    r"(?<!Medically)(?<!Last)(?<!Clinically)(?<!First)(?<!Fact)(?<!Page)(?<!last)(?<!and)(?<!Copy)(?<!Peer)(?<!Expert)(?<!was)(?<!been)[.\s]\s?"
    r"(?=(?:Copy |Peer |Medically |Clinically |Last |First |Page last |Page )?"
    r"(?:Written|Reviewed|reviewed|Edited|Published|Updated|updated|Posted|Fact[ -][Cc]hecked"
    r"|Next review)\b)|(?<=\d{4})(?=(?:Last )?(?:[Uu]pdated|[Rr]eviewed|[Pp]ublished)\b)"
)


@dataclass(frozen=True, slots=True)
class Claim:
    """What one part of a trust line says; a label alone has neither date nor people."""

    kind: ClaimKind
    date: str = ""
    people: tuple[Person, ...] = ()
    note: str = ""

    @property
    def bare(self) -> bool:
        """Whether its value has to stand elsewhere."""
        return not (self.date or self.people or self.kind == "checker")


def is_post(text: str) -> bool:
    """Whether ``text`` is what somebody is at a newspaper, as "Health correspondent"."""
    return len(text) <= 80 and _POST_LINE.fullmatch(text) is not None


def parse(text: str, byline: bool = False) -> tuple[Claim, ...]:
    """Return what a trust line claims, or nothing when ``text`` is not such a line.

    ``byline`` allows "By Jane Doe" and a date alone, which only count beside a title.
    """
    if len(text) > LONGEST or not any(map(text.lower().__contains__, HINTS)):
        return ()
    claims: list[Claim] = []
    loose = 0
    for part in _SEPARATOR.split(text):
        for segment in _NEXT_LABEL.split(part):
            segment = people.strip_end(segment.strip(" \t,:()[]"))
            if not segment:
                continue
            claim = _claim(segment, byline or bool(claims)) or _one_more(segment, claims, text)
            if claim:
                claims.append(claim)
            else:
                loose += len(segment.split())
                if ". " in segment or loose > (8 if claims else 4):
                    return ()
    if loose and all(claim.bare for claim in claims):
        return ()
    return tuple(claims)


def _one_more(segment: str, claims: list[Claim], text: str) -> Claim | None:
    """Return another reviewer or author, parted from the one before by a semicolon."""
    if not claims or not claims[-1].people or f"; {segment}" not in text:
        return None
    named = people.parse(segment, fewest=2)
    return Claim(claims[-1].kind, people=named) if named else None


def value(text: str) -> Claim | None:
    """Return the date or the people that ``text`` is, for a label that stands before it."""
    text = text.strip(" \t.,:()[]|")
    dated = dates.match(text)
    if dated and not text[dated[1] :].strip(" .,:()|"):
        return Claim("date", date=dated[0])
    named = people.parse(text) if len(text) <= LONGEST else ()
    return Claim("author", people=named) if named else None


def _claim(segment: str, byline: bool) -> Claim | None:
    for kind, label in _NAMED_LABELS:
        found = label.match(segment)
        if found:
            claim = _people(kind, segment[found.end() :])
            if claim:
                return claim
    for kind, label in _DATED_LABELS:
        found = label.match(segment)
        if found:
            claim = _date(kind, segment[found.end() :])
            if claim:
                return claim
    if byline:
        reporter = _REPORTER.fullmatch(segment)
        if reporter and people.is_name(reporter["name"]):
            return Claim("author", people=(Person(reporter["name"], role=reporter["role"]),))
        found = _BYLINE_LABEL.match(segment)
        if found:
            claim = _people("author", segment[found.end() :], fewest=2)
            return claim if claim and claim.people else None
        return _date("date", segment)
    return None


def _people(kind: ClaimKind, rest: str, fewest: int = 1) -> Claim | None:
    rest = rest.strip(" \t,:()").lstrip(".")
    if not rest:
        return Claim(kind)
    somebody = kind == "reviewer" and _SOMEBODY.match(rest)
    if somebody:
        found = dates.match(rest, somebody.end())
        return Claim("reviewed", date=found[0]) if found and found[1] == len(rest) else None
    team = kind in ("author", "reviewer") and _TEAM.fullmatch(rest.rstrip("."))
    if team:
        return Claim(kind, people=(Person(team[1]),))
    dated = dates.search(rest)
    iso = ""
    if dated:
        if rest[dated[2] :].strip(" .,:()"):
            return None
        iso = dated[0]
        rest = _TAIL.sub("", rest[: dated[1]])
        if not rest.strip(" .,:()"):
            # "Reviewed by" needs somebody; a checker may be nobody in particular.
            return Claim(kind, date=iso) if kind == "checker" else None
    named = (people.listed(rest) if kind == "author" else ()) or people.parse(rest, fewest)
    return Claim(kind, date=iso, people=named) if named else None


def _date(kind: ClaimKind, rest: str) -> Claim | None:
    filler = _FILLER.match(rest)
    start = filler.end() if filler else 0
    if not rest[start:].strip(" .,:()"):
        return Claim(kind)
    dated = dates.match(rest, start)
    if not dated:
        # A date of which nobody can tell the day from the month is no other kind of line.
        return Claim(kind) if kind != "date" and dates.unsure(rest[start:]) else None
    after = rest[dated[1] :].strip(" \t.,:()–—-")
    if not after:
        return Claim(kind, date=dated[0])
    if after.lower().startswith(("by ", "von ", "par ")):
        named = people.parse(after.split(" ", 1)[1])
        if named:
            return Claim("published" if kind == "date" else kind, date=dated[0], people=named)
    return None
