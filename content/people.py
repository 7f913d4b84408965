"""People as bylines name them: a name, credentials, a role."""

from __future__ import annotations

import re

from content.model import Person
from content.patterns import lazily

_MIXED_CASE = {
    "phd", "pharmd", "psyd", "edd", "bsc", "msc", "mba", "med", "bpharm", "mpharm", "bed",
    "mbchb", "mbbch", "chb", "bchir", "dphil", "drph", "dsc", "hons", "bdent", "dclinpsy", "lac",
    "msed", "mphil", "bvsc", "bmed", "bmbs", "mchem", "med.", "dipl", "llb", "mres",
}  # fmt: skip
_NOT_CREDENTIALS = {"GP", "NHS", "UK", "US", "USA", "BBC", "WHO", "CEO", "UN", "EU"}
_PARTICLES = {
    "al", "bin", "da", "dal", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "el",
    "la", "le", "of", "ten", "ter", "und", "van", "von", "y", "zu",
}  # fmt: skip
_DOCTORATES = {"med.", "rer.", "nat.", "phil.", "habil."}
_NOT_NAMES = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
    "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "by", "the", "this", "that", "these", "those", "a", "an", "our", "we",
    "using", "contrast", "far", "then", "now", "law", "default",
}  # fmt: skip
_CLAUSE = lazily(r"(?:who|which|whose|that|and|but|is|was|were|has|had|in|on|when|after|it)\b")
_ARTICLE = lazily(r"\A(?:le|la|el|den|der|the) (?=(?:[Dd]rs?|Pr|Prof|Professor|Dra)\b)")
"""As "relu par le Dr" has it."""
_SUBJECT = lazily(
    r"(?:editor|writer|author|nurse|doctor|physician|consultant|professor|director|surgeon|assistant"
    r"|officer|manager|coach|medicine|health|care|clinic|hospital|university|school|college|institut"
    r"|team|staff|news|surgery|practice|services?|group|therapy|training|states|kingdom|ltd|inc)\b"
    r"|(?:ists?|ians?|ics|logy|tion|ing|ment)\b",
    re.IGNORECASE,
)
_NEXT_DOCTOR = lazily(r"(?:,? (?:and|&|und|et|y) |; )(?=(?:Drs?|Prof|Professor|Dra)\b)")
_AND = lazily(r",? (?:and|&|und|et|y) ")


def parse(text: str, fewest: int = 1) -> tuple[Person, ...]:
    """Return the people ``text`` names and nothing else, or none when it says anything more.

    ``fewest`` is how many words a name must have to be taken for one.
    """
    text = _ARTICLE.sub("", strip_end(text.strip(" \t,:;")))
    if not text or len(text) > 240:
        return ()
    apart = _apart(text)
    if len(apart) > 1 and all(people := [parse(one, fewest) for one in apart]):
        return tuple(person for named in people for person in named)
    several = _with_letters(text) or _several(text)
    if several:
        return several
    first, *rest = [part.strip() for part in text.split(",") if part.strip()] or [""]
    name, credentials = _peel(first)
    if not is_name(name, fewest):
        return ()
    held = [credentials] if credentials else []
    while rest and _is_credentials(rest[0]):
        held.append(rest.pop(0))
    role = ", ".join(rest)
    if role and (len(role.split()) > 20 or _CLAUSE.match(role) or ". " in role):
        return ()
    return (Person(name, ", ".join(held), role),)


def listed(text: str) -> tuple[Person, ...]:
    """Return the people of a list of plain names, "Ada Finch, Tom Reyes"; none for anything else.

    Two words in capitals may also be what somebody is, so none must name a post or a subject.
    """
    names = [part.strip() for part in strip_end(text).split(",")]
    if len(names) < 2 or any(_SUBJECT.search(name) for name in names):
        return ()
    if not all(is_name(name) and not _peel(name)[1] for name in names):
        return ()
    return tuple(Person(name) for name in names)


def strip_end(text: str) -> str:
    """Return ``text`` without its full stop, unless that belongs to an "M.D."."""
    if not text.endswith("."):
        return text
    return text if "." in text[-4:-1] else text[:-1]


def is_name(text: str, fewest: int = 2) -> bool:
    """Whether ``text`` is written as names are: capitals, particles, and nothing else."""
    tokens = text.split()
    if not fewest <= len(tokens) <= 6 or tokens[0].lower() in _PARTICLES - {"de", "van", "von"}:
        return False
    named = False
    for token in tokens:
        low = token.lower().strip(".’'")
        if low in _NOT_NAMES or any(character.isdigit() for character in token):
            return False
        if low in _PARTICLES or token in _DOCTORATES:
            continue
        if not token[0].isalpha() or token[0].islower():
            return False
        named = True
    return (
        named
        and bool(tokens[-1].strip("."))
        and tokens[-1][0].isupper() | (not tokens[-1][0].islower())
    )


def _several(text: str) -> tuple[Person, ...]:
    """People joined by "and": plain names, or names with credentials but no roles."""
    pieces = _AND.split(text)
    if len(pieces) < 2:
        return ()
    people: list[Person] = []
    for piece in pieces:
        parts = [part.strip() for part in piece.split(",") if part.strip()]
        for index, part in enumerate(parts):
            name, credentials = _peel(part)
            if index and _is_credentials(part):
                last = people[-1]
                held = f"{last.credentials}, {part}" if last.credentials else part
                people[-1] = Person(last.name, held)
            elif is_name(name, 2) and (index == 0 or not any(p.credentials for p in people)):
                people.append(Person(name, credentials))
            else:
                return ()
    return tuple(people)


def _apart(text: str) -> list[str]:
    """Part people with roles: before "and Dr Ada Ray", before "and Ada Ray, MD"."""
    pieces = _NEXT_DOCTOR.split(text)
    if len(pieces) > 1:
        return pieces
    begin = 0
    pieces = []
    for joint in _AND.finditer(text):
        first, _, rest = text[joint.end() :].partition(",")
        if is_name(first) and _is_credentials(rest.partition(",")[0]):
            pieces.append(text[begin : joint.start()])
            begin = joint.end()
    return [*pieces, text[begin:]]


def _with_letters(text: str) -> tuple[Person, ...]:
    """People parted by commas, whose credentials follow without any: "Ada Ray MD, Tom Fox RN"."""
    parts = [_peel(part.strip()) for part in text.split(",") if part.strip()]
    if len(parts) < 2 or not all(held and is_name(name) for name, held in parts):
        return ()
    return tuple(Person(name, held) for name, held in parts)


def _peel(text: str) -> tuple[str, str]:
    """Take credentials off the end of a name that no comma parts from it."""
    tokens = text.split()
    keep = len(tokens)
    while keep > 2 and _is_credential(tokens[keep - 1]):
        keep -= 1
    return " ".join(tokens[:keep]), " ".join(tokens[keep:])


def _is_credentials(text: str) -> bool:
    tokens = text.replace("(", " ").replace(")", " ").split()
    return 0 < len(tokens) <= 5 and all(_is_credential(token) for token in tokens)


def _is_credential(token: str) -> bool:
    bare = re.sub(r"[.\-/&’']", "", token.strip(",()"))
    if not bare or token in _NOT_CREDENTIALS:
        return False
    if bare.lower() in _MIXED_CASE:
        return True
    return 2 <= len(bare) <= 9 and bare.isupper() and bare.isalpha()
