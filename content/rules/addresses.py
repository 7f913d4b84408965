"""Web and mail addresses: a link is announced with its site; what follows the site is not read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from content.patterns import lazily
from content.rules.letters import VOWELS, spell, words
from content.rules.rule import Change, Rule

_WORDS = words("com co org net gov edu info news blog shop app dev health care int mil pro")
_MAIL = lazily(
    r"(?<![\w.+&@-])[\w.+&-]{1,64}@[\w.-]{1,250}\.[A-Za-z]{2,24}(?P<path>/[\w/.-]{1,60})?(?![\w@])"
)
_LINK = lazily(r"(?<![\w@])(?:https?://|www\.)[^\s<>\"“”’)\]\[]{2,2000}", re.IGNORECASE)
_SITE = lazily(
    r"(?<![\w@./-])(?P<site>[a-z0-9-]{1,63}\.(?:[a-z0-9-]{1,63}\.)?(?:[a-z0-9-]{1,63}\.)?"
    r"(?:com|org|net|gov|edu|info|uk|eu|us|au|ca|nz|ie|int|io))(?P<path>/[^\s<>\"“”’)\]\[]{0,2000})?"
    r"(?![\w@-]|\.[a-z])",
    re.IGNORECASE,
)
_SCHEME = lazily(r"\A(?:https?://)?(?:www\.)?", re.IGNORECASE)
_PART = lazily(r"[A-Za-z]+|\d+|[._@+&/-]|[^\x00-\x7f]+")
_MARKS = {
    ".": "dot",
    "@": "at",
    "-": "dash",
    "_": "underscore",
    "+": "plus",
    "&": "ampersand",
    "/": "slash",
}


def say_site(address: str) -> str:
    """Return a host name or a mail address in words; what is no word in letters."""
    mailbox, at, _ = address.rpartition("@")
    said = ""
    for match in _PART.finditer(address):
        host = not at or match.start() > len(mailbox)
        said += _word(match[0], said, host=host) + " "
    return said.rstrip()


def _word(part: str, before: str, *, host: bool) -> str:
    if part in _MARKS:
        return _MARKS[part]
    lower = part.lower()
    if part.isdecimal() and len(part) > 2:
        return " ".join(part)
    if lower in _WORDS or not part.isascii() or not part.isalpha():
        return part
    # Short host names are mostly initials (who, cdc, uk), short mail boxes mostly names (jo, ray).
    initials = host and len(part) <= 3
    if initials or len(part) == 1 or not VOWELS & set(lower):
        return spell(part, before)
    return part


def _link(text: str, language: str) -> Iterator[Change]:
    for match in _LINK.finditer(text):
        address = match[0].rstrip(".,;:!?'*_")
        site = re.split(r"[/?#:]", _SCHEME.sub("", address), maxsplit=1)[0].rpartition("@")[2]
        if site:
            start = match.start()
            yield start, start + len(address), f"link, {say_site(site)}"


def _mail(text: str, language: str) -> Iterator[Change]:
    for match in _MAIL.finditer(text):
        path = (match["path"] or "").rstrip("./-")
        end = match.end() - len(match["path"] or "") + len(path)
        yield match.start(), end, say_site(text[match.start() : end])


def _site(text: str, language: str) -> Iterator[Change]:
    for match in _SITE.finditer(text):
        path = (match["path"] or "").rstrip(".,;:!?'*_")
        end = match.end("site") + len(path)
        said = say_site(match["site"])
        yield match.start(), end, f"link, {said}" if len(path) > 1 else said


RULES = (
    Rule("mail address", _mail, languages=(), needs=lazily("@")),
    Rule("web address", _link, languages=(), needs=lazily(r"://|www\.", re.IGNORECASE)),
    Rule("web address", _site, needs=lazily(r"\w\.[A-Za-z]")),
)
