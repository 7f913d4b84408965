"""On which line of a TOML file each key stands, which ``tomllib`` does not tell."""

from __future__ import annotations

import re
import tomllib

from content.patterns import lazily

Path = tuple[str, ...]
"""A key with the tables it is in: ("voices", "fr")."""

_BARE = lazily(r"[A-Za-z0-9_-]*")
_SPACE = lazily(r"[ \t]*")
_QUIET = lazily(r"[^\n\"'#\[\]{}]*")
"""What can neither end a value nor begin anything within it."""
_ENDS = {
    '"""': lazily(r'\\[\s\S]|("{3,5})'), "'''": lazily(r"('{3,5})"),
    '"': lazily(r'\\.|(")'), "'": lazily(r"(')"),
}  # fmt: skip
"""By how a string begins, what may end it: the group."""


def key_lines(text: str) -> dict[Path, int]:
    """Return the line, from 1, of each key and table of ``text``, which is TOML without a fault.

    Keys within an inline table are not told; ``line_of`` gives them the line of the table.
    """
    lines: dict[Path, int] = {}
    table: Path = ()
    at, line, counted = _blank_end(text, 0), 1, 0
    while at < len(text):
        line, counted = line + text.count("\n", counted, at), at
        if text[at] == "[":
            table = path = _key(text, at + (2 if text.startswith("[[", at) else 1))[0]
            at = _line_end(text, at)
        else:
            key, at = _key(text, at)
            path = table + key
            at = _value_end(text, at)
        for size in range(1, len(path) + 1):
            lines.setdefault(path[:size], line)
        at = _blank_end(text, at)
    return lines


def line_of(lines: dict[Path, int], path: Path) -> int:
    """Return the line of a key, or of what it is in."""
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _blank_end(text: str, at: int) -> int:
    """Return where white space, empty lines and comments end."""
    while at < len(text) and text[at] in " \t\r\n#":
        at = _line_end(text, at) if text[at] == "#" else at + 1
    return at


def _key(text: str, at: int) -> tuple[Path, int]:
    """Return a key, which may be dotted, and where it ends."""
    parts: list[str] = []
    while True:
        at = _end(_SPACE, text, at)
        if text[at] in "\"'":
            end = _string_end(text, at)
            parts.append(tomllib.loads("key = " + text[at:end])["key"])
        else:
            end = _end(_BARE, text, at)
            parts.append(text[at:end])
        at = _end(_SPACE, text, end)
        if text[at] != ".":
            return tuple(parts), at
        at += 1


def _value_end(text: str, at: int) -> int:
    """Return where the line ends on which a value does; lists and strings go over several."""
    depth = 0
    while (at := _end(_QUIET, text, at)) < len(text):
        sign = text[at]
        if sign in "\"'":
            at = _string_end(text, at)
        elif sign == "#":
            at = _line_end(text, at)
        elif sign == "\n" and depth == 0:
            break
        else:
            depth += (sign in "[{") - (sign in "]}")
            at += 1
    return at


def _string_end(text: str, at: int) -> int:
    quotes = text[at] * 3 if text.startswith(text[at] * 3, at) else text[at]
    for found in _ENDS[quotes].finditer(text, at + len(quotes)):
        if found[1]:
            return found.end()
    return len(text)


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at
