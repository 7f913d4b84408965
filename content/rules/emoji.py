"""Emoji: the name once, and how many."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from content.patterns import lazily
from content.rules.numbers import padded
from content.rules.rule import Change, Rule

_BASE = "\U0001f000-\U0001faff\u2600-\u27bf\u2b50\u2b55\u231a\u231b\u23e9-\u23fa\u2934\u2935\u3030"
_RUN = lazily(f"[{_BASE}][{_BASE}\u200d\ufe0e\ufe0f\u20e3\U000e0020-\U000e007f]*")
_FLAG = lazily("[\U0001f1e6-\U0001f1ff]{2}")
_MODIFIERS = lazily("[\u200d\ufe0e\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]")


def _names(run: str) -> list[str]:
    """Return the name of each emoji of a run; a joined one is named after its first part."""
    names: list[str] = []
    at = 0
    joined = False
    while at < len(run):
        flag = _FLAG.match(run, at)
        if flag:
            letters = [chr(ord(half) - 0x1F1E6 + ord("A")) for half in flag[0]]
            names.append("flag of " + " ".join(letters))
            at, joined = flag.end(), False
            continue
        character = run[at]
        at += 1
        if _MODIFIERS.match(character):
            joined = joined or character == "\u200d"
            continue
        if not joined:
            names.append(unicodedata.name(character, "symbol").lower().replace("-", " "))
        joined = False
    return names


def _emoji(text: str, language: str) -> Iterator[Change]:
    for match in _RUN.finditer(text):
        said: list[str] = []
        names = _names(match[0])
        at = 0
        while at < len(names):
            count = 1
            while at + count < len(names) and names[at + count] == names[at]:
                count += 1
            said.append(names[at] if count == 1 else f"{names[at]}, {count} times")
            at += count
        if said:
            more = text[match.end() :].lstrip()[:1].isalnum()
            spoken = ", ".join(said) + ("," if more else "")
            yield padded(text, match.start(), match.end(), spoken)


RULES = (Rule("emoji", _emoji, needs=lazily(f"[{_BASE}]")),)
